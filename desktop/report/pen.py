"""Draws text with the fonts that have its characters, and rules, on a reportlab canvas."""

from collections.abc import Iterable
from enum import Enum
from functools import cache
from math import atan2, degrees
from weakref import WeakKeyDictionary

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import runs, text_width
from desktop.report.theme import Style, Theme

Segment = tuple[float, float, float, float]
# the middle of a hanzi above its baseline, in its size: Noto Sans SC stands from -0.12 to 0.88
MIDDLE = 0.38


class Align(Enum):
    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Pen:
    """Draws on one page after another; y grows upwards, as in PDF."""

    def __init__(self, canvas: Canvas, theme: Theme) -> None:
        self.canvas = canvas
        self.theme = theme
        self._codes = _codes.setdefault(canvas, {})
        canvas.setLineWidth(theme.rule)

    def line(self, x: float, top: float, text: str, style: Style) -> None:
        """One line of text, in the middle of its leading."""
        self._write(x, top - style.leading / 2, text, style, _ink(self.theme.colours["text"]))

    def lines(
        self,
        x: float,
        top: float,
        width: float,
        texts: Iterable[str],
        style: Style,
        align: Align = Align.LEFT,
    ) -> None:
        """Lines below one another, aligned in `width`."""
        for text in texts:
            left, shown = x, text
            if align is not Align.LEFT:
                shown = text.strip(" ")
                free = width - text_width(shown, bold=style.bold) * style.size
                left += free * align.value
            self.line(left, top, shown, style)
            top -= style.leading

    def rules(self, segments: Iterable[Segment]) -> None:
        self.canvas.setStrokeColor(_colour(self.theme.colours["rule"]))
        self.canvas.lines(list(segments))

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.canvas.setFillColor(_colour(self.theme.colours[colour]))
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def across(self, text: str, style: Style, width: float, height: float) -> None:
        """Large and light over all that is drawn, from corner to corner.

        Multiplied: it darkens paper and shading alike, and what is black stays as black.
        """
        canvas = self.canvas
        canvas.saveState()
        canvas.setBlendMode("Multiply")
        canvas.setFillColor(_colour(self.theme.colours["drill"]))
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        self._write(-text_width(text, bold=style.bold) * style.size / 2, 0.0, text, style)
        canvas.restoreState()

    def _write(self, x: float, middle: float, text: str, style: Style, ink: str = "") -> None:
        place = fp_str(x, middle - MIDDLE * style.size)
        self.canvas.addLiteral(f"{ink}{_AT} {place} Tm{self._code(text, style)}")

    def _code(self, text: str, style: Style) -> str:
        """What follows the place of a text; a name that stands in many rows is coded once."""
        key = text, style.size, style.bold
        if key not in self._codes:
            written = self.canvas.beginText(0, 0)
            for font, part in runs(text, bold=style.bold):
                written.setFont(font, style.size)
                written.textOut(part)
            self._codes[key] = written.getCode().removeprefix(f"{_AT} 0 0 Tm")
        return self._codes[key]


_AT = "BT 1 0 0 1"
_codes: WeakKeyDictionary[Canvas, dict[tuple[str, float, bool], str]] = WeakKeyDictionary()
"""Fonts are cut to what a document uses: the codes of a text hold for one canvas."""


@cache
def _ink(code: str) -> str:
    """What sets a colour: one canvas call a line of text costs as much as the line."""
    return f"{fp_str(*_colour(code).rgb())} rg "


@cache
def _colour(code: str) -> Color:
    return HexColor(code)
