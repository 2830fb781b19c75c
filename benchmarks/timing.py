"""Times contestants in turn, so that a busy minute falls on all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Times:
    """Seconds of one contestant, round by round."""

    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def high(self) -> float:
        """All but one in a hundred are faster."""
        return sorted(self.seconds)[len(self.seconds) * 99 // 100]

    @property
    def spread(self) -> str:
        """The fastest and the slowest round in milliseconds."""
        return f"{1000 * min(self.seconds):.1f}–{1000 * max(self.seconds):.1f}"

    def add(self, work: Callable[[], T]) -> T:
        begun = time.perf_counter()
        made = work()
        self.seconds.append(time.perf_counter() - begun)
        return made


def alternate(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """Time every work once a round; each round another one begins."""
    times = {name: Times() for name in works}
    names = list(works)
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            gc.collect()  # nobody pays for another's litter
            times[name].add(works[name])
    return times


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.1f}" if seconds >= 0.01 else f"{1000 * seconds:.2f}"


def times_over(seconds: float, base: float) -> str:
    """A ratio as a table shows it."""
    return f"{seconds / base:.2f}×"
