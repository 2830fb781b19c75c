"""Second keying: blind, by another person; what differs goes back blind to the first keyer."""

from dataclasses import dataclass

from desktop.actions.authority import check_may
from desktop.actions.batches import check_registered
from desktop.actions.errors import (
    FormRuledError,
    NotDifferingError,
    NotFirstKeyerError,
    SamePersonError,
    SecondKeyedError,
)
from desktop.actions.keying import append_doubt, check_open
from desktop.store import form_queries, kinds
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form, check_form, form_name
from desktop.tally.keyings import FormStage, Keying, differing_cells, same_person


def key_second(
    survey: SurveyFile, form: Form, *, operator: str = "", filled: str = "", doubt: str = ""
) -> Record:
    """Key a form a second time, whoever keyed it first: SamePersonError, SecondKeyedError.

    It need not have been drawn, nor keyed first on this station: the two meet at the merge.
    """
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_registered(survey, form.batch)
    with survey.transaction():
        record = append_second(survey, form, operator=operator, filled=filled)
        append_doubt(survey, form, doubt, operator=operator)
    return record


def append_second(
    survey: SurveyFile, form: Form, *, operator: str = "", filled: str = ""
) -> Record:
    """Key a form a second time, inside the caller's transaction."""
    check_form(survey.plan, form)
    _check_free(survey, form.batch, form.number, operator)
    fields = {"pass": 2, "filled": filled, "against": []} | _content(form)
    return survey.append(kinds.FORM, fields, operator=operator)


def check_second_keying(survey: SurveyFile, batch: str, number: int, *, operator: str = "") -> None:
    """Raise what `key_second` would, before anything is keyed: FormRuledError and its own two."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_registered(survey, batch)
    _check_free(survey, batch, number, operator)


def _check_free(survey: SurveyFile, batch: str, number: int, operator: str) -> None:
    mine, name = Keying("", 2, str(survey.station), operator, "", ""), form_name(batch, number)
    for head in form_queries.keyings(survey, batch, number):
        if head.pass_number == 0:
            raise FormRuledError(form=name)
        if head.pass_number == 1 and same_person(head, mine):
            raise SamePersonError(form=name)
        if head.pass_number == 2:
            raise SecondKeyedError(form=name)


@dataclass(frozen=True, slots=True)
class BlindForm:
    """A form that comes back to its first keyer: which cells, and nothing of what was keyed."""

    batch: str
    number: int
    operator: str
    cells: tuple[int, ...]
    """Cells to key again, in paper order; empty where one keying says the form is void."""


def blind_forms(survey: SurveyFile) -> list[BlindForm]:
    """Every form whose two keyings differ and whose first keyer has not looked again."""
    return [
        BlindForm(held.batch, held.number, _first(held).operator, _cells(held))
        for held in form_queries.open_forms(survey)
        if held.stage is FormStage.DIFFERING
    ]


def rekey(survey: SurveyFile, form: Form, *, operator: str = "", doubt: str = "") -> Record:
    """Key the differing cells again; the other cells stay as they were first keyed.

    NotDifferingError, and NotFirstKeyerError for anybody but who keyed the form first.
    """
    check_may(survey, operator, kinds.FORM)
    with survey.transaction():
        record = append_again(survey, form, operator=operator)
        append_doubt(survey, form, doubt, operator=operator)
    return record


def append_again(survey: SurveyFile, form: Form, *, operator: str = "") -> Record:
    """Re-key a form inside the caller's transaction."""
    check_form(survey.plan, form)
    held = form_queries.open_form(survey, form.batch, form.number)
    if held.stage is not FormStage.DIFFERING:
        raise NotDifferingError(form=form.name)
    first = _first(held)
    if not same_person(first, Keying("", 1, str(survey.station), operator, "", "")):
        raise NotFirstKeyerError(form=form.name)
    fields = _content(_mixed(form, first, _cells(held))) | {
        "pass": 1,
        "filled": "",
        "against": [head.record for head in held.heads if head.pass_number == 2],
    }
    parents = [RecordId(head.record) for head in held.heads if head.pass_number == 1]
    return survey.append(kinds.FORM, fields, parents=parents, operator=operator)


def _mixed(form: Form, first: Keying, cells: tuple[int, ...]) -> Form:
    """The first keying with the differing cells as keyed now; all of it where a void is at odds."""
    if not cells or form.void:
        return form
    marks = list(first.marks)
    for cell in cells:
        marks[cell] = form.marks[cell]
    return Form(form.batch, form.number, "".join(marks), form.void)


def _first(held: form_queries.OpenForm) -> Keying:
    return next(head for head in held.heads if head.pass_number == 1)


def _cells(held: form_queries.OpenForm) -> tuple[int, ...]:
    second = next(head for head in held.heads if head.pass_number == 2)
    first = _first(held)
    if first.void or second.void:
        return ()
    return differing_cells(first.marks, second.marks)


def _content(form: Form) -> dict[str, object]:
    return {"batch": form.batch, "number": form.number, "void": form.void, "marks": form.marks}
