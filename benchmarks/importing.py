"""`import`: one large CSV file through its act, beside a bare reading and insert of its lines."""

import csv
from itertools import chain, islice
from pathlib import Path
from statistics import median

from benchmarks.child import Cost, cost_of
from benchmarks.paper import SEED, empty_survey, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from desktop.actions.batches import register_batch
from desktop.actions.sample_forms import sample_batches
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip

BATCH = "B001"
JOBS = {"import": "import_forms", "bare import": "bare csv.reader and INSERT"}


def measure(run: Run) -> Report:
    forms, plan = run.amount(50_000, 500), plan_2005()
    file = run.folder / "forms.csv"
    _write(file, plan, forms)
    costs: dict[str, list[Cost]] = {job: [] for job in JOBS}
    for turn in range(run.amount(3, 1)):
        for job, held in costs.items():
            path = run.folder / f"{job}-{turn}.pingyi"
            with empty_survey(path, plan) as survey:
                register_batch(survey, Slip(BATCH, plan.channels[0].code, forms))
            held.append(cost_of(job, path, str(file), BATCH))
            path.unlink()
    return _report(forms, file, costs)


def _write(path: Path, plan: Plan, forms: int) -> None:
    """Forms numbered through, as if one bundle held them all."""
    cells = [f"{a.code}.{d.code}" for a in plan.agencies for d in plan.dimensions]
    batches = sample_batches(plan, forms=forms, seed=SEED)
    paper = islice(chain.from_iterable(batch.forms for batch in batches), forms)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["form", "void", *cells])
        for number, form in enumerate(paper, 1):
            lines.writerow([number, form.void, *(form.marks or "0" * len(cells))])


def _report(forms: int, file: Path, costs: dict[str, list[Cost]]) -> Report:
    seconds = {job: median(cost.seconds for cost in held) for job, held in costs.items()}
    peaks = {job: max(cost.megabytes for cost in held) for job, held in costs.items()}
    rows = [
        (
            JOBS[job],
            f"{seconds[job]:.2f}",
            f"{forms / seconds[job]:,.0f}",
            f"{seconds[job] / seconds['bare import']:.2f}×",
            f"{peaks[job]:.0f}",
        )
        for job in JOBS
    ]
    return Report(
        "import",
        f"{forms:,} forms in one CSV file of {file.stat().st_size / 1e6:.0f} MB",
        [Table(("", "seconds", "forms a second", "of the bare one", "peak MB"), rows)],
        ["import_forms also checks every cell, signs and chains a record a form, and settles it."],
        [Target("peak memory of import_forms", peaks["import"], 500, " MB")],
    )
