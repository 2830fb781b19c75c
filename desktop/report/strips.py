"""Pages are stacks of strips: things as wide as the page with a height, kept or broken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.theme import Style

Draw = Callable[[Pen, float, float], None]
"""Draws with its left edge at x and its upper edge at y."""


@dataclass(frozen=True, slots=True)
class Strip:
    """`keep` holds it on the page of the next one; `repeat` stands above it on a new page.

    `split` cuts it at a height: if it is higher than a page, a `loose` one than half a page.
    """

    height: float
    draw: Draw
    keep: bool = False
    repeat: tuple[Strip, ...] = ()
    split: Callable[[float], tuple[Strip, Strip]] | None = None
    loose: bool = False


Page = tuple[Strip, ...]


def gap(height: float, *, keep: bool = False) -> Strip:
    """White space; it vanishes at the head of a page."""
    return Strip(height, _nothing, keep=keep)


def text_strips(
    text: str, width: float, style: Style, align: Align = Align.LEFT, *, keep: bool = False
) -> list[Strip]:
    """A paragraph, a strip a line; `keep` holds all of it with what follows."""
    lines = broken(text, width / style.size, bold=style.bold)
    return [
        Strip(style.leading, _line(line, width, style, align), keep=keep or index == 0 < last)
        for last in (len(lines) - 1,)
        for index, line in enumerate(lines)
    ]


def pages(strips: Iterable[Strip], height: float) -> list[Page]:
    """The strips of every page; there is always one page."""
    found: list[list[Strip]] = [[]]
    left = height
    for chain in _chains(strips):
        if found[-1] and sum(_least(strip, height) for strip in chain) > left:
            found.append([])
            left = height
        for strip in chain:
            left = _place(found, strip, left, height)
    return [tuple(page) for page in found]


def _place(found: list[list[Strip]], strip: Strip, left: float, height: float) -> float:
    """Put one strip on the last page or, where it does not fit, on new ones; what is left."""
    if found[-1] and _least(strip, height) > left:
        found.append([])
        left = height
    if not found[-1]:
        if strip.draw is _nothing:
            return left
        found[-1] += strip.repeat
        left -= sum(held.height for held in strip.repeat)
    if strip.height > left and strip.split:
        head, rest = strip.split(left)
        found[-1].append(head)
        found.append([])
        return _place(found, replace(rest, repeat=strip.repeat), height, height)
    found[-1].append(strip)
    return left - strip.height


def _least(strip: Strip, height: float) -> float:
    """What must be free for a strip to begin: all of it, or a quarter page if it will be cut."""
    repeated = sum(held.height for held in strip.repeat)
    whole = height / 2 if strip.loose else height - repeated
    return height / 4 if strip.split and strip.height > whole else strip.height


def _chains(strips: Iterable[Strip]) -> Iterator[Sequence[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """All on one page, if one can hold them."""
    return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]


def _line(text: str, width: float, style: Style, align: Align) -> Draw:
    return lambda pen, x, top: pen.lines(x, top, width, (text,), style, align)


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    pass
