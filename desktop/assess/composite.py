"""The composite 综合评价: components by weight, on a scale of 100, missing ones as set (§7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.tally.errors import PingyiError
from desktop.tally.ranking import competition_ranks

_HUNDRED = 100


class Missing(StrEnum):
    """What becomes of a unit that a component has no figure for."""

    RENORMALISE = "renormalise"
    STOP = "stop"


class ComponentKind(StrEnum):
    """survey and assessment are computed from the same file, the others imported."""

    SURVEY = "survey"
    ASSESSMENT = "assessment"
    PHONE = "phone"
    MYSTERY = "mystery"
    ON_SITE = "on-site"
    ONLINE = "online"
    OTHER = "other"


class NoWeightError(PingyiError):
    message = "The weights of group {group} add up to nothing: give one component a weight above 0."


@dataclass(frozen=True, slots=True)
class Component:
    """`full` is the mark that becomes 100: 110 of a survey, 5 of a phone poll."""

    code: str
    name: str
    kind: ComponentKind
    full: Fraction
    weight: Fraction
    weights: Mapping[str, Fraction]
    """By the group's code, where they differ from `weight`."""
    figures: Mapping[str, Fraction]
    """By the unit's code, in marks up to `full`."""
    source: str = ""
    date: str = ""
    sample: int | None = None

    def of(self, unit: str) -> Fraction | None:
        """On the scale of 100."""
        figure = self.figures.get(unit)
        return None if figure is None else figure * _HUNDRED / self.full

    def weight_in(self, group: str) -> Fraction:
        return self.weights.get(group, self.weight)


@dataclass(frozen=True, slots=True)
class Part:
    """What one component contributes to a unit's score; both None where its figure is missing."""

    component: str
    figure: Fraction | None
    contribution: Fraction | None


@dataclass(frozen=True, slots=True)
class CompositeLine:
    """One unit; without score and rank where a figure is missing and that stops it."""

    unit: str
    parts: Sequence[Part]
    score: Fraction | None
    rank: int | None


def composite(
    components: Sequence[Component],
    groups: Mapping[str, str],
    missing: Missing = Missing.RENORMALISE,
) -> list[CompositeLine]:
    """Every unit by rank, those without a score last; `groups`: the group's code by unit.

    NoWeightError.
    """
    parts = {unit: _parts(components, unit, group) for unit, group in groups.items()}
    scores = {unit: _score(components, unit, groups[unit], missing) for unit in groups}
    ranks = competition_ranks({unit: (s,) for unit, s in scores.items() if s is not None})
    lines = [CompositeLine(u, parts[u], scores[u], ranks.get(u)) for u in groups]
    return sorted(lines, key=lambda line: (line.rank is None, line.rank or 0))


def _score(
    components: Sequence[Component], unit: str, group: str, missing: Missing
) -> Fraction | None:
    weighed = [(held.weight_in(group), held.of(unit)) for held in components]
    if not sum(weight for weight, _ in weighed):
        raise NoWeightError(group=group)
    known = [(weight, figure) for weight, figure in weighed if weight and figure is not None]
    whole = sum((weight for weight, _ in known), Fraction())
    if not whole:
        return None
    lacking = any(weight and figure is None for weight, figure in weighed)
    if lacking and missing is Missing.STOP:
        return None
    return sum((weight * figure for weight, figure in known), Fraction()) / whole


def _parts(components: Sequence[Component], unit: str, group: str) -> list[Part]:
    """The contributions of a unit add up to its score."""
    figures = {held.code: held.of(unit) for held in components}
    whole = sum(
        (held.weight_in(group) for held in components if figures[held.code] is not None),
        Fraction(),
    )
    found = []
    for held in components:
        figure = figures[held.code]
        share = held.weight_in(group) / whole if whole else Fraction()
        found.append(Part(held.code, figure, None if figure is None else figure * share))
    return found
