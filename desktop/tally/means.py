"""Means over agencies, exact: one agency, one voice, however many votes it has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.tally.results import AgencyResult, Results


@dataclass(frozen=True, slots=True)
class GroupMeans:
    """Of a group's agencies that have a score; `agencies` says how many these are.

    None where fewer than two of them have the figure: the mean of one is that one's score again.
    Dimensions and channels are in the plan's order.
    """

    agencies: int
    score: Fraction | None
    dimensions: tuple[Fraction | None, ...]
    channels: tuple[Fraction | None, ...]


def group_means(results: Results) -> Mapping[str, GroupMeans]:
    """By the code of the group, every group of the plan."""
    plan = results.plan
    members: dict[str, list[AgencyResult]] = {group.code: [] for group in plan.groups}
    for agency in results.agencies:
        if agency.score is not None:
            members[plan.group_of[agency.code].code].append(agency)
    places = len(plan.dimensions), len(plan.channels)
    return {code: _means(held, *places) for code, held in members.items()}


def dimension_means(agencies: Sequence[AgencyResult]) -> list[Fraction | None]:
    """The mean of the agencies' scores in each dimension; None where none has one."""
    return [
        mean(held.score for held in column)
        for column in zip(*(agency.dimensions for agency in agencies), strict=True)
    ]


def mean(scores: Iterable[Fraction | None]) -> Fraction | None:
    """Of those that are there; None where none is."""
    held = [score for score in scores if score is not None]
    return sum(held, Fraction()) / len(held) if held else None


def _means(agencies: Sequence[AgencyResult], dimensions: int, channels: int) -> GroupMeans:
    return GroupMeans(
        len(agencies),
        _compared(agency.score for agency in agencies),
        tuple(
            _compared(agency.dimensions[at].score for agency in agencies)
            for at in range(dimensions)
        ),
        tuple(
            _compared(agency.channels[at].score for agency in agencies) for at in range(channels)
        ),
    )


def _compared(scores: Iterable[Fraction | None]) -> Fraction | None:
    """A mean that somebody can stand beside."""
    held = [score for score in scores if score is not None]
    return mean(held) if len(held) > 1 else None
