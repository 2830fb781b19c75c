"""`growth`: the whole count of ever more forms, each in a process of its own."""

import shutil
from pathlib import Path
from statistics import median

from benchmarks.child import Cost, cost_of
from benchmarks.paper import keyed_survey, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import times_over

SIZES = (10_000, 100_000)
FULL = 1_000_000
QUICK = (500, 2_000)
BYTES_A_FORM = 4_000
"""Free disk wanted before a file is made: the form in the file and in its journal."""


def measure(run: Run) -> Report:
    sizes = QUICK if run.quick else (*SIZES, FULL) if run.full else SIZES
    room = shutil.disk_usage(run.folder).free
    if room < BYTES_A_FORM * sum(sizes):
        raise SystemExit(f"{run.folder} has {room / 1e9:.1f} GB free, which is too little.")
    files = {
        forms: keyed_survey(run.folder / f"{forms}.pingyi", plan_2005(), forms) for forms in sizes
    }
    costs: dict[int, list[Cost]] = {forms: [] for forms in sizes}
    for _ in range(run.amount(5, 1)):
        for forms, path in files.items():
            costs[forms].append(cost_of("count", path))
    return _report(files, costs)


def _report(files: dict[int, Path], costs: dict[int, list[Cost]]) -> Report:
    seconds = {forms: median(cost.seconds for cost in held) for forms, held in costs.items()}
    peaks = {forms: max(cost.megabytes for cost in held) for forms, held in costs.items()}
    each = {forms: seconds[forms] / forms for forms in files}
    *_, before, last = files
    rows = [
        (
            f"{forms:,}",
            f"{path.stat().st_size / 1e6:,.0f}",
            f"{seconds[forms]:.3f}",
            f"{1e6 * each[forms]:.2f}",
            times_over(each[forms], each[last]),
            f"{peaks[forms]:.0f}",
        )
        for forms, path in files.items()
    ]
    heads = ("forms", "file MB", "seconds", "µs a form", f"of {last:,}", "peak MB")
    return Report(
        "growth",
        "the whole count (with reconciliation and hash), 600 marks a form",
        [Table(heads, rows)],
        ["Medians of seconds, the highest peak; peak memory is that of the whole process."],
        [
            Target(f"time a form at {last:,} of {before:,}", each[last] / each[before], 1.2, "×"),
            Target(f"peak memory at {last:,} forms", peaks[last], 400, " MB"),
        ],
    )
