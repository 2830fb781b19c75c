"""A form and its number: batch code and the number written on the paper."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.tally.errors import PingyiError
from desktop.tally.marks import BLANK, check_marks, one_grade
from desktop.tally.plan import Plan

_NUMBER = re.compile(r"[0-9]{1,5}")
_BATCH = re.compile(r"[A-Za-z0-9]{1,16}")


class FormNumberError(PingyiError):
    message = (
        '"{text}" is not a form number: write 1 to 99999 in plain digits, '
        "alone or behind the batch code, such as B001-017."
    )


class FormNameError(PingyiError):
    message = '"{text}" names no form: write batch and number, such as B001-017.'


class FormOfOtherBatchError(PingyiError):
    message = "Form {form} belongs to batch {found}, not to {expected}: key it with its own batch."


class BatchCodeError(PingyiError):
    message = '"{code}" is not a batch code: write up to 16 letters A–Z and digits, such as B001.'


class VoidReasonUnknownError(PingyiError):
    message = 'The plan lists no void reason "{code}": use one of {known}.'


class FormState(StrEnum):
    """How a form stands in the count."""

    VALID = "valid"
    VOID = "void"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Form:
    """A keyed form; `void` is a reason's code or empty, `marks` one character a cell."""

    batch: str
    number: int
    marks: str
    void: str = ""

    @property
    def name(self) -> str:
        return form_name(self.batch, self.number)


def form_name(batch: str, number: int) -> str:
    """`B001-017`: at least three digits."""
    return f"{batch}-{number:03d}"


def read_form_number(text: str, batch: str) -> int:
    """The number in `017` or `B001-017`; FormNumberError, FormOfOtherBatchError."""
    found, dash, digits = text.rpartition("-")
    if not _NUMBER.fullmatch(digits) or int(digits) == 0 or (dash and not _BATCH.fullmatch(found)):
        raise FormNumberError(text=text)
    if dash and found != batch:
        raise FormOfOtherBatchError(form=text, found=found, expected=batch)
    return int(digits)


def read_form_name(text: str) -> tuple[str, int]:
    """Batch and number of `B001-017`; FormNameError, FormNumberError."""
    batch, dash, _ = text.rpartition("-")
    if not dash:
        raise FormNameError(text=text)
    return batch, read_form_number(text, batch)


def check_batch_code(code: str) -> None:
    if not _BATCH.fullmatch(code):
        raise BatchCodeError(code=code)


def check_form(plan: Plan, form: Form) -> None:
    """Raise unless number, reason and cells are ones this plan knows; a void form may be empty."""
    if not 1 <= form.number <= 99999:
        raise FormNumberError(text=form.number)
    codes = [reason.code for reason in plan.void_reasons]
    if form.void and form.void not in codes:
        raise VoidReasonUnknownError(code=form.void, known=" ".join(codes))
    if not (form.void and form.marks == ""):
        check_marks(plan, form.marks)


def void_reason(plan: Plan, form: Form) -> str:
    """The reason a form is void, keyed or by the plan's own rules; empty for a valid form."""
    if form.void:
        return form.void
    rule = plan.validity.max_blank
    if rule and form.marks.count(BLANK) > rule.share * plan.cells:
        return rule.reason
    if plan.validity.one_grade and one_grade(form.marks):
        return plan.validity.one_grade
    return ""
