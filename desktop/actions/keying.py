"""Key a form, or correct one: each is one durable record before the next form appears."""

from collections.abc import Sequence

from desktop.actions.authority import check_may
from desktop.actions.batch_state import check_keyable
from desktop.actions.errors import (
    FormKeyedError,
    FormMissingError,
    FormRuledError,
    NotFirstKeyerError,
    ZeroMissingError,
)
from desktop.actions.text_files import read_name
from desktop.store import form_queries, kinds, queries
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form, check_form
from desktop.tally.keyings import Keying


def key_form(
    survey: SurveyFile, form: Form, *, operator: str = "", filled: str = "", doubt: str = ""
) -> Record:
    """Put a new form on record; FormKeyedError where its number was keyed before.

    `filled` is a bit a cell in hex, set where a fill key entered it; empty where nobody knows.
    `doubt` flags the paper 疑难 with this note, in the same transaction.
    """
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_keyable(survey, form.batch)
    with survey.transaction():
        record = append_new(survey, form, operator=operator, filled=filled)
        append_doubt(survey, form, doubt, operator=operator)
    return record


def correct_form(survey: SurveyFile, form: Form, *, operator: str = "", doubt: str = "") -> Record:
    """Put a correction on record that names what it replaces; FormMissingError."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_keyable(survey, form.batch)
    with survey.transaction():
        record = append_correction(survey, form, operator=operator)
        append_doubt(survey, form, doubt, operator=operator)
    return record


def append_doubt(survey: SurveyFile, form: Form, note: str, *, operator: str = "") -> None:
    """Flag a paper 疑难 inside the caller's transaction, where there is a note."""
    if note:
        fields = {"batch": form.batch, "number": form.number, "note": read_name(note, "--note")}
        survey.append(kinds.DOUBTED, fields, operator=operator)


def check_open(survey: SurveyFile) -> None:
    """ZeroMissingError until the zero report is declared."""
    if not queries.zero_declared(survey):
        raise ZeroMissingError(path=survey.path)


def append_new(survey: SurveyFile, form: Form, *, operator: str = "", filled: str = "") -> Record:
    """Key a form inside the caller's transaction; the errors of `check_form`, FormKeyedError."""
    check_form(survey.plan, form)
    if _first_heads(survey, form):
        raise FormKeyedError(form=form.name)
    return _append(survey, form, (), operator, filled)


def append_correction(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Correct a form inside the caller's transaction: whoever keyed it, until it is ruled on.

    FormMissingError, NotFirstKeyerError, FormRuledError.
    """
    check_form(survey.plan, form)
    replaced = _first_heads(survey, form)
    if not replaced:
        raise FormMissingError(form=form.name)
    if any(head.operator not in ("", operator) for head in replaced):
        raise NotFirstKeyerError(form=form.name)
    return _append(survey, form, [RecordId(head.record) for head in replaced], operator, "")


def _first_heads(survey: SurveyFile, form: Form) -> list[Keying]:
    """First keyings of a form, which alone are corrected; FormRuledError."""
    held = form_queries.keyings(survey, form.batch, form.number)
    if any(head.pass_number == 0 for head in held):
        raise FormRuledError(form=form.name)
    return [head for head in held if head.pass_number == 1]


def _append(
    survey: SurveyFile, form: Form, parents: Sequence[RecordId], operator: str, filled: str
) -> Record:
    fields = {
        "batch": form.batch,
        "number": form.number,
        "pass": 1,
        "void": form.void,
        "marks": form.marks,
        "filled": filled,
        "against": [],
    }
    return survey.append(kinds.FORM, fields, parents=parents, operator=operator)
