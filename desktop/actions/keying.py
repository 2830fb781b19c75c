"""Key a form, or correct one: each is one durable record before the next form appears."""

from collections.abc import Sequence

from desktop.actions.authority import check_may
from desktop.actions.batches import check_registered
from desktop.actions.errors import FormKeyedError, FormMissingError, ZeroMissingError
from desktop.store import kinds, queries
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form, check_form


def key_form(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Put a new form on record; FormKeyedError where its number was keyed before."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_registered(survey, form.batch)
    with survey.transaction():
        return append_new(survey, form, operator=operator)


def correct_form(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Put a correction on record that names what it replaces; FormMissingError."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    with survey.transaction():
        return append_correction(survey, form, operator=operator)


def check_open(survey: SurveyFile) -> None:
    """ZeroMissingError until the zero report is declared."""
    if not queries.zero_declared(survey):
        raise ZeroMissingError(path=survey.path)


def append_new(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Key a form inside the caller's transaction; the errors of `check_form`, FormKeyedError."""
    check_form(survey.plan, form)
    if queries.heads(survey, form.batch, form.number):
        raise FormKeyedError(form=form.name)
    return _append(survey, form, (), operator)


def append_correction(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Correct a form inside the caller's transaction; FormMissingError."""
    check_form(survey.plan, form)
    replaced = queries.heads(survey, form.batch, form.number)
    if not replaced:
        raise FormMissingError(form=form.name)
    return _append(survey, form, replaced, operator)


def _append(survey: SurveyFile, form: Form, parents: Sequence[RecordId], operator: str) -> Record:
    fields = {
        "batch": form.batch,
        "number": form.number,
        "pass": 1,
        "void": form.void,
        "marks": form.marks,
    }
    return survey.append(kinds.FORM, fields, parents=parents, operator=operator)
