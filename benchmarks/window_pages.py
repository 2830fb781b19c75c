"""`window-pages`: how long the supervisor's pages take to open, and what holds the window up."""

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from benchmarks.child import run_module
from benchmarks.paper import FORMS_2005, SEED, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.screens import OFFSCREEN, has_x_server, x_screen
from benchmarks.timing import milliseconds
from desktop.actions.sample_centre import SUPERVISOR, Centre
from desktop.actions.sample_forms import sample_batches
from desktop.actions.sample_year import ENTRIES, Amounts, sample_year
from desktop.actions.sample_year_run import Keeper, run_year

OPENED = 500
"""Milliseconds in which a page shows everything."""
HELD = 100
"""Milliseconds that no key or click may keep the window."""

Visits = Mapping[str, Mapping[str, Sequence[float]]]


def measure(run: Run) -> Report:
    forms, rounds = run.amount(FORMS_2005, 300), run.amount(5, 2)
    batches = _centre(run.folder, forms, run.amount(ENTRIES, 100))
    with ExitStack() as stack:
        screens = {"offscreen": OFFSCREEN}
        if has_x_server():
            screens["X11"] = stack.enter_context(x_screen())
        found = {
            name: json.loads(
                run_module("benchmarks.window_visits", str(run.folder), str(rounds), screen=screen)
            )
            for name, screen in screens.items()
        }
    return _report(forms, batches, found)


def _centre(folder: Path, forms: int, entries: int) -> int:
    """A centre with a year's ledgers whose forms are merged and not ruled on; its batches."""
    plan = plan_2005()
    year = sample_year(plan, seed=SEED, amounts=Amounts.of(entries))
    batches = list(sample_batches(plan, forms=forms, seed=SEED))
    with closing(Centre(folder, plan, batches, SEED)) as centre:
        centre.prepare()
        centre.key_everything(lambda _: None)
        centre.merge_all(lambda _: None)
        run_year(year, Keeper(centre.survey, SUPERVISOR))
    return len(batches)


def _report(forms: int, batches: int, found: Mapping[str, Visits]) -> Report:
    rows = [
        (
            f"{screen}: {page}",
            milliseconds(max(times["first"])),
            milliseconds(max(times["again"])),
            milliseconds(max(times["blocks"])),
        )
        for screen, pages in found.items()
        for page, times in pages.items()
    ]
    return Report(
        "window-pages",
        f"milliseconds, {forms:,} forms of 120 × 5 in {batches} batches, and the year's ledgers",
        [Table(("", "first opened", "again, slowest", "longest hold"), rows)],
        [
            "Opened: from the click on the page's name until all that it reads is painted.",
            "Hold: the longest time in which the window took no event, clicks and keys alike.",
        ],
        [each for screen, pages in found.items() for each in _targets(screen, pages)],
    )


def _targets(screen: str, pages: Visits) -> list[Target]:
    opened = max(max([*times["first"], *times["again"]]) for times in pages.values())
    held = max(max(times["blocks"]) for times in pages.values())
    return [
        Target(f"slowest page, {screen}:", 1000 * opened, OPENED, " ms"),
        Target(f"longest hold, {screen}:", 1000 * held, HELD, " ms"),
    ]
