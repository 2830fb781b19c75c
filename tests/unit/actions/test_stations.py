"""A kit starts a station, a code admits it, and a machine without its part signs nothing."""

import pytest

from desktop.actions import stations
from desktop.actions.errors import (
    CodeWrongError,
    KitWrongError,
    NotSupervisorError,
    ReasonMissingError,
    StationAdmittedError,
    StationUnknownError,
    ZeroMissingError,
)
from desktop.actions.founding import found
from desktop.actions.totals import enter_totals
from desktop.store import station_queries
from desktop.store.admission import admission_code, same_code
from desktop.store.errors import NothingLostError, ReadOnlyError, StationKnownError
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from tests.plans import small_plan
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 1)


def test_a_kit_is_made_after_the_zero_report_alone(tmp_path):
    survey = found(tmp_path / "a.pingyi", small_plan(), mode="drill")
    with survey, pytest.raises(ZeroMissingError):
        stations.make_kit(survey, tmp_path / "kit.pyp")


def test_a_station_knows_the_batches_and_is_open_for_keying(centre):
    centre.stations[0].key(1, 2)
    assert centre.stations[0].verify() == []


def test_one_machine_is_one_station(centre, tmp_path):
    station = centre.stations[0]
    with pytest.raises(StationKnownError):
        stations.join(centre.kit(), tmp_path / "b.pingyi", name="S9", home=station.home)
    assert not (tmp_path / "b.pingyi").exists()


def test_a_station_s_package_starts_no_station(centre, tmp_path):
    package = centre.stations[0].pack()
    with pytest.raises(KitWrongError):
        stations.join(package, tmp_path / "b.pingyi", name="S9", home=Home(tmp_path / "h"))


def test_codes_are_compared_however_they_are_typed():
    station = "d0" * 32
    code = admission_code(station)
    assert same_code(code.lower().replace("-", " "), station)
    assert not same_code(code[:-1] + ("A" if code[-1] != "A" else "B"), station)
    assert not same_code("", station)


def test_a_wrong_code_admits_nobody_and_a_right_one_once(centre):
    station = centre.join(centre.kit(), 7)
    package = station.pack()
    with station.open(write=False) as survey:
        key = open_survey(station.path, home=station.home, write=True)
        code = admission_code(key.key.station)
        key.close()
        assert survey.station is None
    with centre.opened() as survey:
        with pytest.raises(CodeWrongError):
            stations.admit(survey, package, code="AAAA-AAAA-AAAA")
        assert "S7" not in [held.name for held in station_queries.stations(survey)]
        assert stations.admit(survey, package, code=code).name == "S7"
        with pytest.raises(StationAdmittedError):
            stations.admit(survey, package, code=code)


def test_a_suspended_station_is_admitted_again(centre):
    with centre.opened() as survey:
        with pytest.raises(ReasonMissingError):
            stations.suspend(survey, "S1", reason=" ")
        stations.suspend(survey, "S1", reason="离场")
        assert station_queries.stations(survey)[1].state == "suspended"
        with pytest.raises(StationUnknownError):
            stations.suspend(survey, "S9", reason="离场")
    centre.admit(centre.stations[0])
    with centre.opened() as survey:
        assert station_queries.stations(survey)[1].state == "admitted"


def test_supervising_is_done_on_the_supervisor_s_file(centre, tmp_path):
    with centre.stations[0].open() as survey:
        for act in (
            lambda: stations.make_kit(survey, tmp_path / "k.pyp"),
            lambda: stations.suspend(survey, "S1", reason="x"),
            lambda: enter_totals(survey, tmp_path / "t.csv", channel="C1", source="x"),
        ):
            with pytest.raises(NotSupervisorError):
                act()


def test_without_its_key_a_station_s_file_is_viewed_alone(centre, tmp_path):
    with pytest.raises(ReadOnlyError):
        open_survey(centre.stations[0].path, home=Home(tmp_path / "other"), write=True)


def test_a_whole_file_begins_no_new_incarnation(centre):
    station = centre.stations[0]
    with pytest.raises(NothingLostError):
        stations.restart(station.path, reason="x", home=station.home)
