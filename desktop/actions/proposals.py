"""Deductions that follow from elsewhere: verified findings, late complaints, the survey's rates.

Each is a draft that somebody verifies and counts; nothing deducts by itself.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.actions.counting import count_survey
from desktop.actions.deductions import RuleUnknownError, enter_deduction, today
from desktop.actions.rule_sets import rules_of
from desktop.actions.terms import deadlines
from desktop.assess.complaints import Complaint, was_late
from desktop.assess.findings import Finding
from desktop.assess.ledger import SURVEY, Entry, State
from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleSet
from desktop.assess.working_days import Holidays
from desktop.assess.year import TermsTable
from desktop.store import editions, ledger_queries
from desktop.store.editions import Edition
from desktop.store.figure_queries import gives_figures
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import COMPLAINTS, DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Phrase, PingyiError
from desktop.words import CHINESE, words_for


class FindingUnverifiedError(PingyiError):
    message = "A deduction rests on verified findings alone: enter the day it was verified first."


class FindingDraftedError(PingyiError):
    message = "This finding has its deduction, entry {entry}, already: withdraw that one first."


class RuleUnproposedError(PingyiError):
    message = "The rule set names no rule for this ({purpose}): choose one, or add it to the set."


class FiguresElsewhereError(PingyiError):
    message = (
        "{path} does not hold every form of the survey: link the rates in the supervisor's file, "
        "after the merge."
    )


class GroupUnknownError(PingyiError):
    message = "The plan has no group {group}: it has {known}."


def draft_of_finding(rules: RuleSet, line: Line[Finding], rule: str, day: str) -> Entry:
    """One step from a verified finding to a draft; FindingUnverifiedError, RuleUnknownError."""
    finding = line.value
    if not finding.verified:
        raise FindingUnverifiedError
    if rule not in {held.code for held in rules.rules}:
        raise RuleUnknownError(rule=rule)
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


def check_undrafted(survey: SurveyFile, line: Line[Finding], rule: str) -> None:
    """FindingDraftedError where an entry by that rule rests on the finding, and stands."""
    for held in ledger_queries.lines(survey, DEDUCTIONS):
        entry = held.value
        if (entry.origin, entry.rule) == (line.id, rule) and _stands(held):
            raise FindingDraftedError(entry=held.id[:8])


def _stands(line: Line[Entry]) -> bool:
    """Not withdrawn: of one in dispute nobody knows yet."""
    return line.is_disputed or line.value.state is not State.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft that nobody has entered yet, and why."""

    entry: Entry
    purpose: str
    """`overdue` or `sent-back`."""


def complaint_proposals(survey: SurveyFile, day: str = "") -> list[Proposal]:
    """Complaints that were late, are overdue on this day or today's, or were sent back.

    What entries of the ledger rest on them for already is left out. RulesMissingError.
    """
    now = date.fromisoformat(day or today(survey))
    rules, (terms, holidays) = rules_of(survey), deadlines(survey)
    entered: Counter[tuple[str, str]] = Counter()
    for held in filter(_stands, ledger_queries.lines(survey, DEDUCTIONS)):
        entered[held.value.origin, held.value.rule] += held.value.facts.count
    return [
        proposal
        for line in ledger_queries.lines(survey, COMPLAINTS)
        if not line.is_disputed
        for purpose, day, times in _faults(line.value, terms, holidays, now)
        for proposal in _proposed(rules, line, purpose, day, times, entered)
    ]


def _faults(
    complaint: Complaint, terms: TermsTable, holidays: Holidays, now: date
) -> Iterator[tuple[str, str, int]]:
    """What is held against its handling: why, the day of the last time, and how many times."""
    if was_late(complaint, terms.of(complaint.kind), holidays, now):
        yield "overdue", complaint.received, 1
    if backs := complaint.sent_back:
        yield "sent-back", backs[-1].on, len(backs)


