"""A chart as a strip of a page."""

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from desktop.report.chart_look import chart_rooms
from desktop.report.pen import Pen
from desktop.report.strips import Strip


def chart_width(room: float) -> int:
    """How wide a chart is made so that what is in it takes this room: its margins hang out."""
    return int(room + 2 * chart_rooms().margin)


def chart_strip(drawing: Drawing) -> Strip:
    """The chart whole; its margins above and below part it from its neighbours."""

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x - chart_rooms().margin
        renderPDF.draw(drawing, pen.canvas, left, top - drawing.height)

    return Strip(drawing.height, draw)
