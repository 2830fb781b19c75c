"""Days and units of the made-up year: what chance decides in every one of its ledgers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random
from typing import TypeVar

from desktop.actions.sample_forms import agency_qualities
from desktop.assess.working_days import Holidays, working_day_after
from desktop.tally.plan import Plan

T = TypeVar("T")
_STEEP = 1.3
"""How much more often what goes wrong does so where the survey's marks sink."""
_LUCK = 0.25
_FEW = 15
"""One unit in so many is worse off than the others."""
_BAD = 1.45
"""A bad year, in burdens of the best off of those few; none has a heavier one."""


@dataclass(slots=True)
class Chance:
    """One stream of chance; equal seeds and names give equal streams."""

    random: Random
    year: int
    holidays: Holidays

    @classmethod
    def of(cls, name: str, seed: int, year: int, holidays: Holidays) -> "Chance":
        # made-up cases, nothing secret
        return cls(Random(f"year {name} {seed}"), year, holidays)  # noqa: S311

    def one(self, choices: Sequence[T]) -> T:
        return choices[int(self.random.random() * len(choices))]

    def weighed(self, weights: Mapping[T, float]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def happens(self, share: float) -> bool:
        return self.random.random() < share

    def between(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    @property
    def last(self) -> date:
        """The year's last day: nothing is on record that comes after it."""
        return date(self.year, 12, 31)

    def day(self) -> date:
        """Any day of the year."""
        return date(self.year, 1, 1) + timedelta(days=self.between(0, 363))

    def working_day(self) -> date:
        """A day on which an office is open."""
        return working_day_after(self.day() - timedelta(days=1), 1, self.holidays)

    def later(self, day: date, least: int, most: int) -> date:
        """So many working days on."""
        return working_day_after(day, self.between(least, most), self.holidays)

    def come(self, day: date) -> str:
        """The day as it is written, or "" where it has not come by the end of the year."""
        return day.isoformat() if day <= self.last else ""


def unit_burdens(plan: Plan, seed: int) -> dict[str, float]:
    """How often something goes wrong in each unit: more where the survey's marks sink.

    One unit in thirty has a bad year, and one of those is vertically managed: its superior is
    written to.
    """
    random = Random(seed)  # noqa: S311  the stream that the survey's forms begin with
    qualities = agency_qualities(random, len(plan.agencies))
    luck = Random(f"year burdens {seed}")  # noqa: S311  nothing secret
    burdens = {
        agency.code: exp(_STEEP * quality + luck.gauss(0, _LUCK))
        for agency, quality in zip(plan.agencies, qualities, strict=True)
    }
    order = sorted(burdens, key=burdens.__getitem__, reverse=True)
    vertical = {agency.code for agency in plan.agencies if agency.vertical}
    bad = [*[unit for unit in order if unit in vertical][:1], *order][: max(1, len(order) // 30)]
    most = _BAD * burdens[order[len(order) // _FEW]]
    return {unit: most if unit in bad else min(burden, most) for unit, burden in burdens.items()}
