"""Deductions that follow from elsewhere: verified findings, late complaints, the survey's rates.

Each is a draft that somebody verifies and counts; nothing deducts by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.actions.counting import count_survey
from desktop.actions.deductions import enter_deduction
from desktop.actions.rule_sets import rules_of
from desktop.actions.terms import deadlines
from desktop.assess.complaints import Complaint, was_late
from desktop.assess.findings import Finding
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleSet
from desktop.store import editions, ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import COMPLAINTS, DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError


class FindingUnverifiedError(PingyiError):
    message = "A deduction rests on verified findings alone: enter the day it was verified first."


class RuleUnproposedError(PingyiError):
    message = "The rule set names no rule for this ({purpose}): choose one, or add it to the set."


def draft_of_finding(rules: RuleSet, line: Line[Finding], rule: str, day: str) -> Entry:
    """One step from a verified finding to a draft; FindingUnverifiedError, KeyError."""
    finding = line.value
    if not finding.verified:
        raise FindingUnverifiedError
    return Entry(
        unit=finding.unit,
        rule=rule,
        facts=Facts(),
        date=finding.found or day,
        office=_office(rules.rule(rule)),
        case=line.id[:8],
        text=finding.text,
        origin=line.id,
    )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft that nobody has entered yet, and why."""

    entry: Entry
    purpose: str
    """`overdue` or `sent-back`."""


def complaint_proposals(survey: SurveyFile) -> list[Proposal]:
    """Late and sent-back complaints that no entry of the ledger rests on; RulesMissingError."""
    rules = rules_of(survey)
    entered = {
        (held.value.origin, held.value.rule)
        for held in ledger_queries.lines(survey, DEDUCTIONS)
        if held.value.state is not State.WITHDRAWN
    }
    found = (
        proposal
        for line in ledger_queries.lines(survey, COMPLAINTS)
        if not line.is_disputed
        for proposal in _of_complaint(survey, rules, line)
    )
    return [held for held in found if (held.entry.origin, held.entry.rule) not in entered]


def _of_complaint(survey: SurveyFile, rules: RuleSet, line: Line[Complaint]) -> Iterator[Proposal]:
    terms, holidays = deadlines(survey)
    complaint = line.value
    if was_late(complaint, terms.of(complaint.kind), holidays):
        yield from _proposed(rules, line, "overdue")
    if complaint.sent_back:
        yield from _proposed(rules, line, "sent-back", len(complaint.sent_back))


def _proposed(
    rules: RuleSet, line: Line[Complaint], purpose: str, count: int = 1
) -> Iterator[Proposal]:
    if rule := rules.proposed(purpose):
        complaint = line.value
        entry = Entry(
            unit=complaint.unit,
            rule=rule.code,
            facts=Facts(count=count),
            date=complaint.received,
            office=_office(rule),
            case=line.id[:8],
            text=complaint.text,
            origin=line.id,
        )
        yield Proposal(entry, purpose)


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """What linking the survey did: drafts by unit, and units that had an entry already."""

    drafts: Mapping[str, Record]
    present: tuple[str, ...]
    sealed: bool
    """False: the rates are those of a survey that is still open, and the drafts say so."""


def link_survey(survey: SurveyFile, day: str, *, operator: str = "") -> SurveyLink:
    """Draft a deduction for every unit whose 满意率 lies below the line of the survey's rule.

    RulesMissingError, RuleUnproposedError, and what counting raises.
    """
    rules = rules_of(survey)
    rule = rules.proposed("survey")
    if rule is None:
        raise RuleUnproposedError(purpose="survey")
    results, edition = count_survey(survey), editions.edition(survey)
    state = f"edition {edition.number}" if edition.sealed else "open"
    source = f"{state}, {results.hash[:16]}"
    rates = {one.code: one.rate for one in results.agencies if one.rate is not None}
    present = _entered(survey, rule)
    drafts = {}
    with survey.transaction():
        for unit, rate in rates.items():
            entry = _rated(rule, unit, rate * 100, day, source)
            if unit not in present and entry_points(rule, entry.facts):
                drafts[unit] = enter_deduction(
                    survey, entry, on=day, operator=operator, rules=rules
                )
    return SurveyLink(drafts, tuple(sorted(present & rates.keys())), edition.sealed)


def _rated(rule: Rule, unit: str, rate: Fraction, day: str, source: str) -> Entry:
    facts = Facts(rate=rate)
    return Entry(unit, rule.code, facts, day, _office(rule), source=source, origin="survey")


def _entered(survey: SurveyFile, rule: Rule) -> set[str]:
    return {
        held.value.unit
        for held in ledger_queries.lines(survey, DEDUCTIONS)
        if held.value.rule == rule.code and held.value.state is not State.WITHDRAWN
    }


def _office(rule: Rule) -> str:
    return rule.offices[0] if rule.offices else "—"
