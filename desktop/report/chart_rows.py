"""Charts of one line an agency: rank and name at the left, what is drawn for it beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10
from typing import Protocol

from reportlab.graphics.shapes import Drawing

from desktop.report.chart_look import chart_rooms
from desktop.report.chart_sheet import Sheet, fitted, text_room
from desktop.report.pen import Align


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart says in words: the answer above it, its notes below; `drill` or nothing."""

    title: str
    notes: tuple[str, ...] = ()
    drill: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Whose line it is; `band` puts a light ground behind it, for top and bottom."""

    rank: str
    name: str
    band: bool = False


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule across with words on it."""

    text: str


class Line(Protocol):
    """An agency's line."""

    @property
    def head(self) -> Head: ...


class Cells(Protocol):
    """Draws what stands beside a name; it may begin at `x` and has this width."""

    heading: float
    """Height that the headings take."""

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        """At `sheet.at`."""

    def draw_line(self, sheet: Sheet, line: "Line", middle: float) -> None:
        """One line."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Places values between two ends."""

    low: Fraction
    high: Fraction
    x: float = 0.0
    width: float = 0.0

    def placed(self, x: float, width: float) -> "Axis":
        return Axis(self.low, self.high, x, width)

    def at(self, value: Fraction) -> float:
        """Where a value stands; one outside stands at the end."""
        span = self.high - self.low
        share = float((value - self.low) / span) if span else 0.0
        return self.x + self.width * min(max(share, 0.0), 1.0)


def axis_around(values: Sequence[Fraction]) -> Axis:
    """An axis with round ends that holds all values, and some room below the least."""
    low, high = min(values), max(values)
    span = high - low or abs(high) / 10 or Fraction(1)
    step = _round_step(span / chart_rooms().ticks)
    return Axis(step * floor((low - span / 20) / step), step * ceil(high / step))


def _round_step(span: Fraction) -> Fraction:
    """The next of 1, 2, 5, 10 … times a power of ten that is no smaller."""
    power = Fraction(10) ** floor(log10(float(span))) if span > 0 else Fraction(1)
    return next((power * of for of in (1, 2, 5) if power * of >= span), 10 * power)


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block of lines stands, and what its names may take."""

    x: float
    width: float
    names: float

    @property
    def cells(self) -> tuple[float, float]:
        """Where the cells begin, and their width."""
        head = chart_rooms().rank_room + self.names
        return self.x + head, self.width - head


def rows_chart(
    caption: Caption,
    lines: Sequence[Line | Divider],
    cells: Cells,
    *,
    blocks: int = 1,
    width: int | None = None,
) -> Drawing:
    """The lines below one another, in so many blocks side by side."""
    sheet, rooms = Sheet(width), chart_rooms()
    sheet.title(caption.title)
    top, lowest = sheet.at, sheet.at
    each = (sheet.width - (blocks - 1) * rooms.gap) / blocks
    names = _names_room(lines)
    for place, held in enumerate(_split(lines, blocks)):
        sheet.at = top
        _draw_block(sheet, held, cells, Block(place * (each + rooms.gap), each, names))
        lowest = max(lowest, sheet.at)
    sheet.at = lowest + rooms.row / 2
    for note in caption.notes:
        sheet.note(note)
    return sheet.drawing(caption.drill)


def _names_room(lines: Sequence[Line | Divider]) -> float:
    """What the longest name takes, within bounds; names in the bands are bold."""
    held = (line.head for line in lines if not isinstance(line, Divider))
    widest = max((text_room(one.name, "strong" if one.band else "cell") for one in held), default=0)
    return min(widest + chart_rooms().after_name, chart_rooms().name_room)


def _draw_block(sheet: Sheet, lines: Sequence[Line | Divider], cells: Cells, block: Block) -> None:
    row = chart_rooms().row
    cells.draw_heading(sheet, *block.cells)
    sheet.at += cells.heading
    for line in lines:
        middle = sheet.at + row / 2
        if isinstance(line, Divider):
            _draw_divider(sheet, line, block, middle)
        else:
            _draw_head(sheet, line.head, block, middle)
            cells.draw_line(sheet, line, middle)
        sheet.at += row


def _draw_head(sheet: Sheet, head: Head, block: Block, middle: float) -> None:
    rooms = chart_rooms()
    if head.band:
        sheet.ground(block.x, middle - rooms.row / 2, block.width, rooms.row, "band")
    left = block.x + rooms.rank_room
    style = "strong" if head.band else "cell"
    name = fitted(head.name, block.names - rooms.after_name, style)
    sheet.text(left - rooms.after_rank, middle, head.rank, align=Align.RIGHT, tone="quiet")
    sheet.text(left, middle, name, bold=head.band)


def _draw_divider(sheet: Sheet, line: Divider, block: Block, middle: float) -> None:
    """The rule goes on where the words end."""
    left, right = block.x + chart_rooms().rank_room, block.x + block.width
    text = fitted(line.text, right - left, "note")
    sheet.text(left, middle, text, "note", tone="quiet")
    after = left + text_room(text, "note") + chart_rooms().after_rank
    sheet.line(block.x, middle, left - chart_rooms().after_rank, middle, "quiet")
    sheet.line(min(after, right), middle, right, middle, "quiet")


def _split(lines: Sequence[Line | Divider], blocks: int) -> list[Sequence[Line | Divider]]:
    """Even parts in order; a divider never ends one."""
    found, start = [], 0
    for left in range(blocks, 0, -1):
        end = start + ceil((len(lines) - start) / left)
        while start < end - 1 < len(lines) - 1 and isinstance(lines[end - 1], Divider):
            end -= 1
        found.append(lines[start:end])
        start = end
    return found
