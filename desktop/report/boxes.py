"""Strips made of ruled boxes with text: heads and rows of tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.report.pen import Align, Pen, Segment
from desktop.report.strips import Strip
from desktop.report.theme import Style


@dataclass(frozen=True, slots=True)
class Box:
    """One cell within its strip; `inset` keeps a block of figures off the right rule.

    `at_top` sets the text at the upper edge; else it stands in the middle. `step` sets the words
    of a line at equal distances.
    """

    x: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    align: Align
    inset: float = 0.0
    at_top: bool = False
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """How the boxes of one strip look."""

    style: Style
    padding_x: float
    padding_y: float
    band: bool = False
    lid: bool = False
    """Draws the upper rule too: the head of a table."""

    def needed(self, lines: Sequence[str]) -> float:
        """The height of a box that holds so many lines."""
        return len(lines) * self.style.leading + 2 * self.padding_y


def boxed(
    boxes: Sequence[Box],
    height: float,
    look: Look,
    *,
    keep: bool = False,
    repeat: tuple[Strip, ...] = (),
    loose: bool = False,
) -> Strip:
    """A strip of boxes that together fill it."""

    def draw(pen: Pen, x: float, top: float) -> None:
        if look.band:
            width = max(box.x + box.width for box in boxes)
            pen.fill(x, top - height, width, height, "band")
        for box in boxes:
            _write(pen, x, top, box, look)
        pen.rules(_rules(boxes, x, top, height, look))

    def split(room: float) -> tuple[Strip, Strip]:
        return _cut(boxes, height, room, look)

    return Strip(height, draw, keep, repeat, split, loose)


def _write(pen: Pen, x: float, top: float, box: Box, look: Look) -> None:
    free = 0.0 if box.at_top else (box.height - look.needed(box.lines)) / 2
    left, upper = x + box.x + look.padding_x, top - box.top - free - look.padding_y
    if box.step:
        _write_groups(pen, left, upper, box, look)
        return
    width = box.width - 2 * look.padding_x - box.inset
    pen.lines(left, upper, width, box.lines, look.style, box.align)


def _write_groups(pen: Pen, x: float, top: float, box: Box, look: Look) -> None:
    for line in box.lines:
        for at, group in enumerate(line.split()):
            pen.line(x + at * box.step, top, group, look.style)
        top -= look.style.leading


def _rules(
    boxes: Sequence[Box], x: float, top: float, height: float, look: Look
) -> Iterable[Segment]:
    """Boxes fill their strip: where they are all as high as it, one rule goes below them all."""
    right, flat = 0.0, all(box.height == height for box in boxes)
    for box in boxes:
        left, upper, lower = x + box.x, top - box.top, top - box.top - box.height
        right = max(right, left + box.width)
        yield (left, upper, left, lower)
        if not flat:
            yield (left, lower, left + box.width, lower)
    yield (right, top, right, top - height)
    if flat:
        yield (x + min(box.x for box in boxes), top - height, right, top - height)
    if look.lid or look.band:
        # a band covers half of the rule above it
        yield (x, top, right, top)


def _cut(boxes: Sequence[Box], height: float, room: float, look: Look) -> tuple[Strip, Strip]:
    """Cut between lines: what fits into `room` above, the rest below, no line lost."""
    upper, lower = [], []
    for box in boxes:
        if box.top < room:
            upper.append(_upper(box, room, look))
        if box.top + box.height > room:
            lower.append(_lower(box, room, look))
    below = max(height - room, *(box.top + look.needed(box.lines) for box in lower))
    end = max(box.top + box.height for box in lower)
    stretched = [
        replace(box, height=below - box.top) if box.top + box.height == end else box
        for box in lower
    ]
    return boxed(upper, room, look), boxed(stretched, below, look)


def _upper(box: Box, room: float, look: Look) -> Box:
    if box.top + box.height <= room:
        return box
    lines = box.lines[: _lines_above(box, room, look)]
    return replace(box, height=room - box.top, lines=lines, at_top=True)


def _lower(box: Box, room: float, look: Look) -> Box:
    if box.top >= room:
        return replace(box, top=box.top - room)
    lines = box.lines[_lines_above(box, room, look) :]
    return replace(box, top=0.0, height=box.top + box.height - room, lines=lines, at_top=True)


def _lines_above(box: Box, room: float, look: Look) -> int:
    return max(0, int((room - box.top - look.padding_y) // look.style.leading))
