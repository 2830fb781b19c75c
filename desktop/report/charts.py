"""The charts of a result: plain lines in, one drawing out, for paper and screen alike."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from reportlab.graphics.shapes import Drawing

from desktop.report.chart_cells import ChannelCells, HeatCells, MeanCells, ScoreCells, ShareCells
from desktop.report.chart_lines import (
    ChannelLine,
    HeatLine,
    MeanLine,
    Named,
    ScoreLine,
    ShareLine,
)
from desktop.report.chart_look import chart_rooms
from desktop.report.chart_rows import Axis, Caption, Divider, axis_around, rows_chart


def score_bars(caption: Caption, lines: Sequence[ScoreLine | Divider]) -> Drawing:
    """A bar for every agency's score, from a stated low end on; dividers mark the cut."""
    rooms = chart_rooms()
    blocks = min(ceil(len(lines) / rooms.block_lines), rooms.most_blocks)
    return rows_chart(caption, lines, ScoreCells(_axis_of(lines)), blocks=max(blocks, 1))


def score_axis(lines: Sequence[ScoreLine | Divider]) -> Axis:
    """Where the bars of these lines begin and end."""
    return _axis_of(lines)


def grade_shares(
    caption: Caption,
    grades: Sequence[str],
    lines: Sequence[ShareLine | Divider],
    width: int | None = None,
) -> Drawing:
    """How the votes of every line fall on the grades, best grade first."""
    return rows_chart(caption, lines, ShareCells(grades), width=width)


def against_mean(caption: Caption, lines: Sequence[MeanLine], width: int | None = None) -> Drawing:
    """Every value as a dot, the mean it stands against as an upright stroke."""
    values = [value for line in lines for value in (line.own, line.mean)]
    return rows_chart(caption, lines, MeanCells(axis_around(values)), width=width)


def channel_dots(
    caption: Caption, channels: Sequence[Named], lines: Sequence[ChannelLine | Divider]
) -> Drawing:
    """A column for every channel: its own score as a dot, the score by all as a tick."""
    held = [line for line in lines if isinstance(line, ChannelLine)]
    values = [line.score for line in held]
    values += [score for line in held for score in line.channels if score is not None]
    return rows_chart(caption, lines, ChannelCells(channels, axis_around(values)))


def dimension_heat(
    caption: Caption, dimensions: Sequence[Named], lines: Sequence[HeatLine | Divider]
) -> Drawing:
    """Every dimension score, in a stronger colour where it is lower."""
    return rows_chart(caption, lines, HeatCells(dimensions, _values(lines)))


def _axis_of(lines: Sequence[ScoreLine | Divider]) -> Axis:
    return axis_around([line.score for line in lines if isinstance(line, ScoreLine)])


def _values(lines: Sequence[HeatLine | Divider]) -> list[Fraction]:
    held = (line.values for line in lines if isinstance(line, HeatLine))
    return [value for values in held for value in values if value is not None]
