"""What the result sheet has for hands and scanners: signatures, seal, explanation, QR code."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from desktop.report.fonts import text_width
from desktop.report.pen import Align, Pen
from desktop.report.strips import Strip
from desktop.report.theme import Theme
from desktop.words import Words


def code_beside(code: str, label: str, width: float, theme: Theme) -> Strip:
    """A QR code at the right of what follows; it takes no height of its own."""
    side, style = theme.rooms.qr, theme.styles["frame"]

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x + width - side
        if code:
            _draw_qr(pen, code, left, top - side, side)
            pen.lines(left, top - side, side, (label,), style, Align.CENTRE)

    return Strip(0.0, draw, keep=True)


def explanation(width: float, theme: Theme, words: Words) -> Strip:
    """Two ruled lines for an explanation and the name below it."""
    step, style = theme.rooms.explanation, theme.styles["body"]
    label = words("Explanation:")
    signed = words("Signed:")

    def draw(pen: Pen, x: float, top: float) -> None:
        first, second = top - step, top - 2 * step
        offset = style.leading + 1
        pen.lines(x, first + offset, width, (label,), style)
        pen.lines(x + width * 0.68, second + offset, width, (signed,), style)
        indent = text_width(label) * style.size + 4
        sign = width * 0.68 + text_width(signed) * style.size + 4
        pen.rules(
            [
                (x + indent, first, x + width, first),
                (x + indent, second, x + width * 0.66, second),
                (x + sign, second, x + width, second),
            ]
        )

    return Strip(2 * step + 2, draw)


def blanks(labels: Sequence[str], width: float, theme: Theme) -> Strip:
    """Labels below one another, each with a line to write on as far as the page goes."""
    style, step = theme.styles["sign"], theme.rooms.signature * 0.8

    def draw(pen: Pen, x: float, top: float) -> None:
        for label in labels:
            top -= step
            start = text_width(label) * style.size + 4 if label else 0.0
            pen.lines(x, top + style.leading, width, (label,), style)
            pen.rules([(x + start, top, x + width, top)])

    return Strip(len(labels) * step, draw)


def signatures(people: Sequence[str], width: float, theme: Theme, words: Words) -> Strip:
    """These people with the date each signs on, and room for a seal at the right."""
    date, seal = words("Date:"), words("(seal)")
    style, rooms = theme.styles["sign"], theme.rooms
    label = max(text_width(held) for held in people) * style.size + 4
    dated = text_width(date) * style.size + 4
    room = width - rooms.seal - 2 * rooms.gap

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(
            x + width - rooms.seal, top - rooms.seal / 2, rooms.seal, (seal,), style, Align.CENTRE
        )
        for held in people:
            top -= rooms.signature
            upper = top + style.leading
            pen.lines(x, upper, label - 4, (held,), style, Align.RIGHT)
            pen.rules([(x + label, top, x + room - rooms.date - rooms.gap, top)])
            pen.lines(x + room - rooms.date, upper, rooms.date, (date,), style)
            # 年 月 日 leave room between them; a mere label wants a line to write on
            if dated < rooms.date:
                pen.rules([(x + room - rooms.date + dated, top, x + room, top)])

    return Strip(max(rooms.seal, len(people) * rooms.signature), draw)


def _draw_qr(pen: Pen, text: str, x: float, y: float, side: float) -> None:
    """Squares, neither image nor font."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    step = side / count
    for line in range(count):
        for column in range(count):
            if code.isDark(line, column):
                pen.fill(x + column * step, y + side - (line + 1) * step, step, step, "text")
