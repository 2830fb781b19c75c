"""What pages show is read beside the window: only the latest answer arrives."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.actions.batches import register_batch
from desktop.models.reading import Reading
from desktop.session import Session
from desktop.store.errors import DamagedSurveyError, ReadOnlyError
from desktop.tally.reconciliation import Slip
from tests.gui.conftest import survey_at

SOON = 10


@pytest.fixture
def session(qapp, file, home):
    made = Session(home)
    made.take(survey_at(file(), home))
    yield made
    made.close()


@pytest.fixture
def reading(session):
    return Reading(session, session)


@pytest.fixture
def gate():
    """What a question waits for until the test lets it go on."""
    made = threading.Event()
    yield made
    made.set()


def answered(reading, qtbot):
    qtbot.waitUntil(lambda: not reading.is_waiting, timeout=SOON * 1000)


def batches(survey):
    return [code for (code,) in survey.db.execute("SELECT code FROM batch ORDER BY code")]


def refused(survey):
    raise ReadOnlyError(path=survey.path)


def test_an_answer_is_read_on_another_thread_and_given_on_the_windows(reading, qtbot):
    found = []
    reading.ask(
        lambda survey: (batches(survey), threading.current_thread()),
        lambda held: found.append((*held, threading.current_thread())),
    )
    assert reading.is_waiting
    answered(reading, qtbot)
    ((codes, there, here),) = found
    assert codes == ["B001", "B002"]
    assert (there is here, here) == (False, threading.main_thread())


def test_only_the_latest_question_is_answered_and_those_between_are_not_even_read(
    reading, gate, qtbot
):
    began = threading.Event()
    read: list[Any] = []
    found: list[Any] = []

    def slow(_):
        began.set()
        gate.wait(SOON)
        return 1

    reading.ask(slow, found.append)
    began.wait(SOON)
    reading.ask(lambda _: read.append(2), found.append)
    reading.ask(lambda _: 3, found.append)
    gate.set()
    answered(reading, qtbot)
    reading._session.readings.drain()
    qtbot.wait(1)
    assert (read, found) == ([], [3])


def test_a_question_is_answered_from_one_view_of_the_file(session, reading, gate, qtbot):
    looked = threading.Event()
    found: list[Any] = []

    def read(survey):
        before = batches(survey)
        looked.set()
        gate.wait(SOON)
        return before == batches(survey)

    def record():
        with session.opened.twin(write=True) as twin:
            register_batch(twin, Slip("B009", "C1", 1))

    reading.ask(read, found.append)
    looked.wait(SOON)
    writer = threading.Thread(target=record)
    writer.start()
    gate.set()
    answered(reading, qtbot)
    writer.join(SOON)
    assert found == [True]
    assert "B009" in batches(session.opened)


def test_a_question_that_is_refused_is_told_and_the_next_is_answered(reading, qtbot):
    found: list[Any] = []
    failed: list[Any] = []
    reading.failed.connect(failed.append)
    reading.ask(refused, found.append)
    answered(reading, qtbot)
    assert [type(error) for error in failed] == [ReadOnlyError]
    reading.ask(batches, found.append)
    answered(reading, qtbot)
    assert len(found) == 1


def test_the_refusal_of_a_question_that_was_overtaken_is_not_told(reading, qtbot):
    found: list[Any] = []
    failed: list[Any] = []
    reading.failed.connect(failed.append)
    reading.ask(refused, found.append)
    reading.ask(batches, found.append)
    answered(reading, qtbot)
    assert (failed, len(found)) == ([], 1)


def test_a_damaged_file_is_a_sentence(session, reading, qtbot):
    failed: list[Any] = []
    reading.failed.connect(failed.append)
    reading.ask(lambda survey: survey.db.execute("SELECT 1 FROM nothing"), print)
    answered(reading, qtbot)
    assert [type(error) for error in failed] == [DamagedSurveyError]


def test_a_fault_of_the_program_is_no_sentence(reading, qtbot):
    with qtbot.captureExceptions() as raised, qtbot.assertNotEmitted(reading.failed):
        reading.ask(lambda _: 1 / 0, print)
        answered(reading, qtbot)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_what_is_forgotten_is_not_answered(reading, qtbot):
    found: list[Any] = []
    reading.ask(batches, found.append)
    reading.forget()
    assert not reading.is_waiting
    reading._session.readings.drain()
    qtbot.wait(1)
    assert found == []


def test_a_page_that_is_gone_gets_no_answer(session, gate, qtbot):
    page = QObject()
    found: list[Any] = []
    Reading(session, page).ask(lambda _: gate.wait(SOON), found.append)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    session.readings.drain()
    qtbot.wait(1)
    assert found == []


def test_the_answer_of_a_survey_that_is_closed_does_not_arrive(session, reading, home, qtbot):
    path = session.opened.path
    found: list[Any] = []
    reading.ask(batches, found.append)
    session.readings.drain()  # it is read, and on its way
    session.close()
    session.take(survey_at(path, home))
    qtbot.wait(1)
    assert found == []
    reading.ask(batches, found.append)
    answered(reading, qtbot)
    assert found == [["B001", "B002"]]


@pytest.mark.parametrize("read", [batches, refused])
def test_a_page_that_is_not_in_front_takes_no_focus(session, read, qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    front, behind = QWidget(), QWidget()
    held, wanted = QPushButton("held", front), QPushButton("wanted", behind)
    stack.addWidget(front)
    stack.addWidget(behind)
    with qtbot.waitActive(stack):
        stack.show()
    held.setFocus()
    reading = Reading(session, behind)
    reading.failed.connect(lambda _: wanted.setFocus())
    reading.ask(read, lambda _: wanted.setFocus())
    answered(reading, qtbot)
    assert held.hasFocus()
    assert wanted.isEnabled()
    stack.setCurrentWidget(behind)
    reading.ask(read, lambda _: wanted.setFocus())
    answered(reading, qtbot)
    assert wanted.hasFocus()
