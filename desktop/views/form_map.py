"""The whole form as a small map: a pattern that slipped by a row shows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.models.desk import Desk
from desktop.models.open_form import OpenForm
from desktop.tally.keyings import UNKEYED
from desktop.views.theme import Theme


class FormMap(QWidget):
    """Draws every cell of the desk's form; it takes no keys."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._looks = theme.looks(desk.plan)
        self._rows, self._columns = len(desk.plan.agencies), len(desk.plan.dimensions)
        self._row = 0
        self.setAccessibleName(self.tr("Map of the form"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        desk.form_changed.connect(self.update)
        desk.cells_marked.connect(self._repaint_cells)
        desk.cursor_moved.connect(self._repaint_cursor)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.room["map"] - 4 * self._theme.room["step"], 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        form, dirty = self._desk.form, event.rect()
        painter.setFont(self._theme.font("note"))
        for row in range(self._rows):
            line = self._line(row)
            if line.intersects(QRectF(dirty).adjusted(0, -20, 0, 20)):
                self._paint_row(painter, form, row, line)
        if form:
            painter.setPen(QPen(self._theme.colours["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._line(form.row).adjusted(-4, -2, 4, 2))

    def _paint_row(self, painter: QPainter, form: OpenForm | None, row: int, line: QRectF) -> None:
        width = line.width() / self._columns
        for column in range(self._columns):
            mark = form.marks[row * self._columns + column] if form else UNKEYED
            box = QRectF(line.x() + column * width, line.y(), width - 2, line.height())
            painter.fillRect(box, self._colour(mark))
        if (row + 1) % 10 == 0:
            painter.setPen(self._theme.colours["quiet"])
            room = QRectF(0, line.center().y() - 10, line.x() - 8, 20)
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, where, str(row + 1))

    def _colour(self, mark: str) -> QColor:
        if mark == UNKEYED:
            return self._theme.colours["empty"]
        return self._looks[mark].ink if mark in self._looks else self._theme.colours["line"]

    def _line(self, row: int) -> QRectF:
        """The bar of one row: whole pixels where there is room, so that rows look alike."""
        left, height = 4 * self._theme.room["step"], min((self.height() - 8) / self._rows, 16)
        top = 4 + row * height
        return QRectF(left, top, self.width() - left - 8, max(height - 1, height * 0.75))

    def _repaint_cells(self, first: int, last: int) -> None:
        self._repaint_row(first // self._columns)
        self._repaint_row(last // self._columns)

    def _repaint_cursor(self) -> None:
        if form := self._desk.form:
            self._repaint_row(self._row)
            self._row = form.row
            self._repaint_row(self._row)

    def _repaint_row(self, row: int) -> None:
        line = self._line(row).adjusted(-6, -4, 6, 4)
        self.update(line.toAlignedRect())
