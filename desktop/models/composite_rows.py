"""The composite as rows of a table: contributions of each component, and what-if beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.actions.composite import CompositeTable
from desktop.assess.composite import Component, CompositeLine, composite
from desktop.assess.year import CompositeSetting
from desktop.models.rows_model import Row, Sort
from desktop.tally.numbers import number_text, rounded
from desktop.tally.plan import Agency

_DECIMALS = 2

DASH = "—"
"""Stands where there is nothing."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The composite of the file, and the units that it is of."""

    setting: CompositeSetting
    """With every figure in it."""
    lines: Sequence[CompositeLine]
    units: Mapping[str, Agency]
    void: Sequence[str]
    survey_sealed: bool

    @classmethod
    def of(cls, table: CompositeTable, agencies: Sequence[Agency]) -> "Composed":
        units = {held.code: held for held in agencies}
        ranked = {line.unit for line in table.lines}
        void = [code for code in units if code not in ranked]
        return cls(table.setting, table.lines, units, void, table.survey_sealed)

    @property
    def lacking(self) -> list[str]:
        """Units that a component with a weight has no figure for."""
        return [line.unit for line in self.lines if self.missing(line.unit)]

    def missing(self, unit: str) -> list[Component]:
        """Components that count for the unit and have no figure for it."""
        group = self.units[unit].group
        return [
            held
            for held in self.setting.components
            if held.weight_in(group) and held.of(unit) is None
        ]

    def tried(self, setting: CompositeSetting) -> list[CompositeLine]:
        """Other weights over the same figures; nothing of it is kept. NoWeightError."""
        groups = {line.unit: self.units[line.unit].group for line in self.lines}
        return composite(setting.components, groups, setting.missing)

    def share(self, held: Component, group: str) -> Fraction | None:
        """Its part of the whole weight in a group, where no figure is missing."""
        return share(self.setting, held, group)


def share(setting: CompositeSetting, held: Component, group: str) -> Fraction | None:
    """A component's part of the whole weight in a group; None where all weights are 0."""
    whole = sum((one.weight_in(group) for one in setting.components), Fraction())
    return held.weight_in(group) / whole if whole else None


def ranking_rows(composed: Composed, shown: str, missing: str, group: str = "") -> list[Row]:
    """By rank: rank, unit, score, and a cell for each component.

    `shown` is "contributions" or "marks"; `missing` is the word for a missing figure.
    """
    wanted = (one for one in composed.lines if group in ("", composed.units[one.unit].group))
    return [_row(composed, line, shown, missing) for line in wanted]


def _row(composed: Composed, line: CompositeLine, shown: str, missing: str) -> Row:
    unit = composed.units[line.unit]
    weights = [held.weight_in(unit.group) for held in composed.setting.components]
    parts = [part.contribution if shown == "contributions" else part.figure for part in line.parts]
    cells = [
        figure_text(value) if value is not None else missing if weight else DASH
        for value, weight in zip(parts, weights, strict=True)
    ]
    lacking = composed.missing(line.unit)
    return Row(
        line.unit,
        (_rank(line.rank), unit.name, figure_text(line.score), *cells),
        (line.rank, unit.name, _sort(line.score), *map(_sort, parts)),
        (
            *("text", "text", "text"),
            *("warn" if held in lacking else "text" for held in composed.setting.components),
        ),
    )


def what_if_rows(composed: Composed, tried: Sequence[CompositeLine]) -> list[Row]:
    """By the rank that the what-if gives: that rank, how far it moved, unit, both scores."""
    before = {line.unit: line for line in composed.lines}
    return [_tried(composed, line, before[line.unit]) for line in tried]


def _tried(composed: Composed, line: CompositeLine, before: CompositeLine) -> Row:
    up = before.rank - line.rank if line.rank and before.rank else 0
    change = f"{'↑' if up > 0 else '↓'}{abs(up)}" if up else ""
    tone = "text" if up else "quiet"
    name = composed.units[line.unit].name
    return Row(
        line.unit,
        (
            _rank(line.rank),
            change,
            name,
            figure_text(line.score),
            _rank(before.rank),
            figure_text(before.score),
        ),
        (line.rank, up or None, name, _sort(line.score), before.rank, _sort(before.score)),
        ("text", "text", "text", "text", tone, "quiet"),
    )


def account(composed: Composed, line: CompositeLine, missing: str) -> str:
    """How a score comes about: `92.10 × 40/85 + …`, in the order of the components."""
    group = composed.units[line.unit].group
    known = [
        (part.figure, held.weight_in(group))
        for part, held in zip(line.parts, composed.setting.components, strict=True)
        if part.figure is not None and held.weight_in(group)
    ]
    if line.score is None or not known:
        return missing
    whole = sum((weight for _, weight in known), Fraction())
    terms = (
        f"{figure_text(figure)} × {number_text(weight)}/{number_text(whole)}"
        for figure, weight in known
    )
    return f"{' + '.join(terms)} = {figure_text(line.score)}"


def same_weights(one: CompositeSetting, other: CompositeSetting) -> bool:
    """Whether two settings of the same components weigh alike."""
    return one.missing == other.missing and all(
        (held.weight, held.weights) == (beside.weight, beside.weights)
        for held, beside in zip(one.components, other.components, strict=True)
    )


def figure_text(value: Fraction | None) -> str:
    return DASH if value is None else rounded(value, _DECIMALS)


def _rank(rank: int | None) -> str:
    return DASH if rank is None else str(rank)


def _sort(value: Fraction | None) -> Sort:
    return None if value is None else float(value)
