"""A practice paper as it lies on the table: agencies down, dimensions across, ticks in boxes."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.models.practice import Paper
from desktop.tally.marks import GRADES, INVALID
from desktop.tally.plan import Plan
from desktop.views.parts import button, card, filled, label
from desktop.views.theme import Theme

_ROWS = 20
"""Rows of a page at most; they are shared out evenly."""
_Align = Qt.AlignmentFlag


class PaperPanel(QWidget):
    """The paper in hand, its number, and the keys that turn it over."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = PaperSheet(plan, theme, self)
        self.name, self.page = label(type="name"), label(type="label", tone="quiet")
        self.back_button = button(self.tr("Page back (Alt+PgUp)"))
        self.on_button = button(self.tr("Next page (Alt+PgDn)"))
        self._lay_out(theme.room["step"])
        for held, key, pages in (
            (self.back_button, "Alt+PgUp", -1),
            (self.on_button, "Alt+PgDown", 1),
        ):
            # the keys stay with the form while the mouse turns the paper
            held.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            held.clicked.connect(lambda _=False, by=pages: self.turn(by))
            QShortcut(QKeySequence(key), self).activated.connect(held.click)

    def show_paper(self, paper: Paper | None) -> None:
        """Lay another paper on the table, its first page up; or none."""
        self.name.setText(self.tr("Paper {0}").format(paper.name) if paper else "")
        self.sheet.paper = paper
        self.show_row(0)

    def show_row(self, row: int) -> None:
        """Turn to the page that has this row."""
        self._show_page(row // self.sheet.page_rows)

    @Slot()
    def turn(self, by: int) -> None:
        """So many pages on; the first and the last stay."""
        self._show_page(self.sheet.page + by)

    def _show_page(self, page: int) -> None:
        sheet = self.sheet
        sheet.page = max(0, min(page, sheet.pages - 1))
        self.page.setText(self.tr("page {0} of {1}").format(sheet.page + 1, sheet.pages))
        self.back_button.setEnabled(sheet.page > 0)
        self.on_button.setEnabled(sheet.page < sheet.pages - 1)
        sheet.update()

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.name)
        top.addStretch(1)
        top.addWidget(self.page)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.on_button)
        column.addLayout(top)
        column.addWidget(self.sheet, 1)
        column.addLayout(foot)
        filled(self).addWidget(frame)


