"""The demo keeps to its own folder, one at a time."""

import pytest
from click.testing import CliRunner
from filelock import FileLock

from desktop.cli.demo import DemoRunningError, FolderInUseError
from desktop.cli.root import pingyi


def test_a_second_demo_in_the_same_folder_waits_for_the_first(tmp_path):
    (tmp_path / "demo.json").write_text("{}")
    (tmp_path / "2005.pingyi").write_text("at work")
    with FileLock(tmp_path / "demo.lock"):
        done = CliRunner().invoke(pingyi, ["demo", "--out", str(tmp_path)])
    assert isinstance(done.exception, DemoRunningError)
    assert (tmp_path / "2005.pingyi").read_text() == "at work"


def test_a_folder_of_others_is_left_alone(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    done = CliRunner().invoke(pingyi, ["demo", "--out", str(folder)])
    assert isinstance(done.exception, FolderInUseError)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("forms", ["3", "1000001"])
def test_a_demo_of_no_sensible_size_is_wrong_usage(tmp_path, forms):
    done = CliRunner().invoke(pingyi, ["demo", "--forms", forms, "--out", str(tmp_path / "x")])
    assert done.exit_code == 2
