"""One form on the clerk's table: its marks, the cell that is next, and what each step changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desktop.actions.comparing import filled_bits
from desktop.actions.entering import Way
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
from desktop.tally.keyings import UNKEYED
from desktop.tally.marks import BLANK
from desktop.tally.plan import Plan


class KeyRefusedError(PingyiError):
    """A key that changes nothing where it was pressed; `warning` names the message for it."""

    message = "{warning}"

    def __init__(self, warning: str, **fields: object) -> None:
        self.warning = warning
        super().__init__(warning=warning, **fields)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one press changed: where the cursor stood, and what the cells held before."""

    cursor: int
    before: tuple[tuple[int, str, bool], ...]
    """Cell, mark, and whether a fill key had entered it."""


class OpenForm:
    """A form that is being entered. Cells are counted from 0 in paper order.

    `cursor` is the cell that the next mark goes to; `size`, one past the last cell, is the end.
    `marks` holds UNKEYED where nothing was entered yet. In the way AGAIN only `cells` are open.
    """

    def __init__(
        self,
        plan: Plan,
        batch: str,
        number: int,
        way: Way,
        *,
        marks: str = "",
        void: str = "",
        cells: Sequence[int] = (),
    ) -> None:
        self.plan, self.batch, self.number, self.way = plan, batch, number, way
        self.columns, self.rows, self.size = len(plan.dimensions), len(plan.agencies), plan.cells
        self.marks = list(marks or UNKEYED * self.size)
        self.cells = tuple(sorted(cells))
        self.void, self.doubt = void, ""
        self.filled: set[int] = set()
        self.cursor = self.cells[0] if self.cells else 0
        self.corrections = 0
        self._began = self._content
        self._steps: list[_Step] = []

    @property
    def row(self) -> int:
        """The cursor's agency; the last one at the end."""
        return min(self.cursor, self.size - 1) // self.columns

    @property
    def column(self) -> int:
        """The cursor's dimension; the last one at the end."""
        return min(self.cursor, self.size - 1) % self.columns

    @property
    def at_end(self) -> bool:
        return self.cursor >= self.size

    @property
    def last_marked(self) -> int:
        """The last cell that holds a mark, or -1."""
        return max((cell for cell, mark in enumerate(self.marks) if mark != UNKEYED), default=-1)

    def is_open(self, cell: int) -> bool:
        """Whether this cell may be entered: in a blind second look only those that differ."""
        return not self.cells or cell in self.cells

    @property
    def is_changed(self) -> bool:
        return self._content != self._began

    def row_is_keyed(self, row: int) -> bool:
        return UNKEYED not in self.marks[row * self.columns : (row + 1) * self.columns]

    @property
    def rows_keyed(self) -> int:
        return sum(map(self.row_is_keyed, range(self.rows)))

    def put(self, mark: str) -> range:
        """Enter a mark into the current cell and go on; KeyRefusedError at the end."""
        self._check_place()
        return self._enter(range(self.cursor, self.cursor + 1), mark, fill=False)

    def fill(self, mark: str) -> range:
        """Enter a mark into the rest of the row and go on to the next agency: one step."""
        self._check_place()
        return self._enter(range(self.cursor, (self.row + 1) * self.columns), mark, fill=True)

    def back(self) -> range:
        """Take the last step back; without one, go a cell back and change nothing."""
        if self.void:
            self.void = ""
            return range(0)
        if self._steps:
            return self._undo(self._steps.pop())
        if self.cursor == 0:
            raise KeyRefusedError("key_meaningless")
        self.cursor = self._open_before(self.cursor)
        return range(0)

    def jump(self, row: int) -> None:
        """Go to a row, counted from 0; its first open cell."""
        self._go(self._open_from(row * self.columns))

    def jump_to_gap(self) -> None:
        """Go to the first cell that nothing was entered into, or to the end."""
        self._go(next((c for c in range(self.size) if self.marks[c] == UNKEYED), self.size))

    def move(self, *, rows: int = 0, columns: int = 0) -> None:
        """Go to a neighbour without changing anything; KeyRefusedError at the edges."""
        row, column = self.row + rows, self.column + columns
        if self.at_end and columns < 0:
            row, column = self.rows - 1, self.columns - 1
        if not (0 <= row < self.rows and 0 <= column < self.columns):
            raise KeyRefusedError("key_meaningless")
        self._steps.clear()  # a step taken back elsewhere would change what nobody looks at
        self.cursor = row * self.columns + column

    def check_finish(self) -> int:
        """How many rows stay blank when the form is finished here.

        KeyRefusedError where a cell was passed over, a row is half keyed, nothing was keyed, or
        the cursor stands before the last row that is keyed.
        """
        if self.void:
            return 0
        last = self.last_marked
        self._check_passed_over(last)
        if last < 0:
            raise KeyRefusedError("nothing_keyed")
        if self.cells or last == self.size - 1:
            return 0
        if self.row <= last // self.columns:
            raise KeyRefusedError("finish_elsewhere", row=f"{last // self.columns + 1:03d}")
        return self.rows - 1 - last // self.columns

    def finished(self) -> Form:
        """The form as it goes on record; cells after the last mark are blank.

        A void form keeps what was keyed of it, or nothing.
        """
        text = "".join(self.marks)
        if self.void and not text.strip(UNKEYED):
            return Form(self.batch, self.number, "", self.void)
        return Form(self.batch, self.number, text.replace(UNKEYED, BLANK), self.void)

    @property
    def filled_bits(self) -> str:
        """A bit a cell in hex, set where a fill key entered it (docs/FORMAT.md, `filled`)."""
        return filled_bits(frozenset(self.filled), self.size)

    def snapshot(self) -> dict[str, Any]:
        """Everything that `restored` needs, as plain values."""
        return {
            "batch": self.batch,
            "number": self.number,
            "way": self.way.value,
            "marks": "".join(self.marks),
            "began": list(self._began),
            "cells": list(self.cells),
            "filled": sorted(self.filled),
            "cursor": self.cursor,
            "void": self.void,
            "doubt": self.doubt,
            "corrections": self.corrections,
        }

    @classmethod
    def restored(cls, plan: Plan, held: Mapping[str, Any]) -> "OpenForm":
        """The form of a snapshot, at its cell; ValueError, KeyError or TypeError for another's."""
        made = cls(plan, held["batch"], held["number"], Way(held["way"]), cells=held["cells"])
        marks = list(held["marks"])
        if len(marks) != plan.cells or not 0 <= held["cursor"] <= plan.cells:
            raise ValueError("a form of another plan")
        made.marks, made.filled, made.cursor = marks, set(held["filled"]), held["cursor"]
        made.void, made.doubt = held["void"], held["doubt"]
        made.corrections, made._began = held["corrections"], tuple(held["began"])
        return made

    @property
    def _content(self) -> tuple[str, str, str]:
        return self.void, self.doubt, "".join(self.marks)

    def _check_place(self) -> None:
        if self.at_end:
            raise KeyRefusedError("at_end")
        if not self.is_open(self.cursor):
            raise KeyRefusedError("not_this_cell")

    def _enter(self, wanted: Iterable[int], mark: str, *, fill: bool) -> range:
        cells = [cell for cell in wanted if self.is_open(cell)]
        self._remember(cells)
        self.corrections += sum(self.marks[cell] not in (UNKEYED, mark) for cell in cells)
        for cell in cells:
            self.marks[cell] = mark
        self.filled = self.filled | set(cells) if fill else self.filled - set(cells)
        self.cursor = self._open_from(cells[-1] + 1)
        return range(cells[0], cells[-1] + 1)

    def _remember(self, cells: Sequence[int]) -> None:
        before = tuple((cell, self.marks[cell], cell in self.filled) for cell in cells)
        self._steps.append(_Step(self.cursor, before))

    def _undo(self, step: _Step) -> range:
        for cell, mark, filled in step.before:
            self.marks[cell] = mark
            (self.filled.add if filled else self.filled.discard)(cell)
        self.cursor = step.cursor
        self.corrections += bool(step.before)
        cells = [cell for cell, _, _ in step.before]
        return range(cells[0], cells[-1] + 1) if cells else range(0)

    def _go(self, cell: int) -> None:
        self._remember(())
        self.cursor = cell

    def _open_from(self, cell: int) -> int:
        if not self.cells:
            return cell
        return next((open_cell for open_cell in self.cells if open_cell >= cell), self.size)

    def _open_before(self, cell: int) -> int:
        if not self.cells:
            return cell - 1
        return max((open_cell for open_cell in self.cells if open_cell < cell), default=cell)

    def _check_passed_over(self, last: int) -> None:
        """Cells before the last mark that nobody keyed: rows passed over by a jump, or a slip."""
        limit = last if not self.cells else self.size
        rows = {cell // self.columns for cell in range(limit) if self.marks[cell] == UNKEYED}
        if last >= 0 and not self.row_is_keyed(last // self.columns):
            rows.add(last // self.columns)
        if rows:
            raise KeyRefusedError("before_end", rows=row_list(sorted(rows)))


def row_list(rows: Sequence[int]) -> str:
    """`003, 010–020`: rows counted from 0, told as they are numbered on the paper."""
    breaks = [0, *(at for at, (a, b) in enumerate(pairwise(rows), 1) if b - a > 1), len(rows)]
    parts = [(rows[start] + 1, rows[stop - 1] + 1) for start, stop in pairwise(breaks)]
    return " ".join(f"{a:03d}" if a == b else f"{a:03d}–{b:03d}" for a, b in parts)
