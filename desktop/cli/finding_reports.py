"""What findings lead to: `findings draft`, a deduction; `findings report`, a half-month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from desktop.actions.deductions import OfficeMissingError, enter_deduction
from desktop.actions.ledgers import line_called, undisputed
from desktop.actions.proposals import check_undrafted, draft_of_finding
from desktop.actions.rule_sets import rules_of
from desktop.assess.findings import Finding, HalfMonthReport, half_month_report
from desktop.assess.ledger import Entry
from desktop.assess.ledger_data import to_value
from desktop.assess.rule_set import RuleSet
from desktop.cli.operators import as_option
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.cli.year import (
    acted_on,
    day_of,
    heads,
    on_option,
    read_number,
    say_line,
    unit_names,
    writing,
)
from desktop.cli.year_words import code_words
from desktop.store import ledger_queries
from desktop.store.ledgers import FINDINGS
from desktop.store.survey_file import open_survey

_UNITS = ("Agency", "Found on", "Kind", "Finding", "State")


@click.command("draft")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option("--rule", required=True, help="The rule's code, such as 4-4.")
@click.option("--office", default="", help="The evidence office; none: the only one of the rule.")
@click.option(
    "--amount", default="", help="Points for each, where the rule leaves them to a person."
)
@click.option("--reason", default="", help="Why this amount.")
@click.option("--approver", default="", help="Who approved the amount.")
@on_option
@as_option
@json_option
def draft(
    file: Path, line: str, rule: str, on: str, operator: str, *, as_json: bool, **given: str
) -> None:
    """Draft the deduction for a verified finding."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, FINDINGS, line))
        day, rules = acted_on(survey, on), rules_of(survey)
        check_undrafted(survey, held, rule)
        entry = draft_of_finding(rules, held, rule, day)
        entry = with_office(rules, _judged(entry, given), given["office"])
        made = enter_deduction(survey, entry, on=day, operator=operator, rules=rules)
    say_line("Entry {line} is a draft.", made, as_json=as_json)


def _judged(entry: Entry, given: Mapping[str, str]) -> Entry:
    """With what a person decides where the rule leaves the amount open."""
    amount = read_number(given["amount"]) if given["amount"] else None
    facts = replace(entry.facts, amount=amount)
    return replace(entry, facts=facts, reason=given["reason"], approver=given["approver"])


def with_office(rules: RuleSet, entry: Entry, given: str) -> Entry:
    """The entry with the office given, or the rule's only one; nobody chooses of several unasked.

    OfficeMissingError. One that is none of the rule's is refused when the entry is made.
    """
    rule = rules.rule(entry.rule)
    if len(rule.offices) == 1 or not (rule.offices or given):
        return replace(entry, office=given or entry.office)
    if not given:
        raise OfficeMissingError(rule=rule.section, offices=" / ".join(rule.offices))
    return replace(entry, office=given)


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
