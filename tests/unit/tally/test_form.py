import pytest

from desktop.tally.form import (
    BatchCodeError,
    Form,
    FormNumberError,
    FormOfOtherBatchError,
    VoidReasonUnknownError,
    check_batch_code,
    check_form,
    form_name,
    read_form_number,
    void_reason,
)
from desktop.tally.marks import MarksLengthError
from tests.plans import small_plan


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("017", 17),
        ("B001-017", 17),
        ("00017", 17),
        ("99999", 99999),
        ("B001-99999", 99999),
    ],
)
def test_a_form_number_is_whole_or_alone(text, number):
    assert read_form_number(text, "B001") == number


def test_a_form_of_another_batch_is_named():
    with pytest.raises(FormOfOtherBatchError) as caught:
        read_form_number("B002-017", "B001")
    assert caught.value.fields == {"form": "B002-017", "found": "B002", "expected": "B001"}


@pytest.mark.parametrize(
    ("number", "name"), [(7, "B001-007"), (123, "B001-123"), (12345, "B001-12345")]
)
def test_a_form_name_has_three_digits_or_more(number, name):
    assert form_name("B001", number) == Form("B001", number, "").name == name
    assert read_form_number(name, "B001") == number


@pytest.mark.parametrize("code", ["B001", "b1", "7", "A" * 16])
def test_batch_codes_are_letters_and_digits(code):
    check_batch_code(code)


@pytest.mark.parametrize("code", ["", "B-1", "B 1", "A" * 17, "批1", "Ｂ1", "B1\n"])
def test_other_batch_codes_are_refused(code):
    with pytest.raises(BatchCodeError):
        check_batch_code(code)


def test_a_form_passes_with_a_number_marks_and_a_listed_reason():
    plan = small_plan()
    for form in (
        Form("B1", 1, "123123"),
        Form("B1", 99999, "0x-123", "V1"),
        Form("B1", 2, "", "V8"),
    ):
        check_form(plan, form)


@pytest.mark.parametrize("number", [0, -1, 100000])
def test_a_number_off_the_paper_is_refused(number):
    with pytest.raises(FormNumberError):
        check_form(small_plan(), Form("B1", number, "123123"))


def test_an_unlisted_reason_is_refused_with_those_listed():
    plan = small_plan(void_reasons=[{"code": "V1", "name": "复印"}, {"code": "V3", "name": "逾期"}])
    with pytest.raises(VoidReasonUnknownError) as caught:
        check_form(plan, Form("B1", 1, "", "V2"))
    assert caught.value.fields == {"code": "V2", "known": "V1 V3"}


@pytest.mark.parametrize(("marks", "void"), [("", ""), ("12312", "V1"), ("12312", "")])
def test_only_a_void_form_may_be_empty_and_none_may_be_short(marks, void):
    with pytest.raises(MarksLengthError):
        check_form(small_plan(), Form("B1", 1, marks, void))


def test_rules_beyond_the_clerks_are_off_by_default():
    plan = small_plan()
    assert void_reason(plan, Form("B1", 1, "000000")) == ""
    assert void_reason(plan, Form("B1", 1, "111111")) == ""
    assert void_reason(plan, Form("B1", 1, "", "V6")) == "V6"


@pytest.mark.parametrize(
    ("marks", "reason"), [("000123", ""), ("000012", "V4"), ("?x-012", ""), ("000000", "V4")]
)
def test_a_form_is_void_beyond_the_share_of_blanks_not_at_it(marks, reason):
    plan = small_plan(validity={"max_blank": {"share": "1/2", "reason": "V4"}}, dont_know=True)
    assert void_reason(plan, Form("B1", 1, marks)) == reason


@pytest.mark.parametrize(
    ("marks", "reason"),
    [("111111", "V7"), ("330333", "V7"), ("111112", ""), ("xxxxxx", ""), ("000000", "")],
)
def test_one_grade_throughout_may_be_void(marks, reason):
    plan = small_plan(validity={"one_grade": "V7"})
    assert void_reason(plan, Form("B1", 1, marks)) == reason


def test_the_clerks_reason_stands_before_the_rules():
    plan = small_plan(validity={"one_grade": "V7", "max_blank": {"share": "0", "reason": "V4"}})
    assert void_reason(plan, Form("B1", 1, "111111", "V3")) == "V3"
    assert void_reason(plan, Form("B1", 1, "011111")) == "V4"
