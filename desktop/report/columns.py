"""How wide a table's columns are, and into which parts a table too wide for the page falls."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from desktop.report.figures import HASH_LINE
from desktop.report.lines import narrowest, widest
from desktop.report.table import Kind, Table
from desktop.report.theme import Theme


@dataclass(frozen=True, slots=True)
class Room:
    """Widths in points: what a column must have, what it would like, and its longest cell's."""

    least: float
    wished: float
    cells: float


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of the table that stand side by side on one page, and their widths."""

    columns: tuple[int, ...]
    widths: tuple[float, ...]
    cells: tuple[float, ...]
    """The widest cell of each column: figures are centred as a block and line up right."""


def parts(table: Table, width: float, theme: Theme) -> list[Part]:
    """One part, or several that each fit `width` and begin with the key columns."""
    rooms = [_room(table, index, theme) for index in range(len(table.columns))]
    keys = tuple(range(table.keys))
    if _fits(rooms, range(len(rooms)), width):
        chosen = [tuple(range(len(rooms)))]
    else:
        left = width - sum(rooms[index].least for index in keys)
        chosen = [keys + held for held in _dealt(_bundles(table), rooms, left)]
    return [_part(table, rooms, columns, width) for columns in chosen]


def _room(table: Table, index: int, theme: Theme) -> Room:
    column, look = table.columns[index], theme.table
    texts = {held[index] for block in table.blocks for held in block.rows}
    style = theme.styles["strong" if any(b.strong for b in table.blocks) else "cell"]
    longest: float = max((widest(text, bold=style.bold) for text in texts), default=0.0)
    heading = theme.styles["column"]
    title = max(
        narrowest(column.title, look.heading_lines, bold=True),
        min(widest(column.title, bold=True), look.heading_room),
    )
    title *= heading.size
    pad = 2 * look.padding_x
    cells = wished = longest * style.size
    if column.kind is Kind.HASH:
        cells = wished = hash_step(theme) * HASH_LINE
    elif column.kind is Kind.NAME:
        wished = min(cells, look.name_room * style.size)
        cells = min(cells, (column.limit or look.name_limit) * style.size)
    elif column.limit is not None:
        cells = wished = min(cells, column.limit * style.size)
    return Room(max(wished, title) + pad, max(cells, title) + pad, cells)


def hash_step(theme: Theme) -> float:
    """From one group of a hash to the next in a cell, as wide for its size as in the frame."""
    return theme.rooms.hash_group * theme.styles["cell"].size / theme.styles["frame"].size


def _fits(rooms: Sequence[Room], columns: Sequence[int], width: float) -> bool:
    return sum(rooms[index].least for index in columns) <= width


def _bundles(table: Table) -> list[tuple[int, ...]]:
    """Columns behind the keys, those under one heading together."""
    rest = range(table.keys, len(table.columns))

    def heading(index: int) -> tuple[str, int]:
        group = table.columns[index].group
        return group, -1 if group else index

    return [tuple(held) for _, held in groupby(rest, heading)]


def _dealt(
    bundles: Sequence[tuple[int, ...]], rooms: Sequence[Room], left: float
) -> list[tuple[int, ...]]:
    """Bundles dealt out so that every part fits; even shares where they do."""
    greedy: list[tuple[int, ...]] = [()]
    for bundle in bundles:
        for held in [bundle] if _fits(rooms, bundle, left) else [(index,) for index in bundle]:
            if greedy[-1] and not _fits(rooms, greedy[-1] + held, left):
                greedy.append(())
            greedy[-1] += held
    share = ceil(len(bundles) / len(greedy))
    even = [sum(bundles[at : at + share], ()) for at in range(0, len(bundles), share)]
    return even if all(_fits(rooms, held, left) for held in even) else greedy


def _part(table: Table, rooms: Sequence[Room], columns: tuple[int, ...], width: float) -> Part:
    names = [index for index in columns if table.columns[index].kind is Kind.NAME]
    widths = {index: rooms[index].least for index in columns}
    free = width - sum(widths.values())
    for count, index in enumerate(names):
        more = min(free / (len(names) - count), rooms[index].wished - rooms[index].least)
        widths[index] += max(more, 0.0)
        free -= max(more, 0.0)
    each = max(free, 0.0) / len(columns)
    return Part(
        columns,
        tuple(widths[index] + each for index in columns),
        tuple(rooms[index].cells for index in columns),
    )
