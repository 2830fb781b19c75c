"""A grade's shape, drawn: readable without colour, on the screen and as a photocopy."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def draw_shape(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Draw a shape into a square box; an empty name draws nothing."""
    if draw := _SHAPES.get(shape):
        painter.setPen(QPen(colour, max(1.6, box.width() / 9), c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw(painter, box)


def _polygon(*points: tuple[float, float]) -> Callable[[QPainter, QRectF], None]:
    """Points as shares of the box."""

    def draw(painter: QPainter, box: QRectF) -> None:
        corners = [
            QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points
        ]
        painter.drawPolygon(QPolygonF(corners))

    return draw


def _cross(painter: QPainter, box: QRectF) -> None:
    inner = box.adjusted(*(box.width() * share for share in (0.1, 0.1, -0.1, -0.1)))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _circle(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)
    painter.drawEllipse(box.center(), box.width() * 0.22, box.width() * 0.22)


_SHAPES: Mapping[str, Callable[[QPainter, QRectF], None]] = {
    "circle": _circle,
    "ring": _ring,
    "square": _polygon((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "triangle": _polygon((0.5, 0.04), (0.98, 0.92), (0.02, 0.92)),
    "diamond": _polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "cross": _cross,
}
