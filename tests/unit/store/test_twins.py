"""One file, several connections of one program: twins that write, readers, and whose turn it is."""

import sqlite3
import threading
from contextlib import contextmanager
from itertools import pairwise

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.keying import key_form
from desktop.actions.operators import register_operator
from desktop.store import kinds, queries
from desktop.store.errors import NotCanonicalError, ReadOnlyError, UncheckedError
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.store.turns import Turns
from desktop.store.verification import verify_survey
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.surveys import founded

SOON, NOT_YET = 10, 0.2
"""Seconds that something may take, and that something which must not happen is waited for."""


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "评议.pingyi") as made:
        yield made


def register(survey, code, count=1):
    register_batch(survey, Slip(code, "C1", count))


def give_no_time(survey):
    """From now on a lock is an error at once."""
    survey.db.execute("PRAGMA busy_timeout = 0")


def codes(survey):
    return [code for (code,) in survey.db.execute("SELECT code FROM batch ORDER BY code")]


def check_chain(survey):
    """Every record follows the one before, and the whole file verifies."""
    chain = list(survey.own_records())
    assert [held.header.prev for held in chain[1:]] == [held.id for held in chain[:-1]]
    assert all(two.header.seq == one.header.seq + 1 for one, two in pairwise(chain))
    assert survey.tip.head == chain[-1].id
    assert verify_survey(survey.path, home=survey.home) == []


@contextmanager
def beside(work):
    """Do this on a thread of its own; gives the event of its end, and waits for that."""
    done = threading.Event()

    def finished():
        work()
        done.set()

    thread = threading.Thread(target=finished)
    thread.start()
    yield done
    thread.join(SOON)
    assert done.is_set()


def test_what_a_twin_records_lands_and_the_holder_goes_on_from_it(survey):
    with survey.twin(write=True) as twin:
        register(twin, "B001")
        assert survey.tip != twin.tip
    survey.refresh()
    assert survey.tip == twin.tip
    assert queries.slip(survey, "B001")
    register(survey, "B002")
    check_chain(survey)


def test_holder_and_twin_record_in_turn_without_a_word_between_them(survey):
    with survey.twin(write=True) as twin:
        for number in range(3):
            register(twin, f"T{number}")
            register(survey, f"H{number}")
    assert codes(survey) == ["H0", "H1", "H2", "T0", "T1", "T2"]
    check_chain(survey)


def test_what_a_twin_allowed_holds_for_the_holder_at_once(survey):
    register(survey, "B001")
    with survey.twin(write=True) as twin:
        register_operator(twin, "C01", name="C01", roles=["clerk"], pin="1234")
    key_form(survey, Form("B001", 1, "112233"), operator="C01")
    assert survey.db.execute("SELECT count(*) FROM ignored").fetchone() == (0,)
    check_chain(survey)


def test_a_twin_that_is_refused_records_nothing(survey):
    before = survey.tip
    fields = {"code": "B001", "channel": "C1", "count": 2**60, "origin": None}
    with (
        survey.twin(write=True) as twin,
        pytest.raises(NotCanonicalError),
        twin.transaction(),
    ):
        twin.append(kinds.BATCH, fields)
    survey.refresh()
    assert (survey.tip, codes(survey)) == (before, [])
    register(survey, "B001")
    check_chain(survey)


def test_a_station_that_begins_anew_lets_its_twin_write_the_first_record(tmp_path):
    path = tmp_path / "a.pingyi"
    with founded(path) as survey:
        kept = path.read_bytes()
        register(survey, "B001")
    path.write_bytes(kept)
    with open_survey(path, write=True, lost=True) as survey:
        with survey.twin(write=True) as twin:
            register(twin, "B002")
        register(survey, "B003")
        headers = [held.header for held in survey.own_records()][-2:]
        assert [(held.incarnation, held.seq) for held in headers] == [(2, 1), (2, 2)]
        assert headers[0].prev == ""


def test_before_the_check_a_twin_signs_nothing_and_a_reader_reads(tmp_path):
    founded(tmp_path / "a.pingyi").close()
    with open_survey(tmp_path / "a.pingyi", write=True, check=False) as survey:
        with pytest.raises(UncheckedError):
            survey.twin(write=True)
        with survey.reader() as reader:
            assert reader.plan.title == "评议"
        survey.confirm_pen([])
        with survey.twin(write=True) as twin:
            register(twin, "B001")


def test_a_viewed_file_has_no_twin(survey, tmp_path):
    with open_survey(survey.path, home=Home(tmp_path / "other")) as viewed:
        with pytest.raises(ReadOnlyError):
            viewed.twin(write=True)
        with viewed.reader() as reader:
            assert reader.id == survey.id


@pytest.mark.parametrize("make", ["reader", "twin"])
def test_only_a_writing_twin_writes(survey, make):
    with getattr(survey, make)() as made, pytest.raises(sqlite3.OperationalError, match="readonly"):
        made.db.execute("DELETE FROM batch")


def test_an_act_beside_is_one_piece_whoever_else_wants_to_write(survey):
    order, entered, go_on = [], threading.Event(), threading.Event()

    def act():
        with survey.twin(write=True) as twin:
            entered.set()
            go_on.wait(SOON)
            register(twin, "B001")
            order.append("beside")

    def open_the_gate():
        if entered.wait(SOON):
            go_on.set()

    with beside(act), beside(open_the_gate):
        entered.wait(SOON)
        register(survey, "B002")
        order.append("here")
    assert order == ["beside", "here"]
    check_chain(survey)


def test_a_commit_that_waits_for_a_view_locks_the_window_out_of_nothing(survey):
    viewing, leave = threading.Event(), threading.Event()

    def view():
        with survey.reader() as reader, reader.reading():
            assert codes(reader) == []
            viewing.set()
            leave.wait(SOON)
            assert codes(reader) == []

    def act():
        with survey.twin(write=True) as twin:
            register(twin, "B001")

    give_no_time(survey)
    with beside(view):
        viewing.wait(SOON)
        with beside(act) as recorded:
            assert not recorded.wait(NOT_YET)
            assert codes(survey) == []
            leave.set()
            assert recorded.wait(SOON)
    assert codes(survey) == ["B001"]


def test_a_transaction_larger_than_the_cache_locks_no_reader_out(survey):
    give_no_time(survey)
    with survey.twin(write=True) as twin:
        twin.db.execute("PRAGMA cache_size = 10")
        with twin.transaction():
            for number in range(60):
                fields = {"code": f"B{number:03d}", "channel": "C1", "count": 1, "origin": None}
                twin.append(kinds.BATCH, fields)
            assert codes(survey) == []
    assert len(codes(survey)) == 60


def test_no_view_is_opened_while_a_commit_lasts():
    turns, committing, leave, order = Turns(), threading.Event(), threading.Event(), []

    def commit():
        with turns.commit():
            committing.set()
            leave.wait(SOON)
            order.append("commit")

    def view():
        with turns.view():
            order.append("view")

    with beside(commit):
        committing.wait(SOON)
        with beside(view) as seen:
            assert not seen.wait(NOT_YET)
            leave.set()
    assert order == ["commit", "view"]
