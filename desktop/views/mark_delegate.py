"""Paints the rows of a form: the agency, and each mark as a shape, a digit and a colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.form_table_model import FormRole
from desktop.tally.keyings import UNKEYED
from desktop.tally.pages import page_of_row
from desktop.tally.plan import Plan
from desktop.views.shapes import draw_shape
from desktop.views.theme import GradeLook, Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_Align = Qt.AlignmentFlag
_ANCHOR = 10
"""An anchor line every tenth row, as on the paper."""


class MarkDelegate(QStyledItemDelegate):
    """`current` is the cell that the next mark goes to, `at_end` that there is none."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self._looks = theme.looks(plan)
        self._plain = GradeLook("", *theme.marks["none"])
        self._fonts = {bold: theme.font("row", bold=bold) for bold in (False, True)}
        self._small = {bold: theme.font("note", bold=bold) for bold in (False, True)}
        self._digit_room = QFontMetrics(self._fonts[True]).horizontalAdvance("0")
        self._ends = {
            row for row in range(len(plan.agencies)) if page_of_row(plan, row).is_last_row
        }
        self.current = QModelIndex()
        self.at_end = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        is_row = self.current.isValid() and index.row() == self.current.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_row:
            painter.fillRect(rect, self._theme.colours["accent_ground"])
        if index.column() == 0:
            self._agency(painter, rect, index, is_row=is_row)
        else:
            is_cell = is_row and index.column() == self.current.column() and not self.at_end
            self._mark(painter, rect, index, is_cell=is_cell)
        self._line(painter, rect, index.row())
        painter.restore()

    def _agency(self, painter: QPainter, rect: QRect, index: AnyIndex, *, is_row: bool) -> None:
        colours, step = self._theme.colours, self._theme.room["step"]
        number = rect.adjusted(step, 0, 0, 0)
        number.setWidth(6 * step)
        painter.setFont(self._fonts[is_row])
        painter.setPen(colours["accent" if is_row else "quiet"])
        painter.drawText(number, _Align.AlignVCenter | _Align.AlignLeft, f"{index.row() + 1:03d}")
        room = rect.adjusted(8 * step, 0, -step, 0)
        painter.setPen(colours["text"])
        self._name(painter, room, str(index.data()), is_row=is_row)

    def _name(self, painter: QPainter, room: QRect, name: str, *, is_row: bool) -> None:
        """On one line, or smaller on two; what even these do not hold stands above the grid."""
        where = _Align.AlignVCenter | _Align.AlignLeft
        if QFontMetrics(self._fonts[is_row]).horizontalAdvance(name) > room.width():
            painter.setFont(self._small[is_row])
            where |= Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(room, where, name)

    def _mark(self, painter: QPainter, rect: QRect, index: AnyIndex, *, is_cell: bool) -> None:
        pill = QRectF(rect).adjusted(6, 4, -6, -4)
        mark = str(index.data(FormRole.MARK))
        if mark != UNKEYED:
            self._pill(painter, pill, mark, quiet=not index.data(FormRole.OPEN))
        elif index.data(FormRole.OPEN) and not is_cell:
            self._empty(painter, pill)
        if is_cell:
            pen = QPen(self._theme.colours["accent"], self._theme.frames["current"])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-2, -1, 2, 1), 5, 5)

    def _pill(self, painter: QPainter, pill: QRectF, mark: str, *, quiet: bool) -> None:
        look = self._looks.get(mark, self._plain)
        painter.setPen(Qt.PenStyle.NoPen if self._theme.frames["hairline"] == 1 else look.ink)
        painter.setBrush(QColor(0, 0, 0, 0) if quiet else look.ground)
        painter.drawRoundedRect(pill, 4, 4)
        side = self._theme.type["row"] * 0.72
        width = self._digit_room + (side + 6 if look.shape else 0)
        left = pill.center().x() - width / 2
        if look.shape:
            box = QRectF(left, pill.center().y() - side / 2, side, side)
            draw_shape(painter, look.shape, box, look.ink)
            left += side + 6
        painter.setPen(look.ink)
        painter.setFont(self._fonts[True])
        text = QRectF(left, pill.y(), self._digit_room + 2, pill.height())
        painter.drawText(text, _Align.AlignVCenter | _Align.AlignHCenter, _SIGNS.get(mark, mark))

    def _empty(self, painter: QPainter, pill: QRectF) -> None:
        """Where a mark is still to come: a thin bed for it."""
        painter.setPen(QPen(self._theme.colours["hairline"], self._theme.frames["hairline"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, 4, 4)

    def _line(self, painter: QPainter, rect: QRect, row: int) -> None:
        colours, width = self._theme.colours, self._theme.frames["hairline"]
        if row in self._ends:
            painter.setPen(QPen(colours["text"], 2 * width, Qt.PenStyle.DashLine))
        elif (row + 1) % _ANCHOR == 0:
            painter.setPen(QPen(colours["line"], 2 * width))
        else:
            painter.setPen(QPen(colours["hairline"], width))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


_SIGNS = {"x": "*", "-": "–", "?": "."}
"""Marks that are shown as the key that enters them."""
