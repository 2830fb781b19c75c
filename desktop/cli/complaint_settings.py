"""What complaints run by, and lead to: `complaints terms`, `holidays`, `propose`."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from desktop.actions.deductions import enter_deduction
from desktop.actions.proposals import complaint_proposals
from desktop.actions.rule_sets import rules_of
from desktop.actions.terms import (
    calendar_text,
    deadlines,
    read_calendar,
    set_holidays,
    set_terms,
)
from desktop.actions.text_files import read_text
from desktop.assess.complaints import Terms
from desktop.assess.ledger_data import to_value
from desktop.assess.working_days import Holidays, Term
from desktop.assess.year import TermsTable
from desktop.cli.finding_reports import with_office
from desktop.cli.operators import as_option
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.cli.year import (
    acted_on,
    heads,
    on_option,
    shown,
    unit_called,
    unit_names,
    unit_option,
    writing,
)
from desktop.cli.year_words import code_words
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError

_TERM = re.compile(r"([0-9]{1,3})(d?)")
_HEADS = ("Day", "Agency", "Section", "Rule text", "Why", "Line", "Points added or deducted")


class CalendarEmptyError(PingyiError):
    message = "{path} holds no day: the table stays as it was; write a day or a range a line."


class TermFormError(PingyiError):
    message = '"{text}" is no term: write 15 for working days, or 15d for days of the calendar.'


@click.command("terms")
@click.argument("file", type=existing_file)
@click.option("--kind", help="The kind of complaint they hold for; none: every other one.")
@click.option("--accept", help="To accept: 2 working days, or 2d for days of the calendar.")
@click.option("--finish", help="To finish from then on: 15, or 15d.")
@as_option
@json_option
def terms(
    file: Path,
    kind: str | None,
    accept: str | None,
    finish: str | None,
    operator: str,
    *,
    as_json: bool,
) -> None:
    """Set how long accepting and finishing may take, or show it."""
    if not (accept or finish):
        with open_survey(file) as survey:
            table, _ = deadlines(survey)
    else:
        with writing(file, operator) as survey:
            table = _changed(deadlines(survey)[0], kind or "", accept, finish)
            set_terms(survey, table, operator=operator)
    if as_json:
        say_json(to_value(table))
        return
    rows = [(words("every other kind"), *_told(table.standard))]
    rows += [(name, *_told(held)) for name, held in sorted(table.kinds.items())]
    say_table("Terms of complaints", heads("Kind", "To accept", "To finish"), rows)


def _changed(table: TermsTable, kind: str, accept: str | None, finish: str | None) -> TermsTable:
    before = table.of(kind)
    made = Terms(
        _term(accept) if accept else before.accept, _term(finish) if finish else before.finish
    )
    if kind:
        return replace(table, kinds={**table.kinds, kind: made})
    return replace(table, standard=made)


def _term(text: str) -> Term:
    if found := _TERM.fullmatch(text):
        return Term(int(found[1]), working=not found[2])
    raise TermFormError(text=text)


def _told(held: Terms) -> Iterable[str]:
    for term in (held.accept, held.finish):
        said = words("{days} working days") if term.working else words("{days} days")
        yield said.format(days=term.days)


@click.command("holidays")
@click.argument("file", type=existing_file)
@click.option("--from", "source", type=existing_file, help="A text file with the table.")
@as_option
@json_option
def holidays(file: Path, source: Path | None, operator: str, *, as_json: bool) -> None:
    """Set public holidays and worked weekend days, a day or a range a line, or show them."""
    if source:
        calendar = _calendar(source)
        with writing(file, operator) as survey:
            set_holidays(survey, calendar, operator=operator)
            calendar = deadlines(survey)[1]
    else:
        with open_survey(file) as survey:
            _, calendar = deadlines(survey)
    if as_json:
        say_json(to_value(calendar))
    elif text := calendar_text(calendar):
        click.echo(text)
    else:
        say("No holidays are set: Saturdays and Sundays alone are free.")


def _calendar(source: Path) -> Holidays:
    """CalendarEmptyError, so that a wrong file wipes nothing; the errors of `read_calendar`."""
    found = read_calendar(read_text(source))
    if not (found.free or found.worked):
        raise CalendarEmptyError(path=source)
    return found


@click.command("propose")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--enter", is_flag=True, help="Enter each of them as a draft.")
@click.option("--office", default="", help="The evidence office; none: the only one of the rule.")
@on_option
@as_option
@json_option
def propose(
    file: Path, unit: str, office: str, on: str, operator: str, *, enter: bool, as_json: bool
) -> None:
    """List the deductions that late and sent-back complaints lead to."""
    with writing(file, operator) if enter else open_survey(file) as survey:
        unit, day = unit_called(survey.plan, unit), acted_on(survey, on)
        rules, names = rules_of(survey), unit_names(survey.plan)
        found = [it for it in complaint_proposals(survey, day) if unit in ("", it.entry.unit)]
        if enter:
            entries = [with_office(rules, it.entry, office) for it in found]
            with survey.transaction():
                for entry in entries:
                    enter_deduction(survey, entry, on=day, operator=operator, rules=rules)
    if as_json:
        told = [{"why": it.purpose, "entry": to_value(it.entry)} for it in found]
        say_json({"proposals": told, "entered": enter})
        return
    rows = [
        (
            it.entry.date,
            names[it.entry.unit],
            rule.section,
            rule.text,
            code_words(it.purpose),
            it.entry.case,
            shown(-rule.points * it.entry.facts.count),
        )
        for it in found
        for rule in (rules.rule(it.entry.rule),)
    ]
    if rows:
        say_table("Deductions proposed", heads(*_HEADS), rows, numbers=6)
    if enter:
        say("Entered as drafts: {count}.", count=len(rows))
    elif not rows:
        say("No complaint leads to a deduction that is not entered yet.")
