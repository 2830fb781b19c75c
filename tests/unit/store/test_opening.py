"""What is refused at the door, and how a file behaves where it cannot be written."""

import shutil
import subprocess

import pytest

from desktop.store.errors import HalfWrittenError
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from tests.surveys import keyed


@pytest.fixture
def medium(tmp_path):
    """A small disk that `lock` makes read-only, as a stick with its switch set."""
    folder = tmp_path / "stick"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "tmpfs", folder]
    made = subprocess.run(command, check=False, capture_output=True)
    if made.returncode:
        pytest.skip("needs the right to mount")
    yield folder
    subprocess.run(["umount", folder], check=True)


def lock(folder):
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


def test_a_file_on_a_read_only_disk_is_viewed_and_leaves_no_handle(tmp_path, medium):
    keyed(tmp_path / "a.pingyi", ["111111"]).close()
    shutil.copy(tmp_path / "a.pingyi", medium)
    lock(medium)
    assert verify_survey(medium / "a.pingyi") == []


def test_a_file_left_by_a_crash_on_a_read_only_disk_says_what_to_do(tmp_path, medium):
    path = tmp_path / "a.pingyi"
    with keyed(path, ["111111"]) as survey:
        survey.db.execute("PRAGMA cache_size = 1")
        survey.db.execute("BEGIN IMMEDIATE")
        survey.db.execute("UPDATE form SET void = hex(zeroblob(100000))")
        for left in tmp_path.glob("a.pingyi*"):
            shutil.copy(left, medium)
        survey.db.rollback()
    assert (medium / "a.pingyi-journal").stat().st_size > 512
    lock(medium)
    (problem,) = verify_survey(medium / "a.pingyi")
    assert "-journal" in problem.sentence()
    with pytest.raises(HalfWrittenError):
        open_survey(medium / "a.pingyi")
