"""A band's name on a ground of its own, best to worst, in one column of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.views.theme import Theme


class BandGround(QStyledItemDelegate):
    """The name says which band it is; the colour only helps to find it."""

    def __init__(self, theme: Theme, table: QTableView, column: int) -> None:
        super().__init__(table)
        self._theme = theme
        self._marks: dict[str, str] = {}
        table.setItemDelegateForColumn(column, self)

    def show_names(self, names: Sequence[str]) -> None:
        """The bands, best first: the best and the last stand out, and the one before the last."""
        marks = ["none"] * len(names)
        if len(names) > 2:
            marks[-2] = "fair"
        if len(names) > 1:
            marks[0], marks[-1] = "good", "bad"
        self._marks = dict(zip(names, marks, strict=True))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = str(index.data() or "")
        name = next(
            (held for held in self._marks if text == held or text.startswith(f"{held} ")), ""
        )
        mark = self._marks.get(name, "")
        if not mark:
            super().paint(painter, option, index)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colours["accent_ground"])
        ink, ground = self._theme.marks[mark]
        step = self._theme.room["step"]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("label"))
        wide = painter.fontMetrics().horizontalAdvance(text) + 2 * step
        room = QRectF(option.rect).adjusted(step / 2, step / 2, -step / 2, -step / 2)
        room.setWidth(min(wide, room.width()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
