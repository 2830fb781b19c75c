"""What each act records, and what it refuses before anything is stored."""

import pytest

from desktop.actions.batches import correct_batch, register_batch
from desktop.actions.errors import (
    BatchCountError,
    BatchExistsError,
    BatchUnknownError,
    ChannelUnknownError,
    FormKeyedError,
    FormMissingError,
    NotEmptyError,
    OriginUnknownError,
    ZeroDeclaredError,
    ZeroMissingError,
)
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import correct_form, key_form
from desktop.store import kinds, queries
from desktop.tally.form import BatchCodeError, Form, FormNumberError, VoidReasonUnknownError
from desktop.tally.marks import MarksLengthError, MarkUnknownError
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.surveys import founded, keyed


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111"]) as made:
        yield made


def log(survey):
    return [record.id for record in survey.records()]


@pytest.mark.parametrize(
    ("slip", "refused"),
    [
        (Slip("B001", "C1", 5), BatchExistsError),
        (Slip("b001", "C1", 5), BatchExistsError),
        (Slip("B 02", "C1", 5), BatchCodeError),
        (Slip("B002", "C9", 5), ChannelUnknownError),
        (Slip("B002", "C1", 0), BatchCountError),
        (Slip("B002", "C1", 100_000), BatchCountError),
        (Slip("B002", "C1", 5, "A999"), OriginUnknownError),
    ],
)
def test_a_slip_that_cannot_be_is_refused(survey, slip, refused):
    before = log(survey)
    with pytest.raises(refused):
        register_batch(survey, slip)
    assert log(survey) == before


@pytest.mark.parametrize(
    ("form", "refused"),
    [
        (Form("B001", 1, "222222"), FormKeyedError),
        (Form("B001", 1, "111111"), FormKeyedError),
        (Form("B009", 1, "111111"), BatchUnknownError),
        (Form("B001", 0, "111111"), FormNumberError),
        (Form("B001", 100_000, "111111"), FormNumberError),
        (Form("B001", 2, "11111"), MarksLengthError),
        (Form("B001", 2, "1111111"), MarksLengthError),
        (Form("B001", 2, "11141１"), MarkUnknownError),
        (Form("B001", 2, "11111?"), MarkUnknownError),
        (Form("B001", 2, "", "V99"), VoidReasonUnknownError),
        (Form("B001", 2, ""), MarksLengthError),
    ],
)
def test_a_form_that_cannot_be_is_refused(survey, form, refused):
    before = log(survey)
    with pytest.raises(refused):
        key_form(survey, form)
    assert log(survey) == before


def test_a_correction_names_what_it_replaces(survey):
    (first,) = [r for r in survey.records() if r.kind == kinds.FORM]
    correction = correct_form(survey, Form("B001", 1, "333333"))
    assert correction.parents == (first.id,)
    assert first.id in log(survey)


def test_a_form_never_keyed_cannot_be_corrected(survey):
    with pytest.raises(FormMissingError, match="B001-007"):
        correct_form(survey, Form("B001", 7, "111111"))


def test_a_void_form_may_be_empty_or_filled(survey):
    register_batch(survey, Slip("B002", "C2", 2))
    key_form(survey, Form("B002", 1, "", "V1"))
    key_form(survey, Form("B002", 2, "123123", "V1"))


def test_keying_waits_for_the_zero_report(tmp_path):
    with found(tmp_path / "b.pingyi", small_plan(), mode="official") as survey:
        register_batch(survey, Slip("B001", "C1", 1))
        with pytest.raises(ZeroMissingError):
            key_form(survey, Form("B001", 1, "111111"))
        declare_zero(survey)
        key_form(survey, Form("B001", 1, "111111"))


def test_the_zero_report_is_declared_once(tmp_path):
    with founded(tmp_path / "c.pingyi") as survey, pytest.raises(ZeroDeclaredError):
        declare_zero(survey)


def test_a_left_over_record_is_named_by_the_zero_report(tmp_path):
    with found(tmp_path / "d.pingyi", small_plan(), mode="official") as survey:
        fields = {
            "batch": "B001",
            "number": 1,
            "pass": 1,
            "void": "",
            "marks": "111111",
            "filled": "",
            "against": [],
        }
        with survey.transaction():
            record = survey.append(kinds.FORM, fields)
        with pytest.raises(NotEmptyError, match=record.id):
            declare_zero(survey)


@pytest.mark.parametrize("marks", ["11111", "111114", "1111111"])
def test_a_correction_is_checked_like_a_new_form(survey, marks):
    before = log(survey)
    with pytest.raises((MarksLengthError, MarkUnknownError)):
        correct_form(survey, Form("B001", 1, marks))
    assert log(survey) == before


def test_a_slip_copied_wrongly_is_corrected_and_both_stay_on_record(survey):
    correct_batch(survey, Slip("B001", "C2", 7))
    assert queries.slip(survey, "B001") == Slip("B001", "C2", 7)
    correct_batch(survey, Slip("B001", "C1", 8))
    assert queries.slip(survey, "B001") == Slip("B001", "C1", 8)
    held = [r.data["count"] for r in survey.records() if r.kind == kinds.BATCH]
    assert held[-2:] == [7, 8]
    with pytest.raises(BatchUnknownError):
        correct_batch(survey, Slip("B999", "C1", 8))
