"""`count`: marks to counts, scores and ranks, beside engines that count the same marks."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from benchmarks.paper import FORMS_2005, home_of, keyed_survey, plan_2005
from benchmarks.peers.marks import Marks, Peer, check_same, marks_of, outcome_of, result_rows
from benchmarks.peers.sqlite import ROWS, SqliteMarks
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import Times, alternate, milliseconds, times_over
from desktop.actions.counting import count_survey
from desktop.store import queries
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.counting import channel_tallies, count_forms
from desktop.tally.results import AgencyResult, agency_results

OURS, WHOLE = "Pingyi", "Pingyi, with reconciliation and hash"
BARE, RAW = "bare SELECT of the marks", "bare read of the file"
THREADS = 2
ENGINES = ("DuckDB", "polars", "pandas")


def measure(run: Run) -> Report:
    plan = plan_2005()
    path = keyed_survey(run.folder / "2005.pingyi", plan, run.amount(FORMS_2005, 600))
    with ExitStack() as stack:
        survey = stack.enter_context(open_survey(path, home=home_of(path)))
        marks = marks_of(survey)
        peers = {peer.name: peer for peer in peers_of(run.folder, marks)}
        for peer in peers.values():
            stack.enter_context(closing(peer))
        check_all(survey, peers)
        works = _works(survey, stack.enter_context(closing(sqlite3.connect(path))))
        works |= {name: peer.run for name, peer in peers.items()}
        return _report(path, marks, peers, alternate(works, run.amount(15, 3)))


def count(survey: SurveyFile) -> tuple[AgencyResult, ...]:
    """Marks, counts, scores, ranks: the part that peers do too."""
    counters = count_forms(survey.plan, queries.marks_by_source(survey))
    return agency_results(survey.plan, channel_tallies(survey.plan, counters))


def peers_of(folder: Path, marks: Marks) -> Iterator[Peer]:
    """Every peer with a file of its own."""
    os.environ["POLARS_MAX_THREADS"] = str(THREADS)
    from benchmarks.peers.duck import DuckMarks
    from benchmarks.peers.panda import NumpyForms, PandasMarks
    from benchmarks.peers.polar import PolarsMarks

    yield SqliteMarks(folder, marks, indexed=False)
    yield SqliteMarks(folder, marks, indexed=True)
    yield DuckMarks(folder, marks, parquet=False, threads=THREADS)
    yield DuckMarks(folder, marks, parquet=True, threads=THREADS)
    yield PolarsMarks(folder, marks)
    yield PandasMarks(folder, marks)
    yield NumpyForms(folder, marks)


def check_all(survey: SurveyFile, peers: Mapping[str, Peer]) -> None:
    """AssertionError unless every peer finds Pingyi's counts, scores and ranks."""
    expected = outcome_of(result_rows(survey.plan, count(survey)))
    for name, peer in peers.items():
        check_same(name, outcome_of(peer.rows(peer.run())), expected)


def _works(survey: SurveyFile, bare: sqlite3.Connection) -> dict[str, Callable[[], object]]:
    query = "SELECT marks FROM head WHERE counts = 1"
    return {
        OURS: partial(count, survey),
        WHOLE: partial(count_survey, survey),
        BARE: lambda: bare.execute(query).fetchall(),
        RAW: survey.path.read_bytes,
    }


def _report(
    path: Path, marks: Marks, peers: Mapping[str, Peer], times: Mapping[str, Times]
) -> Report:
    base = times[OURS].median
    cells = len(marks.forms) * marks.plan.cells
    files = {name: peer.file for name, peer in peers.items()}
    rows = [
        (
            name,
            milliseconds(held.median),
            held.spread,
            times_over(held.median, base),
            f"{files.get(name, path).stat().st_size / 1e6:.1f}",
        )
        for name, held in times.items()
    ]
    return Report(
        "count",
        f"{len(marks.forms):,} valid forms, {cells:,} marks: counts, scores, sums and ranks",
        [Table(("", "median ms", "fastest–slowest", "of Pingyi", "file MB"), rows)],
        _remarks(cells, times),
        _targets(times),
    )


def _remarks(cells: int, times: Mapping[str, Times]) -> list[str]:
    rate, read = cells / times[OURS].median / 1e6, milliseconds(times[BARE].median)
    return [
        "Every contestant found equal counts, scores and ranks, per channel and pooled.",
        f"Pingyi counts {rate:.0f} million marks a second. The marks are {cells / 1e6:.1f} MB,"
        f" which SQLite alone reads in {read} ms.",
        f"Pingyi works in one thread with exact fractions, the engines in up to {THREADS} with"
        " floats. numpy, which the product is without, is shown but not a target.",
    ]


def _targets(times: Mapping[str, Times]) -> list[Target]:
    ours = times[OURS].median
    engines = {name: held for name, held in times.items() if name.startswith(ENGINES)}
    fastest = min(engines, key=lambda name: engines[name].median)
    rows = times[ROWS].median / ours
    return [
        Target("faster than SQLite's GROUP BY on rows", rows, 20, "×", least=True),
        Target(f"time of {fastest}", ours / engines[fastest].median, 1.5, "×"),
        Target("time of the bare SELECT", ours / times[BARE].median, 5, "×"),
    ]
