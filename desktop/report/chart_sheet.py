"""The sheet a chart is drawn on: filled from the top, made into one drawing at the end."""

from collections.abc import Iterator, Mapping, Sequence
from math import atan2, ceil, cos, degrees, sin
from typing import TypeVar

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    Path,
    Polygon,
    PolyLine,
    Rect,
    SolidShape,
    String,
)
from reportlab.lib.colors import Color, HexColor

from desktop.report.chart_look import chart_rooms, chart_width, look, palette
from desktop.report.fonts import printable, runs, text_width
from desktop.report.lines import broken
from desktop.report.pen import Align
from desktop.report.theme import Style

# the middle of a hanzi above its baseline, in its size: Noto Sans SC stands from -0.12 to 0.88
_MIDDLE = 0.38
_STRIPE = 2.6
"""Points between two stripes."""
_MARK = 0.1
"""How much the mark of a drill covers."""


S = TypeVar("S", bound=SolidShape)
Points = Sequence[tuple[float, float]]


class Sheet:
    """`x` and `y` count from the upper left corner inside the margin; `at` is the next free `y`."""

    def __init__(self, width: int | None = None) -> None:
        self._whole = width or chart_width()
        self.width = self._whole - 2 * chart_rooms().margin
        self.at = 0.0
        self._group = Group()
        self._behind = Group()

    def text(
        self,
        x: float,
        middle: float,
        text: str,
        style: str = "cell",
        *,
        align: Align = Align.LEFT,
        tone: str = "ink",
        bold: bool | None = None,
    ) -> None:
        """One line with its middle at this height; a style of the documents, a tone by name."""
        held = look().styles[style]
        shown = printable(text)
        heavy = held.bold if bold is None else bold
        x -= text_width(shown, bold=heavy) * held.size * align.value
        low = -middle - _MIDDLE * held.size
        for font, part in runs(shown, bold=heavy):
            self._group.add(
                String(x, low, part, fontName=font, fontSize=held.size, fillColor=_colour(tone))
            )
            x += text_width(part, bold=heavy) * held.size

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled box by its upper left corner."""
        self._group.add(_dressed(Rect(x, -y - height, width, height), fill))

    def ground(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A box behind everything else."""
        self._behind.add(_dressed(Rect(x, -y - height, width, height), fill))

    def line(
        self, x: float, y: float, to_x: float, to_y: float, tone: str = "rule", weight: float = 0.5
    ) -> None:
        self._group.add(Line(x, -y, to_x, -to_y, strokeColor=_colour(tone), strokeWidth=weight))

    def stripes(self, x: float, y: float, width: float, height: float, tone: str) -> None:
        """A box of stripes, readable as a photocopy."""
        path = Path()
        for step in range(1, ceil((width + height) / _STRIPE)):
            along = step * _STRIPE
            left, right = max(0.0, along - height), min(width, along)
            path.moveTo(x + left, -y - (along - left))
            path.lineTo(x + right, -y - (along - right))
        self._group.add(_dressed(path, None, tone, 0.9))
        self._group.add(_dressed(Rect(x, -y - height, width, height), None, tone, 0.6))

    def shape(self, name: str, x: float, middle: float, size: float, tone: str) -> None:
        """A grade's shape, its left edge at `x`."""
        weight, low, half = size / 6, -middle - size / 2, size / 2
        for radius in _CIRCLES.get(name, ()):
            circle = Circle(x + half, -middle, radius * size)
            self._group.add(_dressed(circle, None, tone, weight))
        for points in _STROKES.get(name, ()):
            flat = [part for px, py in points for part in (x + px * size, low + py * size)]
            made = PolyLine(flat) if len(points) == 2 else Polygon(flat)
            made.strokeColor, made.strokeWidth = _colour(tone), weight
            if isinstance(made, Polygon):
                made.fillColor = None
            self._group.add(made)

    def dot(self, x: float, middle: float, radius: float, tone: str, *, hollow: bool) -> None:
        fill = "paper" if hollow else tone
        self._group.add(_dressed(Circle(x, -middle, radius), fill, tone, 0.9))

    def title(self, text: str) -> None:
        self._lines(text, look().styles["heading"], "heading", "ink")
        self.at += look().rooms.gap / 2

    def note(self, text: str) -> None:
        self._lines(text, look().styles["note"], "note", "quiet")

    def drawing(self, drill: str = "") -> Drawing:
        """What was drawn; `drill` is the word that stands large behind a drill's figures."""
        margin = chart_rooms().margin
        height = ceil(self.at + 2 * margin)
        made = Drawing(self._whole, height)
        made.add(_dressed(Rect(0, 0, self._whole, height), "paper"))
        for group in (self._behind, self._group):
            group.transform = (1, 0, 0, 1, margin, height - margin)
            made.add(group)
        if drill:
            for mark in _marks(drill, self._whole, height):
                made.add(mark)
        return made

    def _lines(self, text: str, style: Style, name: str, tone: str) -> None:
        for line in broken(printable(text), self.width / style.size, bold=style.bold):
            self.text(0.0, self.at + style.leading / 2, line, name, tone=tone)
            self.at += style.leading


