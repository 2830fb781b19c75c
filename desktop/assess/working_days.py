"""Deadlines in days or working days, by a table of holidays that people keep (RULES.md §7)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holidays:
    """`free` are public holidays, `worked` weekend days that are worked instead 调休."""

    free: Collection[date] = ()
    worked: Collection[date] = ()

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.free


@dataclass(frozen=True, slots=True)
class Term:
    """So many days, or so many working days."""

    days: int
    working: bool

    def ends(self, begun: date, holidays: Holidays) -> date:
        """The last day of the term; the day it begins on does not count."""
        if self.working:
            return working_day_after(begun, self.days, holidays)
        return begun + timedelta(days=self.days)


def working_day_after(begun: date, days: int, holidays: Holidays) -> date:
    """The day on which so many working days have passed; with 0 the day itself."""
    day = begun
    while days > 0:
        day += _DAY
        days -= holidays.is_working(day)
    return day
