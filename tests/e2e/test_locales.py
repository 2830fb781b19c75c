"""The real program under other locales and time zones: the same bytes (T42)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

PLACES = {
    "Shanghai, Chinese": {"LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai", "PINGYI_LANG": "zh_CN"},
    "Honolulu, plain C": {"LC_ALL": "C", "TZ": "Pacific/Honolulu", "PYTHONUTF8": "0"},
    "Apia, another hash seed": {"TZ": "Pacific/Apia", "PYTHONHASHSEED": "4711"},
}


def run(*words, **variables):
    """What the program prints to a pipe; fails with its standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)],
        cwd=CHECKOUT,
        env=os.environ | variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


@pytest.fixture(scope="module")
def demos(tmp_path_factory):
    """The same small demo done in every place."""
    folders = {}
    for name, variables in PLACES.items():
        folders[name] = tmp_path_factory.mktemp("演示 demo")
        run("demo", "--forms", "200", "--out", folders[name], "--json", **variables)
    return folders


def test_t42_results_are_the_same_bytes_everywhere(demos):
    contents = {(folder / "results.json").read_bytes() for folder in demos.values()}
    assert len(contents) == 1


def test_t42_results_are_the_same_bytes_after_a_rebuild(demos, tmp_path):
    folder = demos["Shanghai, Chinese"]
    file, out = folder / "2005.pingyi", tmp_path / "again.json"
    run("rebuild", file, PINGYI_HOME=str(folder / "machines" / "supervisor"))
    run("results", file, "--out", out, **PLACES["Honolulu, plain C"])
    assert out.read_bytes() == (folder / "results.json").read_bytes()


def test_t42_documents_are_the_same_but_for_their_language(demos):
    """Honolulu and Apia both print English; what names a time of the day names it by the clock."""
    names = ("Honolulu, plain C", "Apia, another hash seed")
    first, second = (sorted((demos[name] / "documents").iterdir()) for name in names)
    assert [path.name for path in first] == [path.name for path in second]
    for one, other in zip(first, second, strict=True):
        by_clock = one.name in {"Daily report.pdf", "Operation log.csv"}
        assert (one.read_bytes() == other.read_bytes()) is not by_clock, one.name


def test_the_year_stands_alike_everywhere(demos):
    told = [json.loads((held / "demo.json").read_text("utf-8"))["year"] for held in demos.values()]
    assert len({year["hash"] for year in told}) == 1
    assert all(year["entries"] >= 50 for year in told)


def test_a_demo_is_done_again_over_itself_and_never_over_other_files(demos, tmp_path):
    folder = demos["Shanghai, Chinese"]
    before = (folder / "results.json").read_bytes()
    run("demo", "--forms", "200", "--out", folder)
    assert (folder / "results.json").read_bytes() == before
    (tmp_path / "letter.txt").write_text("keep me")
    with pytest.raises(AssertionError, match="no demo wrote"):
        run("demo", "--forms", "200", "--out", tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "keep me"


def test_errors_are_one_sentence_on_standard_error_in_the_reader_s_language(tmp_path):
    for language, words in (("zh_CN", "不存在"), ("en", "does not exist")):
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "results", str(tmp_path / "没有.pingyi")],
            cwd=CHECKOUT,
            env=os.environ | {"PINGYI_LANG": language, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, b"")
        assert words in done.stderr.decode()
        assert len(done.stderr.decode().splitlines()) == 1


def test_a_place_that_cannot_be_written_is_one_sentence(demos, tmp_path):
    (tmp_path / "文件").write_text("a file where a folder should be")
    folder = demos["Shanghai, Chinese"]
    for words in (
        ("report", folder / "2005.pingyi", "--out", tmp_path / "文件"),
        ("results", folder / "2005.pingyi", "--out", tmp_path / "no folder" / "r.json"),
        ("report", folder / "2005.pingyi", "--out", "/proc/none"),
    ):
        with pytest.raises(AssertionError, match="cannot be written") as refused:
            run(*words, PINGYI_LANG="en")
        assert "Traceback" not in str(refused.value)


def test_wrong_usage_is_exit_code_2():
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "results"],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
