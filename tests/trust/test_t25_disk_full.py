"""T25: the disk is full at a station and at the supervisor: a sentence, and nothing is lost."""

import os
import subprocess

import pytest

from desktop.actions.errors import PinWrongError
from desktop.actions.keying import key_form
from desktop.actions.operators import sign_in
from desktop.store.errors import MarkUnraisedError, SurveyUnwritableError
from desktop.store.package_errors import PackageRefusedError
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
from tests.plans import small_plan
from tests.stations import Centre, record_count, tables

PLAN = small_plan(agencies=120, dimensions=5)
MARKS = "123" * 200


@pytest.fixture
def disk(tmp_path):
    """A real file system of 2 MB."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("a small disk takes the rights to mount one")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def moved(machine, disk):
    """The machine with its folder on the small disk."""
    made = machine.copied(disk / machine.folder.name)
    made.clock = machine.clock
    return made


def filled(disk, *, room):
    """All of the disk taken but so many bytes."""
    state = os.statvfs(disk)
    free = state.f_bavail * state.f_frsize
    (disk / "taken").write_bytes(bytes(max(free - room, 0)))


def content(machine):
    with machine.open(write=False) as survey:
        return record_count(survey), tables(survey)


def sentence(error, machine):
    told = str(error)
    assert str(machine.folder) in told or "high-water" in told
    return told


@pytest.mark.parametrize("room", [0, 4096, 8192, 12288, 16384, 32768])
def test_t25_a_station_runs_full_and_goes_on(tmp_path, disk, room):
    centre = Centre(tmp_path / "centre", 1, plan=PLAN, batches={"B001": 999})
    station = moved(centre.stations[0], disk)
    station.key(1, 2, 3, marks=MARKS)
    filled(disk, room=room)
    saved: list[int] = []
    refused: Exception | None = None
    with station.open() as survey:
        for number in range(4, 60):
            try:
                key_form(survey, Form("B001", number, MARKS))
            except MarkUnraisedError as error:
                saved.append(number)  # it says that the form is in
                refused = error
            except (PingyiError, OSError) as error:
                refused = error
                with pytest.raises((PingyiError, OSError)):
                    key_form(survey, Form("B001", number, MARKS))
                break
            else:
                saved.append(number)
        assert refused is not None
        assert "No space left" in str(refused) or "full" in str(refused)
        (disk / "taken").unlink()
        key_form(survey, Form("B001", 900, MARKS))  # the same open file goes on
    numbers = {row[2] for row in content(station)[1]["head"]}
    assert numbers == {1, 2, 3, 900, *saved}
    station.key(901, marks=MARKS)
    assert station.verify() == []
    centre.merge(station.pack())
    assert len(centre.forms()) == len(numbers) + 1


def test_t25_a_full_disk_is_told_in_a_sentence(tmp_path, disk):
    centre = Centre(tmp_path / "centre", 1, plan=PLAN, batches={"B001": 99})
    station = moved(centre.stations[0], disk)
    filled(disk, room=0)
    before = content(station)
    with pytest.raises(SurveyUnwritableError) as caught:
        station.key(1, marks=MARKS)
    assert str(station.path) in str(caught.value)
    assert MARKS not in str(caught.value)
    assert content(station) == before


@pytest.mark.parametrize("room", [0, 4096, 20480, 40960, 81920])
def test_t25_the_supervisor_runs_full_in_a_merge(tmp_path, disk, room):
    centre = Centre(tmp_path / "centre", 1, plan=PLAN, batches={"B001": 60})
    centre.stations[0].key(*range(1, 41), marks=MARKS)
    package = centre.stations[0].pack()
    centre.supervisor = moved(centre.supervisor, disk)
    filled(disk, room=room)
    before = content(centre.supervisor)
    with pytest.raises(SurveyUnwritableError) as caught:
        centre.merge(package)
    assert str(centre.supervisor.path) in str(caught.value)
    assert content(centre.supervisor) == before
    (disk / "taken").unlink()
    assert centre.supervisor.verify() == []
    assert centre.merge(package).sources[0].new == 41
    assert len(centre.forms()) == 40


def test_t25_the_disk_for_temporary_files_is_full(tmp_path, disk, monkeypatch):
    """A source is copied aside first: where that fails, it is refused and nothing is taken."""
    centre = Centre(tmp_path / "centre", 1, plan=PLAN, batches={"B001": 60})
    (station,) = centre.stations
    station.key(*range(1, 21), marks=MARKS)
    package = station.pack()
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    filled(disk, room=4096)
    before = content(centre.supervisor)
    for source in (package, station.path):
        (report,) = centre.merge(source).sources
        assert isinstance(report.refused, PackageRefusedError)
        assert content(centre.supervisor) == before
    assert [held.name for held in disk.iterdir()] == ["taken"]
    (disk / "taken").unlink()
    assert centre.merge(package).sources[0].new == 21


def test_t25_a_wrong_pin_is_counted_or_refused_when_the_disk_is_full(tmp_path, disk):
    """No free guesses: what cannot be counted is not answered."""
    people = {"C01": ["clerk"]}
    centre = Centre(tmp_path / "centre", 1, batches={"B001": 60}, operators=people)
    station = moved(centre.stations[0], disk)
    filled(disk, room=0)
    with station.open() as survey:
        for _ in range(8):
            with pytest.raises((PinWrongError, PingyiError, OSError)) as caught:
                sign_in(survey, "C01", "0000")
            assert not isinstance(caught.value, PinWrongError)
