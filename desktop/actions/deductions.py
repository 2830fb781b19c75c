"""Enter deductions, mend drafts, and move them through their states (RULES.md §6)."""

from dataclasses import replace
from datetime import datetime

from desktop.actions.ledgers import change_line, enter_line, undisputed
from desktop.actions.rule_sets import rules_of
from desktop.assess.ledger import Entry, State, double_rules, moved
from desktop.assess.points import entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.store import kinds, ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem


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
    `entry_points`, DayAheadError, LineWrongError, YearSealedError.
    """
    check_entry(rules or rules_of(survey), entry)
    check_days(survey, entry.date, on)
    draft = replace(entry, states={State.DRAFT: on or today(survey)})
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
    check_entry(rules or rules_of(survey), entry)
    check_days(survey, entry.date)
    state = line.value.state
    if not line.is_disputed and state not in (State.DRAFT, State.VERIFIED):
        raise EntryDecidedError(state=state)
    states = entry.states if line.is_disputed else line.value.states
    mended = replace(entry, states=states)
    said = (mended, line.value, *line.others)
    kind = _KINDS[max((held.state for held in said), key=list(State).index)]
    return change_line(survey, DEDUCTIONS, line, mended, operator=operator, kind=kind)


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
    kind, made = _KINDS[wished], replace(entry, states=states)
    return change_line(survey, DEDUCTIONS, line, made, operator=operator, kind=kind)


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


def content_of(entry: Entry) -> str:
    """What was written in it, without its way since."""
    return repr(replace(entry, states={}, origin=""))


def today(survey: SurveyFile) -> str:
    """The day by the clock of this computer, where it stands."""
    moment: datetime = survey.clock()
    return moment.astimezone().date().isoformat()


def check_days(survey: SurveyFile, *days: str) -> None:
    """DayAheadError for 2106 where 2006 is meant; a clock that is behind refuses nothing else."""
    following = survey.plan.year + 1
    for day in days:
        if day and int(day[:4]) > following and day > today(survey):
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
