"""The session: a file is verified beside, begun a moment after it was opened."""

import threading
from typing import Any

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.keying import key_form
from desktop.jobs import Job
from desktop.session import Session
from desktop.store.errors import NotVerifiedError, UncheckedError
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.gui.conftest import survey_at
from tests.tampering import tamper

SLIP = Slip("B009", "C1", 3)


@pytest.fixture
def session(qapp, file, home):
    session = Session(home)
    session.open(file())
    yield session
    session.close()


def is_checked(session: Session) -> bool:
    try:
        return bool(session.opened.key)
    except UncheckedError:
        return False


def test_nothing_is_signed_before_the_file_is_verified(session):
    with pytest.raises(UncheckedError):
        register_batch(session.opened, SLIP)


def test_whoever_waits_for_the_verification_begins_it(session):
    session.await_check()
    register_batch(session.opened, SLIP)


def test_a_file_is_verified_without_being_asked(session, qtbot):
    qtbot.waitUntil(lambda: is_checked(session), timeout=5000)


def test_a_file_may_be_closed_before_its_verification_begins(session, qtbot):
    path = session.opened.path
    session.close()
    qtbot.wait(600)
    session.open(path)
    session.await_check()
    assert is_checked(session)


def test_what_waits_for_the_verification_is_called_once_in_order(session, qtbot):
    called: list[Any] = []
    for number in (1, 2):
        session.when_checked(lambda number=number: called.append((number, is_checked(session))))
    assert (called, session._check_begun) == ([], True)  # the grace is for those who wait not
    qtbot.waitUntil(lambda: len(called) == 2, timeout=5000)
    assert called == [(1, True), (2, True)]
    session.when_checked(lambda: called.append(3))
    assert called[2:] == [3]


def test_whoever_waits_here_lets_the_others_go_on(session):
    called = []
    session.when_checked(lambda: called.append(is_checked(session)))
    session.await_check()
    assert called == [True]


def test_what_waits_is_called_though_the_file_fails_and_finds_it_unsigned(file, home, qapp, qtbot):
    path = file()
    with survey_at(path, home) as survey:
        key_form(survey, Form("B001", 1, "222222"))
    tamper(path, "UPDATE record SET body = replace(body, '222222', '111111')")
    session, called = Session(home), []
    session.open(path)
    session.when_checked(lambda: called.append(is_checked(session)))
    with pytest.raises(NotVerifiedError):
        session.await_check()
    assert called == [False]
    session.close()
    session.open(path)
    session.when_checked(lambda: called.append(is_checked(session)))
    with qtbot.waitSignal(session.check_failed, timeout=20_000):
        pass
    assert called == [False, False]
    assert session.survey is None


def test_closing_forgets_what_waits(session):
    called, path = [], session.opened.path
    session.when_checked(lambda: called.append(1))
    session.close()
    session.open(path)
    session.await_check()
    assert called == []


def test_after_an_act_beside_the_session_goes_on_from_what_it_recorded(session, qtbot):
    session.await_check()
    with session.opened.twin(write=True) as twin:
        register_batch(twin, SLIP)
    with qtbot.waitSignal(session.recorded):
        session.go_on()
    assert session.opened.tip == twin.tip


def test_going_on_without_a_survey_says_nothing(session, qtbot):
    session.close()
    with qtbot.assertNotEmitted(session.recorded):
        session.go_on()


def test_closing_stops_what_only_reads_and_waits_for_what_records(session):
    session.await_check()
    survey, began, ended = session.opened, threading.Event(), []

    def labour(job):
        began.set()
        while True:
            job.report(0, 0)

    def record(_):
        with survey.twin(write=True) as twin:
            register_batch(twin, SLIP)
        ended.append(survey.db.conn)

    session.labours.start(Job(labour, session))
    session.jobs.start(Job(record, session))
    began.wait(10)
    path = survey.path
    session.close()
    assert ended
    session.open(path)
    held = session.opened.db.execute("SELECT 1 FROM batch WHERE code = 'B009'").fetchone()
    assert held


def test_everything_that_may_be_under_way_is_among_the_runners(session):
    held = (session.journals, session.jobs, session.readings, session.labours)
    assert set(session.runners) == set(held)
