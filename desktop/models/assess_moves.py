"""Many entries are taken to their next state at once: those that can go, go."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.actions.deductions import move_deduction
from desktop.actions.rule_sets import rules_of
from desktop.assess.ledger import Entry, State
from desktop.jobs import Job
from desktop.store.ledger_queries import Line
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError


@dataclass(frozen=True, slots=True)
class Moved:
    """How many went, how many stayed, and why the first of these did."""

    moved: int
    stayed: int
    refusal: PingyiError | None


def move_entries(
    survey: SurveyFile,
    job: Job,
    lines: Sequence[Line[Entry]],
    wished: State,
    *,
    on: str,
    operator: str,
) -> Moved:
    """All in one transaction; where none can go, the first refusal is raised."""
    rules, refusals = rules_of(survey), []
    with survey.transaction():
        for at, line in enumerate(lines):
            job.report(at, len(lines))
            try:
                move_deduction(survey, line, wished, on=on, operator=operator, rules=rules)
            except PingyiError as error:
                refusals.append(error)
    if refusals and len(refusals) == len(lines):
        raise refusals[0]
    return Moved(len(lines) - len(refusals), len(refusals), refusals[0] if refusals else None)