class PaperSheet(QWidget):
    """Paints one page of `paper`; it takes no keys and marks no row, as paper does."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self.paper: Paper | None = None
        self.page = 0
        rows = len(plan.agencies)
        self.pages = -(-rows // _ROWS)
        self.page_rows = -(-rows // self.pages)
        self._signs = _signs(plan)
        self.setAccessibleName(self.tr("Practice paper"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.paper:
            self._paint_head(painter)
            first = self.page * self.page_rows
            last = min(first + self.page_rows, len(self._plan.agencies))
            for row in range(first, last):
                self._paint_row(painter, self.paper, row, self._line(row - first))
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        """The dimensions, and under each the grades that its boxes stand for."""
        colours, middle = self._theme.colours, _Align.AlignCenter
        for column, held in enumerate(self._plan.dimensions):
            room = self._group(column, QRectF(0, 0, self.width(), self._head))
            names = room.adjusted(0, 0, 0, -self._sign_height)
            painter.setPen(colours["text"])
            painter.setFont(self._fitting(held.name, "label", names.width(), lines=2))
            wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            painter.drawText(names, middle | wrap, held.name)
            painter.setPen(colours["quiet"])
            painter.setFont(self._theme.font("note"))
            room.setTop(names.bottom())
            for box, sign in zip(self._places(room), self._signs, strict=False):
                painter.drawText(box, middle, sign)
        painter.setPen(QPen(colours["text"], 2))
        painter.drawLine(QPointF(0, self._head), QPointF(self.width(), self._head))

    def _paint_row(self, painter: QPainter, paper: Paper, row: int, line: QRectF) -> None:
        colours, agency = self._theme.colours, self._plan.agencies[row]
        painter.setPen(colours["quiet"])
        painter.setFont(self._theme.font("body"))
        left = _Align.AlignVCenter | _Align.AlignLeft
        painter.drawText(line, left, f"{row + 1:03d}")
        room = QRectF(line)
        room.setLeft(self._number)
        room.setWidth(self._names - self._number - 4)
        painter.setPen(colours["text"])
        painter.setFont(self._fitting(agency.name, "body", room.width()))
        name = QFontMetrics(painter.font()).elidedText(
            agency.name, Qt.TextElideMode.ElideMiddle, int(room.width())
        )
        painter.drawText(room, left, name)
        self._paint_cells(painter, paper, row, line)
        painter.setPen(QPen(colours["line"] if (row + 1) % 10 == 0 else colours["hairline"], 1))
        painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _paint_cells(self, painter: QPainter, paper: Paper, row: int, line: QRectF) -> None:
        width = len(self._plan.dimensions)
        for column in range(width):
            cell = row * width + column
            ticked = _ticked(paper.marks[cell], cell, len(self._plan.grades))
            room = self._group(column, line)
            if self._has_boxes:
                self._paint_boxes(painter, room, ticked)
            else:
                painter.setPen(self._theme.colours["text"])
                painter.setFont(self._theme.font("body", bold=True))
                written = " ".join(GRADES[grade] for grade in ticked)
                painter.drawText(room, _Align.AlignCenter, written)

    def _paint_boxes(self, painter: QPainter, room: QRectF, ticked: tuple[int, ...]) -> None:
        colours, side = self._theme.colours, self._side
        for grade, place in enumerate(self._places(room)):
            box = QRectF(0, 0, side, side)
            box.moveCenter(place.center())
            painter.setPen(QPen(colours["line"], self._theme.frames["hairline"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            if grade in ticked:
                painter.setPen(QPen(colours["text"], max(2.0, side / 6)))
                painter.drawPolyline(
                    [
                        QPointF(box.left() + 0.12 * side, box.top() + 0.5 * side),
                        QPointF(box.left() + 0.42 * side, box.top() + 0.85 * side),
                        QPointF(box.left() + 1.1 * side, box.top() - 0.12 * side),
                    ]
                )

    def _fitting(self, text: str, size: str, width: float, *, lines: int = 1) -> QFont:
        """The size's font, smaller where the text would be cut, but never below the notes."""
        font = self._theme.font(size)
        least = self._theme.type["note"]
        room = lines * width
        while font.pixelSize() > least and QFontMetrics(font).horizontalAdvance(text) > room:
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _line(self, place: int) -> QRectF:
        height = min((self.height() - self._head - 2) / self.page_rows, self._theme.room["row"])
        return QRectF(0, self._head + place * height, self.width(), height)

    def _group(self, column: int, line: QRectF) -> QRectF:
        """The room of one dimension in a line."""
        width = (self.width() - self._names) / len(self._plan.dimensions)
        left = self._names + column * width
        return QRectF(left + 3, line.top(), width - 6, line.height())

    def _places(self, room: QRectF) -> Iterator[QRectF]:
        """The rooms of the grades, side by side."""
        count = len(self._plan.grades)
        for grade in range(count if self._has_boxes else 0):
            left = room.left() + grade * room.width() / count
            yield QRectF(left, room.top(), room.width() / count, room.height())

    @property
    def _number(self) -> float:
        return self._theme.room["step"] * 5.0

    @property
    def _names(self) -> float:
        """Where the names end and the boxes begin."""
        return self.width() * 0.42

    @property
    def _sign_height(self) -> int:
        return self._theme.type["note"] * 3 // 2

    @property
    def _head(self) -> int:
        return 2 * (self._theme.type["label"] * 3 // 2) + self._sign_height + 4

    @property
    def _side(self) -> float:
        """A box as large as its room allows."""
        group = self._group(0, self._line(0))
        return min(
            group.width() / len(self._plan.grades) - 4, group.height() - 8, 18 * self._theme.scale
        )

    @property
    def _has_boxes(self) -> bool:
        """Whether there is room for them; else the grade's digit is written, as some forms ask."""
        group = self._group(0, QRectF(0, 0, 1, 1))
        return group.width() / len(self._plan.grades) >= self._theme.type["note"]


def _signs(plan: Plan) -> list[str]:
    """A character for each grade: the first of its name where they differ, else its code."""
    first = [grade.name[:1] for grade in plan.grades]
    return first if len(set(first)) == len(first) else [grade.code for grade in plan.grades]


def _ticked(mark: str, cell: int, grades: int) -> tuple[int, ...]:
    """Grades, counted from 0, that have a tick; a cell that is invalid has two."""
    if mark == INVALID:
        return cell % grades, (cell + 1) % grades
    return (GRADES.index(mark),) if mark in GRADES else ()
