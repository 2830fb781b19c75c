"""The ledgers of findings, complaints, pledges and requests as pages read them: case by case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from desktop.actions.complaints import ComplaintDue, complaints_due
from desktop.actions.deductions import today
from desktop.actions.proposals import Proposal, complaint_proposals
from desktop.actions.terms import deadlines
from desktop.assess.findings import Finding, FindingState
from desktop.assess.ledger import State
from desktop.assess.promises import Kept, Pledge, Request
from desktop.assess.rule_set import RuleSet
from desktop.assess.working_days import Holidays
from desktop.assess.year import TermsTable
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import DEDUCTIONS, FINDINGS, PLEDGES, REQUESTS, RULES
from desktop.store.survey_file import SurveyFile

T = TypeVar("T")

OPEN, OVERDUE, DISPUTED = "open", "overdue", "disputed"
"""What a list is narrowed to, beside the states of its ledger."""
TODAY, WEEK, LATER = "today", "week", "later"
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a ledger as it stands on one day."""

    line: Line[Any]
    state: str
    is_open: bool
    by: str = ""
    """The last day for what is next; empty where there is none."""
    step: str = ""
    """What is next."""
    is_overdue: bool = False

    @property
    def key(self) -> str:
        return self.line.id

    @property
    def value(self) -> Any:
        return self.line.value

    def fits(self, wanted: str) -> bool:
        """Whether it is in this state, or OPEN, OVERDUE or DISPUTED."""
        match wanted:
            case "":
                return True
            case "open":
                return self.is_open
            case "overdue":
                return self.is_overdue
            case "disputed":
                return self.line.is_disputed
            case _:
                return self.state == wanted and not self.line.is_disputed


@dataclass(frozen=True, slots=True)
class FindingsFound:
    """What the page of findings shows."""

    today: str
    cases: Sequence[Case]
    rules: RuleSet | None


@dataclass(frozen=True, slots=True)
class ComplaintsFound:
    """What the page of complaints shows; complaints by the day of what is next."""

    today: str
    complaints: Sequence[Case]
    pledges: Sequence[Case]
    requests: Sequence[Case]
    terms: TermsTable
    calendar: Holidays


@dataclass(frozen=True, slots=True)
class ProposalsFound:
    """Deductions that are proposed, and the rules they fall under."""

    proposals: Sequence[Proposal]
    rules: RuleSet


def read_findings(survey: SurveyFile) -> FindingsFound:
    day, rules = today(survey), ledger_queries.setting(survey, RULES)
    lines = ledger_queries.lines(survey, FINDINGS)
    cases = sorted((finding_case(line, day) for line in lines), key=_by_day, reverse=True)
    return FindingsFound(day, cases, rules.value if rules else None)


def read_origins(survey: SurveyFile) -> dict[str, State]:
    """States of deductions by the line they rest on; asked for after what the page shows first."""
    return {
        held.value.origin: held.value.state
        for held in ledger_queries.lines(survey, DEDUCTIONS)
        if held.value.origin and held.value.state is not State.WITHDRAWN
    }


def read_complaints(survey: SurveyFile) -> ComplaintsFound:
    day = today(survey)
    complaints = [complaint_case(held) for held in complaints_due(survey, date.fromisoformat(day))]
    pledges = [pledge_case(line, day) for line in ledger_queries.lines(survey, PLEDGES)]
    requests = [request_case(line, day) for line in ledger_queries.lines(survey, REQUESTS)]
    return ComplaintsFound(
        day,
        complaints,
        sorted(pledges, key=_by_due),
        sorted(requests, key=_by_due),
        *deadlines(survey),
    )


def read_proposals(survey: SurveyFile) -> ProposalsFound | None:
    """Asked for by itself: it reads the ledger of deductions too. None without a rule set."""
    rules = ledger_queries.setting(survey, RULES)
    return ProposalsFound(complaint_proposals(survey), rules.value) if rules else None


def finding_case(line: Line[Finding], day: str) -> Case:
    finding = line.value
    state = finding.state
    step = _finding_step(finding)
    by = finding.due if state is FindingState.FED_BACK else ""
    is_open = state is not FindingState.CLOSED
    return Case(line, state, is_open, by, step, finding.is_overdue(day))


def complaint_case(held: ComplaintDue) -> Case:
    line, due = held.line, held.due
    by, step = (due.by.isoformat(), due.step) if due else ("", "")
    return Case(line, line.value.state, line.value.is_open, by, step, held.overdue)


def pledge_case(line: Line[Pledge], day: str) -> Case:
    pledge = line.value
    is_open = pledge.kept is Kept.OPEN
    return Case(
        line, pledge.kept, is_open, pledge.due, "keep" if is_open else "", pledge.is_overdue(day)
    )


def request_case(line: Line[Request], day: str) -> Case:
    request = line.value
    state, step = ("open", "answer") if request.is_open else ("answered", "")
    return Case(line, state, request.is_open, request.due, step, request.is_overdue(day))


def due_when(case: Case, day: str) -> str:
    """OVERDUE, TODAY, WEEK (today and six days on) or LATER; empty where nothing is due."""
    if not case.by:
        return ""
    if case.by < day:
        return OVERDUE
    if case.by == day:
        return TODAY
    last = (date.fromisoformat(day) + _WEEK).isoformat()
    return WEEK if case.by <= last else LATER


def count_of(cases: Sequence[Case], is_so: Callable[[Case], object]) -> int:
    return sum(1 for case in cases if is_so(case))


def _finding_step(finding: Finding) -> str:
    """Verified first; only a verified finding is fed back as a rule."""
    if not finding.verified and not finding.fed_back:
        return "verify"
    steps = {
        FindingState.FOUND: "feed-back",
        FindingState.FED_BACK: "rectify",
        FindingState.RECTIFIED: "close",
    }
    return steps.get(finding.state, "")


def _by_day(case: Case) -> tuple[str, str, str]:
    return (case.value.found, case.line.at, case.key)


def _by_due(case: Case) -> tuple[bool, str, str]:
    """What is open first, by its day; without a day last."""
    return (not case.is_open, case.by or "9999", case.key)
