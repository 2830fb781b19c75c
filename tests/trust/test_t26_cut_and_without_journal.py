"""T26: the survey file cut, or its journal removed: opening says what is missing, signs nothing."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress

import pytest

from desktop.actions.stations import restart
from desktop.store.errors import (
    DamagedSurveyError,
    NotASurveyError,
    NotVerifiedError,
    RecordsLostError,
    SurveyMissingError,
)
from desktop.store.verification import verified_survey, verify_survey
from tests.stations import Centre, sheet

FORM = {"batch": "B001", "pass": 1, "void": "", "filled": "", "against": []}
REFUSED = (NotASurveyError, DamagedSurveyError, RecordsLostError, NotVerifiedError)


@pytest.fixture(params=["supervisor", "station"])
def machine(request, tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 200})
    made = centre.supervisor if request.param == "supervisor" else centre.stations[0]
    made.key(*range(1, 41))
    return made


def refused(machine):
    """What every way to work on with the file is refused with; it stays as it is."""
    before = machine.path.read_bytes()
    with pytest.raises(REFUSED) as caught:
        machine.key(99)
    told = str(caught.value)
    assert str(machine.path) in told
    with pytest.raises(REFUSED), verified_survey(machine.path, home=machine.home, whole=False):
        pass
    assert verify_survey(machine.path, home=machine.home)
    assert machine.path.read_bytes() == before
    return caught.value


@pytest.mark.parametrize("share", [0, 1, 25, 50, 75, 99])
def test_t26_the_file_is_cut(machine, share):
    size = machine.path.stat().st_size
    os.truncate(machine.path, size * share // 100)
    refused(machine)


def test_t26_the_file_is_cut_by_whole_pages(machine):
    whole = machine.path.read_bytes()
    for pages in range(len(whole) // 4096):
        machine.path.write_bytes(whole[: pages * 4096])
        with pytest.raises(REFUSED):
            machine.open()
    machine.path.write_bytes(whole)
    machine.key(99)


def test_t26_an_older_whole_file_in_its_place_is_named_by_its_number(machine, tmp_path):
    shutil.copy(machine.path, tmp_path / "old.pingyi")
    machine.key(41)
    with machine.open() as survey:
        last = survey.tip.seq
    shutil.copy(tmp_path / "old.pingyi", machine.path)
    error = refused(machine)
    assert isinstance(error, RecordsLostError)
    assert f"before record {last} " in str(error)


def test_t26_a_file_that_is_gone_is_not_made_anew(machine):
    machine.path.unlink()
    with pytest.raises(SurveyMissingError):
        machine.key(99)
    assert not machine.path.exists()


def test_t26_an_empty_database_in_its_place_is_no_survey(machine):
    machine.path.unlink()
    with closing(sqlite3.connect(machine.path)) as db:
        db.execute("CREATE TABLE t (a)")
    refused(machine)


def crashed(machine, *, journal):
    """The file as a crash in the middle of a step leaves it: pages written, the journal hot."""
    copy = machine.path.with_name("crashed.pingyi")
    beside = machine.path.with_name("a.pingyi-journal")
    with machine.open() as survey:
        survey.db.execute("PRAGMA cache_size = 1")
        with suppress(KeyboardInterrupt), survey.transaction():
            for number in range(41, 81):
                survey.append("form.keyed", FORM | {"number": number, "marks": sheet(number)})
            shutil.copy(machine.path, copy)
            hot = beside.read_bytes()
            raise KeyboardInterrupt
    shutil.move(copy, machine.path)
    if journal:
        beside.write_bytes(hot)


def test_t26_with_its_journal_the_file_is_as_it_was_before_the_step(machine):
    before = machine.path.read_bytes()
    crashed(machine, journal=True)
    assert machine.path.read_bytes() != before
    with machine.open() as survey:
        ((count,),) = survey.db.execute("SELECT count(*) FROM form").fetchall()
    assert count == 40
    machine.key(41)
    assert machine.verify() == []


def test_t26_without_its_journal_it_opens_for_nobody(machine):
    crashed(machine, journal=False)
    refused(machine)


def test_t26_a_cut_file_is_no_start_for_a_new_incarnation(machine):
    """Only a file that is whole in itself, an older one, is."""
    os.truncate(machine.path, machine.path.stat().st_size // 8192 * 4096)
    for _ in range(2):
        with pytest.raises(REFUSED):
            restart(machine.path, reason="坏了", home=machine.home)
