"""Puts a made-up year on record: an office keeps the ledger, a station findings and complaints.

Everything goes through the acts that people use, many of them to a transaction.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from desktop.actions.complaints import change_complaint, enter_complaint
from desktop.actions.composite import set_composite
from desktop.actions.consequences import (
    ConsequenceLine,
    annul_results,
    consequence_lines,
    import_bands,
)
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.findings import change_finding, enter_finding
from desktop.actions.ledgers import enter_line
from desktop.actions.merging import merge
from desktop.actions.packing import pack
from desktop.actions.promises import enter_pledge, enter_request
from desktop.actions.proposals import link_survey
from desktop.actions.rule_sets import choose_rules
from desktop.actions.sample_year import SampleYear
from desktop.actions.sample_year_entries import SampleEntry
from desktop.actions.sample_year_settings import sample_bands
from desktop.actions.sample_year_texts import sample_texts
from desktop.actions.terms import set_holidays, set_terms
from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.complaints import Complaint
from desktop.assess.findings import Finding
from desktop.assess.ledger import Entry, State
from desktop.assess.ledger_data import from_value
from desktop.assess.promises import Pledge, Request
from desktop.assess.year import Confirmation
from desktop.store.kinds import RecordId
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import CONFIRMATIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile

T = TypeVar("T")
R = TypeVar("R")
Progress = Callable[[int], None]
_TOGETHER = 250
"""Lines to a transaction."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps a ledger, and in which file; without an operator nobody is signed in."""

    survey: SurveyFile
    operator: str = ""


def run_year(
    year: SampleYear,
    office: Keeper,
    progress: Progress = lambda lines: None,
    *,
    station: Keeper | None = None,
    second: str = "",
    stick: Path | None = None,
) -> YearStanding:
    """Keep the whole year, and give its standing on the last day.

    The station, where there is one, hands its package over on the stick, and the office merges
    it. `second` answers for an annulment besides; without one nothing is annulled.
    """
    _settle(year, office)
    cases = _keep_cases(year, station or office, progress)
    if station and stick:
        package, _ = pack(station.survey, stick)
        merge(office.survey, [package], operator=office.operator)
    _keep_ledger(year, office, cases, progress)
    found = _annulled(year, office, second)
    _conclude(year, office, found)
    return found


@dataclass(frozen=True, slots=True)
class _Cases:
    """The lines of findings and complaints, in the order of their lists."""

    findings: Sequence[RecordId]
    complaints: Sequence[RecordId]


def _settle(year: SampleYear, office: Keeper) -> None:
    survey, operator = office.survey, office.operator
    choose_rules(survey, year.rules, operator=operator)
    set_holidays(survey, year.holidays, operator=operator)
    set_terms(survey, year.terms, operator=operator)
    set_composite(survey, year.composite, operator=operator)


def _keep_cases(year: SampleYear, keeper: Keeper, progress: Progress) -> _Cases:
    """Each is entered as it came in, and later what became of it."""
    findings = _each(keeper, year.findings, _keep_finding, progress, 0)
    before = len(findings)
    complaints = _each(keeper, year.complaints, _keep_complaint, progress, before)
    return _Cases(findings, complaints)


def _keep_finding(keeper: Keeper, held: Finding) -> RecordId:
    opening = Finding(
        held.found, held.inspector, held.inspector_kind, held.unit, held.kind, held.text
    )
    begun = enter_finding(keeper.survey, opening, operator=keeper.operator)
    if held != opening:
        change_finding(keeper.survey, _line(begun, opening), held, operator=keeper.operator)
    return begun.id


def _keep_complaint(keeper: Keeper, held: Complaint) -> RecordId:
    opening = replace(
        held,
        accepted="",
        finished="",
        answered="",
        result="",
        extended="",
        extension="",
        sent_back=(),
    )
    begun = enter_complaint(keeper.survey, opening, operator=keeper.operator)
    if held != opening:
        change_complaint(keeper.survey, _line(begun, opening), held, operator=keeper.operator)
    return begun.id


def _keep_ledger(year: SampleYear, office: Keeper, cases: _Cases, progress: Progress) -> None:
    """The survey's rates first: of a unit that has an entry under their rule none is drafted."""
    done = len(cases.findings) + len(cases.complaints)
    _count_rates(year, office)

    def keep(keeper: Keeper, held: SampleEntry) -> None:
        _keep_entry(year, keeper, _resting(held, cases))

    _each(office, year.entries, keep, progress, done)
    done += len(year.entries)
    _each(office, year.pledges, _keep_pledge, progress, done)
    _each(office, year.requests, _keep_request, progress, done + len(year.pledges))


