"""The demo keeps to its own folder, one at a time, and keeps the year after the seal."""

import json
import shutil

import pytest
from click.testing import CliRunner
from filelock import FileLock

from desktop.cli.demo import DemoRunningError, FolderInUseError
from desktop.cli.root import pingyi
from desktop.store import ledger_queries
from desktop.store.keys import Home
from desktop.store.ledgers import LEDGERS, SETTINGS
from desktop.store.survey_file import open_survey

FORMS = 60


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Its folder, and what it printed in Chinese."""
    folder = tmp_path_factory.mktemp("demo") / "演示"
    words = ["demo", "--forms", str(FORMS), "--out", str(folder)]
    done = CliRunner(env={"PINGYI_LANG": "zh_CN"}).invoke(pingyi, words, catch_exceptions=False)
    return folder, done.output


def survey_at(path):
    return open_survey(path, home=Home(path.parent / "none"))


def test_the_demo_tells_of_a_year_in_proportion_to_its_forms(demo):
    folder, output = demo
    year = json.loads((folder / "demo.json").read_text(encoding="utf-8"))["year"]
    assert (year["day"], year["complaints"], year["findings"]) == ("2005-12-31", 2, 2)
    assert 15 <= year["entries"] <= 15 + 120  # the survey proposes some besides
    assert sum(year["bands"].values()) == 120 - len(year["void"])
    assert len(year["top"]) == len(year["bottom"]) == 5
    assert f"年度考评校验码 {year['hash']}" in output
    for title in ("年度考评前列", "年度考评后列", "各档次单位数", "其中年度台账"):
        assert title in output


def test_the_year_is_in_the_demos_file_and_not_in_its_archive(demo):
    folder, _ = demo
    with survey_at(folder / "2005.pingyi") as survey:
        assert all(ledger_queries.lines(survey, ledger) for ledger in (*LEDGERS, *SETTINGS))
    with survey_at(folder / "archive" / "2005.pingyi") as survey:
        assert not any(ledger_queries.lines(survey, ledger) for ledger in (*LEDGERS, *SETTINGS))


def test_the_results_are_those_of_the_sealed_survey(demo, tmp_path):
    folder, _ = demo
    results = [json.loads((folder / name).read_text("utf-8"))["hash"] for name in RESULTS]
    shutil.copy(folder / "2005.pingyi", tmp_path)
    words = ["results", str(tmp_path / "2005.pingyi"), "--json"]
    again = json.loads(CliRunner().invoke(pingyi, words, catch_exceptions=False).output)
    assert {again["hash"], *results} == {results[0]}


RESULTS = ("demo.json", "results.json", "archive/results.json")


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
