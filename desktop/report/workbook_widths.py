"""How wide a sheet's columns are and how many lines its rows take, a hanzi as two letters."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from unicodedata import east_asian_width

from desktop.report.sheet import Field, Formula, Link, Sheet, Value
from desktop.report.workbook_look import workbook_look
from desktop.tally.numbers import rounded

_RECOMPUTED = "100.000000"
"""What a formula shows takes about as much."""


def column_widths(sheet: Sheet) -> list[float]:
    """By each column's longest line, within limits; a narrow table may fill the page."""
    look, wished = workbook_look(), _wished(sheet)
    most = [look.widest if at < sheet.across else look.beside for at in range(len(wished))]
    widths = [
        min(max(width, look.narrowest), limit) for width, limit in zip(wished, most, strict=True)
    ]
    for at in range(sheet.across):
        free = look.portrait - sum(widths[: sheet.across])
        widths[at] += max(0, min(wished[at] - widths[at], free))
    return widths


def text_lines(sheet: Sheet, widths: Sequence[float]) -> Iterator[int]:
    """Of the headings, then of every line; columns beside the print do not wrap."""
    room = [width - workbook_look().indent for width in widths]
    titles = (held.title for held in sheet.fields)
    yield max(_wrapped(title, free) for title, free in zip(titles, room, strict=True))
    for line in sheet.lines:
        yield max(
            _wrapped(value, free) if isinstance(value, str) else 1
            for value, free in zip(line.cells, room[: sheet.across], strict=False)
        )


def _wished(sheet: Sheet) -> list[float]:
    """A heading of one line may wrap once."""
    padding = workbook_look().padding
    longest = [_letters(held.title) / (1 if "\n" in held.title else 2) for held in sheet.fields]
    for line in sheet.lines:
        for at, value in enumerate(line.cells):
            longest[at] = max(longest[at], _letters(_shown(value, sheet.fields[at])))
    return [width + padding for width in longest]


def _shown(value: Value, held: Field) -> str:
    match value:
        case None:
            return ""
        case Formula():
            return _RECOMPUTED
        case Fraction():
            return rounded(100 * value, 2) + "%"
        case Link(sheet):
            return sheet
        case int() if held.thousands:
            return f"{value:,}"
        case _:
            return str(value)


def _wrapped(text: str, room: float) -> int:
    return sum(max(1, ceil(_letters(line) / room)) for line in text.split("\n"))


def _letters(text: str) -> float:
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(
        sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line)
        for line in text.split("\n")
    )
