import pytest

from desktop.tally.form import FormState
from desktop.tally.reconciliation import (
    FormStanding,
    ReturnedAboveIssuedError,
    Slip,
    check_returned,
    reconcile,
    reconcile_batch,
    reconciliation_warnings,
)
from tests.plans import small_plan


def valid(*numbers):
    return [FormStanding(number, FormState.VALID) for number in numbers]


def batch(plan, count, forms, code="B1", channel="C1"):
    return reconcile_batch(plan, Slip(code, channel, count), forms)


def returned(plan, keyed):
    return reconcile(plan, [batch(plan, keyed, valid(*range(1, keyed + 1)))])


def test_a_batch_that_agrees():
    row = batch(small_plan(), 3, valid(3, 1, 2))
    assert row.agrees
    assert (row.slip, row.keyed, row.valid, row.missing, row.extra) == (3, 3, 3, 0, 0)
    assert (row.issued, row.missing_numbers, row.extra_numbers) == (None, (), ())


def test_missing_and_extra_numbers_are_named():
    row = batch(small_plan(), 5, valid(1, 9, 4, 6, 5))
    assert not row.agrees
    assert (row.missing_numbers, row.extra_numbers) == ((2, 3), (6, 9))
    assert (row.missing, row.extra, row.keyed) == (2, 2, 5)


@pytest.mark.parametrize("forms", [[], valid(1), valid(1, 2, 3)])
def test_one_too_few_or_too_many_does_not_agree(forms):
    assert not batch(small_plan(), 2, forms).agrees


def test_void_forms_are_keyed_and_counted_by_reason():
    forms = [
        *valid(1),
        FormStanding(2, FormState.VOID, "V3"),
        FormStanding(3, FormState.VOID, "V3"),
    ]
    row = batch(small_plan(), 3, forms)
    assert row.agrees
    assert (row.valid, row.keyed) == (1, 3)
    assert {code: count for code, count in row.void.items() if count} == {"V3": 2}
    assert list(row.void) == [f"V{n}" for n in range(1, 9)]


def test_a_form_that_waits_for_a_ruling_is_neither_valid_nor_void():
    row = batch(small_plan(), 1, [FormStanding(1, FormState.UNSETTLED)])
    assert (row.valid, sum(row.void.values()), row.unsettled, row.keyed) == (0, 0, 1, 1)
    assert not row.agrees


def test_every_channel_stands_before_its_batches_in_order_of_code():
    plan = small_plan()
    rows = reconcile(
        plan,
        [
            batch(plan, 2, valid(1), "B3", "C2"),
            batch(plan, 1, [FormStanding(7, FormState.VOID, "V1")], "B2", "C2"),
            batch(plan, 4, valid(1, 2), "B1", "C2"),
        ],
    )
    named = [(row.channel, row.batch, row.slip, row.keyed, row.missing, row.extra) for row in rows]
    assert named == [
        ("C1", None, 0, 0, 0, 0),
        ("C2", None, 7, 4, 4, 1),
        ("C2", "B1", 4, 2, 2, 0),
        ("C2", "B2", 1, 1, 1, 1),
        ("C2", "B3", 2, 1, 1, 0),
    ]
    assert (rows[0].issued, rows[1].issued) == (100, None)
    assert (rows[1].valid, rows[1].void["V1"], rows[1].unsettled) == (3, 1, 0)


@pytest.mark.parametrize(("keyed", "warned"), [(0, 0), (100, 0), (101, 1)])
def test_more_back_than_issued_asks_for_an_explanation(keyed, warned):
    plan = small_plan()
    warnings = reconciliation_warnings(plan, returned(plan, keyed))
    assert [warning.sentence() for warning in warnings] == [
        "单位互评: issued 100, back 101: a signed explanation is needed"
    ] * warned


def test_a_channel_that_nobody_counted_is_never_warned_of():
    plan = small_plan(validity={"quorum": "1"})
    rows = reconcile(plan, [batch(plan, 500, valid(*range(1, 501)), channel="C2")])
    assert [warning.place for warning in reconciliation_warnings(plan, rows)] == ["单位互评"]


@pytest.mark.parametrize(("keyed", "warned"), [(66, 1), (67, 0)])
def test_a_quorum_is_reached_exactly(keyed, warned):
    plan = small_plan(validity={"quorum": "2/3"})
    warnings = reconciliation_warnings(plan, returned(plan, keyed))
    assert [warning.sentence() for warning in warnings] == [
        "单位互评: only 66.0 % of the forms issued are back; the plan asks for 66.7 %"
    ] * warned


def test_a_channel_that_issued_none_has_no_quorum():
    channels = [{"code": "C1", "name": "互评", "issued": 0}]
    plan = small_plan(channels=channels, validity={"quorum": "1"})
    assert reconciliation_warnings(plan, reconcile(plan, [])) == []


def test_a_plan_may_forbid_more_back_than_issued():
    plan = small_plan(validity={"returned_above_issued": "stop"})
    check_returned(plan, returned(plan, 100))
    with pytest.raises(ReturnedAboveIssuedError) as caught:
        check_returned(plan, returned(plan, 101))
    assert caught.value.fields == {"channel": "C1", "keyed": 101, "issued": 100}


def test_without_that_rule_nothing_is_forbidden():
    check_returned(small_plan(), returned(small_plan(), 101))
