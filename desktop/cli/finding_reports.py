"""What findings lead to: `findings draft`, a deduction; `findings report`, a half-month."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from desktop.actions.deductions import enter_deduction, today
from desktop.actions.ledgers import line_called, undisputed
from desktop.actions.proposals import check_undrafted, draft_of_finding
from desktop.actions.rule_sets import rules_of
from desktop.assess.findings import Finding, HalfMonthReport, half_month_report
from desktop.assess.ledger_data import to_value
from desktop.cli.operators import as_option
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.cli.year import day_of, heads, say_line, unit_names, writing
from desktop.cli.year_words import code_words
from desktop.store import ledger_queries
from desktop.store.ledgers import FINDINGS
from desktop.store.survey_file import open_survey

_UNITS = ("Agency", "Found on", "Kind", "Finding", "State")


@click.command("draft")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option("--rule", required=True, help="The rule's code, such as 4-4.")
@as_option
@json_option
def draft(file: Path, line: str, rule: str, operator: str, *, as_json: bool) -> None:
    """Draft the deduction for a verified finding."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, FINDINGS, line))
        check_undrafted(survey, held, rule)
        entry = draft_of_finding(rules_of(survey), held, rule, today(survey))
        made = enter_deduction(survey, entry, operator=operator)
    say_line("Entry {line} is a draft.", made, as_json=as_json)


@click.command("report")
@click.argument("file", type=existing_file)
@click.option("--day", default="", help="A day of the half-month; none: today.")
@json_option
def report(file: Path, day: str, *, as_json: bool) -> None:
    """Tell a half-month: what was found in which units, and what is open of earlier ones."""
    with open_survey(file) as survey:
        names = unit_names(survey.plan)
        settled = ledger_queries.settled(survey, FINDINGS)
        found = half_month_report(settled, date.fromisoformat(day_of(survey, day)))
    if as_json:
        say_json(_report_json(found))
        return
    title = words("Half-month {first} to {last}")
    title = title.format(first=found.period.first, last=found.period.last)
    if found.findings:
        say_table(title, heads(*_UNITS), _told(found.findings, names))
    else:
        click.echo(title)
    say("Findings: {count}; units: {units}.", count=len(found.findings), units=found.units)
    if found.open_before:
        say_table("Still open of earlier ones", heads(*_UNITS), _told(found.open_before, names))


def _told(findings: Sequence[Finding], names: Mapping[str, str]) -> list[tuple[object, ...]]:
    return [
        (names[it.unit], it.found, code_words(it.kind), it.text, code_words(it.state))
        for it in findings
    ]


def _report_json(found: HalfMonthReport) -> dict[str, object]:
    return {
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "units": found.units,
        "findings": to_value(list(found.findings)),
        "open_before": to_value(list(found.open_before)),
    }
