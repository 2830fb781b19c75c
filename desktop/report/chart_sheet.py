"""The sheet a chart is drawn on: filled from the top, made into one drawing at the end."""

from collections.abc import Iterator
from functools import cache
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
from desktop.report.fonts import base_font, printable, runs, text_width
from desktop.report.lines import broken
from desktop.report.pen import MIDDLE, Align
from desktop.report.shapes import CIRCLES, POLYGONS, STROKES, Points
from desktop.report.theme import Style

S = TypeVar("S", bound=SolidShape)


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
        low = -middle - MIDDLE * held.size
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
        self, x: float, y: float, to_x: float, to_y: float, tone: str = "rule", weight: float = 0.0
    ) -> None:
        """As thick as `weight`, or as a hair."""
        thick = weight or chart_rooms().hair
        self._group.add(Line(x, -y, to_x, -to_y, strokeColor=_colour(tone), strokeWidth=thick))

    def stripes(self, x: float, y: float, width: float, height: float, tone: str) -> None:
        """A box of stripes, readable as a photocopy."""
        path, rooms = Path(), chart_rooms()
        for step in range(1, ceil((width + height) / rooms.stripe)):
            along = step * rooms.stripe
            left, right = max(0.0, along - height), min(width, along)
            path.moveTo(x + left, -y - (along - left))
            path.lineTo(x + right, -y - (along - right))
        self._group.add(_dressed(path, None, tone, rooms.edge))
        self._group.add(_dressed(Rect(x, -y - height, width, height), None, tone, rooms.hair))

    def shape(self, name: str, x: float, middle: float, size: float, tone: str) -> None:
        """A grade's shape, its left edge at `x`."""
        weight, low, half = size * chart_rooms().shape_stroke, -middle - size / 2, size / 2
        for radius in CIRCLES.get(name, ()):
            circle = Circle(x + half, -middle, radius * size)
            self._group.add(_dressed(circle, None, tone, weight))
        if name in POLYGONS:
            polygon = Polygon(_placed(POLYGONS[name], x, low, size))
            self._group.add(_dressed(polygon, None, tone, weight))
        for points in STROKES.get(name, ()):
            line = PolyLine(_placed(points, x, low, size))
            line.strokeColor, line.strokeWidth = _colour(tone), weight
            self._group.add(line)

    def dot(self, x: float, middle: float, radius: float, tone: str, *, hollow: bool) -> None:
        fill = "paper" if hollow else tone
        self._group.add(_dressed(Circle(x, -middle, radius), fill, tone, chart_rooms().edge))

    def title(self, text: str) -> None:
        self._lines(text, look().styles["heading"], "heading", "ink")
        self.at += look().rooms.gap / 2

    def note(self, text: str) -> None:
        self._lines(text, look().styles["note"], "note", "quiet")

    def drawing(self, drill: str = "") -> Drawing:
        """What was drawn; `drill` is the word that stands large behind a drill's figures."""
        margin = chart_rooms().margin
        height = ceil(self.at + 2 * margin)
        # on paper a drawing begins with a font, which is embedded only if it is one of ours
        made = Drawing(self._whole, height, initialFontName=base_font())
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
    size = min(look().styles["drill"].size, height * chart_rooms().drill_height)
    angle = atan2(height, width)
    length = text_width(word, bold=True) * size
    group, along = Group(), 0.0
    for font, part in runs(word, bold=True):
        group.add(
            String(along, -MIDDLE * size, part, fontName=font, fontSize=size,
                   fillColor=_colour("ink", chart_rooms().drill))
        )  # fmt: skip
        along += text_width(part, bold=True) * size
    middle = low + height / 2
    group.translate(width / 2 - cos(angle) * length / 2, middle - sin(angle) * length / 2)
    group.rotate(degrees(angle))
    return group


def _colour(name: str, alpha: float = 1.0) -> Color:
    return _mixed(palette()[name], alpha)


@cache
def _mixed(code: str, alpha: float) -> Color:
    held = HexColor(code)
    return Color(held.red, held.green, held.blue, alpha)


def _dressed(shape: S, fill: str | None, tone: str | None = None, weight: float = 0.0) -> S:
    """A shape with its colours; None leaves it open, or without an edge."""
    shape.fillColor = _colour(fill) if fill else None
    shape.strokeColor = _colour(tone) if tone else None
    shape.strokeWidth = weight
    return shape


def _placed(points: Points, x: float, y: float, size: float) -> list[float]:
    """Points of the unit square as one list of coordinates."""
    return [part for across, up in points for part in (x + across * size, y + up * size)]
