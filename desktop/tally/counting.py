"""Counts marks by cell from sheets of form strings; no row per mark is ever made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.tally.marks import MarkCounts, MarksLengthError, check_marks
from desktop.tally.plan import Plan

_STACK = 16
_SHEET = 3 * 5 * _STACK
"""Forms counted at a time: no cell can then count more than eight bits hold."""
_SHEETS = 256
"""Sheets whose counts wait to be added up, so that memory stays flat."""


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
        if len(self._waiting) == _SHEET:
            self._count_sheet()

    def counts(self) -> list[list[int]]:
        """Counts so far, one list per code of `plan.mark_codes`, one count per cell."""
        self._count_sheet()
        self._add_up()
        return list(self._counts.values())

    def _count_sheet(self) -> None:
        sheet, known = b"".join(self._waiting), 0
        present = [code for code in self._counts if code in sheet]
        for at in range(0, len(present), 4):
            codes = present[at : at + 4]
            for code, number in zip(codes, _column_counts(sheet, codes, self._cells), strict=False):
                self._counted[code].append(number.to_bytes(self._cells, "little"))
                known += number
        if known != len(self._waiting) * _each_byte(1, self._cells):
            self._refuse_unknown()
        self._waiting.clear()
        if max(map(len, self._counted.values())) >= _SHEETS:
            self._add_up()

    def _add_up(self) -> None:
        for code, counted in self._counted.items():
            if counted:
                columns = zip(self._counts[code], *counted, strict=True)
                self._counts[code] = list(map(sum, columns))
                counted.clear()

    def _refuse_unknown(self) -> None:
        for marks in self._waiting:
            check_marks(self._plan, marks.decode("latin-1"))


def _column_counts(sheet: bytes, codes: Iterable[int], cells: int) -> list[int]:
    """Numbers whose bytes count, cell by cell, up to four codes over the forms of a sheet.

    A mark becomes a byte with one bit in its code's pair of bits; then stacks of forms are added
    as long integers, all cells and codes at once: three stacks fill two bits, five threes four,
    and before they could overflow the fields are set apart.
    """
    pairs = bytearray(256)
    for place, code in enumerate(codes):
        pairs[code] = 1 << 2 * place
    stacks = _stacks(sheet.translate(pairs), _STACK * cells)
    threes = [a + b + c for a, b, c in zip(stacks[::3], stacks[1::3], stacks[2::3], strict=True)]
    halves, low = _each_byte(0x33, _STACK * cells), _each_byte(0x0F, _STACK * cells)
    first, second = (sum([three >> shift & halves for three in threes]) for shift in (0, 2))
    fields = (first & low, second & low, first >> 4 & low, second >> 4 & low)
    return [_folded(field, cells) for field in fields]


def _stacks(flags: bytes, size: int) -> list[int]:
    """A sheet as 3 × 5 numbers of so many bytes each, missing forms as zeros."""
    starts = range(0, 3 * 5 * size, size)
    return [int.from_bytes(flags[at : at + size], "little") for at in starts]


def _folded(stack: int, cells: int) -> int:
    """The sum of a stack's forms."""
    forms = _STACK
    while forms > 1:
        forms //= 2
        bottom = _each_byte(0xFF, forms * cells)
        stack = (stack & bottom) + (stack >> 8 * forms * cells)
    return stack


@cache
def _each_byte(value: int, length: int) -> int:
    return int.from_bytes(bytes([value]) * length, "little")


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
