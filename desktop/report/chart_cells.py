"""What stands beside a name in each chart: bars, dots, fields, and the headings above them."""

from collections.abc import Sequence
from fractions import Fraction

from desktop.report.chart_lines import (
    ChannelLine,
    HeatLine,
    MeanLine,
    Named,
    ScoreLine,
    ShareLine,
)
from desktop.report.chart_look import chart_rooms, grade_fills, look, tints
from desktop.report.chart_rows import Axis, Line
from desktop.report.chart_sheet import Sheet, bar_height, fitted, text_room
from desktop.report.fonts import printable
from desktop.report.lines import broken
from desktop.report.pen import Align


class ScoreCells:
    """A bar from the axis' low end, and the score at the right."""

    def __init__(self, axis: Axis) -> None:
        self._axis, self.heading = axis, chart_rooms().axis_heading

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._axis = self._axis.placed(x, width - chart_rooms().figure)
        self._right = x + width
        _draw_ends(sheet, self._axis, sheet.at + self.heading / 2)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, ScoreLine)
        tall, start = bar_height(), self._axis.x
        width = max(self._axis.at(line.score) - start, chart_rooms().least_bar)
        sheet.box(start, middle - tall / 2, width, tall, "bar")
        right = self._right - chart_rooms().inset
        sheet.text(right, middle, line.text, align=Align.RIGHT, bold=line.head.band)


class ShareCells:
    """A bar of the grades' shares, and each share below its grade's name."""

    def __init__(self, grades: Sequence[str]) -> None:
        self._grades, self._fills = grades, grade_fills(len(grades))
        self.heading = chart_rooms().share_heading

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._x, self._column = x, self._column_of(width)
        self._width = width - self._column * len(self._grades) - chart_rooms().gap / 2
        rooms, leading = chart_rooms(), look().styles["column"].leading
        room = self._column - rooms.mark - rooms.before_mark - rooms.inset
        names = [_in_two_lines(name, room) for name in self._grades]
        self.heading = rooms.share_heading + leading * (max(map(len, names)) - 1)
        middle = sheet.at + self.heading / 2
        for at, (lines, fill) in enumerate(zip(names, self._fills, strict=True)):
            right = self._right(at)
            for place, line in enumerate(lines):
                low = middle + leading * (place - (len(lines) - 1) / 2)
                sheet.text(right, low, line, "column", align=Align.RIGHT)
            left = right - max(text_room(line, "column") for line in lines) - rooms.before_mark
            sheet.shape(fill.shape, left - rooms.mark, middle, rooms.mark, fill.ink)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, ShareLine)
        tall, x = bar_height(), self._x
        for share, fill in zip(line.shares, self._fills, strict=True):
            width = float(share) * self._width
            if width and fill.striped:
                sheet.stripes(x, middle - tall / 2, width, tall, fill.fill)
            elif width:
                sheet.box(x, middle - tall / 2, width, tall, fill.fill)
            x += width
        for at, text in enumerate(line.texts):
            sheet.text(self._right(at), middle, text, align=Align.RIGHT)

    def _column_of(self, width: float) -> float:
        """As wide as the longest name of a grade asks for, within bounds."""
        widest = max(text_room(name, "column") for name in self._grades)
        rooms = chart_rooms()
        wished = max(rooms.figure, widest + rooms.share_room * rooms.mark)
        return min(wished, width / (2 * len(self._grades)))

    def _right(self, at: int) -> float:
        rooms = chart_rooms()
        return self._x + self._width + rooms.gap / 2 + self._column * (at + 1) - rooms.inset


class ChannelCells:
    """An axis for every channel."""

    def __init__(self, channels: Sequence[Named], axis: Axis) -> None:
        self._channels, self._axis = channels, axis
        self.heading = chart_rooms().named_heading + chart_rooms().under_heading

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        column, rooms = width / len(self._channels), chart_rooms()
        self._axes = [
            self._axis.placed(x + at * column + rooms.gap / 2, column - rooms.gap)
            for at in range(len(self._channels))
        ]
        for held, axis in zip(self._channels, self._axes, strict=True):
            centre = axis.x + axis.width / 2
            _draw_named(sheet, held, centre, column)
            _draw_ends(sheet, axis, sheet.at + rooms.named_heading + rooms.inset)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, ChannelLine)
        for axis, score in zip(self._axes, line.channels, strict=True):
            sheet.line(axis.x, middle, axis.x + axis.width, middle)
            if score is not None:
                _draw_pair(sheet, axis, middle, whole=line.score, own=score)


