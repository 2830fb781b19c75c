"""The composite and its components as tables in the terminal, and as JSON."""

from collections.abc import Mapping
from fractions import Fraction

from desktop.actions.composite import CompositeTable
from desktop.assess.composite import Component, CompositeLine
from desktop.assess.year import CompositeSetting
from desktop.cli.screen import say, say_json, say_table, words
from desktop.cli.year import heads, shown, unit_names
from desktop.cli.year_words import code_words
from desktop.tally.numbers import number_text, ratio_text
from desktop.tally.plan import Plan

_PARTS = (
    "Component code",
    "Component",
    "Kind",
    "Source",
    "Day",
    "Sample",
    "Full mark",
    "Weight",
    "By group",
)


def say_composite(
    plan: Plan, found: CompositeTable, day: str, *, what_if: bool, as_json: bool
) -> None:
    names = unit_names(plan)
    if as_json:
        lines = [_line_json(line, names) for line in found.lines]
        state = {"what_if": what_if, "survey_sealed": found.survey_sealed}
        say_json({"day": day, **state, "units": lines})
        return
    parts = found.setting.components
    fixed = heads("Rank", "Agency", "Composite score")
    rows = [
        (
            line.rank,
            names[line.unit],
            shown(line.score),
            *(shown(p.contribution) for p in line.parts),
        )
        for line in found.lines
    ]
    title = words("Composite on {day}").format(day=day)
    columns, codes = [*fixed, *(it.name for it in parts)], [*fixed, *(it.code for it in parts)]
    say_table(title, columns, rows, numbers=2, codes=codes)
    if what_if:
        say("A what-if: it is no result, and nobody keeps it.")
    if not found.survey_sealed:
        say("The survey is not sealed: its figures may change.")


def say_components(setting: CompositeSetting, *, as_json: bool) -> None:
    if as_json:
        parts = list(map(_part_json, setting.components))
        say_json({"components": parts, "missing": str(setting.missing)})
        return
    rows = [
        (
            it.code,
            it.name,
            code_words(it.kind),
            it.source,
            it.date,
            it.sample,
            number_text(it.full),
            number_text(it.weight),
            words(", ").join(f"{group}={number_text(own)}" for group, own in it.weights.items()),
        )
        for it in setting.components
    ]
    say_table("Components of the composite", heads(*_PARTS), rows, numbers=5)
    say("Missing figures: {missing}.", missing=code_words(setting.missing))


def _part_json(held: Component) -> dict[str, object]:
    return {
        "code": held.code,
        "name": held.name,
        "kind": str(held.kind),
        "full": number_text(held.full),
        "weight": number_text(held.weight),
        "weights": {group: number_text(weight) for group, weight in held.weights.items()},
        "figures": len(held.figures),
        "source": held.source,
        "date": held.date,
        "sample": held.sample,
    }


def _line_json(line: CompositeLine, names: Mapping[str, str]) -> dict[str, object]:
    def told(value: Fraction | None) -> str | None:
        return None if value is None else ratio_text(value)

    parts = [
        {"component": it.component, "figure": told(it.figure), "points": told(it.contribution)}
        for it in line.parts
    ]
    fields = {"unit": line.unit, "name": names[line.unit], "rank": line.rank}
    return {**fields, "score": told(line.score), "parts": parts}
