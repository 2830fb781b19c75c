"""T28: a file that cannot be written is viewed only; a second program on it cannot write."""

import os
import shutil
import subprocess
import sys

import pytest

from desktop.actions.counting import count_survey
from desktop.store.errors import ReadOnlyError, SurveyInUseError, SurveyUnwritableError
from desktop.store.survey_file import open_survey
from desktop.store.verification import verified_survey
from tests.children import key_on, said, started
from tests.stations import Centre, record_count

HOLD = """
import sys
from pathlib import Path
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
with open_survey(Path(sys.argv[1]), home=Home(Path(sys.argv[2])), write=True):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def station(tmp_path):
    centre = Centre(tmp_path / "centre", 1, batches={"B001": 99})
    (made,) = centre.stations
    made.key(1, 2)
    return made


@pytest.fixture
def sealed_disk(station, tmp_path):
    """The station's folder on a file system that is mounted read-only."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("a read-only file system takes the rights to mount one")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)]
    if subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no tmpfs")
    try:
        shutil.copytree(station.folder, place / "station")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        yield type(station)(place / "station")
    finally:
        subprocess.run(["umount", str(place)], check=True)


def viewed(machine):
    """The file can be looked at, and gives its figures where they may be asked."""
    with machine.open(write=False) as survey:
        assert record_count(survey) > 3
        with pytest.raises(ReadOnlyError), survey.transaction():
            pass
    with verified_survey(machine.path, home=machine.home, whole=False) as survey:
        assert count_survey(survey).forms.valid == 2


def test_t28_a_read_only_file_system_is_viewed_only(sealed_disk):
    before = sealed_disk.path.read_bytes()
    viewed(sealed_disk)
    with pytest.raises(
        (SurveyUnwritableError, ReadOnlyError, OSError), match=r"(?i)read-only|written|viewed"
    ):
        sealed_disk.key(3)
    assert sealed_disk.path.read_bytes() == before


def test_t28_a_read_only_file_system_with_its_home_elsewhere(sealed_disk, station):
    """Only the survey lies there: a sentence says so, and the chain at home does not move."""
    mark = station.home.high_water(survey_id(station))
    both = type(station)(sealed_disk.folder)
    both.__class__ = type("Apart", (type(station),), {"home": station.home})
    with pytest.raises(SurveyUnwritableError) as caught:
        both.key(3)
    assert str(sealed_disk.path) in str(caught.value)
    assert station.home.high_water(survey_id(station)) == mark
    station.key(3)


def survey_id(machine):
    with machine.open(write=False) as survey:
        return survey.id


@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root writes what it likes")
def test_t28_a_read_only_file_is_viewed_only(station):
    station.path.chmod(0o444)
    viewed(station)
    with pytest.raises(SurveyUnwritableError):
        station.key(3)
    station.path.chmod(0o644)
    station.key(3)


def test_t28_a_file_without_its_key_is_viewed_only(station, tmp_path):
    other = type(station)(tmp_path / "other")
    other.folder.mkdir()
    shutil.copy(station.path, other.path)
    viewed(other)
    with pytest.raises(ReadOnlyError, match="only be viewed"):
        other.key(3)


def test_t28_a_second_program_cannot_write(station):
    command = [sys.executable, "-c", HOLD, str(station.path), str(station.home.root)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        for _ in range(2):
            with pytest.raises(SurveyInUseError, match="in another program"):
                station.key(3)
        viewed(station)
        first.communicate("")
    station.key(3)


def test_t28_a_copy_of_the_file_is_not_written_beside_it_either(station):
    """The lock lies with the key: what must not fork is the chain."""
    copy = station.folder / "b.pingyi"
    shutil.copy(station.path, copy)
    with station.open(), pytest.raises(SurveyInUseError):
        open_survey(copy, home=station.home, write=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_t28_a_program_that_died_holds_nothing(station):
    process, pipe = started(key_on, station.path, station.home.root, 3, 99999)
    assert pipe.recv_bytes() == b"open"
    assert pipe.recv_bytes() == b"3"
    with pytest.raises(SurveyInUseError):
        station.open()
    process.kill()
    said(pipe)
    process.join()
    process.close()
    station.open().close()


def test_t28_two_programs_that_key_at_once_fork_nothing(station):
    """Whoever comes second is refused; together they key one chain."""
    begun = [started(key_on, station.path, station.home.root, 3, 12) for _ in range(3)]
    told = [said(pipe) for _, pipe in begun]
    for process, _ in begun:
        process.join()
        process.close()
    keyed = [numbers for numbers in told if len(numbers) > 1]
    assert keyed
    with station.open() as survey:
        rows = survey.db.execute(
            "SELECT count(*), count(DISTINCT seq) FROM record WHERE station = ?", (survey.station,)
        ).fetchone()
        assert rows == (1 + 12, 1 + 12)
    assert station.verify() == []
