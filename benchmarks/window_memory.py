"""`window-memory`: what the process weighs after ever more forms keyed in the real window."""

import json

from benchmarks.child import run_module
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.screens import OFFSCREEN

WARM_FORMS = 20
STEPS = 5


def measure(run: Run) -> Report:
    forms = run.amount(500, 5)
    words = ("memory", str(run.folder), str(WARM_FORMS), str(forms))
    return report(json.loads(run_module("benchmarks.window_jobs", *words, screen=OFFSCREEN)))


def report(sizes: list[int]) -> Report:
    """From the resident bytes after each form."""
    before, forms = sizes[WARM_FORMS - 1], len(sizes) - WARM_FORMS
    shown = sorted({WARM_FORMS + forms * step // STEPS for step in range(STEPS + 1)})
    rows = [
        (f"{at:,}", f"{sizes[at - 1] / 1e6:.1f}", f"{(sizes[at - 1] - before) / 1e6:+.1f}")
        for at in shown
    ]
    return Report(
        "window-memory",
        f"resident memory while {forms} forms are keyed, after a warm-up of {WARM_FORMS}",
        [Table(("forms", "MB", "growth MB"), rows)],
        targets=[Target(f"growth over {forms} forms", (sizes[-1] - before) / 1e6, 10, " MB")],
    )