def _count_rates(year: SampleYear, office: Keeper) -> None:
    """The drafts that the survey proposes are verified and counted on the same day."""
    linked = link_survey(office.survey, year.day, operator=office.operator)
    steps = [(State.VERIFIED, year.day), (State.COUNTED, year.day)]
    with office.survey.transaction():
        for begun in linked.drafts.values():
            entry = from_value(Entry, begun.data["value"])
            _move(year, office, _line(begun, entry), steps)


def _resting(held: SampleEntry, cases: _Cases) -> Entry:
    """The entry with the line it was drafted from, as `draft_of_finding` names it."""
    entry = held.entry
    if held.finding is not None:
        line = cases.findings[held.finding]
    elif held.complaint is not None:
        line = cases.complaints[held.complaint]
    else:
        return entry
    return replace(entry, origin=line, case=line[:8])


def _keep_entry(year: SampleYear, keeper: Keeper, entry: Entry) -> None:
    """A draft, and every state that it came to on its day."""
    draft, *later = sorted(entry.states.items(), key=lambda held: list(State).index(held[0]))
    begun = enter_deduction(
        keeper.survey,
        replace(entry, states={}),
        on=draft[1],
        operator=keeper.operator,
        rules=year.rules,
    )
    made = from_value(Entry, begun.data["value"])
    _move(year, keeper, _line(begun, made), later)


def _move(
    year: SampleYear, keeper: Keeper, line: Line[Entry], steps: Iterable[tuple[State, str]]
) -> None:
    for state, on in steps:
        moved = move_deduction(
            keeper.survey, line, state, on=on, operator=keeper.operator, rules=year.rules
        )
        made = replace(line.value, states={**line.value.states, state: on})
        line = replace(line, heads=(moved.id,), value=made, kind=moved.kind)


def _keep_pledge(keeper: Keeper, held: Pledge) -> None:
    enter_pledge(keeper.survey, held, operator=keeper.operator)


def _keep_request(keeper: Keeper, held: Request) -> None:
    enter_request(keeper.survey, held, operator=keeper.operator)


def _annulled(year: SampleYear, office: Keeper, second: str) -> YearStanding:
    """The standing, without the unit whose papers were found to be falsified."""
    found = year_standing(office.survey, year.day)
    if not second:
        return found
    unit, reason = found.rows[len(found.rows) // 6].unit, sample_texts()["confirmed"]["annulled"]
    annul_results(office.survey, unit, reason, year.day, second=second, operator=office.operator)
    return year_standing(office.survey, year.day)


def _conclude(year: SampleYear, office: Keeper, found: YearStanding) -> None:
    """Last year's bands, and what follows from both years': most is confirmed."""
    survey, operator = office.survey, office.operator
    bands = {row.unit: row.band.code for row in found.rows}
    import_bands(survey, sample_bands(survey.plan, year.seed, bands), operator=operator)
    follows = [held for held in consequence_lines(survey, found) if held.confirmed is None]
    with survey.transaction():
        for number, held in enumerate(follows, 1):
            if number % 4 or held.rule.days:
                made = _confirmation(year, held, number)
                enter_line(survey, CONFIRMATIONS, made, operator=operator)


def _confirmation(year: SampleYear, held: ConsequenceLine, number: int) -> Confirmation:
    """By a document of the year's last day; what has a deadline is still to be done."""
    texts, day = sample_texts()["confirmed"], date.fromisoformat(year.day)
    document = texts["document"].format(year=day.year, number=1 + number // 10)
    made = Confirmation(held.unit, held.rule.code, year.day, document)
    if not held.rule.days:
        return made
    until = (day + timedelta(days=held.rule.days)).isoformat()
    return replace(made, deadline=until)


def _each(
    keeper: Keeper,
    lines: Iterable[T],
    keep: Callable[[Keeper, T], R],
    progress: Progress,
    before: int,
) -> list[R]:
    """Keep line by line, many to a transaction; what each gave."""
    kept: list[R] = []
    waiting = iter(lines)
    while load := list(islice(waiting, _TOGETHER)):
        with keeper.survey.transaction():
            kept += [keep(keeper, held) for held in load]
        progress(before + len(kept))
    return kept


def _line(begun: Record, value: T) -> Line[T]:
    """The line that this record began."""
    header = begun.header
    heads = (begun.id,)
    return Line(begun.id, heads, value, (), begun.kind, header.station, header.operator, header.at)
