"""A small survey of which some forms were keyed by two people: agreed, mended, and still open."""

from desktop.actions.keying import key_form
from desktop.actions.second_keying import key_second, rekey
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form

ONCE = ("111222", "112233", "123123")
"""Forms 4 to 6: keyed by one person."""


def key_some_twice(survey: SurveyFile, batch: str = "B001") -> None:
    """Six forms by C1; by C2 again the first, alike, and two that differ, one of them mended.

    Form 2 was keyed 3 where its paper says 1. Form 3 waits for its first keyer.
    """
    marks = ("111111", "222223", "333333", *ONCE)
    for number, held in enumerate(marks, 1):
        key_form(survey, Form(batch, number, held), operator="C1")
    for number, held in enumerate(("111111", "222221", "333331"), 1):
        key_second(survey, Form(batch, number, held), operator="C2")
    rekey(survey, Form(batch, 2, "222221"), operator="C1")
