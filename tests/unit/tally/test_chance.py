from math import sqrt
from random import Random

import pytest

from desktop.tally.chance import gamma, hits, shares

DRAWS = 20_000


class Scripted:
    """Gives these numbers, one after the other."""

    def __init__(self, *numbers):
        self._numbers = iter(numbers)

    def random(self):
        return next(self._numbers)


@pytest.mark.parametrize("shape", [0.1, 0.5, 1.0, 2.5, 400.0])
def test_gamma_has_its_shape_as_mean_and_as_variance(shape):
    chance = Random(f"gamma {shape}")
    drawn = [gamma(chance, shape) for _ in range(DRAWS)]
    mean = sum(drawn) / DRAWS
    variance = sum((one - mean) ** 2 for one in drawn) / DRAWS
    assert mean == pytest.approx(shape, abs=5 * sqrt(shape / DRAWS))
    spread = sqrt((6 * shape + 2 * shape**2) / DRAWS)  # of the variance, by the fourth moment
    assert variance == pytest.approx(shape, abs=5 * spread)


def test_gamma_of_shape_one_is_exponential():
    chance = Random("exponential")
    drawn = [gamma(chance, 1.0) for _ in range(DRAWS)]
    for bound, below in ((0.1, 0.0951626), (0.6931472, 0.5), (2.0, 0.8646647)):
        assert sum(one < bound for one in drawn) / DRAWS == pytest.approx(below, abs=0.015)


def test_shares_have_the_moments_of_a_dirichlet():
    chance, weights = Random("shares"), (3.0, 1.0, 0.5)
    drawn = [shares(chance, weights) for _ in range(DRAWS)]
    assert all(sum(one) == pytest.approx(1) for one in drawn)
    for at, weight in enumerate(weights):
        mean = weight / 4.5
        values = [one[at] for one in drawn]
        assert sum(values) / DRAWS == pytest.approx(mean, abs=0.01)
        variance = sum((value - mean) ** 2 for value in values) / DRAWS
        assert variance == pytest.approx(mean * (1 - mean) / 5.5, abs=0.003)


def test_hits_lie_as_far_apart_as_the_drawn_numbers_say():
    """With share ½ a number below ½ hits at once, one below ¾ passes over one, below ⅞ two."""
    assert hits(Scripted(0.4, 0.6, 0.8, *[0.999] * 9), 8, 0.5)[:3] == [0, 2, 5]


@pytest.mark.parametrize(("share", "expected"), [(0.0, []), (1.0, [0, 1, 2]), (1.5, [0, 1, 2])])
def test_never_and_always_ask_no_chance(share, expected):
    assert hits(Scripted(), 3, share) == expected
    assert hits(Scripted(), 0, share) == []


@pytest.mark.parametrize(("trials", "share"), [(5, 0.3), (40, 0.9), (3000, 0.002), (9000, 0.7)])
def test_each_trial_succeeds_by_itself_with_the_share(trials, share):
    chance, rounds = Random(f"{trials} {share}"), 2000 if trials < 100 else 300
    drawn = [hits(chance, trials, share) for _ in range(rounds)]
    for one in drawn:
        assert one == sorted(set(one))
        assert not one or 0 <= one[0] <= one[-1] < trials
    whole = sum(map(len, drawn))
    spread = sqrt(trials * rounds * share * (1 - share))
    assert whole == pytest.approx(trials * rounds * share, abs=5 * spread)
    for place in (0, trials // 2, trials - 1):
        hit = sum(place in one for one in drawn)
        assert hit == pytest.approx(rounds * share, abs=5 * sqrt(rounds * share) + 1)


def test_the_same_seed_draws_the_same_on_every_python():
    chance = Random("2005")
    assert hits(chance, 100, 0.05) == HITS
    assert [round(gamma(chance, shape), 9) for shape in (0.1, 1.0, 50.0)] == GAMMAS


HITS = [50, 52, 60, 66]
GAMMAS = [0.005114993, 0.587593792, 39.861257295]
