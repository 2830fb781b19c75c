"""Pace and forecast: how fast forms are keyed, when the last will be, how many clerks a date takes.

RULES.md §4. Today is given; the measured days and what is unknown are told with every figure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

MEASURED_DAYS = 5
"""The last so many days of work say how fast it goes: learning is over, a bad day weighs little."""

WATCHED_DAYS = 14
"""A weekday that passed in these without any work is taken for a day of rest."""

ENOUGH_SECONDS = 2 * 3600
"""Less work than this says little about the next days."""

_HOUR = 3600
_LONGEST = 3650
"""Days; who needs longer than ten years at this pace is given no date."""


class Lack(StrEnum):
    """Why there is no date, or why it says little."""

    SLIPS = "slips"
    """No batch is registered: nobody knows what is left."""
    WORK = "work"
    """Nobody's work is on record before or on this day."""
    FORMS = "forms"
    """Work is on record, and not one form was finished in it."""
    LITTLE = "little"
    """There is a date, from less than ENOUGH_SECONDS of work."""
    FAR = "far"
    """The last form would be keyed in more than ten years."""


@dataclass(frozen=True, slots=True)
class Stint:
    """What one person did on one day, or a part of it; `seconds` without idle times and pauses."""

    operator: str
    """Code; "" where nobody signed in."""
    day: date
    forms: int
    presses: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Sums over stints, and what they come to for a form and for an hour."""

    forms: int
    presses: int
    seconds: int

    @classmethod
    def of(cls, stints: Iterable[Stint]) -> "Pace":
        held = list(stints)
        return cls(
            sum(one.forms for one in held),
            sum(one.presses for one in held),
            sum(one.seconds for one in held),
        )

    @property
    def forms_per_hour(self) -> Fraction | None:
        """Of one clerk; None where no time was measured."""
        return Fraction(self.forms * _HOUR, self.seconds) if self.seconds else None

    @property
    def presses_per_form(self) -> Fraction | None:
        return Fraction(self.presses, self.forms) if self.forms else None

    @property
    def seconds_per_form(self) -> Fraction | None:
        return Fraction(self.seconds, self.forms) if self.forms else None


@dataclass(frozen=True, slots=True)
class Measured:
    """How work went on the last days of it: the ground of every forecast."""

    days: tuple[date, ...]
    pace: Pace
    shifts: int
    """Pairs of a person and a day."""
    rest: frozenset[int]
    """Weekdays, Monday 0, on which nobody works."""

    @property
    def forms_per_day(self) -> Fraction:
        """Of everybody together."""
        return Fraction(self.pace.forms, len(self.days))

    @property
    def clerks(self) -> Fraction:
        """Persons at work on a day."""
        return Fraction(self.shifts, len(self.days))

    @property
    def hours(self) -> Fraction:
        """At work, of one clerk on one day."""
        return Fraction(self.pace.seconds, self.shifts * _HOUR)

    @property
    def forms_per_shift(self) -> Fraction:
        """Of one clerk on one day."""
        return Fraction(self.pace.forms, self.shifts)


@dataclass(frozen=True, slots=True)
class Left:
    """What is still to be keyed, in forms."""

    first: int
    """Numbers of the slips that nobody keyed."""
    second: int
    """Second keyings that are due, or will be once their batch is closed."""

    @property
    def forms(self) -> int:
        return self.first + self.second


@dataclass(frozen=True, slots=True)
class Forecast:
    """What can be said today; `finish` is None where `lacks` says why, or nothing is left."""

    today: date
    left: Left
    measured: Measured | None
    finish: date | None
    lacks: frozenset[Lack]
    worked_today: bool

    @property
    def is_done(self) -> bool:
        """Nothing of what is registered is left."""
        return Lack.SLIPS not in self.lacks and not self.left.forms

    def clerks_for(self, wished: date) -> int | None:
        """Clerks needed to be done by the end of that day; None where nobody can say.

        At their measured pace and hours, on the days that are no days of rest; 0 where nothing is
        left. None too where not one such day is left until then.
        """
        if self.is_done:
            return 0
        days = self.days_until(wished)
        if self.measured is None or not self.measured.pace.forms or not days:
            return None
        return _above(self.left.forms / (days * self.measured.forms_per_shift))

    def days_until(self, wished: date) -> int:
        """Whole working days to the end of that day."""
        rest = self.measured.rest if self.measured else frozenset[int]()
        days = min((wished - self._first_day).days + 1, _LONGEST)
        return sum(
            (self._first_day + timedelta(days=at)).weekday() not in rest for at in range(days)
        )

    @property
    def _first_day(self) -> date:
        return _first_day(self.today, worked_today=self.worked_today)


def forecast(
    stints: Sequence[Stint], left: Left, today: date, *, has_slips: bool = True
) -> Forecast:
    """When the last form is keyed if all goes on as on the last days of work.

    Days before today are measured; today's work is, where there is no other. Whole days are
    counted: from today, or from tomorrow where today's work is among the stints already.
    """
    found = measured(stints, today)
    worked = any(one.day == today for one in stints)
    finish = None
    lacks = set(_lacks(found, has_slips=has_slips))
    if found and found.pace.forms and left.forms:
        first = _first_day(today, worked_today=worked)
        finish = _working_day(first, _above(left.forms / found.forms_per_day), found.rest)
        lacks |= {Lack.FAR} if finish is None else set()
    return Forecast(today, left, found, finish, frozenset(lacks), worked)


def measured(stints: Sequence[Stint], today: date) -> Measured | None:
    """The last MEASURED_DAYS days of work before today, or today where it is the first; or None."""
    known = [one for one in stints if one.day <= today]
    earlier = [one for one in known if one.day < today]
    by_day = _by_day(earlier or known)
    if not by_day:
        return None
    days = tuple(sorted(by_day)[-MEASURED_DAYS:])
    held = [one for day in days for one in by_day[day]]
    shifts = len({(one.operator, one.day) for one in held})
    return Measured(days, Pace.of(held), shifts, _rest(sorted(_by_day(known))))


def pace_by_operator(stints: Iterable[Stint]) -> dict[str, Pace]:
    """Every operator's own pace, by code."""
    held: dict[str, list[Stint]] = defaultdict(list)
    for one in stints:
        held[one.operator].append(one)
    return {code: Pace.of(held[code]) for code in sorted(held)}


