"""Bars that a scanner reads as a keyboard: Code 128, drawn as rectangles."""

from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.code128 import Code128

from desktop.report.pen import Pen
from desktop.report.strips import Strip
from desktop.report.theme import theme_table

_QUIET = 10
"""Modules of white on both sides, as the standard asks."""

Widths = tuple[tuple[int, bool], ...]
"""Modules, and whether they are a bar: bar and space in turn."""

_WIDTHS = {
    letter: (modules, letter.isupper())
    for letters in ("abcd", "ABCD")
    for modules, letter in enumerate(letters, 1)
}


def barcode(text: str, width: float, height: float, *, module: float | None = None) -> Strip:
    """ASCII text as bars in the middle of the width; `module` is the thinnest bar, in points."""
    widths = _modules(text)
    whole = sum(held for held, _ in widths)
    wished = theme_table("barcode")["module"] if module is None else module
    step = min(wished, width / (whole + 2 * _QUIET))

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x + (width - whole * step) / 2
        for modules, is_bar in widths:
            if is_bar:
                pen.fill(left, top - height, modules * step, height, "text")
            left += modules * step

    return Strip(height, draw)


def bars_width(text: str, module: float) -> float:
    """The room that bars of this module need, with the white on both sides."""
    return (sum(held for held, _ in _modules(text)) + 2 * _QUIET) * module


@lru_cache(maxsize=8)
def _modules(text: str) -> Widths:
    """What reportlab writes as `BaAc…`, bars in capitals."""
    code: Any = Code128(text)
    code.validate()
    code.encode()
    code.decompose()
    return tuple(map(_WIDTHS.__getitem__, code.decomposed))
