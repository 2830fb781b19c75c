"""The batches of this station and what is left of each; one is opened for keying from here."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.batch_state import check_keyable
from desktop.models.batch_table_model import BatchColumn, BatchTableModel
from desktop.models.shift_rows import batches_here
from desktop.store import kinds
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.table_look import table_of
from desktop.views.workplace import Workplace


class MyBatchesPanel(QWidget):
    """Emits the code of a batch that may be keyed, once it is chosen."""

    batch_chosen = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self.model = BatchTableModel(self._session.opened.plan, self)
        self.table = table_of(
            self.model, self.tr("My batches"), place.theme, wide=BatchColumn.CHANNEL
        )
        self.left, self.empty = label(type="label", tone="quiet"), label(tone="quiet", wrap=True)
        self.key_button = button(self.tr("Key this batch"))
        self._lay_out()
        self.table.activated.connect(self._open)
        self.key_button.clicked.connect(self._open_chosen)

    def refresh(self) -> None:
        """The batches as they stand; the row that was chosen stays so."""
        row = max(self.table.currentIndex().row(), 0)
        held = batches_here(self._session.opened)
        self.model.show_batches(held)
        left = sum(max(batch.left, 0) for batch in held)
        self.left.setText(self.tr("batches {0}, forms left {1}").format(len(held), left))
        self.table.setVisible(bool(held))
        self.empty.setVisible(not held)
        self.key_button.setVisible(bool(held) and self._may_key)
        if held:
            self.table.selectRow(min(row, len(held) - 1))

    @property
    def _may_key(self) -> bool:
        return self._session.opened.station is not None and self._session.may(kinds.FORM)

    @Slot()
    def _open_chosen(self) -> None:
        self._open(self.table.currentIndex())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if not (index.isValid() and self._may_key):
            return
        code = self.model.code_at(index.row())
        try:
            check_keyable(self._session.opened, code)
        except PingyiError as error:
            self._message.tell(error)
        else:
            self.batch_chosen.emit(code)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("My batches"), type="name"))
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.key_button)
        column.addLayout(row)
        self.empty.setText(
            self.tr(
                "No batch waits at this station. A batch comes with its papers: type the code on"
                " its cover on the page Keying."
            )
        )
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.setAlignment(self.empty, Qt.AlignmentFlag.AlignTop)
        filled(self).addWidget(frame)
