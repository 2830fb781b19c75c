"""T8: two keyings that differ in 1 of 600 cells: that cell is shown, and every value is kept."""

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.errors import ObstaclesError
from desktop.actions.keying import key_form
from desktop.actions.rulings import kept, rule_form
from desktop.actions.sealing import obstacles, seal
from desktop.actions.second_keying import blind_forms, key_second, rekey
from desktop.store import form_queries, kinds
from desktop.tally.form import Form
from desktop.tally.keyings import FormStage
from tests.plans import small_plan
from tests.stations import Centre

PLAN = small_plan(agencies=120, dimensions=5, second_keying={"percent": 0})
FIRST = "123" * 200


def changed(cell, marks=FIRST):
    other = "2" if marks[cell] != "2" else "3"
    return marks[:cell] + other + marks[cell + 1 :]


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, plan=PLAN, batches={"B001": 1})


@pytest.fixture(params=[0, 299, 599])
def cell(request):
    return request.param


def keyed_twice(centre, cell):
    """First keying at station 1, second at station 2, and both merged."""
    one, two = centre.stations
    one.key(1, marks=FIRST)
    with two.open() as survey:
        key_second(survey, Form("B001", 1, changed(cell)))
    centre.merge(one, two)
    return one, two


def test_t08_the_one_cell_is_shown_and_no_value_with_it(centre, cell):
    keyed_twice(centre, cell)
    with centre.opened(write=False) as survey:
        (held,) = form_queries.open_forms(survey)
        assert held.stage is FormStage.DIFFERING
        (blind,) = blind_forms(survey)
        assert (blind.batch, blind.number, blind.cells) == ("B001", 1, (cell,))
        assert set(blind.__slots__) == {"batch", "number", "operator", "cells"}
        assert count_survey(survey).forms.unsettled == 1


def test_t08_all_values_are_kept_after_the_ruling(centre, cell):
    keyed_twice(centre, cell)
    with centre.opened() as survey:
        with pytest.raises(ObstaclesError):
            seal(survey)
        (held,) = form_queries.open_forms(survey)
        second = next(head for head in held.heads if head.pass_number == 2)
        made = rule_form(survey, "B001", 1, [kept(held, second)], reason="看了原件", second="乙")
        assert set(made.parents) == {head.record for head in held.heads}
        stored = {record.data["marks"] for record in survey.records_of(kinds.FORM)}
        assert stored == {FIRST, changed(cell)}
        (counted,) = survey.db.execute("SELECT marks FROM head WHERE counts = 1").fetchall()
        assert counted == (changed(cell),)
        assert obstacles(survey) == []
    assert centre.supervisor.verify() == []


@pytest.mark.parametrize("right", ["first", "second", "neither"])
def test_t08_the_blind_second_look_changes_this_cell_alone(tmp_path, right):
    """The re-keyed form is 600 cells; only the differing one of them is taken."""
    people = {"C01": ["clerk"], "C02": ["clerk"], "S01": ["supervisor"], "S02": ["supervisor"]}
    centre = Centre(tmp_path, 0, plan=PLAN, batches={"B001": 1}, operators=people)
    looked = {"first": FIRST[7], "second": changed(7)[7], "neither": "x"}[right]
    again = "0" * 7 + looked + "0" * 592
    with centre.opened() as survey:
        key_form(survey, Form("B001", 1, FIRST), operator="C01")
        key_second(survey, Form("B001", 1, changed(7)), operator="C02")
        record = rekey(survey, Form("B001", 1, again), operator="C01")
        assert record.data["marks"] == FIRST[:7] + looked + FIRST[8:]
        stage = form_queries.open_form(survey, "B001", 1).stage
        assert stage is (FormStage.AGREED if right == "second" else FormStage.DISPUTED)
        stored = [held.data["marks"] for held in survey.records_of(kinds.FORM)]
        assert stored == [FIRST, changed(7), record.data["marks"]]
        if right != "second":
            rule_form(
                survey, "B001", 1, [Form("B001", 1, FIRST)], reason="看了原件", second="S02",
                operator="S01",
            )  # fmt: skip
            assert len(list(survey.records_of(kinds.FORM))) == 3
    assert centre.forms() == {"B001-001": "valid"}
    assert centre.supervisor.verify() == []
