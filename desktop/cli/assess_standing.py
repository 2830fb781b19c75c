"""Commands that tell how units stand in the assessment: `assess standing`, `assess report`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.standing import Line, UnitStanding
from desktop.cli.screen import (
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    say_table,
    words,
)
from desktop.cli.year import heads, shown, stood_on, unit_called, unit_names, unit_option
from desktop.store.verification import verified_survey
from desktop.tally.numbers import ratio_text

_UNITS = ("Rank", "Code", "Agency", "Band", "Number of entries", "Sum before its bounds", "Score")
_LINES = (
    "Day",
    "Where it happened",
    "Section",
    "Rule text",
    "Evidence office",
    "Evidence document",
    "Case",
    "Points added or deducted",
)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--day", default="", help="The day to stand on, such as 2006-06-30; none: today.")
@unit_option
@json_option
def standing(file: Path, day: str, unit: str, *, as_json: bool) -> None:
    """Score, rank and band of every unit on a day, or one unit's entries."""
    with verified_survey(file) as survey:
        found = year_standing(survey, stood_on(survey, day))
        names = unit_names(survey.plan)
        unit = unit_called(survey.plan, unit)
    rows = [row for row in found.rows if unit in ("", row.unit)]
    if as_json:
        say_json(_standing_json(found, rows, names, lines=bool(unit)))
        return
    if unit:
        _say_unit(rows[0], names, found)
    else:
        _say_units(found, names)
    _say_foot(found, names)


def _say_units(found: YearStanding, names: Mapping[str, str]) -> None:
    title = words("Standing on {day}").format(day=found.day)
    rows = [
        (
            row.rank,
            row.unit,
            names[row.unit],
            row.band.name,
            len(row.lines),
            shown(row.unfloored),
            shown(row.score),
        )
        for row in found.rows
    ]
    say_table(title, heads(*_UNITS), rows, numbers=4)


def _say_unit(row: UnitStanding, names: Mapping[str, str], found: YearStanding) -> None:
    """A unit answers for what its subordinate units do, as the rules say."""
    name = names[row.unit]
    title = words("Entries of {unit} that count on {day}").format(unit=name, day=found.day)
    rows = [
        (
            line.entry.date,
            names[line.entry.unit],
            line.rule.section,
            line.rule.text,
            line.entry.office,
            line.entry.document,
            line.entry.case,
            shown(line.points),
        )
        for line in row.lines
    ]
    say_table(title, heads(*_LINES), rows, numbers=7)
    say(
        "{unit}: rank {rank}, score {score} (unfloored {unfloored}), {band}.",
        unit=name,
        rank=row.rank or "—",
        score=shown(row.score),
        unfloored=shown(row.unfloored),
        band=row.band.name,
    )


def _say_foot(found: YearStanding, names: Mapping[str, str]) -> None:
    """What the figures rest on, and what is not in them."""
    for held in found.void:
        say("Void: {unit} ({reason}).", unit=names[held.unit], reason=held.reason)
    if found.disputed:
        lines = words(", ").join(line.id[:8] for line in found.disputed)
        say("In dispute, and counted as nothing: {lines}.", lines=lines)
    say_problems(found.problems)
    state = words("sealed") if found.edition.sealed else words("not sealed")
    number = found.edition.number
    say("{rules}: edition {number}, {state}.", rules=found.rules.name, number=number, state=state)
    say("Hash of the year's standing {hash}", hash=found.hash)


def _standing_json(
    found: YearStanding, rows: Sequence[UnitStanding], names: Mapping[str, str], *, lines: bool
) -> dict[str, object]:
    return {
        "day": found.day,
        "rules": found.rules.name,
        "edition": found.edition.number,
        "sealed": found.edition.sealed,
        "units": [_unit_json(row, names, lines=lines) for row in rows],
        "void": [{"unit": held.unit, "reason": held.reason} for held in found.void],
        "disputed": [line.id for line in found.disputed],
        "problems": list(map(problem_json, found.problems)),
        "hash": found.hash,
    }


def _unit_json(row: UnitStanding, names: Mapping[str, str], *, lines: bool) -> dict[str, object]:
    held = {
        "unit": row.unit,
        "name": names[row.unit],
        "rank": row.rank,
        "score": ratio_text(row.score),
        "unfloored": ratio_text(row.unfloored),
        "band": row.band.code,
        "vetoed": row.vetoed,
        "entries": len(row.lines),
    }
    return held | ({"lines": list(map(_line_json, row.lines))} if lines else {})


def _line_json(line: Line) -> dict[str, object]:
    names = ("unit", "date", "office", "document", "case", "text")
    return {
        "rule": line.rule.code,
        "section": line.rule.section,
        "points": ratio_text(line.points),
        **{name: getattr(line.entry, name) for name in names},
    }
