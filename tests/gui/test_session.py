"""The session: a file is verified beside, begun a moment after it was opened."""

import pytest

from desktop.actions.batches import register_batch
from desktop.session import Session
from desktop.store.errors import UncheckedError
from desktop.tally.reconciliation import Slip

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