def _proposed(
    rules: RuleSet,
    line: Line[Complaint],
    purpose: str,
    day: str,
    times: int,
    entered: Mapping[tuple[str, str], int],
) -> Iterator[Proposal]:
    rule = rules.proposed(purpose)
    if rule and (count := times - entered[line.id, rule.code]) > 0:
        complaint = line.value
        entry = Entry(
            unit=complaint.unit,
            rule=rule.code,
            facts=Facts(count=count),
            date=day,
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


def link_survey(
    survey: SurveyFile, day: str, *, windows: Collection[str] = (), operator: str = ""
) -> SurveyLink:
    """Draft a deduction for every unit whose 满意率 lies below the line of the rule for it.

    Units of the groups in `windows`, which are service windows, come under the rule for those, all
    others, departments and sections alike, under the survey's. FiguresElsewhereError on a station,
    RulesMissingError, RuleUnproposedError, GroupUnknownError, and what counting raises.
    """
    if not gives_figures(survey):
        raise FiguresElsewhereError(path=survey.path)
    rules, groups = rules_of(survey), {one.code: one.group for one in survey.plan.agencies}
    _check_groups(survey, windows)
    chosen = {
        unit: _rule_for(rules, "windows" if group in windows else "survey")
        for unit, group in groups.items()
    }
    results, edition = count_survey(survey), editions.edition(survey)
    source = _source(edition, results.hash)
    rates = {one.code: one.rate for one in results.agencies if one.rate is not None}
    present = _entered(survey, chosen)
    drafts = {}
    with survey.transaction():
        for unit, rate in rates.items():
            rule = chosen[unit]
            entry = _rated(rule, unit, rate * 100, day, source)
            if unit not in present and entry_points(rule, entry.facts):
                drafts[unit] = enter_deduction(
                    survey, entry, on=day, operator=operator, rules=rules
                )
    return SurveyLink(drafts, tuple(sorted(present & rates.keys())), edition.sealed)


def _source(edition: Edition, results: str) -> str:
    """In Chinese, as ledgers are: it goes on record and on paper, whoever reads it."""
    words = words_for(CHINESE)
    if edition.sealed:
        text = words("results of this survey, sealed edition {edition}, hash {hash}")
    else:
        text = words("results of this survey as they stand, not sealed, hash {hash}")
    return text.format(edition=edition.number, hash=results[:16])


def _check_groups(survey: SurveyFile, codes: Collection[str]) -> None:
    known = tuple(group.code for group in survey.plan.groups)
    for code in codes:
        if code not in known:
            raise GroupUnknownError(group=code, known=known)


def _rule_for(rules: RuleSet, purpose: str) -> Rule:
    rule = rules.proposed(purpose)
    if rule is None:
        raise RuleUnproposedError(purpose=Phrase(purpose))
    return rule


def _rated(rule: Rule, unit: str, rate: Fraction, day: str, source: str) -> Entry:
    facts = Facts(rate=rate)
    return Entry(unit, rule.code, facts, day, _office(rule), source=source, origin=SURVEY)


def _entered(survey: SurveyFile, chosen: Mapping[str, Rule]) -> set[str]:
    """Units that have an entry under their rule, or one that the survey gave under any."""
    lines = filter(_stands, ledger_queries.lines(survey, DEDUCTIONS))
    return {
        held.unit
        for held in (line.value for line in lines)
        if held.is_linked or held.rule == chosen[held.unit].code
    }


def outdated_rates(survey: SurveyFile) -> list[Line[Entry]]:
    """Entries whose rate the survey gave, and gives no more: forms were merged or ruled since."""
    lines = filter(_stands, ledger_queries.lines(survey, DEDUCTIONS))
    linked = [line for line in lines if line.value.is_linked]
    if not linked:
        return []
    rates = {one.code: one.rate for one in count_survey(survey).agencies}
    return [line for line in linked if not _is_rate(line.value, rates[line.value.unit])]


def _is_rate(entry: Entry, rate: Fraction | None) -> bool:
    return rate is not None and entry.facts.rate == rate * 100


def _office(rule: Rule) -> str:
    return rule.offices[0] if rule.offices else "—"
