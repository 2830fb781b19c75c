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
from desktop.report.chart_look import HEAT_STEPS, chart_rooms, grade_fills, look
from desktop.report.chart_rows import Axis, Line
from desktop.report.chart_sheet import Sheet, bar_height, fitted, text_room
from desktop.report.pen import Align

_FIGURE = 46
_HEADING = 30


class ScoreCells:
    """A bar from the axis' low end, and the score at the right."""

    heading = 14.0

    def __init__(self, axis: Axis) -> None:
        self._axis = axis

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._axis = self._axis.placed(x, width - _FIGURE)
        self._right = x + width
        _draw_ends(sheet, self._axis, sheet.at + self.heading / 2)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, ScoreLine)
        tall, start = bar_height(), self._axis.x
        width = max(self._axis.at(line.score) - start, 0.6)
        sheet.box(start, middle - tall / 2, width, tall, "bar")
        sheet.text(self._right - 3, middle, line.text, align=Align.RIGHT, bold=line.head.band)


class ShareCells:
    """A bar of the grades' shares, and each share below its grade's name."""

    heading = 20.0

    def __init__(self, grades: Sequence[str]) -> None:
        self._grades, self._fills = grades, grade_fills(len(grades))

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._x, self._column = x, self._column_of(width)
        self._width = width - self._column * len(self._grades) - chart_rooms().gap / 2
        middle, mark = sheet.at + self.heading / 2, chart_rooms().mark
        for at, (name, fill) in enumerate(zip(self._grades, self._fills, strict=True)):
            right = self._right(at)
            text = fitted(name, self._column - 1.5 * mark, "column")
            sheet.text(right, middle, text, "column", align=Align.RIGHT)
            left = right - text_room(text, "column") - mark - 2
            sheet.shape(fill.shape, left, middle, mark, fill.ink)

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
        return min(max(_FIGURE, widest + 2.6 * chart_rooms().mark), width / (2 * len(self._grades)))

    def _right(self, at: int) -> float:
        return self._x + self._width + chart_rooms().gap / 2 + self._column * (at + 1) - 3


class ChannelCells:
    """An axis for every channel."""

    heading = float(_HEADING + 12)

    def __init__(self, channels: Sequence[Named], axis: Axis) -> None:
        self._channels, self._axis = channels, axis

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        column, gap = width / len(self._channels), chart_rooms().gap
        self._axes = [
            self._axis.placed(x + at * column + gap / 2, column - gap)
            for at in range(len(self._channels))
        ]
        for held, axis in zip(self._channels, self._axes, strict=True):
            centre = axis.x + axis.width / 2
            _draw_named(sheet, held, centre, column)
            _draw_ends(sheet, axis, sheet.at + _HEADING + 4)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, ChannelLine)
        for axis, score in zip(self._axes, line.channels, strict=True):
            sheet.line(axis.x, middle, axis.x + axis.width, middle)
            if score is not None:
                _draw_pair(sheet, axis, middle, whole=line.score, own=score)


class MeanCells:
    """One axis; the value and its difference at the right."""

    heading = 14.0

    def __init__(self, axis: Axis) -> None:
        self._axis = axis

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._axis = self._axis.placed(x, width - 2.4 * _FIGURE)
        self._right = x + width
        _draw_ends(sheet, self._axis, sheet.at + self.heading / 2)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, MeanLine)
        axis = self._axis
        sheet.line(axis.x, middle, axis.x + axis.width, middle)
        _draw_pair(sheet, axis, middle, whole=line.mean, own=line.own)
        for text, right in zip(line.texts, (self._right - 1.2 * _FIGURE, self._right), strict=True):
            sheet.text(right - 3, middle, text, align=Align.RIGHT)


class HeatCells:
    """A field for every dimension, in a stronger colour where the value is lower."""

    heading = float(_HEADING)

    def __init__(self, dimensions: Sequence[Named], values: Sequence[Fraction]) -> None:
        self._dimensions = dimensions
        self._low, self._high = (min(values), max(values)) if values else (Fraction(), Fraction())

    def draw_heading(self, sheet: Sheet, x: float, width: float) -> None:
        self._x, self._column = x, width / len(self._dimensions)
        for at, held in enumerate(self._dimensions):
            _draw_named(sheet, held, x + (at + 0.5) * self._column, self._column)

    def draw_line(self, sheet: Sheet, line: Line, middle: float) -> None:
        assert isinstance(line, HeatLine)
        row = chart_rooms().row
        for at, (value, text) in enumerate(zip(line.values, line.texts, strict=True)):
            left = self._x + at * self._column
            if value is not None:
                fill = f"heat{self._step(value)}"
                sheet.box(left + 0.5, middle - row / 2 + 0.5, self._column - 1, row - 1, fill)
            sheet.text(left + self._column / 2, middle, text, align=Align.CENTRE)

    def _step(self, value: Fraction) -> int:
        """0 for the highest, the last step for the lowest."""
        span = self._high - self._low
        share = (self._high - value) / span if span else Fraction()
        return min(int(share * HEAT_STEPS), HEAT_STEPS - 1)


def _draw_pair(sheet: Sheet, axis: Axis, middle: float, *, whole: Fraction, own: Fraction) -> None:
    """An upright stroke for what is compared with, a dot for what is; hollow where it is less."""
    x, half = axis.at(whole), bar_height() / 2
    sheet.line(x, middle - half, x, middle + half, "ink", 1.1)
    sheet.dot(axis.at(own), middle, 2.4, "accent", hollow=own < whole)


def _draw_ends(sheet: Sheet, axis: Axis, middle: float) -> None:
    for value, align in ((axis.low, Align.LEFT), (axis.high, Align.RIGHT)):
        text = f"{float(value):g}"
        sheet.text(axis.at(value), middle, text, "note", align=align, tone="quiet")


def _draw_named(sheet: Sheet, held: Named, centre: float, room: float) -> None:
    style = look().styles["column"]
    middle = sheet.at + style.leading / 2
    text = fitted(held.name, room - 4, "column")
    sheet.text(centre, middle, text, "column", align=Align.CENTRE)
    below = fitted(held.below, room - 4, "note")
    sheet.text(centre, middle + style.leading, below, "note", align=Align.CENTRE, tone="quiet")
