"""The papers of a desk at the left: how many are due and done, and each by its number."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.due_list_model import DueListModel, DueRole
from desktop.views.parts import button, card, filled, label
from desktop.views.steady import SteadyBar
from desktop.views.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


class DuePanel(QWidget):
    """Says what waits and what is saved; of a saved paper nothing more."""

    name_chosen = Signal(str)
    other_requested = Signal()

    def __init__(self, title: str, explanation: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = label(title, type="name", wrap=True)
        self.explanation = label(explanation, type="label", tone="quiet", wrap=True)
        self.bar = SteadyBar(theme, self.tr("Papers done"))
        self.counts = label(type="label", wrap=True)
        self.papers, self.list = DueListModel(self), QListView()
        self.other_button = button(self.tr("Other papers"), link=True)
        self._set_up_list()
        self._lay_out()

    def show_due(self, due: Collection[str], done: Collection[str], current: str) -> None:
        """Names due and done; `current` is the open one, or empty."""
        self.bar.show_share(len(done), len({*due, *done}))
        self.counts.setText(self.tr("due {0}  done {1}").format(len(due), len(done)))
        self.papers.show_due(due, done, current)
        index = self.papers.index(max(self.papers.row_of(current), 0))
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _set_up_list(self) -> None:
        self.list.setModel(self.papers)
        self.list.setItemDelegate(DueDelegate(self._theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Papers"))
        self.list.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        frame.setFixedWidth(self._theme.room["batch"])
        for widget in (self.title, self.explanation, self.bar, self.counts):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.other_button)
        self.other_button.clicked.connect(self.other_requested)
        filled(self).addWidget(frame)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.name_chosen.emit(index.data())


class DueDelegate(QStyledItemDelegate):
    """A paper's name at the left, at the right whether it is due, open or done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = {
            (size, bold): theme.font(size, bold=bold)
            for size in ("body", "label")
            for bold in (False, True)
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(40, self._theme.room["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        tone, align = str(index.data(DueRole.TONE)), Qt.AlignmentFlag
        is_open = tone == "accent"
        if is_open:
            painter.fillRect(rect, self._theme.colours["accent_ground"])
        room = rect.adjusted(4, 0, -4, 0)
        painter.setPen(self._theme.colours[tone])
        painter.setFont(self._fonts["body", is_open])
        painter.drawText(room, align.AlignVCenter | align.AlignLeft, str(index.data()))
        painter.setFont(self._fonts["label", is_open])
        painter.drawText(
            room, align.AlignVCenter | align.AlignRight, str(index.data(DueRole.STATE))
        )
