"""Who approved the plan that a survey was founded on."""

from collections.abc import Iterable

from desktop.actions.authority import check_may
from desktop.actions.paper_errors import NamesMissingError, NameTwiceError
from desktop.actions.text_files import read_name
from desktop.store import kinds, paper_queries
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.texts import folded


def approve_plan(survey: SurveyFile, names: Iterable[str], *, operator: str = "") -> Record:
    """Put on record that these people approved the survey's plan, beside those who did before.

    NamesMissingError, NameTwiceError, TextRefusedError.
    """
    check_may(survey, operator, kinds.APPROVED)
    held = [name for approval in paper_queries.approvals(survey) for name in approval.names]
    fields = {"plan": survey.plan_hash, "names": read_names(names, held)}
    with survey.transaction():
        return survey.append(kinds.APPROVED, fields, operator=operator)


def read_names(names: Iterable[str], held: Iterable[str] = ()) -> list[str]:
    """The names as they go on record; the errors of `approve_plan`."""
    read = [read_name(name, "--name") for name in names]
    if not read:
        raise NamesMissingError
    seen = set(map(folded, held))
    for name in read:
        if folded(name) in seen:
            raise NameTwiceError(name=name)
        seen.add(folded(name))
    return read
