"""Boxes to tick, each before what a tick in it says."""

from collections.abc import Sequence

from desktop.report.fonts import text_width
from desktop.report.lines import broken
from desktop.report.pen import Pen, Segment
from desktop.report.strips import Strip
from desktop.report.theme import Theme


def ticks(texts: Sequence[str], width: float, theme: Theme) -> list[Strip]:
    """Below one another; a text that ends in a colon has a line to write on."""
    return [_tick(text, width, theme) for text in texts]


def tick_row(texts: Sequence[str], width: float, theme: Theme) -> Strip:
    """Short ones side by side, on as many lines as they need."""
    style, look = theme.styles["sign"], theme.ticks
    places: list[tuple[float, int, str]] = []
    x, line = 0.0, 0
    for text in texts:
        needed = _indent(theme) + text_width(text) * style.size
        if x and x + needed > width:
            x, line = 0.0, line + 1
        places.append((x, line, text))
        x += needed + look.apart
    step = style.leading * look.line

    def draw(pen: Pen, left: float, top: float) -> None:
        for x, line, text in places:
            pen.rules(_box(left + x, top - line * step, theme))
            pen.line(left + x + _indent(theme), top - line * step, text, style)

    return Strip(step * (line + 1), draw)


def _tick(text: str, width: float, theme: Theme) -> Strip:
    style, indent = theme.styles["sign"], _indent(theme)
    lines = broken(text, (width - indent) / style.size)
    written = indent + text_width(lines[-1]) * style.size + theme.rooms.label_gap

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.rules(_box(x, top, theme))
        pen.lines(x + indent, top, width - indent, lines, style)
        if text.endswith((":", "：")):
            foot = top - len(lines) * style.leading
            pen.rules([(x + written, foot, x + width, foot)])

    return Strip(style.leading * (theme.ticks.line + len(lines) - 1), draw)


def _indent(theme: Theme) -> float:
    return theme.styles["sign"].size * theme.ticks.side + theme.rooms.gap


def _box(x: float, top: float, theme: Theme) -> list[Segment]:
    """A square beside a line of text whose leading begins at `top`."""
    style = theme.styles["sign"]
    side = style.size * theme.ticks.side
    upper = top - (style.leading - side) / 2
    lower, right = upper - side, x + side
    return [
        (x, upper, right, upper),
        (x, lower, right, lower),
        (x, upper, x, lower),
        (right, upper, right, lower),
    ]
