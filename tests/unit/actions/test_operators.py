import pytest

from desktop.actions.batches import register_batch
from desktop.actions.errors import (
    OperatorCodeError,
    OperatorUnknownError,
    PinShortError,
    RoleMissingError,
    RoleUnknownError,
)
from desktop.actions.founding import declare_zero
from desktop.actions.keying import correct_form, key_form
from desktop.actions.operators import register_operator, sign_in
from desktop.actions.totals import enter_totals
from desktop.store import kinds, queries
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.surveys import keyed


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111"]) as made:
        for code, role in (("C01", "clerk"), ("K01", "checker"), ("S01", "supervisor")):
            register_operator(made, code, name=f"{role} 甲", roles=[role], pin="1234")
        yield made


def test_an_operator_signs_in_by_pin(survey):
    operator = sign_in(survey, "C01", "1234")
    assert (operator.name, operator.roles) == ("clerk 甲", frozenset({"clerk"}))


def test_a_pin_is_kept_as_a_salted_hash_alone(survey):
    held = queries.operators(survey)
    assert len({operator.pin for operator in held}) == 3
    assert b"1234" not in b"".join(
        record.body for record in survey.records() if record.kind == kinds.OPERATOR
    ).replace(b'"format":1', b"")


def test_the_same_code_again_replaces_name_roles_and_pin(survey):
    register_operator(survey, "C01", name="乙", roles=["scrutineer", "clerk"], pin="9999")
    assert len(queries.operators(survey)) == 3
    assert sign_in(survey, "C01", "9999").roles == {"clerk", "scrutineer"}


def test_what_an_operator_keys_carries_the_code(survey):
    record = key_form(survey, Form("B001", 2, "222222"), operator="C01")
    assert record.header.operator == "C01"


@pytest.mark.parametrize(
    ("code", "roles", "pin", "refused"),
    [
        ("C 1", ["clerk"], "1234", OperatorCodeError),
        ("C02", ["boss"], "1234", RoleUnknownError),
        ("C02", ["clerk"], "123", PinShortError),
        ("C02", ["clerk"], "１２３４", PinShortError),
    ],
)
def test_an_operator_that_cannot_be_is_refused(survey, code, roles, pin, refused):
    with pytest.raises(refused):
        register_operator(survey, code, name="甲", roles=roles, pin=pin)
    assert len(queries.operators(survey)) == 3


ACTS = {
    "key": lambda s, who: key_form(s, Form("B001", 9, "111111"), operator=who),
    "correct": lambda s, who: correct_form(s, Form("B001", 1, "222222"), operator=who),
    "batch": lambda s, who: register_batch(s, Slip("B009", "C1", 1), operator=who),
    "zero": lambda s, who: declare_zero(s, operator=who),
    "totals": lambda s, who: enter_totals(s, s.path, channel="C1", source="x", operator=who),
    "operator": lambda s, who: register_operator(
        s, "X01", name="x", roles=["clerk"], pin="1234", operator=who
    ),
}


@pytest.mark.parametrize(
    ("act", "who"),
    [
        ("key", "S01"),
        ("correct", "S01"),
        ("zero", "C01"),
        ("totals", "K01"),
        ("operator", "C01"),
    ],
)
def test_an_act_of_the_wrong_role_is_refused(survey, act, who):
    before = [record.id for record in survey.records()]
    with pytest.raises(RoleMissingError, match=who):
        ACTS[act](survey, who)
    assert [record.id for record in survey.records()] == before


@pytest.mark.parametrize("act", ACTS)
def test_an_unknown_operator_may_nothing(survey, act):
    with pytest.raises(OperatorUnknownError, match="Z99"):
        ACTS[act](survey, "Z99")


@pytest.mark.parametrize(("act", "who"), [("key", "K01"), ("batch", "C01"), ("operator", "S01")])
def test_an_act_of_the_right_role_is_done(survey, act, who):
    ACTS[act](survey, who)
    assert list(survey.records())[-1].header.operator == who
