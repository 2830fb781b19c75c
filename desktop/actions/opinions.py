"""Key what people wrote on a form beside their marks 意见建议; nothing of it is ever counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.actions.authority import check_may, is_supervising
from desktop.actions.batches import check_registered
from desktop.actions.keying import check_open
from desktop.actions.opinion_errors import (
    AgencyUnknownError,
    OpinionForeignError,
    OpinionTextError,
    OpinionUnknownError,
)
from desktop.store import kinds, opinion_queries
from desktop.store.kinds import RecordId
from desktop.store.opinion_queries import OpinionLine
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import FormNumberError
from desktop.tally.opinions import LONGEST, one_paragraph
from desktop.tally.texts import character_fault


@dataclass(frozen=True, slots=True)
class Opinion:
    """What stands on one form about one agency; a form may hold several."""

    batch: str
    number: int
    agency: str
    """The agency's code, or "" for the survey as a whole."""
    text: str


def enter_opinion(survey: SurveyFile, opinion: Opinion, *, operator: str = "") -> Record:
    """Put an opinion on record; the form need not be keyed yet, and its batch may be closed.

    ZeroMissingError, BatchUnknownError, FormNumberError, AgencyUnknownError, OpinionTextError.
    """
    check_may(survey, operator, kinds.OPINION)
    return _append(survey, opinion, (), operator)


def correct_opinion(
    survey: SurveyFile, record_id: str, opinion: Opinion, *, operator: str = ""
) -> Record:
    """Put an opinion in the place of another; with an empty text that one is taken back.

    OpinionUnknownError where no one standing opinion's id begins so, OpinionForeignError for
    another's opinion unless a supervisor corrects it, and the errors of `enter_opinion`.
    """
    check_may(survey, operator, kinds.OPINION)
    line = standing_opinion(survey, record_id)
    if line.operator not in ("", operator) and not is_supervising(survey, operator):
        raise OpinionForeignError(form=line.form, operator=line.operator)
    return _append(survey, opinion, (line.record,), operator)


def standing_opinion(survey: SurveyFile, record_id: str) -> OpinionLine:
    """The opinion whose record's id begins so; OpinionUnknownError."""
    found = opinion_queries.opinions_called(survey, record_id)
    if len(found) != 1:
        raise OpinionUnknownError(record=record_id)
    return found[0]


def _append(
    survey: SurveyFile, opinion: Opinion, replaced: Sequence[RecordId], operator: str
) -> Record:
    check_open(survey)
    fields = _checked(survey, opinion, may_be_empty=bool(replaced))
    with survey.transaction():
        return survey.append(kinds.OPINION, fields, parents=replaced, operator=operator)


def _checked(survey: SurveyFile, opinion: Opinion, *, may_be_empty: bool) -> dict[str, Any]:
    check_registered(survey, opinion.batch)
    if not 1 <= opinion.number <= 99999:
        raise FormNumberError(text=opinion.number)
    if opinion.agency and opinion.agency not in {a.code for a in survey.plan.agencies}:
        raise AgencyUnknownError(agency=opinion.agency)
    text = one_paragraph(opinion.text)
    if reason := _fault(text, may_be_empty=may_be_empty):
        raise OpinionTextError(reason=reason)
    place = {"batch": opinion.batch, "number": opinion.number}
    return place | {"agency": opinion.agency, "text": text}


def _fault(text: str, *, may_be_empty: bool) -> str:
    if not text:
        return "" if may_be_empty else "is empty"
    if len(text) > LONGEST:
        return "is longer than 2,000 characters"
    return "holds a character that nobody can see" if character_fault(text) else ""
