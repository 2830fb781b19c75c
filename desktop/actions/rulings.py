"""Rulings: what the paper shows, a reason, and two people, neither of whom keyed the form."""

from collections.abc import Sequence

from desktop.actions.authority import check_may, known_operator
from desktop.actions.errors import (
    NoDisputeError,
    OutcomeTwiceError,
    RecordUnknownError,
    RulingSelfError,
    SecondMissingError,
    SecondRoleError,
    SecondSameError,
)
from desktop.actions.keying import check_open
from desktop.actions.stations import read_reason
from desktop.actions.text_files import read_name
from desktop.store import form_queries, kinds, queries
from desktop.store.form_queries import OpenForm
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form, check_batch_code, check_form
from desktop.tally.keyings import Keying

WITNESSES = {"supervisor", "scrutineer", "checker"}
"""Roles of whoever may stand beside a supervisor."""


def doubt_form(
    survey: SurveyFile, batch: str, number: int, *, note: str, operator: str = ""
) -> Record:
    """Flag a paper 疑难: it counts as nothing until it is ruled on."""
    check_may(survey, operator, kinds.DOUBTED)
    check_open(survey)
    check_batch_code(batch)
    fields = {"batch": batch, "number": number, "note": read_name(note, "--note")}
    with survey.transaction():
        return survey.append(kinds.DOUBTED, fields, operator=operator)


def rule_form(
    survey: SurveyFile,
    batch: str,
    number: int,
    outcomes: Sequence[Form],
    *,
    reason: str,
    second: str,
    operator: str = "",
) -> Record:
    """Settle a form by what its paper shows; every value keyed stays on record.

    `outcomes` is one form as a rule, two where one number stood on two papers, none where there
    is no such paper. Raises NoDisputeError, RulingSelfError, the errors of `check_second` and of
    `check_form`.
    """
    check_may(survey, operator, kinds.RULED)
    held = form_queries.open_form(survey, batch, number)
    if not (held.heads or held.doubts):
        raise NoDisputeError(form=held.name)
    second = check_second(survey, second, operator)
    _check_apart(survey, batch, operator, second)
    _check_numbers(outcomes)
    for outcome in outcomes:
        check_batch_code(outcome.batch)
        check_form(survey.plan, outcome)
    fields = {
        "batch": batch,
        "number": number,
        "outcomes": [_fields(outcome) for outcome in outcomes],
        "reason": read_reason(reason),
        "second": second,
    }
    with survey.transaction():
        return survey.append(kinds.RULED, fields, parents=_settled(held), operator=operator)


def _check_numbers(outcomes: Sequence[Form]) -> None:
    names = [outcome.name for outcome in outcomes]
    for name in names:
        if names.count(name) > 1:
            raise OutcomeTwiceError(form=name)


def _settled(held: OpenForm) -> list[RecordId]:
    records = {head.record for head in held.heads} | {record for record, _ in held.doubts}
    return [RecordId(record) for record in sorted(records)]


def _fields(form: Form) -> dict[str, object]:
    return {"batch": form.batch, "number": form.number, "void": form.void, "marks": form.marks}


def check_second(survey: SurveyFile, second: str, operator: str) -> str:
    """The second person: an operator's code where any is registered, else a name.

    SecondMissingError, SecondSameError, SecondRoleError, OperatorUnknownError, TextRefusedError.
    """
    if not second.strip():
        raise SecondMissingError
    second = read_name(second, "--second")
    if second == operator:
        raise SecondSameError(second=second)
    if queries.operators(survey) and not known_operator(survey, second).roles & WITNESSES:
        raise SecondRoleError(second=second)
    return second


def _check_apart(survey: SurveyFile, batch: str, operator: str, second: str) -> None:
    """Nobody rules on a batch that he keyed in (T44)."""
    for person in (operator, second):
        if form_queries.has_keyed(survey, batch, person):
            raise RulingSelfError(batch=batch, operator=person or "—")


def find_head(held: OpenForm, record: str) -> Keying:
    """The one head whose id begins so; RecordUnknownError."""
    found = [head for head in held.heads if record and head.record.startswith(record.lower())]
    if len(found) != 1:
        raise RecordUnknownError(record=record, form=held.name)
    return found[0]


def kept(held: OpenForm, head: Keying, place: tuple[str, int] | None = None) -> Form:
    """What a head says, as an outcome, at its own number or another."""
    batch, number = place or (held.batch, held.number)
    return Form(batch, number, head.marks, head.void)
