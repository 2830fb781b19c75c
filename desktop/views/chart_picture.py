"""A chart as a picture: what a drawing becomes beside the window, at any size, in any theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.report.chart_look import DAYLIGHT, palette

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

_FINE = 2.0
"""Dots of a saved picture for every point of the drawing."""
_DOTS_A_METRE = round(72 * _FINE / 0.0254)


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A drawing in SVG, as it stands on paper; lengths in points."""

    svg: bytes
    width: int
    height: int

    def image(self, size: QSize, theme: str) -> QImage:
        """As so many dots, in the colours of a theme of the window; may be called on any thread."""
        from desktop.report.chart_svg import in_theme

        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(palette(theme)["paper"]))
        renderer = QSvgRenderer(QByteArray(in_theme(self.svg, theme)))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return image

    def png(self) -> bytes:
        """As it stands on paper, fine enough for print, and as large there as on a page."""
        image = self.image(QSize(round(self.width * _FINE), round(self.height * _FINE)), DAYLIGHT)
        image.setDotsPerMeterX(_DOTS_A_METRE)
        image.setDotsPerMeterY(_DOTS_A_METRE)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())


def picture_of(drawing: Drawing, title: str) -> ChartPicture:
    """`title` is read to those who cannot see the picture."""
    from desktop.report.chart_svg import svg_of

    return ChartPicture(svg_of(drawing, title), round(drawing.width), round(drawing.height))
