import pytest

from desktop.tally.error_rates import rate_of
from desktop.tally.narrowing import trials_for


def width(rate):
    return rate.high - rate.low


@pytest.mark.parametrize(("errors", "trials"), [(255, 588), (9, 20), (0, 40), (1, 100), (30, 30)])
def test_so_many_trials_halve_the_interval(errors, trials):
    rate = rate_of(errors, trials)
    wanted = trials_for(rate, width(rate) / 2)
    assert wanted
    after = rate_of(round(wanted * errors / trials), wanted)
    assert width(after) <= width(rate) / 2
    assert width(after) == pytest.approx(width(rate) / 2, rel=0.05)


def test_it_is_about_four_times_as_many():
    rate = rate_of(255, 588)
    assert trials_for(rate, width(rate) / 2) == pytest.approx(4 * 588, rel=0.05)
    assert trials_for(rate, width(rate)) == pytest.approx(588, rel=0.01)


def test_no_number_is_enough_for_nothing():
    assert trials_for(rate_of(255, 588), 1e-9) is None
    assert trials_for(rate_of(0, 0), 0.5) is None
