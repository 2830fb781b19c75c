"""The list of benchmarks, and what each is given to run with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.report import Report


@dataclass(frozen=True, slots=True)
class Run:
    """How much to measure, and the folder (an empty one, cleared afterwards) to work in."""

    folder: Path
    quick: bool = False
    full: bool = False

    def amount(self, usual: int, quick: int) -> int:
        """Rounds or forms: fewer in a quick run."""
        return quick if self.quick else usual


Measure = Callable[[Run], Report]


def benchmarks() -> dict[str, Measure]:
    """Every benchmark by its name, in the order they run."""
    from benchmarks import (
        count,
        demo,
        growth,
        importing,
        keying,
        merging,
        papers,
        window_latency,
        window_memory,
        window_pages,
        window_presses,
        window_start,
        year,
    )

    return {
        "count": count.measure,
        "growth": growth.measure,
        "keying": keying.measure,
        "demo": demo.measure,
        "import": importing.measure,
        "merge": merging.measure,
        "papers": papers.measure,
        "year": year.measure,
        "window-presses": window_presses.measure,
        "window-latency": window_latency.measure,
        "window-start": window_start.measure,
        "window-memory": window_memory.measure,
        "window-pages": window_pages.measure,
    }


FAMILY = "window"
"""Stands for every benchmark whose name begins with it."""


def named(names: Sequence[str]) -> list[str]:
    """The benchmarks that these names mean; all where there is none."""
    known = list(benchmarks())
    members = {FAMILY: [name for name in known if name.startswith(FAMILY)]}
    wanted = (members.get(name, [name]) for name in names)
    return list(chain.from_iterable(wanted)) or known
