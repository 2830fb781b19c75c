"""`window-latency`: from a press to the end of the paint it causes, beside Qt's own table."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from benchmarks.child import run_module
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.screens import OFFSCREEN, has_x_server, x_screen
from benchmarks.timing import Times, milliseconds, times_over
from benchmarks.window_surveys import SHAPES, Shape

SAVING = 50
"""Milliseconds that the slowest key about a saving may take."""
KINDS: Mapping[str, str] = {
    "keys": "keys, the opening ones too",
    "opening": "Enter that opens a form",
    "saving": "Enter that saves one",
    "table": "QTableWidget, the same cells",
}

Measured = Mapping[str, Times]


def measure(run: Run) -> Report:
    # two forms of each run are not timed
    forms = 2 + run.amount(30, 2)
    found: dict[tuple[Shape, str], Measured] = {}
    with ExitStack() as stack:
        screens = {"offscreen": OFFSCREEN}
        if has_x_server():
            screens["X11"] = stack.enter_context(x_screen())
        for place, shape in enumerate(SHAPES):
            for name, screen in screens.items():
                folder = run.folder / f"{name}-{place}"
                found[shape, name] = _timed(folder, place, forms, screen)
    return _report(found)


def _timed(folder: Path, shape: int, forms: int, screen: Mapping[str, str]) -> Measured:
    folder.mkdir()
    words = ("keys", str(folder), str(shape), str(forms))
    return times_by_kind(json.loads(run_module("benchmarks.window_jobs", *words, screen=screen)))


def times_by_kind(seconds: Mapping[str, list[float]]) -> Measured:
    """Every key but the saving ones counts among `keys`."""
    keys = seconds["cells"] + seconds["opening"]
    return {kind: Times(held) for kind, held in {"keys": keys, **seconds}.items()}


def _report(found: Mapping[tuple[Shape, str], Measured]) -> Report:
    rows = [row for place, times in found.items() for row in _rows(*place, times)]
    return Report(
        "window-latency",
        "milliseconds from a press to the end of its paint, forms of all three scenarios",
        [Table(("", "keys", "median", "99 % below", "slowest", "of the budget"), rows)],
        [
            "The peer does setText and setCurrentCell with the same keys in the same process, form"
            " by form in turn with the window; it keeps, checks and explains nothing.",
            *([] if has_x_server() else ["Xvfb is not installed: nothing was painted under X11."]),
        ],
        [
            each
            for (shape, screen), times in found.items()
            for each in targets(shape, screen, times)
        ],
    )


def _rows(shape: Shape, screen: str, times: Measured) -> Iterator[tuple[str, ...]]:
    for kind, named in KINDS.items():
        held, budget = times[kind], SAVING if kind == "saving" else shape.budget
        yield (
            f"{shape}, {screen}: {named}",
            f"{len(held.seconds):,}",
            milliseconds(held.median),
            milliseconds(held.high),
            milliseconds(max(held.seconds)),
            times_over(1000 * held.high, budget),
        )


def targets(shape: Shape, screen: str, times: Measured) -> Iterator[Target]:
    """The budget of a key, and that of the keys about a saving."""
    where = f"of {shape}, {screen},"
    yield Target(f"99 % of keys {where} below", 1000 * times["keys"].high, shape.budget, " ms")
    slowest = max(times["saving"].seconds + times["opening"].seconds)
    yield Target(f"slowest key about a saving {where}", 1000 * slowest, SAVING, " ms")
