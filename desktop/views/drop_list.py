"""A list that opens, wide enough for its words, with an arrow of the theme's own."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.views.theme import Theme


class DropList(QComboBox):
    """What stands behind a choice is its data."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        room = theme.type["number"]
        self.setStyleSheet(
            f"QComboBox {{ padding-right: {room}px; }}"
            f"QComboBox::drop-down {{ border: none; width: {room}px; }}"
            "QComboBox::down-arrow { image: none; }"
        )

    def add(self, text: str, choice: object) -> None:
        """Offer one more choice."""
        self.addItem(text, choice)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours["quiet"], 2 * self._theme.scale))
        side = 4 * self._theme.scale
        middle, right = self.height() / 2, self.width() - 4 * side
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            [
                QPointF(right, middle - side / 2),
                QPointF(right + side, middle + side / 2),
                QPointF(right + 2 * side, middle - side / 2),
            ]
        )
        painter.end()
