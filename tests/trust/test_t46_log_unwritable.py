"""T46: where the record cannot be written the act does not happen; no error text holds marks."""

import os
import shutil
import subprocess
import traceback
from dataclasses import replace
from fractions import Fraction

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.complaints import enter_complaint
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.errors import OperatorLockedError, PinWrongError
from desktop.actions.findings import enter_finding
from desktop.actions.keying import correct_form, key_form
from desktop.actions.ledgers import change_line, enter_line, line_called, undisputed
from desktop.actions.operators import register_operator, sign_in
from desktop.actions.opinions import Opinion, enter_opinion
from desktop.actions.promises import enter_pledge, enter_request
from desktop.actions.rule_sets import choose_rules
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.second_keying import key_second
from desktop.assess.ledger import State
from desktop.assess.points import Facts
from desktop.logs import report_of
from desktop.store.ledgers import DEDUCTIONS
from desktop.tally.errors import PingyiError, ProblemsError
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests import year_lines
from tests.plans import small_plan
from tests.stations import Centre, record_count, tables

PLAN = small_plan(agencies=12, dimensions=5)
MARKS = "123" * 20
OTHER = "321" * 20
WRITTEN = "窗口排队久，办事员态度冷淡"
PERSON = "张小华"
SAID = replace(
    year_lines.ENTRY, text=WRITTEN, reason=WRITTEN, document=WRITTEN, case=WRITTEN, approver=PERSON
)
ACTS = {
    "key": lambda survey: key_form(survey, Form("B001", 3, MARKS)),
    "correct": lambda survey: correct_form(survey, Form("B001", 1, OTHER), operator="C01"),
    "second": lambda survey: key_second(survey, Form("B001", 1, OTHER), operator="C02"),
    "doubt": lambda survey: doubt_form(survey, "B001", 2, note="看不清"),
    "rule": lambda survey: rule_form(
        survey, "B001", 2, [Form("B001", 2, OTHER)], reason="x", second="S02", operator="S01"
    ),
    "opinion": lambda survey: enter_opinion(survey, Opinion("B001", 1, "A1", WRITTEN)),
    "batch": lambda survey: register_batch(survey, Slip("B009", "C1", 3)),
    "deduction": lambda survey: enter_deduction(survey, SAID),
    "counted": lambda survey: move_deduction(
        survey, year_lines.only(survey, DEDUCTIONS), State.VERIFIED, on="2006-06-30"
    ),
    "finding": lambda survey: enter_finding(survey, replace(year_lines.FINDING, text=WRITTEN)),
    "complaint": lambda survey: enter_complaint(
        survey, replace(year_lines.COMPLAINT, text=WRITTEN, complainant=PERSON)
    ),
    "pledge": lambda survey: enter_pledge(survey, replace(year_lines.PLEDGE, text=WRITTEN)),
    "request": lambda survey: enter_request(survey, replace(year_lines.REQUEST, text=WRITTEN)),
    "operator": lambda survey: register_operator(
        survey, "C09", name="x", roles=["clerk"], pin="1234"
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    people = {"C01": ["clerk"], "C02": ["clerk"], "S01": ["supervisor"], "S02": ["supervisor"]}
    folder = tmp_path_factory.mktemp("t46") / "centre"
    centre = Centre(folder, 0, plan=PLAN, batches={"B001": 9}, operators=people)
    centre.supervisor.key(1, 2, marks=MARKS, operator="C01")
    with centre.opened() as survey:
        choose_rules(survey, year_lines.RULES)
        enter_deduction(survey, SAID)
    return centre.supervisor


@pytest.fixture
def machine(made, tmp_path):
    return made.copied(tmp_path / "machine")


def without_log(machine):
    """The record log cannot grow: SQLite refuses every new page and change."""
    return lambda survey: survey.db.execute("PRAGMA query_only = ON")


def without_witness(machine):
    """The high-water mark cannot be raised."""

    def spoil(survey):
        path = machine.home.root / "surveys" / survey.id / "high-water.txt"
        path.rename(path.with_suffix(".away"))
        path.mkdir()

    return spoil


def shown(error):
    """All that a person or a crash report could see of an error."""
    problems = [held.sentence() for held in getattr(error, "problems", [])]
    trace = traceback.format_exception(error)
    return "\n".join([str(error), repr(error), *problems, *trace])


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("fault", [without_log, without_witness])
def test_t46_the_act_does_not_happen(machine, fault, name):
    with machine.open() as survey:
        before = record_count(survey), tables(survey), survey.tip
        fault(machine)(survey)
        with pytest.raises((PingyiError, OSError)) as caught:
            ACTS[name](survey)
        for said in (MARKS, OTHER, WRITTEN, PERSON):
            assert said not in shown(caught.value)
        assert (record_count(survey), tables(survey), survey.tip) == before


def test_t46_the_same_acts_do_happen_where_they_can_be_written(made, tmp_path):
    for name, act in ACTS.items():
        with made.copied(tmp_path / name).open() as survey:
            before = record_count(survey)
            act(survey)
            assert record_count(survey) == before + 1


def test_t46_a_lock_that_cannot_be_put_on_record_holds_all_the_same(machine):
    with machine.open() as survey:
        for _ in range(4):
            with pytest.raises(PinWrongError):
                sign_in(survey, "C01", "0000")
        survey.db.execute("PRAGMA query_only = ON")
        with pytest.raises(PingyiError):
            sign_in(survey, "C01", "0000")
        with pytest.raises(OperatorLockedError):
            sign_in(survey, "C01", "1234")


@pytest.fixture
def full(machine, tmp_path):
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("a small disk takes the rights to mount one")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no tmpfs")
    shutil.copytree(machine.folder, place / "machine")
    state = os.statvfs(place)
    (place / "taken").write_bytes(bytes(state.f_bavail * state.f_frsize))
    yield type(machine)(place / "machine")
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", ACTS)
def test_t46_nor_on_a_full_disk(full, name):
    with full.open() as survey:
        before = record_count(survey), tables(survey), survey.tip
        with pytest.raises((PingyiError, OSError)) as caught:
            ACTS[name](survey)
        for said in (MARKS, OTHER, WRITTEN, PERSON):
            assert said not in shown(caught.value)
        assert (record_count(survey), tables(survey), survey.tip) == before


@pytest.mark.parametrize(
    "form",
    [
        Form("B001", 1, MARKS),
        Form("B001", 7, MARKS[:-1]),
        Form("B001", 7, MARKS[:-1] + "9"),
        Form("B001", 7, MARKS, "V9"),
        Form("B009", 7, MARKS),
        Form("B001", 0, MARKS),
        Form("B001", 7, MARKS + "\ud800"),
    ],
    ids=["keyed", "short", "grade", "reason", "batch", "number", "surrogate"],
)
def test_t46_a_refused_form_is_not_in_its_error(machine, form):
    with machine.open() as survey:
        for act in (key_form, correct_form, key_second) if form.number != 1 else (key_form,):
            with pytest.raises(PingyiError) as caught:
                act(survey, form)
            assert MARKS[:30] not in shown(caught.value)
            assert not isinstance(caught.value, ProblemsError)


@pytest.mark.parametrize(
    "wrong",
    [{"batch": "B009"}, {"number": 0}, {"agency": "A99"}, {"text": WRITTEN + "\u200b"},
     {"text": WRITTEN * 200}, {"text": WRITTEN + "\x07"}, {"text": WRITTEN + "\ud800"}],
    ids=["batch", "number", "agency", "invisible", "long", "control", "surrogate"],
)  # fmt: skip
def test_t46_a_refused_opinion_is_not_in_its_error(machine, wrong):
    with machine.open() as survey, pytest.raises(PingyiError) as caught:
        enter_opinion(survey, replace(Opinion("B001", 1, "A1", WRITTEN), **wrong))
    assert WRITTEN not in shown(caught.value)


def begun(survey, line):
    """Past the act that looks at the rule set."""
    return enter_line(survey, DEDUCTIONS, line)


SHAPE = {
    "unit": {"unit": "A99"}, "day": {"date": "2006-02-30"}, "long": {"text": WRITTEN * 200},
    "invisible": {"text": WRITTEN + "\u200b"}, "control": {"case": WRITTEN + "\x07"},
    "surrogate": {"document": WRITTEN + "\ud800"}, "count": {"facts": Facts(count=-1)},
}  # fmt: skip
RULED = {
    "rule": {"rule": "0-0"},
    "amount": {"rule": "5-1", "office": "政法委", "facts": Facts(amount=Fraction(1))},
    "approver": {"rule": "5-1", "office": "政法委", "approver": " "},
    "source": {"rule": "6-1", "office": "领导小组办公室", "facts": Facts(rate=Fraction(50))},
}
STATED = {
    "state": {"states": {State.DRAFT: WRITTEN}},
    "kind": {"states": {State.COUNTED: "2006-06-30"}},
}
WRONG = (
    [(act, wrong) for act in (enter_deduction, begun) for wrong in SHAPE.values()]
    + [(enter_deduction, wrong) for wrong in RULED.values()]
    + [(begun, wrong) for wrong in STATED.values()]
)


@pytest.mark.parametrize(("act", "wrong"), WRONG)
def test_t46_a_refused_line_of_a_ledger_is_not_in_its_error(machine, act, wrong):
    line = replace(SAID, **{"states": {State.DRAFT: "2006-03-02"}} | wrong)
    with machine.open() as survey:
        before = record_count(survey)
        with pytest.raises(PingyiError) as caught:
            act(survey, line)
        assert record_count(survey) == before
    for said in (WRITTEN, PERSON):
        assert said not in shown(caught.value)
        assert said not in report_of(caught.value)


def test_t46_a_disputed_or_changed_line_is_named_by_its_number_alone(machine):
    with machine.open() as survey:
        line = year_lines.only(survey, DEDUCTIONS)
        change_line(survey, DEDUCTIONS, line, SAID)
        for act in (
            lambda: change_line(survey, DEDUCTIONS, line, SAID),
            lambda: line_called(survey, DEDUCTIONS, "ffff"),
            lambda: undisputed(replace(line, others=(SAID,))),
        ):
            with pytest.raises(PingyiError) as caught:
                act()
            for said in (WRITTEN, PERSON):
                assert said not in shown(caught.value)
