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
        check_new(survey, form)
        return append_form(survey, form, operator=operator)


def correct_form(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Put a correction on record that names what it replaces; FormMissingError."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_form(survey.plan, form)
    with survey.transaction():
        replaced = queries.heads(survey, form.batch, form.number)
        if not replaced:
            raise FormMissingError(form=form.name)
        return append_form(survey, form, parents=replaced, operator=operator)


def check_new(survey: SurveyFile, form: Form) -> None:
    """Raise unless the form is one of the plan's and its number was never keyed."""
    check_form(survey.plan, form)
    if queries.heads(survey, form.batch, form.number):
        raise FormKeyedError(form=form.name)


def check_open(survey: SurveyFile) -> None:
    """ZeroMissingError until the zero report is declared."""
    if not queries.zero_declared(survey):
        raise ZeroMissingError(path=survey.path)


def append_form(
    survey: SurveyFile, form: Form, *, parents: Sequence[RecordId] = (), operator: str = ""
) -> Record:
    """Put a checked form on record, inside the caller's transaction."""
    fields = {
        "batch": form.batch,
        "number": form.number,
        "pass": 1,
        "void": form.void,
        "marks": form.marks,
    }
    return survey.append(kinds.FORM, fields, parents=parents, operator=operator)
