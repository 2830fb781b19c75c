"""Frames and lines of the form that people fill in, each with its own weight."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from desktop.report.pen import Pen, Segment


def framed(pen: Pen, x: float, y: float, width: float, height: float, weight: float) -> None:
    """A rectangle with its lower left at (x, y)."""
    pen.canvas.setStrokeColor(HexColor(pen.theme.colours["rule"]))
    pen.canvas.setLineWidth(weight)
    pen.canvas.rect(x, y, width, height)


def ruled(pen: Pen, weight: float, segments: Sequence[Segment]) -> None:
    if segments:
        pen.canvas.setLineWidth(weight)
        pen.rules(segments)
