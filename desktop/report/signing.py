"""What sheets have for hands: lines to sign and write on, room for a date and a seal."""

from collections.abc import Sequence

from desktop.report.fonts import text_width
from desktop.report.pen import Align, Pen
from desktop.report.strips import Draw, Strip
from desktop.report.theme import Style, Theme
from desktop.words import Words


def explanation(width: float, theme: Theme, words: Words) -> Strip:
    """Two ruled lines for an explanation and the name below it."""
    rooms, style = theme.rooms, theme.styles["body"]
    start = width * (1 - rooms.explanation_signed)
    indent = _after(words("Explanation:"), style, theme)
    begun = _blank(words("Explanation:"), style, width, theme)
    goes_on = _blank("", style, start - indent - rooms.gap, theme)
    signed = _blank(words("Signed:"), style, width - start, theme)

    def draw(pen: Pen, x: float, top: float) -> None:
        first, second = top - rooms.explanation, top - 2 * rooms.explanation
        begun(pen, x, first)
        goes_on(pen, x + indent, second)
        signed(pen, x + start, second)

    return Strip(2 * rooms.explanation + rooms.heading_gap, draw)


def blanks(labels: Sequence[str], width: float, theme: Theme) -> Strip:
    """Labels below one another, each with a line to write on as far as the page goes."""
    step = theme.rooms.blank
    lines = [_blank(label, theme.styles["sign"], width, theme) for label in labels]

    def draw(pen: Pen, x: float, top: float) -> None:
        for at, line in enumerate(lines, 1):
            line(pen, x, top - at * step)

    return Strip(len(labels) * step, draw)


def signatures(
    people: Sequence[str], width: float, theme: Theme, words: Words, *, seal: bool = True
) -> Strip:
    """These people with the date each signs on, and room for a seal at the right."""
    style, rooms, text = theme.styles["sign"], theme.rooms, words("Date:")
    start = max(text_width(held) for held in people) * style.size
    dated = max(rooms.date, text_width(text) * style.size)
    end = width - (rooms.seal + 2 * rooms.gap if seal else 0.0) - dated - rooms.gap
    line = _blank("", style, end - start - rooms.label_gap, theme)
    date = _date(text, dated, theme)

    def draw(pen: Pen, x: float, top: float) -> None:
        if seal:
            left, middle = x + width - rooms.seal, top - rooms.seal / 2
            pen.lines(left, middle, rooms.seal, (words("(seal)"),), style, Align.CENTRE)
        for held in people:
            top -= rooms.signature
            pen.lines(x, top + style.leading, start, (held,), style, Align.RIGHT)
            line(pen, x + start + rooms.label_gap, top)
            date(pen, x + end + rooms.gap, top)

    return Strip(max(rooms.seal * seal, len(people) * rooms.signature), draw)


def _date(label: str, room: float, theme: Theme) -> Draw:
    """年 月 日 leave room between them; a mere label wants a line to write on."""
    style = theme.styles["sign"]
    if _after(label, style, theme) < room:
        return _blank(label, style, room, theme)
    return lambda pen, x, low: pen.lines(x, low + style.leading, room, (label,), style)


def _blank(label: str, style: Style, width: float, theme: Theme) -> Draw:
    """A label and, from there to the end of the width, the line that is written on."""
    start = _after(label, style, theme)

    def draw(pen: Pen, x: float, low: float) -> None:
        if label:
            pen.lines(x, low + style.leading, width, (label,), style)
        pen.rules([(x + start, low, x + width, low)])

    return draw


def _after(label: str, style: Style, theme: Theme) -> float:
    """Where the line begins behind a label, or at once where there is none."""
    return text_width(label) * style.size + theme.rooms.label_gap if label else 0.0