def pace_by_day(stints: Iterable[Stint]) -> dict[date, Pace]:
    """Everybody's work together, day by day; days without any are left out."""
    by_day = _by_day(stints)
    return {day: Pace.of(by_day[day]) for day in sorted(by_day)}


def _by_day(stints: Iterable[Stint]) -> Mapping[date, list[Stint]]:
    held: dict[date, list[Stint]] = defaultdict(list)
    for one in stints:
        held[one.day].append(one)
    return held


def _rest(days: Sequence[date]) -> frozenset[int]:
    """Weekdays that passed between the first day of work and the last, and never had any."""
    last = days[-1]
    first = max(days[0], last - timedelta(days=WATCHED_DAYS - 1))
    passed = {(first + timedelta(days=at)).weekday() for at in range((last - first).days + 1)}
    return frozenset(passed - {day.weekday() for day in days if day >= first})


def _lacks(found: Measured | None, *, has_slips: bool) -> Iterable[Lack]:
    if not has_slips:
        yield Lack.SLIPS
    if found is None:
        yield Lack.WORK
    elif not found.pace.forms:
        yield Lack.FORMS
    elif found.pace.seconds < ENOUGH_SECONDS:
        yield Lack.LITTLE


def _first_day(today: date, *, worked_today: bool) -> date:
    return today + timedelta(days=1) if worked_today else today


def _working_day(first: date, count: int, rest: frozenset[int]) -> date | None:
    """The count-th day from `first` on that is no day of rest; None beyond ten years."""
    days = (first + timedelta(days=at) for at in range(_LONGEST))
    working = (day for day in days if day.weekday() not in rest)
    return next((day for at, day in enumerate(working, 1) if at == count), None)


def _above(value: Fraction) -> int:
    """The smallest whole number that is not less."""
    return -(-value.numerator // value.denominator)
