"""Error rates of first keying, found by second keying, with exact intervals (RULES.md §4).

Keying errors 再生性 only: what was wrong on the paper itself 原生性, no second keying sees.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lgamma, log, log1p

from desktop.tally.keyings import differing_cells
from desktop.tally.numbers import rounded

CONFIDENCE = Fraction(95, 100)
_NEGLIGIBLE = 1e-18
"""Share of a sum below which a term of it changes no digit of a float."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One form keyed twice; a content is a void reason or "", and the marks."""

    batch: str
    first_operator: str
    second_operator: str
    first: tuple[str, str]
    """As keyed before anybody asked for a blind re-keying: a mended error was one."""
    second: tuple[str, str]
    settled: tuple[str, str] | None
    """What both agreed on or a ruling says; None while that is open."""
    filled: frozenset[int] | None = None
    """Cells that the first keyer entered with a fill key; None where that is not known."""


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Wrong ones among `trials`; `low` and `high` are shares from 0 to 1, as is errors ÷ trials."""

    errors: int
    trials: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rates:
    """Errors of some first keyings: wrong cells of all cells, wrong forms of all forms.

    Hazard: the cells of a form are not independent, a slip of a row or a wrong fill errs many times
    at once; so the interval by cell is narrower than the truth. The one by form is sound.
    """

    cells: ErrorRate
    forms: ErrorRate
    pending: int
    """Forms whose difference is not settled: in neither rate."""


@dataclass(frozen=True, slots=True)
class ErrorRates:
    """All comparisons, and the same by the first keyer, by batch, and by the way of entering."""

    overall: Rates
    by_operator: Mapping[str, Rates]
    by_batch: Mapping[str, Rates]
    single_keys: ErrorRate
    fills: ErrorRate


def error_rates(comparisons: Iterable[Comparison]) -> ErrorRates:
    """Errors of the first keyings against what was settled, groups in order of their codes."""
    compared = list(comparisons)
    entered = [_by_entry(one) for one in compared]
    return ErrorRates(
        _rates(compared),
        _grouped(compared, lambda one: one.first_operator),
        _grouped(compared, lambda one: one.batch),
        _rate(single for single, _ in entered),
        _rate(fill for _, fill in entered),
    )


def overall_rates(comparisons: Iterable[Comparison]) -> Rates:
    """The rates of all comparisons alone."""
    return _rates(list(comparisons))


def rate_of(errors: int, trials: int) -> ErrorRate:
    """A rate with its exact 95 % interval; nothing tried leaves it anywhere from 0 to 1."""
    return ErrorRate(errors, trials, *clopper_pearson(errors, trials))


def rate_text(rate: ErrorRate, decimals: int = 2) -> str:
    """`2.94 ‰ (1.08–6.39)`: rate and interval in ‰, half up; `—` where nothing was tried."""
    return _text(rate, 1000, "‰", decimals)


def percent_text(rate: ErrorRate, decimals: int = 1) -> str:
    """`29.4 % (10.8–63.9)`: the same in %."""
    return _text(rate, 100, "%", decimals)


def _text(rate: ErrorRate, whole: int, sign: str, decimals: int) -> str:
    if not rate.trials:
        return "—"
    shares = (Fraction(rate.errors, rate.trials), Fraction(rate.low), Fraction(rate.high))
    share, low, high = (rounded(whole * share, decimals) for share in shares)
    return f"{share} {sign} ({low}–{high})"


def clopper_pearson(
    errors: int, trials: int, confidence: Fraction = CONFIDENCE
) -> tuple[float, float]:
    """The exact interval of a share, from 0 to 1 (Clopper and Pearson 1934).

    Its ends are the shares under which so many errors, or so few, have half of 1 − `confidence` as
    their probability. Right to 1e-9 for up to ten million trials.
    """
    assert 0 <= errors <= trials
    tail = float((1 - confidence) / 2)
    return _lowest_share(errors, trials, tail), 1 - _lowest_share(trials - errors, trials, tail)


def _lowest_share(errors: int, trials: int, tail: float) -> float:
    """The share under which `errors` or more of `trials` have the probability `tail`."""
    if errors == 0:
        return 0.0
    low, high = 0.0, errors / trials  # at errors ÷ trials itself the probability is a half or more
    while low < (middle := (low + high) / 2) < high:
        if _log_upper_tail(errors, trials, middle) < log(tail):
            low = middle
        else:
            high = middle
    return high


def _log_upper_tail(errors: int, trials: int, share: float) -> float:
    """Logarithm of the probability of `errors` or more, for a share below errors ÷ trials.

    There each term of the sum is smaller than the one before. Logarithms, for with ten million
    trials the first term is often too small for a float.
    """
    odds, term, total, count = share / (1 - share), 1.0, 1.0, errors
    while term > _NEGLIGIBLE * total and count < trials:
        term *= (trials - count) / (count + 1) * odds
        total += term
        count += 1
    return _log_probability(errors, trials, share) + log(total)


def _log_probability(errors: int, trials: int, share: float) -> float:
    """Logarithm of the probability of exactly `errors` of `trials`."""
    right = trials - errors
    ways = lgamma(trials + 1) - lgamma(errors + 1) - lgamma(right + 1)
    return ways + errors * log(share) + right * log1p(-share)


def _grouped(
    comparisons: Sequence[Comparison], key: Callable[[Comparison], str]
) -> dict[str, Rates]:
    groups: dict[str, list[Comparison]] = {}
    for one in comparisons:
        groups.setdefault(key(one), []).append(one)
    return {code: _rates(groups[code]) for code in sorted(groups)}


def _rates(comparisons: Sequence[Comparison]) -> Rates:
    return Rates(
        _rate(map(_by_cell, comparisons)),
        _rate(map(_by_form, comparisons)),
        sum(one.settled is None for one in comparisons),
    )


def _rate(found: Iterable[tuple[int, int]]) -> ErrorRate:
    """The rate over pairs of errors and trials."""
    pairs = list(found)
    return rate_of(sum(errors for errors, _ in pairs), sum(trials for _, trials in pairs))


def _by_form(one: Comparison) -> tuple[int, int]:
    """One trial where the form is settled; cells of a form void both times are no error."""
    if one.settled is None:
        return 0, 0
    (void, marks), (settled_void, settled_marks) = one.first, one.settled
    wrong = void != settled_void or (not void and marks != settled_marks)
    return int(wrong), 1


def _by_cell(one: Comparison) -> tuple[int, int]:
    wrong, cells = _wrong_cells(one)
    return len(wrong), cells


def _by_entry(one: Comparison) -> tuple[tuple[int, int], tuple[int, int]]:
    """Errors and trials of cells entered singly and of filled ones, where the way is known."""
    wrong, cells = _wrong_cells(one)
    if one.filled is None or not cells:
        return (0, 0), (0, 0)
    filled, wrong_filled = len(one.filled), len(one.filled.intersection(wrong))
    return (len(wrong) - wrong_filled, cells - filled), (wrong_filled, filled)


def _wrong_cells(one: Comparison) -> tuple[tuple[int, ...], int]:
    """Cells keyed wrong, and cells compared: none where either content is void.

    A wrong void is one error by form; by cell it would be as many as the form has cells.
    """
    if one.settled is None or one.settled[0] or one.first[0]:
        return (), 0
    return differing_cells(one.first[1], one.settled[1]), len(one.settled[1])
