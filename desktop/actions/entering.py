"""The ways a form is entered, and the act that each of them is."""

from enum import StrEnum

from desktop.actions.keying import correct_form, key_form
from desktop.actions.second_keying import key_second, rekey
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form


class Way(StrEnum):
    """What entering a form is: its first keying, or one that answers to an earlier one."""

    NEW = "new"
    CORRECT = "correct"
    """It replaces a form that was keyed before."""
    SECOND = "second"
    """A second keying, by another person."""
    AGAIN = "again"
    """The first keyer's blind second look at a form whose keyings differ."""


def enter_form(
    survey: SurveyFile,
    way: Way,
    form: Form,
    *,
    operator: str = "",
    filled: str = "",
    doubt: str = "",
) -> Record:
    """Put a form on record in its way; the errors of the act behind it."""
    match way:
        case Way.NEW:
            return key_form(survey, form, operator=operator, filled=filled, doubt=doubt)
        case Way.CORRECT:
            return correct_form(survey, form, operator=operator, doubt=doubt)
        case Way.SECOND:
            return key_second(survey, form, operator=operator, filled=filled, doubt=doubt)
        case Way.AGAIN:
            return rekey(survey, form, operator=operator, doubt=doubt)
