from dataclasses import asdict

import pytest

from desktop.actions import merging
from desktop.actions.working import Worked, log_work
from desktop.store import kinds, station_queries
from desktop.store.verification import verify_survey
from desktop.store.work_queries import work_stretches
from tests.stations import Centre
from tests.surveys import keyed
from tests.tampering import tamper
from tools import verify_pingyi as tool

PEOPLE = {"C01": ["clerk"], "C02": ["clerk"], "J01": ["scrutineer"]}


def worked(forms=1, **changes):
    moments = {"began": "2006-05-08T01:00:00Z", "ended": "2006-05-08T01:30:00Z"}
    counts = dict.fromkeys(("presses", "fills", "corrections", "seconds", "idle", "pauses"), 7)
    return Worked(**{"after": 2, "forms": forms, **moments, **counts, **changes})


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, operators=PEOPLE)


def log(machine, *stretches, operator=""):
    with machine.open() as survey:
        return [log_work(survey, held, operator=operator) for held in stretches]


def found(machine, operator=None):
    with machine.open(write=False) as survey:
        return work_stretches(survey, operator)


def test_a_stretch_comes_back_whole(centre):
    (record,) = log(centre.supervisor, worked(caller="C02", idle=61), operator="C01")
    (stretch,) = found(centre.supervisor)
    who = {"record": record.id, "station": record.header.station, "operator": "C01"}
    assert asdict(stretch) == who | record.data
    assert (stretch.caller, stretch.idle, stretch.pauses) == ("C02", 61, 7)


def test_stretches_come_station_by_station_in_the_order_of_the_chain(centre):
    one, two = centre.stations
    for number in range(1, 6):
        log(two, worked(number), operator="C02" if number % 2 else "")
        log(one, worked(10 + number), operator="C01")
    first, last = sorted((one, two), key=lambda machine: found(machine)[0].station)
    centre.merge(last)
    centre.merge(first)
    assert found(centre.supervisor) == found(first) + found(last)
    assert [held.forms for held in found(one)] == [11, 12, 13, 14, 15]
    assert [held.forms for held in found(centre.supervisor, "C02")] == [1, 3, 5]
    assert [held.forms for held in found(centre.supervisor, "")] == [2, 4]
    assert found(centre.supervisor, "Z99") == []


def test_a_merge_carries_the_log_and_both_programs_pass_it(centre):
    (station, _) = centre.stations
    log(station, worked(), operator="J01")
    assert centre.merge(station).sources[0].refused is None
    assert found(centre.supervisor) == found(station)
    assert centre.supervisor.verify() == station.verify() == []
    assert tool.verify([centre.supervisor.path]).wrongs == []


def test_it_sleeps_with_its_import_and_comes_back(centre):
    (station, _) = centre.stations
    log(station, worked(), operator="C01")
    identity = centre.merge(station).identity
    with centre.opened() as survey:
        undoing = merging.revoke(survey, identity)
    assert found(centre.supervisor) == []
    assert centre.supervisor.verify() == []
    with centre.opened() as survey:
        merging.revoke(survey, undoing)
    assert len(found(centre.supervisor)) == 1


def test_an_operator_nobody_registered_did_no_work(centre):
    (station, _) = centre.stations
    with station.open() as survey, survey.transaction():
        survey.append(kinds.WORKED, asdict(worked()), operator="C77")
    centre.merge(station)
    with centre.opened(write=False) as survey:
        assert work_stretches(survey) == []
        assert [reason for _, reason in station_queries.ignored(survey)] == [
            "its operator is not registered"
        ]


WRONG = [
    *({name: -1} for name in ("after", "forms", "presses", "fills", "corrections")),
    *({name: -1} for name in ("seconds", "idle", "pauses")),
    {"caller": "C 02"},
    {"caller": "C" * 17},
    {"began": ""},
    {"ended": "2006-05-08T01:30:00+08:00"},
    {"ended": "2006-05-08T01:30:00Z\n"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_stretch_that_no_program_logs_is_found_by_both(tmp_path, wrong):
    path = tmp_path / "a.pingyi"
    with keyed(path, ["111111"]) as survey, survey.transaction():
        survey.append(kinds.WORKED, asdict(worked(**wrong)))
    (problem,) = verify_survey(path)
    assert "wrong shape" in problem.sentence()
    assert len(tool.verify([path]).wrongs) == 1


def test_the_table_is_compared_with_the_records(centre):
    log(centre.supervisor, worked(), operator="C01")
    tamper(centre.supervisor.path, "UPDATE work SET corrections = 0")
    assert ["table work" in said for said in centre.supervisor.verify()] == [True]
