"""Closing, drawing, second keying and rulings, from the first key to the error rate."""

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import close_batch, reopen_batch
from desktop.actions.comparing import filled_bits, survey_error_rates
from desktop.actions.errors import (
    BatchClosedError,
    BatchOpenError,
    FormRuledError,
    NotDifferingError,
    NotFirstKeyerError,
    OutcomeTwiceError,
    OverrideError,
    RecordUnknownError,
    RulingSelfError,
    SamePersonError,
    SecondKeyedError,
    SecondMissingError,
    SecondRoleError,
    SecondSameError,
)
from desktop.actions.keying import correct_form, key_form
from desktop.actions.operators import register_operator
from desktop.actions.rulings import doubt_form, find_head, kept, rule_form
from desktop.actions.sealing import obstacles
from desktop.actions.second_keying import blind_forms, key_second, rekey
from desktop.store import form_queries, queries
from desktop.tally.form import Form
from desktop.tally.keyings import FormStage
from desktop.tally.reconciliation import Slip
from desktop.tally.second_keying import drawn_numbers
from tests.plans import small_plan
from tests.surveys import founded

PEOPLE = {
    "C1": ["clerk"],
    "C2": ["clerk"],
    "C3": ["clerk"],
    "Z1": ["supervisor"],
    "J1": ["scrutineer"],
    "X1": ["clerk", "supervisor"],
}


@pytest.fixture
def survey(tmp_path):
    plan = small_plan(second_keying={"percent": 50})
    with founded(tmp_path / "a.pingyi", plan) as made:
        register_batch(made, Slip("B001", "C1", 4))
        for code, roles in PEOPLE.items():
            register_operator(made, code, name=code, roles=roles, pin="1234")
        yield made


def key(survey, number, marks="111111", operator="C1", **options):
    return key_form(survey, Form("B001", number, marks), operator=operator, **options)


def second(survey, number, marks="111111", operator="C2"):
    return key_second(survey, Form("B001", number, marks), operator=operator)


def stage(survey, number):
    return form_queries.open_form(survey, "B001", number).stage


def test_closing_draws_the_share_that_the_seed_gives(survey):
    for number in range(1, 5):
        key(survey, number)
    drawn = close_batch(survey, "B001", seed="20060508", operator="C1")
    assert drawn == drawn_numbers("20060508", "B001", 4, 50)
    assert form_queries.awaiting(survey, "B001") == drawn
    with pytest.raises(BatchClosedError):
        key(survey, 5)
    with pytest.raises(BatchClosedError):
        close_batch(survey, "B001")


def test_only_a_supervisor_opens_a_batch_again_and_it_is_drawn_once(survey):
    for number in range(1, 5):
        key(survey, number)
    drawn = close_batch(survey, "B001", operator="C1")
    reopen_batch(survey, "B001", reason="漏录", operator="Z1")
    with pytest.raises(BatchOpenError):
        reopen_batch(survey, "B001", reason="漏录", operator="Z1")
    assert close_batch(survey, "B001", operator="C1") == drawn


def test_an_uneven_batch_is_closed_by_a_supervisor_who_keyed_nothing_of_it(survey):
    key(survey, 1, operator="X1")
    with pytest.raises(OverrideError):
        close_batch(survey, "B001", reason="缺三份", operator="C1")
    with pytest.raises(OverrideError):
        close_batch(survey, "B001", reason="缺三份", operator="X1")
    close_batch(survey, "B001", reason="缺三份", operator="Z1")


def test_nobody_keys_a_form_twice_himself_nor_a_third_time(survey):
    key(survey, 1)
    with pytest.raises(SamePersonError):
        second(survey, 1, operator="C1")
    second(survey, 1)
    with pytest.raises(SecondKeyedError):
        second(survey, 1, operator="C3")
    assert stage(survey, 1) is FormStage.AGREED


def test_what_differs_goes_back_to_the_first_keyer_blind(survey):
    key(survey, 1, "111112")
    second(survey, 1, "111113")
    (blind,) = blind_forms(survey)
    assert (blind.operator, blind.cells) == ("C1", (5,))
    with pytest.raises(NotFirstKeyerError):
        rekey(survey, Form("B001", 1, "333333"), operator="C2")
    rekey(survey, Form("B001", 1, "333333"), operator="C1")
    heads = form_queries.keyings(survey, "B001", 1)
    assert {head.marks for head in heads} == {"111113"}
    assert stage(survey, 1) is FormStage.AGREED
    with pytest.raises(NotDifferingError):
        rekey(survey, Form("B001", 1, "333333"), operator="C1")


