"""The benchmarks at tiny sizes, so that they cannot rot; peers only where they are installed."""

from importlib.util import find_spec

import pytest
from click.testing import CliRunner
from cryptography.exceptions import InvalidSignature

from benchmarks import count, growth, importing, keying, merging
from benchmarks.__main__ import main
from benchmarks.machine import description
from benchmarks.paper import home_of, keyed_survey, plan_2005
from benchmarks.peers.marks import check_same, marks_of, outcome_of, result_rows
from benchmarks.peers.sqlite import ROWS, SqliteMarks
from benchmarks.registry import Run, benchmarks
from benchmarks.report import Report, Table, Target
from benchmarks.timing import Times, alternate
from desktop.store.survey_file import open_survey

PEERS = ("duckdb", "polars", "pandas", "pyarrow")


@pytest.fixture
def survey(tmp_path):
    path = keyed_survey(tmp_path / "2005.pingyi", plan_2005(), 400)
    with open_survey(path, home=home_of(path)) as survey:
        yield survey


@pytest.mark.parametrize("indexed", [False, True])
def test_sqlite_finds_the_same_counts_scores_and_ranks(survey, tmp_path, indexed):
    expected = outcome_of(result_rows(survey.plan, count.count(survey)))
    peer = SqliteMarks(tmp_path, marks_of(survey), indexed=indexed)
    found = outcome_of(peer.rows(peer.run()))
    peer.close()
    check_same(peer.name, found, expected)
    assert len(found) == 5 * survey.plan.cells  # four channels had forms


def test_the_count_is_measured_against_its_three_targets(tmp_path, monkeypatch):
    def peers_of(folder, marks):
        for indexed, name in ((False, ROWS), (True, "pandas, as SQLite plays it")):
            peer = SqliteMarks(folder, marks, indexed=indexed)
            peer.name = name
            yield peer

    monkeypatch.setattr(count, "peers_of", peers_of)
    report = count.measure(Run(tmp_path, quick=True))
    assert [row[0] for row in report.tables[0].rows][-2:] == [ROWS, "pandas, as SQLite plays it"]
    assert [target.limit for target in report.targets] == [20, 1.5, 5]


@pytest.mark.skipif(not all(map(find_spec, PEERS)), reason="the peers are not installed")
def test_every_peer_finds_the_same(survey, tmp_path):
    peers = {peer.name: peer for peer in count.peers_of(tmp_path, marks_of(survey))}
    count.check_all(survey, peers)
    for peer in peers.values():
        peer.close()


def test_other_results_are_noticed(survey):
    expected = outcome_of(result_rows(survey.plan, count.count(survey)))
    first, *rest = expected
    wrong = expected | {first: (expected[first][0] + 1, *expected[first][1:])}
    for found in (wrong, {cell: expected[cell] for cell in rest}):
        with pytest.raises(AssertionError, match="peer finds other results"):
            check_same("peer", found, expected)


def test_growth_counts_every_size_in_a_process_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(growth, "QUICK", (20, 40))
    report = growth.measure(Run(tmp_path, quick=True))
    assert [row[0] for row in report.tables[0].rows] == ["20", "40"]
    assert len(report.targets) == 2


@pytest.mark.parametrize("benchmark", [keying, importing])
def test_acts_are_set_beside_bare_sqlite(benchmark, tmp_path, monkeypatch):
    monkeypatch.setattr(Run, "amount", lambda run, usual, quick: min(quick, 20))
    report = benchmark.measure(Run(tmp_path, quick=True))
    assert [row[0].startswith("bare") for row in report.tables[0].rows] == [False, True]


def test_rounds_begin_with_each_in_turn():
    calls = []
    times = alternate({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, 3)
    assert "".join(calls) == "abbaab"
    assert [len(held.seconds) for held in times.values()] == [3, 3]


def test_times_are_told_by_their_median_and_their_slowest_hundredth():
    times = Times([0.001 * at for at in range(1, 101)])
    assert times.median == pytest.approx(0.0505)
    assert (times.high, times.spread) == (0.1, "1.0–100.0")


@pytest.mark.parametrize(
    ("found", "least", "met"), [(5, False, True), (5.1, False, False), (5, True, True)]
)
def test_a_missed_target_says_so(found, least, met):
    target = Target("time", found, 5, " s", least=least)
    assert target.met is met
    assert str(target).startswith("met: " if met else "MISSED: ")


def test_a_report_reads_as_text_and_as_markdown():
    table = Table(("名", "ms"), [("甲乙", "1.0"), ("c", "20.0")])
    report = Report("count", "title", [table], ["remark"], [Target("time", 9, 5)])
    assert report.text().splitlines()[2:5] == ["名      ms", "甲乙   1.0", "c     20.0"]
    lines = report.markdown().splitlines()
    assert lines[2:6] == ["| 名 | ms |", "| --- | ---: |", "| 甲乙 | 1.0 |", "| c | 20.0 |"]
    assert lines[-2:] == ["- remark", "- MISSED: time 9, at most 5"]


def test_the_command_prints_the_machine_and_writes_markdown(tmp_path, monkeypatch):
    report = Report("keying", "title", targets=[Target("time", 9, 5)])
    monkeypatch.setattr(keying, "measure", lambda run: report)
    words = ["keying", "--quick", "--markdown", str(tmp_path / "found.md")]
    shown = CliRunner().invoke(main, words, catch_exceptions=False).output
    written = (tmp_path / "found.md").read_text(encoding="utf-8")
    for line in (*description(tmp_path)[1:], "keying: title", "says nothing about the targets"):
        assert line in shown
        assert line in written
    assert "MISSED" not in shown


def test_every_benchmark_has_a_name():
    known = ["count", "growth", "keying", "demo", "import", "merge", "papers", "year"]
    known += ["window-presses", "window-latency", "window-start", "window-memory", "window-pages"]
    assert list(benchmarks()) == known


def test_a_merge_is_measured_beside_its_signatures(tmp_path):
    report = merging.measure(Run(tmp_path, quick=True))
    assert [row[0] for row in report.tables[0].rows] == list(merging.JOBS.values())
    assert [target.limit for target in report.targets] == [3]


def test_a_package_whose_signature_is_wrong_is_not_measured(tmp_path):
    run = Run(tmp_path, quick=True)
    packages, _ = merging._packages(run.folder, plan_2005(), 50)
    assert merging.verify_signatures(packages) > 10 * 50
    content = bytearray(packages[0].read_bytes())
    content[-300] ^= 1
    packages[0].write_bytes(content)
    with pytest.raises(InvalidSignature):
        merging.verify_signatures(packages)
