"""`demo`: the whole job of 2005 by `pingyi demo`, its time and its survey file."""

import json
import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.bare import INSERT, bare_table
from benchmarks.child import run_module
from benchmarks.paper import FORMS_2005, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import Times, times_over

KEYED = "Forms keyed"
"""The demo's own name of the step that waits for the disk."""


def measure(run: Run) -> Report:
    forms, out = run.amount(FORMS_2005, 300), run.folder / "demo"
    words = ("demo", "--json", "--forms", str(forms), "--out", str(out))
    begun = time.perf_counter()
    printed = run_module("desktop", *words)
    seconds = time.perf_counter() - begun
    file = out / "archive" / "2005.pingyi"  # as it was sealed: the year's ledgers go on after
    bare = forms * _bare_insert(file, run.folder / "bare.sqlite", run.amount(1_000, 50))
    told = json.loads(printed)
    steps = {step: took / 1000 for step, took in told["milliseconds"].items()}
    year = told["year"]["bytes"] - told["year"]["bytes_before"]
    return _report(forms, (file.stat().st_size, year), steps | {"Whole program": seconds}, bare)


def _bare_insert(survey: Path, path: Path, sample: int) -> float:
    """Seconds of a bare durable insert of one of the file's records, on this disk and now."""
    times, newest = Times(), "SELECT body, signature FROM record ORDER BY number DESC LIMIT ?"
    with closing(sqlite3.connect(survey)) as db:
        rows = db.execute(newest, (sample,)).fetchall()
    with closing(bare_table(path)) as table:
        for row in rows:
            times.add(partial(table.execute, INSERT, row))
    return times.median


def _report(forms: int, sizes: tuple[int, int], steps: dict[str, float], bare: float) -> Report:
    """`sizes`: of the sealed survey, and what the ledgers of the year add to it."""
    size, year = sizes
    whole = steps["Whole program"]
    rows = [(step, f"{took:.2f}", f"{100 * took / whole:.0f} %") for step, took in steps.items()]
    marks = forms * plan_2005().cells
    return Report(
        "demo",
        f"{forms:,} forms founded, keyed one by one, verified, counted and printed, and the year",
        [Table(("", "seconds", "share"), rows)],
        [
            f"The survey file holds {size / forms:,.0f} bytes a form, {size / marks:.1f} a mark.",
            f"The ledgers of the year add {year / 1e6:.1f} MB to it.",
            f"As many bare durable inserts take {bare:.1f} s on this disk right after it:"
            f" keying is {times_over(steps[KEYED], bare)} of that.",
        ],
        [
            Target("survey file", size / 1e6, 40, " MB"),
            Target("time", whole, 60, " s"),
        ],
    )
