"""What a newspaper's form says beside the table: cut out, send to whom, until when."""

from datetime import date

from desktop.report.fonts import text_width
from desktop.report.form_columns import FormColumns
from desktop.report.form_ink import ruled
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.strips import Strip, gap, text_strips
from desktop.words import Words


def warned(columns: FormColumns, room: float, *, drill: bool) -> list[Strip]:
    """A drill says so where no box hides it."""
    style = columns.look.styles["kind"]
    return text_strips(columns.words("Drill"), room, style, Align.CENTRE) if drill else []


def sending(columns: FormColumns, room: float, send_to: str, until: str) -> list[Strip]:
    """Two lines below the form; what is not given is written in by hand.

    `until` is a day such as 2005-12-31.
    """
    words = columns.words
    return [
        gap(columns.look.gap),
        _labelled(words("Send or bring the form to:"), send_to, columns, room),
        _labelled(words("It must arrive by:"), _day(until, words), columns, room),
    ]


def _day(text: str, words: Words) -> str:
    if not text:
        return ""
    day = date.fromisoformat(text)
    return words("{year}-{month:02}-{day:02}").format(year=day.year, month=day.month, day=day.day)


def _labelled(label: str, text: str, columns: FormColumns, room: float) -> Strip:
    look = columns.look
    style, strong = look.styles["text"], look.styles["strong"]
    start = (text_width(label, bold=True) + look.head.label_gap) * strong.size
    lines = broken(text, (room - start) / style.size)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, label, strong)
        pen.lines(x + start, top, room - start, lines, style)
        if not text:
            low = top - style.leading + look.rules.anchor
            ruled(pen, look.rules.hair, [(x + start, low, x + room, low)])

    return Strip((len(lines) + look.head.answer_gap) * style.leading, draw)
