"""How much more has to be keyed a second time before an error rate is known more narrowly."""

from fractions import Fraction

from desktop.tally.error_rates import ErrorRate, rate_of

_MOST = 10**7
"""As many trials as `clopper_pearson` is right for."""


def trials_for(rate: ErrorRate, width: float) -> int | None:
    """The fewest trials whose interval is at most so wide if the share of errors stays as it is.

    None where that takes more than ten million. The share of errors is kept to the nearest whole
    error, which makes the width fall by small steps back: the answer is right to such a step.
    """
    few, enough = 0, rate.trials
    while enough and _width(rate, enough) > width and enough < _MOST:
        few, enough = enough, min(2 * enough, _MOST)
    if not enough or _width(rate, enough) > width:
        return None
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (few, middle) if _width(rate, middle) <= width else (middle, enough)
    return enough


def _width(rate: ErrorRate, trials: int) -> float:
    errors = round(Fraction(rate.errors * trials, rate.trials))
    expected = rate_of(errors, trials)
    return expected.high - expected.low
