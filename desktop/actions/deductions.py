"""Enter deductions, mend drafts, and move them through their states (RULES.md §6)."""

from dataclasses import replace
from datetime import datetime

from desktop.actions.ledgers import change_line, enter_line, undisputed
from desktop.actions.paper_errors import DateWrongError
from desktop.actions.rule_sets import rules_mark, rules_of
from desktop.assess.ledger import Entry, State, content_of, double_rules, moved
from desktop.assess.points import check_asked, entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.store import kinds, ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.issuing import is_date


class RuleUnknownError(PingyiError):
    message = "The rule set has no rule {rule}: choose one of its list."


class OfficeForeignError(PingyiError):
    message = "Evidence for rule {rule} comes from {offices}, not {office}: choose one of them."


class OfficeMissingError(PingyiError):
    message = "Rule {rule} needs the office that gives the evidence: choose one of {offices}."


class DayAheadError(PingyiError):
    message = "{day} has not come yet, and lies beyond the year of this file: mend the day."


class ReasonOrApproverMissingError(PingyiError):
    message = "Rule {rule} leaves the amount to a person: write the reason, and who approved it."


class SourceMissingError(PingyiError):
    message = "A typed rate needs its source: write where the rate of rule {rule} was taken from."


class EntryDecidedError(PingyiError):
    message = "An entry that is {state} is not changed any more: withdraw it, and enter it anew."


_KINDS = {
    State.DRAFT: kinds.DEDUCTION,
    State.VERIFIED: kinds.DEDUCTION_VERIFIED,
    State.CIRCULARISED: kinds.DEDUCTION_DECIDED,
    State.COUNTED: kinds.DEDUCTION_DECIDED,
    State.WITHDRAWN: kinds.DEDUCTION_DECIDED,
}
"""What puts an entry of that state on record."""


def enter_deduction(
    survey: SurveyFile,
    entry: Entry,
    *,
    on: str = "",
    operator: str = "",
    rules: RuleSet | None = None,
) -> Record:
    """Begin an entry as a draft, on this day or today's.

    `rules` spares reading them for each of many entries. RulesMissingError, RuleUnknownError,
    OfficeForeignError, ReasonOrApproverMissingError, SourceMissingError, the errors of
    `check_asked` and `entry_points`, DayAheadError, LineWrongError, YearSealedError.
    """
    held = rules or rules_of(survey)
    check_asked(check_entry(held, entry), entry.facts)
    check_days(survey, entry.date, on)
    states = {State.DRAFT: on or today(survey)}
    draft = replace(entry, states=states, rules=rules_mark(held))
    return enter_line(survey, DEDUCTIONS, draft, operator=operator)


def correct_deduction(
    survey: SurveyFile,
    line: Line[Entry],
    entry: Entry,
    *,
    operator: str = "",
    rules: RuleSet | None = None,
) -> Record:
    """Mend an entry that nobody has decided on, or settle one in dispute; its states stay.

    EntryDecidedError, and the errors of `enter_deduction`.
    """
    held = rules or rules_of(survey)
    check_asked(check_entry(held, entry), entry.facts)
    check_days(survey, entry.date)
    entry = _own_rate(line.value, entry)
    state = line.value.state
    if not line.is_disputed and state not in (State.DRAFT, State.VERIFIED):
        raise EntryDecidedError(state=state)
    states = entry.states if line.is_disputed else line.value.states
    mended = replace(entry, states=states, rules=rules_mark(held))
    kind = _kind(mended.state, line)
    return change_line(survey, DEDUCTIONS, line, mended, operator=operator, kind=kind)


def _own_rate(before: Entry, entry: Entry) -> Entry:
    """A rate of the survey that somebody types over is the survey's no more; SourceMissingError."""
    if not before.is_linked or entry.facts.rate == before.facts.rate:
        return entry
    if entry.source == before.source:
        raise SourceMissingError(rule=entry.rule)
    return replace(entry, origin="")


def move_deduction(
    survey: SurveyFile,
    line: Line[Entry],
    wished: State,
    *,
    on: str = "",
    operator: str = "",
    rules: RuleSet | None = None,
) -> Record:
    """Take an entry to its next state, on this day or today's.

    LineDisputedError, StateWrongError, CircularMissingError, StateDateError, DayAheadError.
    """
    entry = undisputed(line).value
    if on > entry.states.get(entry.state, ""):  # what has such a day must stay withdrawable
        check_days(survey, on)
    states = moved(rules or rules_of(survey), entry, wished, on or today(survey))
    kind, made = _kind(wished, line), replace(entry, states=states)
    return change_line(survey, DEDUCTIONS, line, made, operator=operator, kind=kind)


def _kind(state: State, line: Line[Entry]) -> str:
    """What such a state is put on record as, and may replace every head of the line.

    Whoever settled a dispute for a draft did it as a supervisor: so does who takes it further.
    """
    return max(_KINDS[state], line.kind, key=DEDUCTIONS.kinds.index)


def case_warnings(survey: SurveyFile, entry: Entry, *, without: str = "") -> list[Problem]:
    """Where this entry says what another one says, or its rule meets another on its case.

    Nothing is refused, a person decides. `without` is the line that the entry is about to replace.
    """
    others = [
        line
        for line in ledger_queries.lines(survey, DEDUCTIONS)
        if line.id != without and line.value.state is not State.WITHDRAWN
    ]
    same = [line.id[:8] for line in others if content_of(line.value) == content_of(entry)]
    message = "entry {line} says the same already"
    twins = [Problem(entry.unit, message, {"line": line}) for line in same]
    case = [line.value for line in others if line.value.case == entry.case]
    met = [it for it in double_rules([*case, entry]) if it.place == entry.unit]
    return [*twins, *(it for it in met if entry.rule in it.fields.values())]


def today(survey: SurveyFile) -> str:
    """The day by the clock of this computer, where it stands."""
    moment: datetime = survey.clock()
    return moment.astimezone().date().isoformat()


def check_days(survey: SurveyFile, *days: str) -> None:
    """DateWrongError, and DayAheadError for 2106 where 2006 is meant.

    A clock that is behind refuses nothing else.
    """
    following = survey.plan.year + 1
    for day in filter(None, days):
        if not is_date(day):
            raise DateWrongError(text=day)
        if int(day[:4]) > following and day > today(survey):
            raise DayAheadError(day=day)


def check_entry(rules: RuleSet, entry: Entry) -> Rule:
    """The entry's rule; the errors of `enter_deduction` that concern what it says."""
    try:
        rule = rules.rule(entry.rule)
    except KeyError:
        raise RuleUnknownError(rule=entry.rule) from None
    if rule.offices and entry.office not in rule.offices:
        offices = " / ".join(rule.offices)
        if not entry.office.strip():
            raise OfficeMissingError(rule=rule.section, offices=offices)
        raise OfficeForeignError(rule=rule.section, offices=offices, office=entry.office)
    if rule.kind is RuleKind.DISCRETIONARY and not (
        entry.reason.strip() and entry.approver.strip()
    ):
        raise ReasonOrApproverMissingError(rule=rule.section)
    if rule.kind is RuleKind.RATE and not entry.source.strip():
        raise SourceMissingError(rule=rule.section)
    entry_points(rule, entry.facts)
    return rule
