"""The list of benchmarks, and what each is given to run with."""

from collections.abc import Callable
from dataclasses import dataclass
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
    from benchmarks import count, demo, growth, importing, keying, merging

    return {
        "count": count.measure,
        "growth": growth.measure,
        "keying": keying.measure,
        "demo": demo.measure,
        "import": importing.measure,
        "merge": merging.measure,
    }
