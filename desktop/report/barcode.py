"""Bars that a scanner reads as a keyboard: Code 128, drawn as rectangles."""

from typing import Any

from reportlab.graphics.barcode.code128 import Code128

from desktop.report.pen import Pen
from desktop.report.strips import Strip

_QUIET = 10
"""Modules of white on both sides, as the standard asks."""


def barcode(text: str, width: float, height: float, *, module: float = 1.1) -> Strip:
    """ASCII text as bars in the middle of the width; `module` is the thinnest bar, in points."""
    widths = _modules(text)
    whole = sum(held for held, _ in widths)
    step = min(module, width / (whole + 2 * _QUIET))

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x + (width - whole * step) / 2
        for modules, is_bar in widths:
            if is_bar:
                pen.fill(left, top - height, modules * step, height, "text")
            left += modules * step

    return Strip(height, draw)


def _modules(text: str) -> list[tuple[int, bool]]:
    """Widths in modules, bar and space in turn; reportlab writes them `BaAc…`, bars in capitals."""
    code: Any = Code128(text)
    code.validate()
    code.encode()
    code.decompose()
    return [(ord(one.lower()) - ord("a") + 1, one.isupper()) for one in code.decomposed]
