import pytest

from desktop.actions.batches import register_batch
from desktop.actions.keying import correct_form, key_form
from desktop.store import queries
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.surveys import founded, keyed


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "222222", "333333"]) as made:
        yield made


def test_valid_marks_come_with_their_channel(survey):
    assert list(queries.marks_by_source(survey)) == [
        (("C1", None), b"111111"),
        (("C1", None), b"222222"),
        (("C1", None), b"333333"),
    ]


def test_origins_stand_apart_only_where_own_forms_do_not_count(tmp_path):
    plan = small_plan(scoring={"exclude_self": True})
    with founded(tmp_path / "b.pingyi", plan) as made:
        register_batch(made, Slip("B001", "C1", 1, "A2"))
        key_form(made, Form("B001", 1, "111111"))
        assert list(queries.marks_by_source(made)) == [(("C1", "A2"), b"111111")]


def test_settled_forms_show_corrections_and_void_reasons_in_order(survey):
    correct_form(survey, Form("B001", 2, "220000"))
    correct_form(survey, Form("B001", 1, "", "V3"))
    assert list(queries.settled_forms(survey)) == [
        ("B001", 1, "V3", ""),
        ("B001", 2, "", "220000"),
        ("B001", 3, "", "333333"),
    ]


def test_a_batch_without_forms_between_others_is_all_missing(survey):
    for code in ("A1", "B002", "C003"):
        register_batch(survey, Slip(code, "C2", 2))
    key_form(survey, Form("C003", 5, "111111"))
    rows = {row.batch: row for row in queries.batch_rows(survey)}
    assert [rows[code].missing_numbers for code in ("A1", "B001", "B002")] == [(1, 2), (), (1, 2)]
    assert (rows["C003"].missing_numbers, rows["C003"].extra_numbers) == ((1, 2), (5,))


def test_forms_voided_by_a_rule_of_the_plan_are_void_with_its_reason(tmp_path):
    rules = {"max_blank": {"share": "1/2", "reason": "V4"}, "one_grade": "V7"}
    plan = small_plan(validity=rules)
    sheets = ["000012", "000112", "110110", "111212"]
    with keyed(tmp_path / "c.pingyi", sheets, plan) as made:
        assert [row[2] for row in queries.settled_forms(made)] == ["V4", "", "V7", ""]
