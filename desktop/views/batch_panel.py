"""The batch at the left: its slip, what is keyed, and every number with where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.batch_forms_model import BatchFormsModel, LineRole
from desktop.store.clerk_queries import BatchWork, FormLine
from desktop.tally.plan import Plan
from desktop.views.parts import button, card, filled, label
from desktop.views.steady import SteadyBar
from desktop.views.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


class BatchPanel(QWidget):
    """One batch of the first keying."""

    number_chosen = Signal(int)
    close_requested = Signal()
    other_requested = Signal()

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self.title, self.slip = label(type="name"), label(type="label", tone="quiet", wrap=True)
        self.bar = SteadyBar(theme, self.tr("Forms keyed"))
        self.counts = label(type="label", wrap=True)
        self.forms = BatchFormsModel(plan, self)
        self.list = QListView()
        self.close_button = button(self.tr("Close batch (F10)"))
        self.other_button = button(self.tr("Other batch"), link=True)
        self._lay_out()

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        frame.setFixedWidth(self._theme.room["batch"])
        self.list.setModel(self.forms)
        self.list.setItemDelegate(LineDelegate(self._theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Forms of the batch"))
        self.list.clicked.connect(self._choose)
        for widget in (self.title, self.slip, self.bar, self.counts):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.close_button)
        column.addWidget(self.other_button)
        self.close_button.clicked.connect(self.close_requested)
        self.other_button.clicked.connect(self.other_requested)
        outer = filled(self)
        outer.addWidget(frame)

    def show_batch(self, batch: BatchWork, lines: list[FormLine], current: int | None) -> None:
        """The slip beside what is keyed; the current number in sight."""
        channels = {held.code: held.name for held in self._plan.channels}
        self.title.setText(self.tr("Batch {0}").format(batch.code))
        channel = channels.get(batch.channel, batch.channel)
        self.slip.setText(self.tr("{0}, numbers 1–{1}").format(channel, batch.count))
        self.bar.show_share(batch.keyed, batch.count)
        text = self.tr("keyed {0}  void {1}  left {2}").format(batch.keyed, batch.void, batch.left)
        if batch.extra:
            text += "  " + self.tr("beyond {0}").format(batch.extra)
        self.counts.setText(text)
        self.forms.show_batch(batch.count, lines, current)
        self._bring_into_sight(current or max((line.number for line in lines), default=1))

    def _bring_into_sight(self, number: int) -> None:
        index = self.forms.index(self.forms.row_of(number))
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _choose(self, index: QModelIndex) -> None:
        self.number_chosen.emit(index.data(LineRole.NUMBER))


class LineDelegate(QStyledItemDelegate):
    """A number at the left, its state at the right in the state's colour."""

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
        tone, colours = str(index.data(LineRole.TONE)), self._theme.colours
        is_current = tone == "accent"
        if is_current:
            painter.fillRect(rect, colours["accent_ground"])
        room = rect.adjusted(4, 0, -4, 0)
        where = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._fonts["body", is_current])
        painter.setPen(colours["accent" if is_current else "text"])
        painter.drawText(
            room, where | Qt.AlignmentFlag.AlignLeft, f"{index.data(LineRole.NUMBER):03d}"
        )
        painter.setFont(self._fonts["label", is_current])
        painter.setPen(colours[tone])
        state = room.adjusted(5 * self._theme.room["step"], 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, state.width()
        )
        painter.drawText(state, where | Qt.AlignmentFlag.AlignRight, text)
