"""Breaks text into lines as Chinese print does; every character is kept, none is markup."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.report.fonts import check_glyphs, text_width

_OPENING = "（《〈「『【〔“‘"
_CLOSING = "”’，。、；：！？）》〉」』】〕…％"
# Latin words stay whole; a closing sign never begins a line, an opening one never ends it
_TOKEN = re.compile(rf" +|[{_OPENING}]*(?:[!-~\u00c0-\u024f]+|[^ ])[{_CLOSING}]*")
_ROUNDING = 1e-6


@lru_cache(maxsize=20000)
def broken(text: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than `room`, which is given in widths of one hanzi; GlyphMissingError."""
    check_glyphs(text)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if text_width(paragraph, bold=bold) <= room + _ROUNDING:
            lines.append(paragraph)
        else:
            lines += _wrapped(paragraph, room + _ROUNDING, bold=bold)
    return tuple(lines)


@lru_cache(maxsize=20000)
def widest(text: str, *, bold: bool = False) -> float:
    """Width of the longest line where nothing is wrapped."""
    check_glyphs(text)
    return max(text_width(line, bold=bold) for line in text.split("\n"))


@lru_cache(maxsize=20000)
def narrowest(text: str, lines: int, *, bold: bool = False) -> float:
    """The least width, to half a hanzi, in which the text takes no more than `lines`."""
    room = max((text_width(token, bold=bold) for token in _TOKEN.findall(text)), default=0.0)
    while len(broken(text, room, bold=bold)) > max(lines, text.count("\n") + 1):
        room += 0.5
    return room


def _wrapped(paragraph: str, room: float, *, bold: bool) -> Iterator[str]:
    line, used = "", 0.0
    for token in _pieces(paragraph, room, bold=bold):
        width = text_width(token, bold=bold)
        # blanks end a line and never begin one: they are kept there and take no room
        if line and used + width > room and token.strip(" "):
            yield line
            line, used = "", 0.0
        line, used = line + token, used + width
    yield line


def _pieces(paragraph: str, room: float, *, bold: bool) -> Iterator[str]:
    for token in _TOKEN.findall(paragraph):
        if text_width(token, bold=bold) <= room or not token.strip(" "):
            yield token
        else:
            # wider than a whole line: broken anywhere
            yield from token
