import pytest

from desktop.models.work_meter import IDLE_SECONDS, WorkMeter


class Seconds:
    """A clock that is told what it shows."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Seconds()


@pytest.fixture
def meter(clock):
    return WorkMeter(clock)


def press_after(meter, clock, *gaps):
    for gap in gaps:
        clock.now += gap
        meter.press()


def test_every_press_counts_and_so_does_the_time_between(meter, clock):
    press_after(meter, clock, 1, 0.5, 2)
    assert (meter.presses, meter.worked, meter.idle, meter.paused) == (3, 3.5, 0, 0)


def test_a_gap_of_a_minute_is_work_and_a_longer_one_is_not(meter, clock):
    press_after(meter, clock, IDLE_SECONDS)
    assert (meter.worked, meter.idle) == (60, 0)
    press_after(meter, clock, IDLE_SECONDS + 0.25)
    assert (meter.worked, meter.idle) == (60, 60.25)


def test_a_pause_is_neither_work_nor_idle_and_the_next_press_ends_it(meter, clock):
    press_after(meter, clock, 5)
    meter.pause()
    press_after(meter, clock, 600, 5)
    assert (meter.worked, meter.idle, meter.paused) == (10, 0, 600)
    assert (meter.pauses, meter.is_paused) == (1, False)


def test_minutes_are_whole_ones(meter, clock):
    press_after(meter, clock, 59, 60)
    assert meter.minutes == 1


def test_a_meter_is_empty_until_something_is_pressed_or_saved(meter, clock):
    assert meter.is_empty
    clock.now += 500
    assert meter.is_empty
    meter.forms = 1
    assert not meter.is_empty
    meter.restart()
    press_after(meter, clock, 1)
    assert not meter.is_empty


def test_a_meter_begins_again_from_nothing(meter, clock):
    press_after(meter, clock, 5, 70)
    meter.fills = meter.corrections = meter.forms = meter.voided = meter.doubted = 3
    meter.corrected = 3
    meter.pause()
    clock.now += 30
    meter.restart()
    assert meter.is_empty
    assert not meter.is_paused
    figures = (meter.fills, meter.corrections, meter.forms, meter.voided, meter.doubted)
    assert (*figures, meter.corrected, meter.pauses) == (0,) * 7
    press_after(meter, clock, 2)
    assert (meter.worked, meter.idle, meter.paused) == (2, 0, 0)