class MeanCells:
    """One axis; the value and its difference at the right."""

    def __init__(self, axis: Axis) -> None:
        self._axis, self.heading = axis, chart_rooms().axis_heading

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        rooms = chart_rooms()
        self._step = rooms.mean_room * rooms.figure
        self._axis = self._axis.placed(x, width - 2 * self._step)
        self._right = x + width
        _draw_ends(sheet, self._axis, sheet.at + self.heading / 2)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, MeanLine)
        axis = self._axis
        sheet.line(axis.x, middle, axis.x + axis.width, middle)
        _draw_pair(sheet, axis, middle, whole=line.mean, own=line.own)
        for text, right in zip(line.texts, (self._right - self._step, self._right), strict=True):
            sheet.text(right - chart_rooms().inset, middle, text, align=Align.RIGHT)


class HeatCells:
    """A field for every dimension, in a stronger colour where the value is lower."""

    def __init__(self, dimensions: Sequence[Named], values: Sequence[Fraction]) -> None:
        self._dimensions, self.heading = dimensions, chart_rooms().named_heading
        self._low, self._high = (min(values), max(values)) if values else (Fraction(), Fraction())

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._x, self._column = x, width / len(self._dimensions)
        for at, held in enumerate(self._dimensions):
            _draw_named(sheet, held, x + (at + 0.5) * self._column, self._column)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, HeatLine)
        row, edge = chart_rooms().row, chart_rooms().hair
        for at, (value, text) in enumerate(zip(line.values, line.texts, strict=True)):
            left = self._x + at * self._column
            if value is not None:
                fill = f"heat{self._step(value)}"
                upper, width = middle - row / 2 + edge, self._column - 2 * edge
                sheet.box(left + edge, upper, width, row - 2 * edge, fill)
            sheet.text(left + self._column / 2, middle, text, align=Align.CENTRE)

    def _step(self, value: Fraction) -> int:
        """0 for the highest, the last step for the lowest."""
        span = self._high - self._low
        share = (self._high - value) / span if span else Fraction()
        steps = tints().heat_steps
        return min(int(share * steps), steps - 1)


def _draw_pair(sheet: Sheet, axis: Axis, middle: float, *, whole: Fraction, own: Fraction) -> None:
    """An upright stroke for what is compared with, a dot for what is; hollow where it is less."""
    x, half, rooms = axis.at(whole), bar_height() / 2, chart_rooms()
    sheet.line(x, middle - half, x, middle + half, "ink", rooms.stroke)
    sheet.dot(axis.at(own), middle, rooms.dot, "accent", hollow=own < whole)


def _draw_ends(sheet: Sheet, axis: Axis, middle: float) -> None:
    for value, align in ((axis.low, Align.LEFT), (axis.high, Align.RIGHT)):
        text = f"{float(value):g}"
        sheet.text(axis.at(value), middle, text, "note", align=align, tone="quiet")


def _in_two_lines(text: str, room: float) -> tuple[str, ...]:
    """The text on one line or two, the second shortened where that is not enough."""
    style, shown = look().styles["column"], printable(text)
    first, *rest = broken(shown, room / style.size, bold=style.bold)
    return (first, fitted("".join(rest), room, "column")) if rest else (first,)


def _draw_named(sheet: Sheet, held: Named, centre: float, room: float) -> None:
    style = look().styles["column"]
    room -= 2 * chart_rooms().beside
    middle = sheet.at + style.leading / 2
    text = fitted(held.name, room, "column")
    sheet.text(centre, middle, text, "column", align=Align.CENTRE)
    below = fitted(held.below, room, "note")
    sheet.text(centre, middle + style.leading, below, "note", align=Align.CENTRE, tone="quiet")
