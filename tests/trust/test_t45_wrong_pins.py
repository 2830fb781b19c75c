"""T45: five wrong PINs lock the operator, on record; a clock set back or forth does not help."""

import time

import pytest

from desktop.actions.errors import OperatorLockedError, PinWrongError
from desktop.actions.operators import register_operator, sign_in
from desktop.actions.sealing import seal
from desktop.store import kinds
from desktop.store.locks import LOCK_SECONDS, PinLocks
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi") as made:
        register_operator(made, "C01", name="甲", roles=["clerk"], pin="1234")
        register_operator(made, "C02", name="乙", roles=["clerk"], pin="5678")
        yield made


def fail(survey, times):
    """Give a wrong PIN so often; the fifth answer is that the operator is locked."""
    for attempt in range(1, times + 1):
        with pytest.raises(OperatorLockedError if attempt == 5 else PinWrongError):
            sign_in(survey, "C01", "0000")


def locked(survey):
    return [record.data["operator"] for record in survey.records() if record.kind == kinds.LOCKED]


def test_t45_the_fifth_wrong_pin_locks_and_is_on_record(survey):
    fail(survey, 4)
    assert locked(survey) == []
    with pytest.raises(OperatorLockedError, match="10 minutes"):
        sign_in(survey, "C01", "0000")
    assert locked(survey) == ["C01"]
    with pytest.raises(OperatorLockedError, match="10 minutes"):
        sign_in(survey, "C01", "1234")
    assert sign_in(survey, "C02", "5678").code == "C02"


def test_t45_a_right_pin_begins_the_count_again(survey):
    fail(survey, 4)
    sign_in(survey, "C01", "1234")
    fail(survey, 4)
    assert sign_in(survey, "C01", "1234").code == "C01"


@pytest.mark.parametrize("hours", [-48, 48])
def test_t45_the_clock_does_not_shorten_the_lock(survey, monkeypatch, hours):
    fail(survey, 5)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600 * hours)
    with pytest.raises(OperatorLockedError):
        sign_in(survey, "C01", "1234")


def test_t45_the_lock_ends_by_itself_and_five_more_lock_again(survey, monkeypatch):
    fail(survey, 5)
    later = time.monotonic() + LOCK_SECONDS + 1
    path = survey.home.pin_locks(survey.id).path
    locks = PinLocks(path, seconds_up=lambda: later)
    monkeypatch.setattr(type(survey.home), "pin_locks", lambda home, survey: locks)
    assert sign_in(survey, "C01", "1234").code == "C01"
    fail(survey, 5)
    assert locked(survey) == ["C01", "C01"]


def test_t45_after_a_restart_of_the_machine_the_lock_begins_again(tmp_path):
    up = 5000.0
    locks = PinLocks(tmp_path / "locks.json", seconds_up=lambda: up)
    for _ in range(5):
        locks.failed("C01")
    up = 20.0
    assert locks.remaining("C01") == LOCK_SECONDS
    up = 320.0
    assert locks.remaining("C01") == LOCK_SECONDS - 300
    up = 620.0
    assert locks.remaining("C01") == 0


def test_t45_a_new_pin_from_the_supervisor_unlocks(survey):
    fail(survey, 5)
    register_operator(survey, "C01", name="甲", roles=["clerk"], pin="4321")
    assert sign_in(survey, "C01", "4321").code == "C01"


def test_t45_under_a_seal_the_lock_holds_and_nothing_is_recorded(survey):
    seal(survey)
    before = len(list(survey.records()))
    fail(survey, 5)
    with pytest.raises(OperatorLockedError):
        sign_in(survey, "C01", "1234")
    assert len(list(survey.records())) == before
