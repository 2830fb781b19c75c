"""Parts that change with every key and never move the rest of the page: they only repaint."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import Theme


class SteadyText(QWidget):
    """A text in room that it keeps; a QLabel would have the whole window laid out anew."""

    def __init__(self, theme: Theme, size: str, tone: str, *, bold: bool = False) -> None:
        super().__init__()
        self._text, self._colour = "", theme.colours[tone]
        self._where = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        self.setFont(theme.font(size, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_right(self) -> None:
        """Stand at the right of the room."""
        self._where |= Qt.AlignmentFlag.AlignRight

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        """Show another text in the same room."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, QFontMetrics(self.font()).height() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._colour)
        painter.drawText(self.rect(), self._where, self._text)
        painter.end()


class SteadyBar(QWidget):
    """How much of a whole is done."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._share = 0.0
        self.setFixedHeight(theme.room["step"])

    def show_share(self, done: int, total: int) -> None:
        """Fill the bar by this share."""
        self._share = min(done / total, 1.0) if total else 0.0
        self.setAccessibleName(f"{self._name} {done} / {total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect())
        painter.setBrush(self._theme.colours["empty"])
        painter.drawRoundedRect(room, 4, 4)
        room.setWidth(room.width() * self._share)
        painter.setBrush(self._theme.colours["accent"])
        painter.drawRoundedRect(room, 4, 4)
        painter.end()
