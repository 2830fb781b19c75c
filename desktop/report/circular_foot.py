"""版记: receivers, printer and copies between rules, thick ones outside."""

from collections.abc import Sequence

from desktop.report.circular_look import LetterLook
from desktop.report.circular_parts import Colophon
from desktop.report.fonts import text_width
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.strips import Strip
from desktop.report.theme import Style

Row = Sequence[tuple[str, str]]
"""Lines of a row: what stands at the left and at the right."""


def colophon_strip(part: Colophon, look: LetterLook) -> Strip:
    width, style, pad = look.paper.room, look.style("colophon"), look.colophon_pad
    rows = [_hanging(text, look, style) for text in part.receivers]
    rows.append(_beside(part.printed, look, style))
    heights = [len(row) * style.leading + 2 * pad for row in rows]

    def draw(pen: Pen, x: float, top: float) -> None:
        _rule(pen, x, top, look, thick=True)
        for row, height in zip(rows, heights, strict=True):
            _write(pen, x, top - pad, width, row, style)
            top -= height
            _rule(pen, x, top, look, thick=row is rows[-1])
        pen.lines(x, top - pad, width, [part.copies], style, Align.RIGHT)

    return Strip(sum(heights) + style.leading + pad, draw)


def _hanging(text: str, look: LetterLook, style: Style) -> Row:
    """What goes on below its first line stands in from it, as 报： and its names do."""
    first, *others = broken(text, look.paper.room / style.size - look.indent)
    return [(first, ""), *(("　" * look.indent + line, "") for line in others)]


def _beside(printed: tuple[str, str], look: LetterLook, style: Style) -> Row:
    office, day = printed
    room = look.paper.room / style.size - text_width(day) - look.indent
    first, *others = broken(office, room)
    return [(first, day), *((line, "") for line in others)]


def _rule(pen: Pen, x: float, y: float, look: LetterLook, *, thick: bool) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.setLineWidth(look.colophon_rule if thick else pen.theme.rule)
    pen.rules([(x, y, x + look.paper.room, y)])
    canvas.restoreState()


def _write(pen: Pen, x: float, top: float, width: float, row: Row, style: Style) -> None:
    for left, right in row:
        pen.lines(x, top, width, [left], style)
        pen.lines(x, top, width, [right], style, Align.RIGHT)
        top -= style.leading
