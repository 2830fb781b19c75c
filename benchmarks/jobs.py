"""Jobs for a process of their own: `python -m benchmarks.jobs JOB FILE WORD…` prints the cost."""

import csv
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from benchmarks.bare import INSERT, bare_table
from benchmarks.machine import system_field
from benchmarks.merging import verify_signatures
from benchmarks.paper import home_of
from desktop.actions.counting import count_survey
from desktop.actions.importing import import_forms
from desktop.actions.merging import merge
from desktop.store.survey_file import open_survey

Work = Callable[[], object]


@contextmanager
def _counting(path: Path) -> Iterator[Work]:
    with open_survey(path, home=home_of(path)) as survey:
        yield lambda: count_survey(survey)


@contextmanager
def _importing(path: Path, forms: str, batch: str) -> Iterator[Work]:
    with open_survey(path, home=home_of(path), write=True) as survey:
        yield lambda: import_forms(survey, Path(forms), batch=batch)


@contextmanager
def _importing_barely(path: Path, forms: str, _: str) -> Iterator[Work]:
    with closing(bare_table(path.with_suffix(".sqlite"))) as db:
        yield lambda: _insert_lines(db, Path(forms))


def _insert_lines(db: sqlite3.Connection, forms: Path) -> None:
    """Every line of a CSV file as a row of its marks and 64 more bytes, in one transaction."""
    with forms.open(encoding="utf-8", newline="") as file:
        lines = ("".join(cells) for cells in csv.reader(file))
        rows = ((line, bytes(64)) for line in lines)
        db.execute("BEGIN IMMEDIATE")
        db.executemany(INSERT, rows)
        db.execute("COMMIT")


@contextmanager
def _merging(path: Path, *packages: str) -> Iterator[Work]:
    with open_survey(path, home=home_of(path), write=True) as survey:
        yield lambda: merge(survey, [Path(package) for package in packages])


@contextmanager
def _verifying(path: Path, *packages: str) -> Iterator[Work]:
    yield lambda: verify_signatures([Path(package) for package in packages])


_JOBS: dict[str, Callable[..., AbstractContextManager[Work]]] = {
    "count": _counting,
    "import": _importing,
    "bare import": _importing_barely,
    "merge": _merging,
    "signatures": _verifying,
}


def do(job: str, survey: Path, *words: str) -> dict[str, float]:
    """Seconds and peak bytes of one job."""
    with _JOBS[job](survey, *words) as work:
        begun = time.perf_counter()
        work()
        seconds = time.perf_counter() - begun
    # not getrusage, whose peak includes the process that started this one
    peak = 1024 * int(system_field("/proc/self/status", "VmHWM").split(" ")[0])
    return {"seconds": seconds, "peak": peak}


if __name__ == "__main__":
    print(json.dumps(do(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])))
