"""`year`: a whole year of ledgers beside the 2005 count: kept, read, and its standing computed."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.bare import INSERT, bare_table
from benchmarks.paper import FORMS_2005, SEED, home_of, keyed_survey, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import Times, alternate, milliseconds, times_over
from desktop.actions.complaints import complaints_due
from desktop.actions.consequences import consequence_lines
from desktop.actions.sample_year import ENTRIES, Amounts, SampleYear, sample_year
from desktop.actions.sample_year_run import Keeper, run_year
from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.ledger import Entry
from desktop.assess.standing import standing
from desktop.papers.year import YEAR_PAPERS, write_year_report
from desktop.store import ledger_queries
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.words import words_for

COMPUTED = "Pingyi: standing, entries in memory"
READ = "Pingyi: deduction ledger read"
SHOWN = "Pingyi: read and standing computed"
DUE = "Pingyi: complaints by their deadline"
FOLLOWS = "Pingyi: read, standing and consequences"
ALL = "all"
FLOATS = "bare: points added up by unit, floats"
LOADED = "bare: SELECT and json.loads of the same lines"

_Units = Mapping[str, str | None]


def measure(run: Run) -> Report:
    path = keyed_survey(run.folder / "2005.pingyi", plan_2005(), run.amount(FORMS_2005, 100))
    year = sample_year(plan_2005(), seed=SEED, amounts=Amounts.of(run.amount(ENTRIES, 100)))
    before, kept = path.stat().st_size, Kept()
    with open_survey(path, home=home_of(path), write=True) as survey:
        found = kept.seconds.add(partial(run_year, year, Keeper(survey)))
        with closing(_bare(survey, run.folder / "bare.sqlite")) as bare:
            times = alternate(_works(survey, year, found, bare), run.amount(15, 2))
        kept.papers = _papers(survey, year, run.folder / "papers")
    kept.size = path.stat().st_size - before
    return _report(year, found, times, kept)


@dataclass(slots=True)
class Kept:
    """What keeping the year cost, and its papers, each by its name in seconds."""

    seconds: Times = field(default_factory=Times)
    size: int = 0
    papers: Mapping[str, Times] = field(default_factory=dict)


def _papers(survey: SurveyFile, year: SampleYear, folder: Path) -> dict[str, Times]:
    """Each alone, and all of them in one run, which reads the ledgers once."""
    write = partial(write_year_report, survey, folder, words_for("zh_CN"), day=year.day)
    times = {paper.name: Times() for paper in YEAR_PAPERS} | {ALL: Times()}
    for name, held in times.items():
        held.add(partial(write, () if name == ALL else (name,)))
    return times


def _bare(survey: SurveyFile, path: Path) -> sqlite3.Connection:
    """The records that stand in the ledger, in a table that holds nothing else."""
    heads = {head for line in ledger_queries.lines(survey, DEDUCTIONS) for head in line.heads}
    rows = survey.db.execute("SELECT id, body, signature FROM record").fetchall()
    bare = bare_table(path)
    bare.execute("BEGIN")
    bare.executemany(INSERT, [(body, seal) for record, body, seal in rows if record in heads])
    bare.execute("COMMIT")
    return bare


def _works(
    survey: SurveyFile, year: SampleYear, found: YearStanding, bare: sqlite3.Connection
) -> dict[str, Callable[[], object]]:
    entries = [line.value for line in found.entries]
    units = {agency.code: agency.parent for agency in survey.plan.agencies}
    check_sums(found, entries, units, year.day)
    points = [(row.unit, float(line.points)) for row in found.rows for line in row.lines]
    return {
        COMPUTED: lambda: standing(year.rules, units, entries, year.day),
        READ: lambda: ledger_queries.lines(survey, DEDUCTIONS),
        SHOWN: lambda: year_standing(survey, year.day),
        DUE: lambda: complaints_due(survey, date.fromisoformat(year.day)),
        FOLLOWS: lambda: consequence_lines(survey),
        FLOATS: lambda: _added(points),
        LOADED: lambda: [json.loads(body) for (body,) in bare.execute("SELECT body FROM record")],
    }


def check_sums(found: YearStanding, entries: Sequence[Entry], units: _Units, day: str) -> None:
    """AssertionError unless the standing from memory, and float sums, find the file's scores."""
    again = standing(found.rules, units, entries, day)
    assert [row.score for row in again] == [row.score for row in found.rows]
    sums = _added((row.unit, float(line.points)) for row in again for line in row.lines)
    for row in again:
        assert abs(100 + sums.get(row.unit, 0.0) - float(row.unfloored)) < 1e-9


def _added(points: Iterable[tuple[str, float]]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for unit, each in points:
        sums[unit] = sums.get(unit, 0.0) + each
    return sums


def _report(
    year: SampleYear, found: YearStanding, times: Mapping[str, Times], kept: Kept
) -> Report:
    bases = {COMPUTED: FLOATS, READ: LOADED, SHOWN: LOADED}
    rows = [
        (name, milliseconds(held.median), held.spread, _ratio(times, name, bases))
        for name, held in times.items()
    ]
    counts = (len(found.entries), len(year.complaints), len(year.findings))
    ledgers = "{:,} entries, {:,} complaints, {:,} findings".format(*counts)
    return Report(
        "year",
        f"{ledgers} of {len(found.rows)} agencies, in the file of the count",
        [
            Table(("", "median ms", "fastest–slowest", "of bare"), rows),
            Table(("paper", "seconds"), [(n, f"{t.median:.2f}") for n, t in kept.papers.items()]),
        ],
        [
            "Pingyi adds exact fractions, by rules that are looked up for every entry; a line it"
            " reads is a record checked field by field that nothing has replaced.",
            "The file holds every state that an entry went through; the bare table the last alone.",
            f"The whole year was kept in {kept.seconds.median:.1f} s: {kept.size / 1e6:.1f} MB of"
            " signed records in the file.",
        ],
        _targets(times, kept),
    )


def _ratio(times: Mapping[str, Times], name: str, bases: Mapping[str, str]) -> str:
    """Of the bare work that does the same; empty where there is none."""
    base = bases.get(name)
    return times_over(times[name].median, times[base].median) if base else ""


def _targets(times: Mapping[str, Times], kept: Kept) -> list[Target]:
    return [
        Target("standing computed", times[COMPUTED].median, 0.2, " s"),
        Target("ledger read and standing computed", times[SHOWN].median, 0.5, " s"),
        Target("a year kept", kept.seconds.median, 15, " s"),
        Target("all papers of the year", kept.papers[ALL].median, 20, " s"),
    ]
