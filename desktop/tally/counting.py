"""Counts marks by cell from sheets of form strings; no row per mark is ever made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.tally.columns import SHEET, column_counts, in_every_cell
from desktop.tally.marks import MarkCounts, MarksLengthError, check_marks
from desktop.tally.plan import Plan

_SHEETS = 256
"""Sheets whose counts wait to be added up."""


@dataclass(frozen=True, slots=True)
class AgencyTally:
    """What one agency received: the forms that could grade it, and marks by dimension."""

    forms: int
    dimensions: tuple[MarkCounts, ...]

    def __add__(self, other: "AgencyTally") -> "AgencyTally":
        dimensions = tuple(map(MarkCounts.__add__, self.dimensions, other.dimensions))
        return AgencyTally(self.forms + other.forms, dimensions)

    def __sub__(self, other: "AgencyTally") -> "AgencyTally":
        dimensions = tuple(map(MarkCounts.__sub__, self.dimensions, other.dimensions))
        return AgencyTally(self.forms - other.forms, dimensions)


class MarkCounter:
    """Adds up forms of one kind, a sheet at a time, so that memory stays flat."""

    def __init__(self, plan: Plan) -> None:
        self.forms = 0
        self._plan = plan
        self._cells = plan.cells
        self._counts = {code: [0] * plan.cells for code in plan.mark_codes.encode("ascii")}
        self._waiting: list[bytes] = []
        self._counted: dict[int, list[bytes]] = {code: [] for code in self._counts}

    def add(self, marks: bytes) -> None:
        """One valid form, one byte a cell in paper order; MarksLengthError, MarkUnknownError."""
        if len(marks) != self._cells:
            raise MarksLengthError(expected=self._cells, found=len(marks))
        self.forms += 1
        self._waiting.append(marks)
        if len(self._waiting) == SHEET:
            self._count_sheet()

    def counts(self) -> list[list[int]]:
        """Counts so far, one list per code of `plan.mark_codes`, one count per cell."""
        self._count_sheet()
        self._add_up()
        return list(self._counts.values())

    def _count_sheet(self) -> None:
        known = 0
        for code, number in column_counts(b"".join(self._waiting), self._counts, self._cells):
            self._counted[code].append(number.to_bytes(self._cells, "little"))
            known += number
        if known != in_every_cell(len(self._waiting), self._cells):
            self._refuse_unknown()
        self._waiting.clear()
        if max(map(len, self._counted.values())) == _SHEETS:
            self._add_up()

    def _add_up(self) -> None:
        for code, counted in self._counted.items():
            if counted:
                self._counts[code] = list(map(sum, zip(self._counts[code], *counted, strict=True)))
                counted.clear()

    def _refuse_unknown(self) -> None:
        for marks in self._waiting:
            check_marks(self._plan, marks.decode("latin-1"))


Source = tuple[str, str | None]
"""A channel's code and the origin unit whose forms are kept apart, or None."""


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """One agency's counts in one dimension, taken over; `forms` as the source states them."""

    agency: str
    dimension: str
    counts: MarkCounts
    forms: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts taken over from outside: they join their channel's marks and have no forms."""

    channel: str
    source: str
    rows: tuple[TotalsRow, ...]
    record: str = ""


def count_forms(plan: Plan, forms: Iterable[tuple[Source, bytes]]) -> dict[Source, MarkCounter]:
    """Count valid forms by source, reading each once."""
    counters: dict[Source, MarkCounter] = {}
    for source, marks in forms:
        counter = counters.get(source)
        if counter is None:
            counter = counters[source] = MarkCounter(plan)
        counter.add(marks)
    return counters


def channel_tallies(
    plan: Plan, counters: Mapping[Source, MarkCounter], totals: Iterable[Totals] = ()
) -> dict[str, list[AgencyTally]]:
    """Per channel one tally per agency, in the plan's order; empty channels have zeros.

    With `exclude_self` an agency's own forms are left out of its tally (RULES.md §2).
    """
    found: dict[str, list[list[AgencyTally]]] = {channel.code: [] for channel in plan.channels}
    rows = {agency.code: row for row, agency in enumerate(plan.agencies)}
    for (channel, origin), counter in counters.items():
        counted = _tallies(plan, counter)
        if plan.scoring.exclude_self and origin in rows:
            counted[rows[origin]] -= counted[rows[origin]]
        found[channel].append(counted)
    tallies = {channel: pooled(held) or _empty(plan) for channel, held in found.items()}
    _add_totals(plan, tallies, totals, rows)
    return tallies


def pooled(tallies: Iterable[Sequence[AgencyTally]]) -> list[AgencyTally]:
    """All channels together, one tally per agency."""
    return list(map(_together, zip(*tallies, strict=True)))


def _together(tallies: Sequence[AgencyTally]) -> AgencyTally:
    if len(tallies) == 1:
        return tallies[0]
    dimensions = zip(*(tally.dimensions for tally in tallies), strict=True)
    return AgencyTally(sum(tally.forms for tally in tallies), tuple(map(_sum_of, dimensions)))


def _sum_of(counts: Sequence[MarkCounts]) -> MarkCounts:
    """What adding them one by one gives, without the steps between."""
    grades, *states = zip(
        *((c.grades, c.blank, c.dont_know, c.invalid, c.not_applicable) for c in counts),
        strict=True,
    )
    return MarkCounts(tuple(map(sum, zip(*grades, strict=True))), *map(sum, states))


def _empty(plan: Plan) -> list[AgencyTally]:
    none = MarkCounts((0,) * len(plan.grades))
    return [AgencyTally(0, (none,) * len(plan.dimensions)) for _ in plan.agencies]


def _tallies(plan: Plan, counter: MarkCounter) -> list[AgencyTally]:
    counts = counter.counts()
    grades, states = counts[: len(plan.grades)], counts[len(plan.grades) :]
    if not plan.dont_know:
        states.insert(1, [0] * plan.cells)
    cells = list(map(MarkCounts, zip(*grades, strict=True), *states))
    width = len(plan.dimensions)
    starts = range(0, plan.cells, width)
    return [AgencyTally(counter.forms, tuple(cells[at : at + width])) for at in starts]


def _add_totals(
    plan: Plan,
    tallies: dict[str, list[AgencyTally]],
    totals: Iterable[Totals],
    rows: Mapping[str, int],
) -> None:
    columns = {dimension.code: at for at, dimension in enumerate(plan.dimensions)}
    none = MarkCounts((0,) * len(plan.grades))
    for sheet in totals:
        channel = tallies[sheet.channel]
        for agency, taken in _by_agency(sheet).items():
            dimensions = [none] * len(plan.dimensions)
            for row in taken:
                dimensions[columns[row.dimension]] = row.counts
            channel[rows[agency]] += AgencyTally(taken[0].forms, tuple(dimensions))


def _by_agency(sheet: Totals) -> dict[str, list[TotalsRow]]:
    found: dict[str, list[TotalsRow]] = {}
    for row in sheet.rows:
        found.setdefault(row.agency, []).append(row)
    return found
