"""A box with a tick, in the theme's own colours: the style's own is not seen on a dark ground."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from desktop.views.theme import Theme


class CheckBox(QCheckBox):
    """A word with a box before it."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        painter = QPainter(self)
        where = self.style().subElementRect(part, option, self)
        draw_check(painter, where, self._theme, is_on=self.isChecked(), is_here=self.hasFocus())
        painter.end()


def draw_check(
    painter: QPainter, where: QRect, theme: Theme, *, is_on: bool, is_here: bool = False
) -> None:
    """Draw a box over this room, with a tick where it is on."""
    colours = theme.colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(where.width(), where.height()) - 2
    box = QRectF(
        where.center().x() - side / 2 + 0.5, where.center().y() - side / 2 + 0.5, side, side
    )
    painter.setPen(QPen(colours["accent" if is_on or is_here else "line"], 2 if is_here else 1))
    painter.setBrush(colours["field"])
    painter.drawRect(box)
    if is_on:
        painter.setPen(QPen(colours["accent"], side / 7))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((0.2, 0.52), (0.42, 0.74), (0.8, 0.28))
        painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in points])
    painter.restore()
