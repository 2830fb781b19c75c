"""How far each channel is, as bars with their figures beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.store.overview_queries import ChannelProgress, Counts
from desktop.views.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ProgressBars(QWidget):
    """Settled forms are full, those that wait for somebody hatched, what is left is empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._channels: Sequence[ChannelProgress] = ()
        self.row = theme.room["row"] - theme.room["step"] // 2
        """Pixels that a channel takes."""
        self.setFont(theme.font("row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress by channel"))

    def show_channels(self, channels: Sequence[ChannelProgress]) -> None:
        """Draw these; what is drawn is also read aloud."""
        self._channels = channels
        told = (f"{held.name} {self._figures(held.counts)}" for held in channels)
        self.setAccessibleDescription("\n".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, len(self._channels) * self.row)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.row
        for at, channel in enumerate(self._channels):
            self._draw_row(painter, QRectF(0, at * height, self.width(), height), channel)
        painter.end()

    def _draw_row(self, painter: QPainter, room: QRectF, channel: ChannelProgress) -> None:
        metrics, gap = QFontMetrics(self.font()), 2 * self._theme.room["step"]
        names = min(max(map(self._name_width, self._channels)), self.width() / 3)
        figures = max(metrics.horizontalAdvance(self._figures(c.counts)) for c in self._channels)
        painter.setPen(self._theme.colours["text"])
        name = metrics.elidedText(channel.name, Qt.TextElideMode.ElideRight, round(names))
        painter.drawText(room, _LEFT, name)
        painter.drawText(room, _RIGHT, self._figures(channel.counts))
        bar = room.adjusted(names + gap, 0, -figures - gap, 0)
        thick = min(room.height() * 0.5, 2 * self._theme.room["step"])
        bar.adjust(0, (room.height() - thick) / 2, 0, -(room.height() - thick) / 2)
        self._draw_bar(painter, bar, channel.counts)

    def _draw_bar(self, painter: QPainter, room: QRectF, counts: Counts) -> None:
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(room, colours["empty"])
        if not counts.registered:
            return
        open_forms = counts.differing + counts.ruling
        settled = max(counts.registered - counts.missing - open_forms, 0)
        full = room.width() * min(settled / counts.registered, 1)
        painter.fillRect(QRectF(room.x(), room.y(), full, room.height()), colours["accent"])
        if open_forms:
            wide = max(room.width() * min(open_forms / counts.registered, 1), 3)
            left = min(room.x() + full, room.right() - wide)
            hatched = QRectF(left, room.y(), wide, room.height())
            painter.fillRect(hatched, colours["card"])
            painter.fillRect(hatched, _hatch(colours["warn"]))

    def _figures(self, counts: Counts) -> str:
        if not counts.registered:
            return self.tr("no batch yet")
        keyed = counts.registered - counts.missing
        text = self.tr("{0} of {1}").format(f"{keyed:,}", f"{counts.registered:,}")
        if waiting := counts.differing + counts.ruling:
            text += self.tr(", {0} unsettled").format(f"{waiting:,}")
        return text

    def _name_width(self, channel: ChannelProgress) -> float:
        return QFontMetrics(self.font()).horizontalAdvance(channel.name)


def _hatch(colour: QColor) -> QBrush:
    return QBrush(colour, Qt.BrushStyle.Dense3Pattern)
