"""Acts and long work beside the window, as pages ask for them."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.actions.batches import register_batch
from desktop.models.acting import Acting
from desktop.session import Session
from desktop.store import kinds, queries
from desktop.store.errors import ReadOnlyError, SurveyUnwritableError
from desktop.store.keys import Home
from desktop.tally.reconciliation import Slip
from tests.gui.conftest import survey_at
from tests.stations import record_count

SOON = 10


@pytest.fixture
def session(qapp, file, home):
    made = Session(home)
    made.take(survey_at(file(), home))
    yield made
    made.close()


@pytest.fixture
def page(session):
    return QObject()


@pytest.fixture
def acting(session, page):
    return Acting(session, page)


@pytest.fixture
def gate():
    """What an act waits for until the test lets it go on."""
    made = threading.Event()
    yield made
    made.set()


def register(code):
    def act(survey, _):
        register_batch(survey, Slip(code, "C1", 3))
        return threading.current_thread()

    return act


def told(acting):
    """Everything the acting says, in its order."""
    heard: list[tuple[Any, ...]] = []
    acting.busy_changed.connect(lambda busy: heard.append(("busy", busy)))
    acting.progressed.connect(lambda *pair: heard.append(("progress", pair)))
    acting.failed.connect(lambda error: heard.append(("failed", type(error))))
    acting.cancelled.connect(lambda: heard.append(("cancelled",)))
    return heard


def end(acting, qtbot):
    qtbot.waitUntil(lambda: not acting.is_busy, timeout=SOON * 1000)


def delete(held):
    held.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_act_is_done_beside_the_window_and_the_window_goes_on_from_it(session, acting, qtbot):
    results, heard = [], told(acting)
    before = session.opened.tip
    acting.start(register("B009"), lambda found: results.append((found, session.opened.tip)))
    assert acting.is_busy
    end(acting, qtbot)
    ((thread, tip),) = results
    assert thread is not threading.main_thread()
    assert tip == session.opened.tip != before
    assert queries.slip(session.opened, "B009")
    assert heard == [("busy", True), ("busy", False)]


def test_pages_hear_of_a_record_before_the_one_that_asked_shows_its_result(session, acting, qtbot):
    order = []
    session.recorded.connect(lambda: order.append("recorded"))
    acting.start(register("B009"), lambda _: order.append("result"))
    end(acting, qtbot)
    assert order == ["recorded", "result"]


def test_a_second_click_does_nothing(session, acting, gate, qtbot):
    done = []

    def act(survey, _):
        gate.wait(SOON)
        register_batch(survey, Slip("B009", "C1", 3))

    acting.start(act, lambda _: done.append(1))
    acting.start(register("B010"), lambda _: done.append(2))
    acting.labour(lambda *_: None, lambda _: done.append(3))
    gate.set()
    end(acting, qtbot)
    assert done == [1]
    assert queries.slip(session.opened, "B010") is None
    acting.start(register("B010"), lambda _: done.append(4))
    end(acting, qtbot)
    assert done == [1, 4]


def test_an_act_that_is_refused_says_so_and_records_nothing(session, acting, qtbot):
    before, heard = record_count(session.opened), told(acting)

    def act(survey, _):
        with survey.transaction():
            fields = {"code": "B009", "channel": "C1", "count": 1, "origin": None}
            survey.append(kinds.BATCH, fields)
            raise ReadOnlyError(path=survey.path)

    acting.start(act, lambda _: heard.append("result"))
    end(acting, qtbot)
    assert heard == [("busy", True), ("busy", False), ("failed", ReadOnlyError)]
    assert record_count(session.opened) == before


def test_a_file_that_is_only_viewed_refuses_in_a_sentence(file, tmp_path, qtbot, qapp):
    session = Session(Home(tmp_path / "another machine"))
    session.open(file())
    acting = Acting(session, session)
    heard = told(acting)
    acting.start(register("B009"), lambda _: heard.append("result"))
    end(acting, qtbot)
    assert heard[-1] == ("failed", ReadOnlyError)
    session.close()


def test_what_the_disk_refuses_is_a_sentence_too(session, acting, qtbot):
    heard = told(acting)

    def act(survey, _):
        survey.db.execute("PRAGMA query_only = ON")
        survey.db.execute("DELETE FROM batch")

    acting.start(act, lambda _: heard.append("result"))
    end(acting, qtbot)
    assert heard[-1] == ("failed", SurveyUnwritableError)


def test_a_fault_of_the_program_is_no_sentence(session, acting, qtbot):
    heard = told(acting)
    with qtbot.captureExceptions() as raised:
        acting.start(lambda *_: 1 / 0, lambda _: heard.append("result"))
        end(acting, qtbot)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert heard == [("busy", True), ("busy", False)]


def test_an_act_that_is_stopped_records_nothing(session, acting, gate, qtbot):
    before, heard, began = record_count(session.opened), told(acting), threading.Event()

    def act(survey, job):
        with survey.transaction():
            fields = {"code": "B009", "channel": "C1", "count": 1, "origin": None}
            survey.append(kinds.BATCH, fields)
            began.set()
            gate.wait(SOON)
            job.report(1, 2)

    acting.start(act, lambda _: heard.append("result"))
    began.wait(SOON)
    acting.cancel()
    gate.set()
    end(acting, qtbot)
    assert heard == [("busy", True), ("busy", False), ("cancelled",)]
    assert record_count(session.opened) == before


def test_progress_is_told_between_units_of_work(acting, qtbot):
    heard = told(acting)
    acting.start(lambda _, job: [job.report(at, 2) for at in range(3)], lambda _: None)
    end(acting, qtbot)
    progress = [("progress", (at, 2)) for at in range(3)]
    assert heard == [("busy", True), *progress, ("busy", False)]


def test_long_work_reads_and_cannot_write_and_nothing_is_recorded(session, acting, qtbot):
    heard = told(acting)
    found: list[Any] = []
    with qtbot.assertNotEmitted(session.recorded):
        acting.labour(lambda survey, _: (survey.plan.title, survey.station), found.append)
        end(acting, qtbot)
        assert found == [("评议", None)]
        acting.labour(register("B009"), found.append)
        end(acting, qtbot)
    assert heard[-1] == ("failed", ReadOnlyError)


def test_long_work_holds_no_act_up(session, page, gate, qtbot):
    labour, act = Acting(session, page), Acting(session, page)
    labour.labour(lambda *_: gate.wait(SOON), lambda _: None)
    act.start(register("B009"), lambda _: None)
    end(act, qtbot)
    assert labour.is_busy
    gate.set()
    end(labour, qtbot)


def test_an_act_waits_for_the_verification(qapp, file, home, qtbot):
    session = Session(home)
    results: list[Any] = []
    session.open(file())
    acting = Acting(session, session)
    acting.start(register("B009"), results.append)
    assert session._check is not None
    end(acting, qtbot)
    assert results
    assert session._check is None
    session.close()  # type: ignore[unreachable]


def test_a_page_that_is_gone_hears_nothing_and_its_act_is_recorded(session, gate, qtbot):
    page = QWidget()
    results: list[Any] = []

    def act(survey, _):
        gate.wait(SOON)
        register_batch(survey, Slip("B009", "C1", 3))

    Acting(session, page).start(act, results.append)
    delete(page)
    with qtbot.waitSignal(session.recorded):
        gate.set()
    assert results == []
    assert queries.slip(session.opened, "B009")


def test_a_survey_that_is_closed_meanwhile_holds_the_record_and_shows_no_result(
    session, acting, home, qtbot
):
    path = session.opened.path
    results: list[Any] = []
    acting.start(register("B009"), results.append)
    session.close()
    session.take(survey_at(path, home))
    end(acting, qtbot)
    assert results == []
    assert queries.slip(session.opened, "B009")


def test_a_page_that_is_not_in_front_takes_no_focus(session, gate, qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    front, behind = QWidget(), QWidget()
    wanted, held = QPushButton("wanted", behind), QPushButton("held", front)
    stack.addWidget(front)
    stack.addWidget(behind)
    with qtbot.waitActive(stack):
        stack.show()
    held.setFocus()
    acting = Acting(session, behind)
    acting.start(register("B009"), lambda _: wanted.setFocus())
    end(acting, qtbot)
    assert held.hasFocus()
    assert wanted.isEnabled()
    stack.setCurrentWidget(behind)
    acting.start(register("B010"), lambda _: wanted.setFocus())
    end(acting, qtbot)
    assert wanted.hasFocus()
