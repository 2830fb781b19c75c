"""Draws from a chance that the caller hands in; the rules have none of their own.

The same sequence of `random` gives the same draws on every version of Python, which promises that
sequence for a seed, and nothing else that `random.Random` draws.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import cos, log, log1p, pi, sqrt
from typing import Protocol

_AT_ONCE = 4096
"""Steps drawn before it is looked whether the end is reached."""


class Chance(Protocol):
    """A `random.Random(seed)` is one."""

    def random(self) -> float:
        """A number from 0, included, to 1, excluded, each as likely."""


def shares(chance: Chance, weights: Sequence[float]) -> list[float]:
    """Shares that add up to 1, as uncertain as counts of these sizes leave them (Dirichlet)."""
    parts = [gamma(chance, weight) for weight in weights]
    whole = sum(parts)
    return [part / whole for part in parts]


def gamma(chance: Chance, shape: float) -> float:
    """A gamma variate of this shape above 0 and scale 1 (Marsaglia and Tsang 2000)."""
    if shape < 1:
        return gamma(chance, shape + 1) * float(_above_zero(chance) ** (1 / shape))
    middle = shape - 1 / 3
    width = 1 / sqrt(9 * middle)
    while True:
        normal = _normal(chance)
        cube = (1 + width * normal) ** 3
        if cube > 0 and log(_above_zero(chance)) < normal**2 / 2 + middle * (1 - cube + log(cube)):
            return middle * cube


def hits(chance: Chance, trials: int, share: float) -> list[int]:
    """Which of so many trials, from 0 up, succeed, each by itself with this share; ascending.

    It draws how many fail before the next success, so that rare ones cost what they are.
    """
    if share <= 0 or not trials:
        return []
    if share >= 1:
        return list(range(trials))
    found, last, draw, scale = [-1], -1, chance.random, 1 / log1p(-share)
    while last < trials:
        many = min(_AT_ONCE, int((trials - last) * share) + 8)
        steps = [1 + int(log(1.0 - draw()) * scale) for _ in range(many)]
        steps[0] += last
        found += accumulate(steps)
        last = found[-1]
    while found[-1] >= trials:
        found.pop()
    return found[1:]


def _normal(chance: Chance) -> float:
    """Box and Muller 1958."""
    return sqrt(-2 * log(_above_zero(chance))) * cos(2 * pi * chance.random())


def _above_zero(chance: Chance) -> float:
    return 1.0 - chance.random()
