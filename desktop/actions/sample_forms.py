"""Made-up batches of forms: the paper of 2005 for the demo, the tests and the benchmarks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from desktop.actions.sample_marks import (
    S1,
    S2,
    S3,
    FormMaker,
    Opinion,
    Scenario,
    Table,
    grades,
    scenario_marks,
    sunk,
)
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip

__all__ = [
    "S1",
    "S2",
    "S3",
    "SampleBatch",
    "Scenario",
    "TooFewSampleFormsError",
    "agency_qualities",
    "sample_batches",
    "scenario_marks",
]

LEAST_FORMS = 20
BATCH_FORMS = 50
_FILLED_VOID = 0.2
"""Of the void forms, the share whose photocopied answers were keyed all the same."""


class TooFewSampleFormsError(PingyiError):
    message = "A sample of {forms} forms is too small to show anything: ask for {least} or more."


@dataclass(frozen=True, slots=True)
class SampleBatch:
    """A bundle of paper: its cover, and the forms as a faultless clerk would key them."""

    slip: Slip
    forms: tuple[Form, ...]


def sample_batches(plan: Plan, *, forms: int, seed: int) -> Iterator[SampleBatch]:
    """Batches of up to 50 forms, channel by channel; equal arguments give equal forms.

    11,436 forms of the 2005 plan split exactly as they did in 2005 (RULES.md §1), other numbers
    in proportion; another plan's channels share alike. TooFewSampleFormsError below 20.
    """
    if forms < LEAST_FORMS:
        raise TooFewSampleFormsError(forms=forms, least=LEAST_FORMS)
    # practice paper, nothing secret
    return _batches(plan, _shared_out(_returns(plan), forms), Random(seed))  # noqa: S311


def agency_qualities(random: Random, agencies: int) -> list[float]:
    """How far marks sink for each agency, 0.6 (good) to 1.7, in random order and none twice."""
    order = sorted((random.random(), place) for place in range(agencies))
    return [0.6 + 1.1 * place / max(1, agencies - 1) for _, place in order]


class _Return(NamedTuple):
    """Forms back by one channel; `mood` sinks its marks; `mutual` bundles come from agencies."""

    channel: str
    valid: int
    void: int
    mood: float
    mutual: bool = False


# valid forms as the office counted them; of its 602 void ones only the sum is known
_RETURNS_2005 = (
    _Return("C1", 5546, 118, 0.75, mutual=True),
    _Return("C2", 750, 9, 0.9),
    _Return("C3", 672, 21, 1.1),
    _Return("C5", 3866, 454, 1.5),
)


def _returns(plan: Plan) -> Sequence[_Return]:
    known = {channel.code for channel in plan.channels}
    if known.issuperset(held.channel for held in _RETURNS_2005):
        return _RETURNS_2005
    return [_Return(channel.code, 18, 1, 1.0) for channel in plan.channels]


def _shared_out(returns: Sequence[_Return], forms: int) -> list[_Return]:
    """`forms` in the proportions of `returns`, by largest remainder: the sum is exact."""
    parts = [count for held in returns for count in (held.valid, held.void)]
    whole = sum(parts)
    shares = [forms * part // whole for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda at: (-(forms * parts[at] % whole), at))
    for at in by_remainder[: forms - sum(shares)]:
        shares[at] += 1
    pairs = zip(shares[::2], shares[1::2], strict=True)
    return [
        held._replace(valid=valid, void=void)
        for held, (valid, void) in zip(returns, pairs, strict=True)
    ]


def _batches(plan: Plan, returns: Sequence[_Return], random: Random) -> Iterator[SampleBatch]:
    qualities = agency_qualities(random, len(plan.agencies))
    made = 0
    for held in returns:
        makers = _makers(plan, qualities, held.mood)
        voids = _void_places(random, held)
        for bundle, first in enumerate(range(0, len(voids), BATCH_FORMS)):
            made += 1
            slip_voids = voids[first : first + BATCH_FORMS]
            origin = plan.agencies[bundle % len(plan.agencies)].code if held.mutual else None
            slip = Slip(f"B{made:03d}", held.channel, len(slip_voids), origin)
            yield SampleBatch(slip, tuple(_forms(plan, slip, slip_voids, makers, random)))


def _void_places(random: Random, held: _Return) -> list[bool]:
    """Which of a channel's forms are void: exactly `held.void` of them, anywhere."""
    voids, left = [], held.void
    for waiting in range(held.valid + held.void, 0, -1):
        void = random.random() * waiting < left
        left -= void
        voids.append(void)
    return voids


def _forms(
    plan: Plan, slip: Slip, voids: Sequence[bool], makers: Table[FormMaker], random: Random
) -> Iterator[Form]:
    reason, before = plan.void_reasons[0].code, ""
    for number, void in enumerate(voids, 1):
        if void:
            # photocopied answers repeat the form before; most are never keyed
            filled = random.random() < _FILLED_VOID
            yield Form(slip.code, number, before if filled else "", reason)
        else:
            before = makers.at(random.random()).marks(random)
            yield Form(slip.code, number, before)


def _makers(plan: Plan, qualities: Sequence[float], mood: float) -> Table[FormMaker]:
    makers = [_maker(plan, scenario, qualities, mood) for scenario in (S1, S2, S3)]
    return Table(makers, (0.4, 0.4, 0.2))


def _maker(plan: Plan, scenario: Scenario, qualities: Sequence[float], mood: float) -> FormMaker:
    shares = _shares_of(len(plan.grades), scenario)
    width = len(plan.dimensions)
    # every agency has strengths and weaknesses of its own, for its feedback sheet to show
    factors = [0.5 + place / width for place in range(width)]
    opinions = [
        Opinion(
            grades(sunk(shares, quality * mood)),
            tuple(
                grades(sunk(shares, quality * mood * factors[(row + place) % width]))
                for place in range(width)
            ),
        )
        for row, quality in enumerate(qualities)
    ]
    return FormMaker(scenario, grades(sunk(shares, mood)), opinions)


def _shares_of(count: int, scenario: Scenario) -> Sequence[float]:
    if count == len(scenario.p):
        return scenario.p
    return sunk([1.0] * count, 0.3)
