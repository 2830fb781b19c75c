"""Lays a table out: a head that is repeated, rows as high as their longest cell."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from desktop.report.boxes import Box, Look, boxed
from desktop.report.columns import Part, hash_step, parts
from desktop.report.lines import broken, narrowest
from desktop.report.pen import Align
from desktop.report.strips import Strip, gap
from desktop.report.table import Block, Kind, Table
from desktop.report.theme import Theme

Lines = tuple[str, ...]
Heading = Callable[[int, int, bool], Sequence[Strip]]
"""Strips above a table: for part k of n, at its start or (True) where it goes on."""

_ALIGN = {
    Kind.NAME: Align.LEFT,
    Kind.TEXT: Align.LEFT,
    Kind.CODE: Align.CENTRE,
    Kind.FIGURE: Align.RIGHT,
    Kind.HASH: Align.LEFT,
}


def table_strips(table: Table, width: float, theme: Theme, heading: Heading) -> list[Strip]:
    """Every part of the table below its heading; both stand again on each new page."""
    found: list[Strip] = []
    divided = parts(table, width, theme)
    for number, part in enumerate(divided, 1):
        if found:
            found.append(gap(theme.rooms.gap))
        laid = _Layout(table, part, theme)
        head = laid.head()
        again = (*heading(number, len(divided), True), head)
        found += heading(number, len(divided), False)
        found += [replace(head, keep=True), *_companions(laid, table.blocks, again)]
    return found


def _companions(laid: "_Layout", blocks: Sequence[Block], again: tuple[Strip, ...]) -> list[Strip]:
    """No head and no row of a simple table stands alone on a page."""
    simple = all(len(block.rows) == 1 for block in blocks)
    held = {0, len(blocks) - 2} - {len(blocks) - 1} if simple else set()
    return [laid.block(block, keep=at in held, repeat=again) for at, block in enumerate(blocks)]


class _Layout:
    """One part of a table with its widths."""

    def __init__(self, table: Table, part: Part, theme: Theme) -> None:
        self._theme = theme
        self._part = part
        self._columns = [table.columns[index] for index in part.columns]
        self._starts = list(accumulate(part.widths, initial=0.0))

    def head(self) -> Strip:
        padding = self._theme.table.head_padding_y
        look = replace(self._look("column"), padding_y=padding, lid=True)
        titles = [
            _balanced(column.title, width, look)
            for column, width in zip(self._columns, self._part.widths, strict=True)
        ]
        groups = self._groups(look)
        upper = max((look.needed(lines) for _, _, lines in groups), default=0.0)
        whole = upper + max(map(look.needed, titles))
        boxes = [self._heading(start, after, 0.0, upper, lines) for start, after, lines in groups]
        for at, (column, lines) in enumerate(zip(self._columns, titles, strict=True)):
            top = upper if column.group else 0.0
            boxes.append(self._heading(at, at + 1, top, whole - top, lines))
        return boxed(boxes, whole, look)

    def block(self, block: Block, *, keep: bool, repeat: tuple[Strip, ...]) -> Strip:
        look = self._look("strong" if block.strong else "cell", band=block.band)
        cells = [self._wrapped(row, look) for row in block.rows]
        heights = self._heights(cells, look)
        tops = list(accumulate(heights, initial=0.0))
        boxes = [
            self._cell(at, 0.0, tops[-1], cells[0][at])
            for at, column in enumerate(self._columns)
            if column.tall
        ]
        # row by row, so that copied text reads as the table does
        boxes += [
            self._cell(at, top, height, row[at])
            for row, top, height in zip(cells, tops, heights, strict=False)
            for at, column in enumerate(self._columns)
            if not column.tall
        ]
        loose = len(block.rows) == 1
        return boxed(boxes, tops[-1], look, keep=keep, repeat=repeat, loose=loose)

    def _look(self, style: str, *, band: bool = False) -> Look:
        table = self._theme.table
        return Look(self._theme.styles[style], table.padding_x, table.padding_y, band)

    def _groups(self, look: Look) -> list[tuple[int, int, Lines]]:
        """First column, the one after the last, and the lines of the heading above them."""
        found, at = [], 0
        for group, held in groupby(self._columns, lambda column: column.group):
            after = at + len(list(held))
            if group:
                width = self._starts[after] - self._starts[at]
                found.append((at, after, _balanced(group, width, look)))
            at = after
        return found

    def _heading(self, at: int, after: int, top: float, height: float, lines: Lines) -> Box:
        x = self._starts[at]
        return Box(x, top, self._starts[after] - x, height, lines, Align.CENTRE)

    def _wrapped(self, row: Sequence[str], look: Look) -> list[Lines]:
        return [
            _lines(row[index], width, look)
            for index, width in zip(self._part.columns, self._part.widths, strict=True)
        ]

    def _heights(self, cells: Sequence[Sequence[Lines]], look: Look) -> list[float]:
        """A row is as high as its longest cell; the rows of a block share a tall cell's need."""
        tall = [column.tall for column in self._columns]
        heights = [
            max(look.needed(lines) for lines, high in zip(row, tall, strict=True) if not high)
            for row in cells
        ]
        wished = max(look.needed(lines) for lines in cells[0])
        more = max(wished - sum(heights), 0.0) / len(heights)
        return [height + more for height in heights]

    def _cell(self, at: int, top: float, height: float, lines: Lines) -> Box:
        kind, width = self._columns[at].kind, self._part.widths[at]
        free = width - 2 * self._theme.table.padding_x - self._part.cells[at]
        inset = max(free / 2, 0.0) if kind is Kind.FIGURE else 0.0
        step = hash_step(self._theme) if kind is Kind.HASH else 0.0
        return Box(self._starts[at], top, width, height, lines, _ALIGN[kind], inset, step=step)


def _balanced(text: str, width: float, look: Look) -> Lines:
    """No more lines than the width asks for, and each about as long: 单位/代码, not 单位代/码."""
    lines = len(_lines(text, width, look))
    return broken(text, narrowest(text, lines, bold=look.style.bold), bold=look.style.bold)


def _lines(text: str, width: float, look: Look) -> Lines:
    room = (width - 2 * look.padding_x) / look.style.size
    return broken(text, room, bold=look.style.bold)
