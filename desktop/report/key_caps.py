"""Key caps and the shapes of grades, drawn to be read at arm's length."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import HexColor

from desktop.assets import resource
from desktop.report.fonts import text_width
from desktop.report.key_card_look import key_card_look
from desktop.report.lines import broken, narrowest
from desktop.report.pen import Align, Pen
from desktop.report.shapes import CIRCLES, POLYGONS, STROKES, Points
from desktop.report.sheets import scaled
from desktop.report.strips import Strip
from desktop.report.theme import Style, Theme

_STOP = re.compile("([；：，]|[;:] )")


@cache
def grade_shapes(count: int) -> tuple[str, ...]:
    """The shapes of so many grades, best first, as the window has them."""
    text = resource("themes", "window.toml").read_text(encoding="utf-8")
    return tuple(look.split()[0] for look in tomllib.loads(text)["grades"][str(count)])


@dataclass(frozen=True, slots=True)
class Cap:
    """A key; a `loose` one is no key but says what to press, such as a number."""

    text: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Keys one after the other, words between them, and what they do."""

    caps: Sequence[Cap | str]
    text: str
    shape: str = ""
    twin: str = ""
    strong: bool = False


def item_strip(item: Item, width: float, theme: Theme) -> Strip:
    """The keys at the left, their twin at the right edge; a text that finds no room goes below."""
    style = theme.styles["card_strong" if item.strong else "card"]
    side, look = _side(theme), key_card_look().caps
    shape = style.size * look.shape_room if item.shape else 0.0
    start = _keys_width(item.caps, theme) + side * look.after
    lines = _even(item.text, width - start - shape - (side if item.twin else 0.0), style)
    below = not item.shape and len(lines) * style.leading > look.tall * side
    lines = _even(item.text, width, style) if below else lines
    tall = len(lines) * style.leading
    high = side * look.below + tall if below else max(side, tall)

    def draw(pen: Pen, x: float, top: float) -> None:
        _draw_keys(pen, item.caps, x, top)
        if item.twin:
            _draw_twin(pen, item.twin, x + width, top)
        upper = top - (side * look.below if below else max(side - tall, 0.0) / 2)
        left = x if below else x + start
        draw_shape(pen, item.shape, left, upper - style.leading / 2, style.size)
        pen.lines(left + shape, upper, width, lines, style)

    return Strip(high + side * look.under, draw)


def _even(text: str, width: float, style: Style) -> tuple[str, ...]:
    """As few lines as the width asks for, broken at a stop if that takes no more of them."""
    room = max(width / style.size, 1.0)
    lines = broken(text, room, bold=style.bold)
    if len(lines) == 1:
        return lines
    stopped = broken(_STOP.sub("\\1\n", text), room, bold=style.bold)
    if _STOP.search(text) and len(stopped) <= len(lines):
        return stopped
    return broken(text, min(narrowest(text, len(lines), bold=style.bold), room), bold=style.bold)


def draw_shape(pen: Pen, shape: str, x: float, middle: float, size: float) -> None:
    """Beside text of this size whose line has its middle there; an empty name draws nothing."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.setLineWidth(size * key_card_look().caps.shape_stroke)
    canvas.setStrokeColor(HexColor(pen.theme.colours["text"]))
    low = middle - size / 2
    for radius in CIRCLES.get(shape, ()):
        canvas.circle(x + size / 2, middle, size * radius)
    if shape in POLYGONS:
        points = POLYGONS[shape]
        _trace(pen, [*points, *points[:2]], x, low, size)
    for points in STROKES.get(shape, ()):
        _trace(pen, points, x, low, size)
    canvas.restoreState()


def _trace(pen: Pen, points: Points, x: float, y: float, size: float) -> None:
    path = pen.canvas.beginPath()
    for at, (across, up) in enumerate(points):
        (path.lineTo if at else path.moveTo)(x + across * size, y + up * size)
    pen.canvas.drawPath(path)


def _side(theme: Theme) -> float:
    return theme.styles["cap"].leading


def _cap_style(text: str, theme: Theme) -> Style:
    """A lone sign is drawn larger: a point or an asterisk is small for its size."""
    style, look = theme.styles["cap"], key_card_look().caps
    if len(text) == 1 and not text.isalnum():
        return scaled(style, look.sign_size)
    return style if len(text) == 1 else scaled(style, look.word_size)


def _cap_width(cap: Cap | str, theme: Theme) -> float:
    if isinstance(cap, str):
        return text_width(cap) * theme.styles["card"].size
    style = _cap_style(cap.text, theme)
    wide = text_width(cap.text, bold=True) * style.size
    return max(_side(theme), wide + key_card_look().caps.pad * _side(theme))


def _keys_width(caps: Sequence[Cap | str], theme: Theme) -> float:
    gaps = (len(caps) - 1) * _side(theme) * key_card_look().caps.apart
    return sum(_cap_width(cap, theme) for cap in caps) + gaps


def _draw_keys(pen: Pen, caps: Sequence[Cap | str], x: float, top: float) -> None:
    theme = pen.theme
    for cap in caps:
        width = _cap_width(cap, theme)
        if isinstance(cap, str):
            style = theme.styles["card"]
            pen.line(x, top - (_side(theme) - style.leading) / 2, cap, style)
        else:
            _draw_cap(pen, cap, x, top, width, _side(theme), _cap_style(cap.text, theme))
        x += width + _side(theme) * key_card_look().caps.apart


def _draw_twin(pen: Pen, text: str, right: float, top: float) -> None:
    side, look = _side(pen.theme), key_card_look().caps
    style = scaled(pen.theme.styles["cap"], look.twin_size)
    low, width = side * look.twin_height, side * look.twin_width
    _draw_cap(pen, Cap(text), right - width, top - (side - low) / 2, width, low, style)


def _draw_cap(
    pen: Pen, cap: Cap, x: float, top: float, width: float, height: float, style: Style
) -> None:
    canvas, look = pen.canvas, key_card_look().caps
    inset = look.stroke / 2
    canvas.saveState()
    canvas.setLineWidth(look.stroke)
    canvas.setStrokeColor(HexColor(pen.theme.colours["rule"]))
    if cap.loose:
        canvas.setDash(look.dash, look.dash)
    box = x + inset, top - height + inset, width - 2 * inset, height - 2 * inset
    canvas.roundRect(*box, radius=height * look.corner)
    canvas.restoreState()
    upper = top - (height - style.leading) / 2
    pen.lines(x, upper, width, (cap.text,), style, Align.CENTRE)


def beside(columns: Sequence[tuple[float, Sequence[Strip]]]) -> Strip:
    """Stacks of strips side by side, each at its distance from the left."""

    def draw(pen: Pen, x: float, top: float) -> None:
        for left, strips in columns:
            upper = top
            for strip in strips:
                strip.draw(pen, x + left, upper)
                upper -= strip.height

    return Strip(max(height(strips) for _, strips in columns), draw)


def height(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)
