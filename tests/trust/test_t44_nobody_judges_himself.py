"""T44: nobody clears his own discrepancy, nor is clerk and supervisor of one batch."""

import copy
import shutil

import pytest

from desktop.actions.closing import close_batch
from desktop.actions.errors import (
    NotFirstKeyerError,
    OverrideError,
    RulingSelfError,
    SamePersonError,
    SecondMissingError,
    SecondRoleError,
    SecondSameError,
)
from desktop.actions.keying import correct_form, key_form
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.sealing import Waiver, obstacles, seal, unseal
from desktop.actions.second_keying import key_second, rekey
from desktop.store import form_queries, kinds
from desktop.tally.form import Form
from desktop.tally.keyings import FormStage
from tests.stations import Centre, record_count

BOTH = ["clerk", "supervisor"]
PEOPLE = {
    "C01": ["clerk"], "C02": ["clerk"], "K01": ["checker"], "B01": BOTH, "B02": BOTH,
    "S01": ["supervisor"], "S02": ["supervisor"], "W01": ["scrutineer"],
}  # fmt: skip
ONE, TWO = Form("B001", 1, "111111"), Form("B001", 1, "222222")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("t44")
    return Centre(folder / "centre", 1, batches={"B001": 2, "B002": 1}, operators=PEOPLE)


@pytest.fixture
def centre(made, tmp_path):
    """A fresh copy of one centre: hashing eight PINs takes its time."""
    shutil.copytree(made.root, tmp_path / "centre")
    mine = copy.copy(made)
    mine.root = tmp_path / "centre"
    mine.supervisor = type(made.supervisor)(mine.root / "supervisor")
    mine.stations = [type(made.supervisor)(mine.root / "station-1")]
    return mine


def ruled(survey, operator, second, form=ONE, reason="纸上如此"):
    before = record_count(survey)
    try:
        return rule_form(survey, "B001", 1, [form], reason=reason, second=second, operator=operator)
    finally:
        survey.stored = record_count(survey) - before


def refused_ruling(survey, error, operator, second):
    with pytest.raises(error):
        ruled(survey, operator, second)
    assert survey.stored == 0


@pytest.fixture
def disputed(centre):
    """C01 and B01 keyed form 1 differently, B01 at the station; C02 keyed in B002."""
    (station,) = centre.stations
    station.key(1, marks="222222", operator="B01")
    with centre.opened() as survey:
        key_form(survey, ONE, operator="C01")
        key_form(survey, Form("B002", 1, "111111"), operator="B02")
    centre.merge(station)
    return centre


def test_t44_nobody_rules_on_a_batch_that_he_keyed_in(disputed):
    with disputed.opened() as survey:
        (held,) = form_queries.open_forms(survey)
        assert held.stage is FormStage.CONFLICT
        refused_ruling(survey, RulingSelfError, "B01", "S01")
        refused_ruling(survey, SecondRoleError, "S01", "C01")
        refused_ruling(survey, RulingSelfError, "S01", "B01")
        refused_ruling(survey, SecondSameError, "S01", "S01")
        refused_ruling(survey, SecondMissingError, "S01", " ")
        assert ruled(survey, "B02", "W01")  # whoever keyed in another batch may


def test_t44_a_ruling_does_not_make_its_keyer_forgotten(disputed):
    """His keying is no head any more; he keyed in this batch all the same."""
    with disputed.opened() as survey:
        ruled(survey, "S01", "K01", TWO)
        doubt_form(survey, "B001", 1, note="再看", operator="C02")
        refused_ruling(survey, RulingSelfError, "B01", "S01")
        refused_ruling(survey, RulingSelfError, "S01", "B01")
        assert ruled(survey, "S02", "K01")


def test_t44_a_correction_does_not_make_the_first_keyer_forgotten(centre):
    (station,) = centre.stations
    station.key(1, marks="111111")
    with station.open() as survey:
        correct_form(survey, TWO, operator="B01")
        correct_form(survey, ONE, operator="B01")
    centre.merge(station)
    with centre.opened() as survey:
        refused_ruling(survey, RulingSelfError, "B01", "S01")


def test_t44_the_station_itself_rules_on_nothing_that_was_keyed_at_it(centre):
    centre.supervisor.key(1, marks="111111")
    with centre.opened() as survey:
        doubt_form(survey, "B001", 1, note="看不清")
        refused_ruling(survey, RulingSelfError, "", "S01")
        assert ruled(survey, "S01", "S02")


@pytest.mark.parametrize("place", ["supervisor", "station"])
def test_t44_a_supervisor_does_not_close_against_its_slip_what_he_keyed(centre, place):
    (station,) = centre.stations
    machine = centre.supervisor if place == "supervisor" else station
    machine.key(1, operator="B01")
    centre.merge(station)
    with centre.opened() as survey:
        with pytest.raises(OverrideError):
            close_batch(survey, "B001", reason="少一份", operator="B01")
        assert list(survey.records_of(kinds.CLOSED)) == []
        close_batch(survey, "B001", reason="少一份", operator="B02")


def test_t44_nobody_is_the_second_keyer_of_his_own_form(centre):
    (station,) = centre.stations
    station.key(1, marks="111111", operator="C01")
    centre.merge(station)
    with centre.opened() as survey:
        with pytest.raises(SamePersonError):
            key_second(survey, TWO, operator="C01")
        key_second(survey, TWO, operator="C02")
        with pytest.raises(NotFirstKeyerError):
            rekey(survey, ONE, operator="C02")
        with pytest.raises(NotFirstKeyerError):
            correct_form(survey, TWO, operator="C02")
        (held,) = form_queries.open_forms(survey)
        assert held.stage is FormStage.DIFFERING


def test_t44_what_the_first_keyer_confirms_still_takes_a_ruling_by_others(centre):
    with centre.opened() as survey:
        key_form(survey, ONE, operator="B01")
        key_second(survey, TWO, operator="C02")
        rekey(survey, ONE, operator="B01")
        (held,) = form_queries.open_forms(survey)
        assert held.stage is FormStage.DISPUTED
        refused_ruling(survey, RulingSelfError, "B01", "S01")
        assert ruled(survey, "S01", "K01")


def test_t44_waivers_and_unsealing_take_two(centre):
    with centre.opened() as survey:
        places = [problem.place for problem in obstacles(survey)]
        waivers = {
            second: [Waiver(place, "没有收回", second) for place in places]
            for second in ("S01", "C01", "", "S02")
        }
        for second, error in {
            "S01": SecondSameError, "C01": SecondRoleError, "": SecondMissingError,
        }.items():  # fmt: skip
            with pytest.raises(error):
                seal(survey, waivers[second], operator="S01")
        seal(survey, waivers["S02"], operator="S01")
        for second, error in {
            "S01": SecondSameError, "C01": SecondRoleError, "": SecondMissingError,
        }.items():  # fmt: skip
            with pytest.raises(error):
                unseal(survey, reason="再来", second=second, operator="S01")
        assert survey.is_sealed
        assert unseal(survey, reason="再来", second="W01", operator="S01") == 2
