"""`window-start`: from process start to a keying page that takes keys, beside an empty window."""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.child import run_module
from benchmarks.paper import SEED, home_of, key_batches, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.screens import OFFSCREEN, has_x_server, x_screen
from benchmarks.timing import Times, milliseconds, times_over
from benchmarks.window_surveys import waiting_survey
from desktop.actions.sample_forms import sample_batches
from desktop.store.survey_file import open_survey

EMPTY = "empty QMainWindow, painted"
MOMENTS: Mapping[str, str] = {
    "usable": "keying page: the batch field took a digit",
    "open": "a form of the batch is open in the grid",
}

Start = Callable[[], Mapping[str, float]]


def measure(run: Run) -> Report:
    path, plan, forms = run.folder / "start.pingyi", plan_2005(), run.amount(11_000, 200)
    (code,) = waiting_survey(path, plan, 1)
    with open_survey(path, home=home_of(path), write=True) as survey:
        key_batches(survey, sample_batches(plan, forms=forms, seed=SEED))
    rounds = run.amount(11, 1)
    with ExitStack() as stack:
        screens = {"offscreen": OFFSCREEN}
        if has_x_server():
            screens["X11"] = stack.enter_context(x_screen())
        found = {name: _times(path, code, screen, rounds) for name, screen in screens.items()}
    return _report(forms, found)


def _times(path: Path, code: str, screen: Mapping[str, str], rounds: int) -> dict[str, Times]:
    """Seconds to each moment; the two begin in turn, after one start that nobody counts."""
    held = dict(screen) | {"PINGYI_HOME": str(home_of(path).root), "PYTHONDONTWRITEBYTECODE": ""}
    starts = [
        partial(_start, held, "benchmarks.window_empty"),
        partial(_start, held, "benchmarks.window_opened", str(path), code),
    ]
    times = {moment: Times() for moment in ("empty", *MOMENTS)}
    for turn in range(rounds + 1):
        for start in starts if turn % 2 else starts[::-1]:
            for moment, seconds in start().items():
                if turn:
                    times[moment].seconds.append(seconds)
    return times


def _start(screen: Mapping[str, str], module: str, *words: str) -> Mapping[str, float]:
    """Seconds from the start of a process to the moments that it reports."""
    begun = time.monotonic()  # a clock that all processes share
    reached = json.loads(run_module(module, *words, screen=screen))
    return {moment: at - begun for moment, at in reached.items()}


def _report(forms: int, found: Mapping[str, Mapping[str, Times]]) -> Report:
    rows = [
        (
            f"{screen}: {name}",
            milliseconds(times[moment].median),
            times[moment].spread,
            times_over(times[moment].median, times["empty"].median),
        )
        for screen, times in found.items()
        for moment, name in {"empty": EMPTY, **MOMENTS}.items()
    ]
    return Report(
        "window-start",
        f"milliseconds from process start, a survey of {forms:,} forms named on the command line",
        [Table(("", "median ms", "fastest–slowest", "of the empty window"), rows)],
        ["Files are in the system's cache and compiled; the survey is verified beside."],
        [
            Target(
                f"time of an empty window, {screen}:",
                times["usable"].median / times["empty"].median,
                1.5,
                "×",
            )
            for screen, times in found.items()
        ],
    )
