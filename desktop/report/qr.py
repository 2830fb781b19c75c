"""QR codes, drawn as squares: neither image nor font."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import HexColor

from desktop.report.pen import Pen

Run = tuple[int, int, int]
"""Line, first column, and how many dark modules stand side by side."""


def draw_qr(pen: Pen, text: str, x: float, y: float, side: float) -> None:
    """A square of this side with (x, y) at its lower left; the white around it is the caller's."""
    count, found = _runs(text)
    step = side / count
    path = pen.canvas.beginPath()
    for line, first, length in found:
        path.rect(x + first * step, y + side - (line + 1) * step, length * step, step)
    # one path: squares filled one by one leave hairs of white between them
    pen.canvas.setFillColor(HexColor(pen.theme.colours["text"]))
    pen.canvas.drawPath(path, stroke=0, fill=1)


def modules(text: str) -> int:
    """Squares along one side."""
    return _runs(text)[0]


@lru_cache(maxsize=8)
def _runs(text: str) -> tuple[int, Sequence[Run]]:
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    found = []
    for line in range(count):
        dark = [bool(code.isDark(line, column)) for column in range(count)]
        starts = [at for at in range(count) if dark[at] and not (at and dark[at - 1])]
        for start in starts:
            end = next((at for at in range(start, count) if not dark[at]), count)
            found.append((line, start, end - start))
    return count, found