def disputed(survey):
    key(survey, 1, "111112")
    second(survey, 1, "111113")
    rekey(survey, Form("B001", 1, "111112"), operator="C1")
    held = form_queries.open_form(survey, "B001", 1)
    assert held.stage is FormStage.DISPUTED
    return held


def rule(survey, outcomes, second="J1", operator="Z1"):
    return rule_form(survey, "B001", 1, outcomes, reason="看纸", second=second, operator=operator)


def test_a_ruling_takes_two_people_who_keyed_nothing_of_the_batch(survey):
    held = disputed(survey)
    outcome = [kept(held, held.heads[1])]
    refused = {
        ("", "Z1"): SecondMissingError,
        ("Z1", "Z1"): SecondSameError,
        ("C3", "Z1"): SecondRoleError,
    }
    for (other, operator), error in refused.items():
        with pytest.raises(error):
            rule(survey, outcome, second=other, operator=operator)
    key(survey, 2, operator="X1")
    with pytest.raises(RulingSelfError):
        rule(survey, outcome, operator="X1")
    rule(survey, outcome)
    assert stage(survey, 1) is FormStage.RULED
    with pytest.raises(FormRuledError):
        correct_form(survey, Form("B001", 1, "222222"), operator="C1")


def test_one_number_on_two_papers_becomes_two_forms(survey):
    key(survey, 1, "111111")
    doubt_form(survey, "B001", 1, note="两份同号", operator="C1")
    rule(survey, [Form("B001", 1, "111111"), Form("B001", 5, "333333")])
    assert stage(survey, 1) is stage(survey, 5) is FormStage.RULED


def test_a_form_without_a_paper_is_no_form_and_does_not_come_back_unseen(survey):
    key(survey, 1)
    rule(survey, [])
    assert survey.db.execute("SELECT count(*) FROM form").fetchone() == (0,)
    for act in (key, second):
        with pytest.raises(FormRuledError):
            act(survey, 1, operator="C3")


def test_a_ruling_gives_every_paper_a_number_of_its_own(survey):
    key(survey, 1)
    with pytest.raises(OutcomeTwiceError):
        rule(survey, [Form("B001", 1, "111111"), Form("B001", 1, "222222")])


def test_a_record_is_named_by_its_beginning(survey):
    held = disputed(survey)
    assert find_head(held, held.heads[0].record[:12]) is held.heads[0]
    for text in ("", "zz"):
        with pytest.raises(RecordUnknownError):
            find_head(held, text)


def test_error_rates_count_what_the_first_keyer_had_wrong(survey):
    held = disputed(survey)
    rule(survey, [kept(held, held.heads[1])])
    filled = filled_bits(frozenset({1, 2}), 6)
    key(survey, 2, "113311", filled=filled)
    second(survey, 2, "111311")
    rekey(survey, Form("B001", 2, "111311"), operator="C1")
    key(survey, 3)
    second(survey, 3)
    rates = survey_error_rates(survey)
    assert (rates.overall.forms.errors, rates.overall.forms.trials) == (2, 3)
    assert (rates.overall.cells.errors, rates.overall.cells.trials) == (2, 18)
    assert (rates.fills.errors, rates.fills.trials) == (1, 2)
    assert (rates.single_keys.errors, rates.single_keys.trials) == (0, 4)
    assert list(rates.by_operator) == ["C1"]


def test_a_batch_never_closed_stands_against_the_seal(survey):
    for number in range(1, 5):
        key(survey, number)
    assert [problem.place for problem in obstacles(survey)] == ["B001/1"]
    close_batch(survey, "B001", operator="C1")
    assert [problem.place for problem in obstacles(survey)] == ["B001/2"]


def test_a_second_keying_left_aside_is_not_given_out_as_the_form(survey):
    """Keyed on two stations by one person, and merged: it settles nothing, whatever its id."""
    for number in range(1, 9):
        first = key(survey, number)
        data = {**first.data, "pass": 2, "marks": "333333"}
        with survey.transaction():
            survey.append(first.kind, data, operator="C1")
    assert {marks for *_, marks in queries.settled_forms(survey)} == {"111111"}


def test_a_void_form_is_given_out_once_with_what_was_keyed(survey):
    key_form(survey, Form("B001", 1, "222222", "V1"), operator="C1")
    key_second(survey, Form("B001", 1, "", "V1"), operator="C2")
    ((batch, number, void, _),) = queries.settled_forms(survey)
    assert (batch, number, void) == ("B001", 1, "V1")