def fitted(text: str, room: float, style: str = "cell") -> str:
    """The text, shortened by … where it is wider than the room."""
    held, shown = look().styles[style], printable(text)
    if text_width(shown, bold=held.bold) * held.size <= room:
        return shown
    while shown and (text_width(shown, bold=held.bold) + 1) * held.size > room:
        shown = shown[:-1]
    return f"{shown}…"


def text_room(text: str, style: str = "cell") -> float:
    """Width of a line in a style of the documents."""
    held = look().styles[style]
    return text_width(printable(text), bold=held.bold) * held.size


def bar_height() -> float:
    rooms = chart_rooms()
    return rooms.row * rooms.bar


def _marks(word: str, width: float, height: float) -> Iterator[Group]:
    """The word over every part that a screen shows, so light that figures stay readable."""
    count = max(round(height / width), 1)
    for at in range(count):
        yield _across(word, width, height * at / count, height / count)


def _across(word: str, width: float, low: float, height: float) -> Group:
    """Large, from corner to corner of a part that begins at this height."""
    size = min(look().styles["drill"].size, height * 0.6)
    angle = atan2(height, width)
    length = text_width(word, bold=True) * size
    group, along = Group(), 0.0
    for font, part in runs(word, bold=True):
        group.add(
            String(along, -_MIDDLE * size, part, fontName=font, fontSize=size,
                   fillColor=_colour("ink", _MARK))
        )  # fmt: skip
        along += text_width(part, bold=True) * size
    middle = low + height / 2
    group.translate(width / 2 - cos(angle) * length / 2, middle - sin(angle) * length / 2)
    group.rotate(degrees(angle))
    return group


def _colour(name: str, alpha: float = 1.0) -> Color:
    held = HexColor(palette()[name])
    return Color(held.red, held.green, held.blue, alpha)


def _dressed(shape: S, fill: str | None, tone: str | None = None, weight: float = 0.0) -> S:
    """A shape with its colours; None leaves it open, or without an edge."""
    shape.fillColor = _colour(fill) if fill else None
    shape.strokeColor = _colour(tone) if tone else None
    shape.strokeWidth = weight
    return shape


_CIRCLES: Mapping[str, Sequence[float]] = {"circle": (0.5,), "ring": (0.5, 0.2)}
"""Radii, in sizes of the shape."""
_STROKES: Mapping[str, Sequence[Points]] = {
    "square": (((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),),
    "triangle": (((0.5, 0.96), (0.98, 0.08), (0.02, 0.08)),),
    "diamond": (((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),),
    "cross": (((0.08, 0.08), (0.92, 0.92)), ((0.08, 0.92), (0.92, 0.08))),
}
