"""T16: another survey's records, last year's, a drill's among official ones and back: refused."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.actions import merging
from desktop.actions.errors import KitWrongError
from desktop.actions.stations import join, read_applicant
from desktop.store.package_errors import PackageRefusedError
from desktop.tally.errors import PingyiError
from tests.plans import small_plan
from tests.stations import Centre, record_count, tables

OTHERS: dict[str, dict[str, Any]] = {
    "another survey": {"plan": small_plan(agencies=4)},
    "last year's": {"plan": replace(small_plan(), year=2004)},
    "a drill": {"mode": "drill"},
}


@pytest.fixture(params=OTHERS)
def pair(request, tmp_path):
    ours = Centre(tmp_path / "ours", 1)
    theirs = Centre(tmp_path / "theirs", 1, **OTHERS[request.param])
    for centre in (ours, theirs):
        centre.stations[0].key(1, marks="1" * len(blank(centre)))
    return ours, theirs


def blank(centre):
    with centre.opened(write=False) as survey:
        return "0" * survey.plan.cells


def refusal_of(machine, path):
    """Why a machine refuses a source, having changed nothing."""
    with machine.open() as survey:
        before = record_count(survey), tables(survey)
        (source,) = merging.merge(survey, [path]).sources
        assert (record_count(survey), tables(survey)) == before
    assert str(path) in str(source.refused)
    return str(source.refused)


@pytest.mark.parametrize("as_file", [True, False])
def test_t16_neither_takes_the_other_s(pair, as_file):
    for here, there in (pair, pair[::-1]):
        (station,) = there.stations
        source = station.path if as_file else station.pack()
        assert "it belongs to another survey" in refusal_of(here.supervisor, source)
        assert refusal_of(here.supervisor, there.kit())
        assert refusal_of(here.supervisor, there.supervisor.path)
        assert here.supervisor.verify() == []


def test_t16_a_station_takes_no_other_survey_s_kit(pair):
    ours, theirs = pair
    assert "another survey" in refusal_of(ours.stations[0], theirs.kit())
    assert "another survey" in refusal_of(theirs.stations[0], ours.kit())


def test_t16_no_station_is_admitted_out_of_another_survey(pair):
    ours, theirs = pair
    with ours.opened() as survey, pytest.raises(PingyiError, match="this survey"):
        read_applicant(survey, theirs.stations[0].pack())


def test_t16_a_station_s_package_is_no_kit(pair, tmp_path):
    ours, _ = pair
    with pytest.raises(KitWrongError):
        join(ours.stations[0].pack(), tmp_path / "b.pingyi", name="S9")
    assert not (tmp_path / "b.pingyi").exists()


def test_t16_a_mode_changed_within_one_survey_is_refused(tmp_path):
    """Records that say `drill` with an official survey's id."""
    centre = Centre(tmp_path, 1)
    (station,) = centre.stations
    with station.open() as survey:
        survey.mode = "drill"
        with survey.transaction():
            survey.append("form.doubted", {"batch": "B001", "number": 1, "note": "x"})
        with pytest.raises(PackageRefusedError, match="do not mix"):
            read_applicant(centre_survey(centre), station.path)
    assert "drill and official records do not mix" in refusal_of(centre.supervisor, station.path)


def centre_survey(centre):
    return centre.supervisor.open(write=False)
