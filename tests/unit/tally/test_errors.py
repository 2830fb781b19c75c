import pytest

from desktop.tally.errors import PingyiError, Problem, ProblemsError


class BundleLostError(PingyiError):
    message = "Bundle {code} is lost: look under the table."


def chinese(source):
    return {"Bundle {code} is lost: look under the table.": "{code} 丢失。"}.get(source, source)


def test_an_error_speaks_english_and_the_readers_language():
    error = BundleLostError(code="B001")
    assert str(error) == "Bundle B001 is lost: look under the table."
    assert error.sentence(chinese) == "B001 丢失。"


def test_a_field_may_hold_braces():
    assert str(BundleLostError(code="{x}")) == "Bundle {x} is lost: look under the table."


@pytest.mark.parametrize(
    ("place", "sentence"), [("grades[0]", "grades[0]: must be 1"), ("", "must be 1")]
)
def test_a_problem_names_its_place(place, sentence):
    assert Problem(place, "must be {n}", {"n": 1}).sentence() == sentence


def test_a_problem_is_translated_before_its_fields_are_filled_in():
    problem = Problem("channels", "must be {n}", {"n": 1})
    assert problem.sentence(lambda source: source.replace("must be", "应为")) == "channels: 应为 1"


def test_an_error_with_a_list_keeps_every_problem():
    problems = [Problem("a", "is missing"), Problem("b", "is missing")]
    assert ProblemsError(problems).problems == problems
