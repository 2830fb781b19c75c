"""The command `assess list`: entries of the deduction ledger 扣分台账 by day."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import click

from desktop.actions.rule_sets import rules_of
from desktop.assess.ledger import Entry, State
from desktop.assess.ledger_data import to_value
from desktop.assess.points import entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table
from desktop.cli.year import (
    heads,
    line_json,
    one_of,
    short,
    shown,
    unit_called,
    unit_names,
    unit_option,
)
from desktop.cli.year_words import code_words
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import ratio_text

_HEADS = (
    "Line",
    "Day",
    "Agency",
    "Section",
    "Rule text",
    "Case",
    "Evidence document",
    "State",
    "Count",
    "Points added or deducted",
)


@click.command("list")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--state", type=one_of(State), help="Those in this state alone.")
@click.option("--disputed", is_flag=True, help="Those that two computers say different things of.")
@json_option
def list_entries(
    file: Path, unit: str, state: str | None, *, disputed: bool, as_json: bool
) -> None:
    """List the entries of the ledger by day."""
    with open_survey(file) as survey:
        unit = unit_called(survey.plan, unit)
        rules, names = rules_of(survey), unit_names(survey.plan)
        lines = [
            line
            for line in ledger_queries.lines(survey, DEDUCTIONS)
            if unit in ("", line.value.unit)
            and state in (None, line.value.state)
            and (line.is_disputed or not disputed)
        ]
    lines.sort(key=lambda line: (line.value.date, line.value.unit, line.id))
    if as_json:
        say_json({"entries": [_entry_json(rules, line) for line in lines]})
    elif lines:
        say_table("Deduction ledger", heads(*_HEADS), _rows(rules, names, lines), numbers=8)
    else:
        say("There is no such entry.")


def _rows(
    rules: RuleSet, names: Mapping[str, str], lines: list[Line[Entry]]
) -> list[tuple[object, ...]]:
    called = {rule.code: rule for rule in rules.rules}
    return [
        (
            short(line),
            entry.date,
            names[entry.unit],
            rule.section if (rule := called.get(entry.rule)) else entry.rule,
            rule.text if rule else "",
            entry.case,
            entry.document,
            code_words(entry.state),
            _count(called.get(entry.rule), entry),
            shown(_points(rules, entry)),
        )
        for line in lines
        for entry in (line.value, *line.others)
    ]


def _entry_json(rules: RuleSet, line: Line[Entry]) -> dict[str, object]:
    points = _points(rules, line.value)
    told = None if points is None else ratio_text(points)
    others = list(map(to_value, line.others))
    return line_json(line, state=str(line.value.state), points=told, others=others)


def _count(rule: Rule | None, entry: Entry) -> str:
    """How many, or of those due how many are missing; a rate where the rule takes one."""
    facts, kind = entry.facts, rule.kind if rule else None
    if kind in (RuleKind.RATE, RuleKind.STEP):
        return "" if facts.rate is None else f"{shown(facts.rate)}%"
    return f"{facts.count}/{facts.due}" if facts.due else str(facts.count)


def _points(rules: RuleSet, entry: Entry) -> Fraction | None:
    """None where the rule set does not fit what the entry says."""
    try:
        rule = rules.rule(entry.rule)
        points = entry_points(rule, entry.facts)
    except (KeyError, PingyiError):
        return None
    return points if rule.adds else -points
