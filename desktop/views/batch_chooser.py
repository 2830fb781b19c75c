"""Which batch is on the table: scanned, typed or chosen; a new one is registered from its slip."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from desktop.actions.batches import register_batch
from desktop.models.batch_table_model import BatchTableModel
from desktop.store import clerk_queries, queries
from desktop.tally.errors import PingyiError
from desktop.tally.form import check_batch_code
from desktop.tally.reconciliation import Slip
from desktop.views.drop_list import DropList
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.table_look import table_of
from desktop.views.workplace import Workplace


class BatchChooser(QWidget):
    """Emits the code of a batch that may be keyed here."""

    batch_chosen = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.code = QLineEdit()
        self.channel = DropList(self.tr("Channel"), place.theme, self)
        self.count = QSpinBox()
        self.register_button = button(self.tr("Register and key"))
        self.open_button = button(self.tr("Key this batch"), primary=True)
        self.batches = BatchTableModel(self._session.opened.plan, self)
        self.table = table_of(self.batches, self.tr("Batches"), place.theme, wide=1)
        self.message = MessageLine(place.language, self)
        self._lay_out()
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the batches as they stand, and wait for a code."""
        survey = self._session.opened
        here = [
            held for held in clerk_queries.batch_work(survey) if clerk_queries.is_here(survey, held)
        ]
        self.batches.show_batches([held for held in here if not held.closed])
        self.empty.setVisible(not self.batches.rowCount())
        self.table.setVisible(bool(self.batches.rowCount()))
        self.slip.setVisible(False)
        self.code.clear()
        self.code.setFocus()

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=3 * step, spacing=2 * step)
        column.addWidget(label(self.tr("Which batch is on the table?"), type="name"))
        self.code.setPlaceholderText(
            self.tr("Scan or type the code on the batch cover, then Enter")
        )
        self.code.setAccessibleName(self.tr("Batch code"))
        self.code.setMaxLength(16)
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(self.open_button)
        column.addLayout(row)
        column.addWidget(self._slip())
        column.addWidget(self.message)
        self.empty = label(self._empty_text(), tone="quiet", wrap=True)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        filled(self).addWidget(frame)

    def _empty_text(self) -> str:
        return self.tr(
            "No batch waits at this station. Type the code on the cover of the batch in your hand:"
            " its slip is asked for next."
        )

    def _slip(self) -> QWidget:
        """The slip's fields, shown where a code is new."""
        self.slip = QWidget()
        form = QFormLayout(self.slip)
        form.setContentsMargins(0, 0, 0, 0)
        self.title = label(tone="accent")
        for held in self._session.opened.plan.channels:
            self.channel.add(held.name, held.code)
        self.count.setRange(1, 99999)
        self.count.setValue(50)
        self.count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        form.addRow(self.title)
        form.addRow(self.tr("Channel"), self.channel)
        form.addRow(self.tr("Forms on the slip"), self.count)
        row = QHBoxLayout()
        row.addWidget(self.register_button)
        row.addStretch(1)
        form.addRow("", row)
        return self.slip

    def _connect(self) -> None:
        self.code.returnPressed.connect(self._open_typed)
        self.open_button.clicked.connect(self._open_typed)
        self.table.activated.connect(lambda index: self._choose(self.batches.code_at(index.row())))
        self.register_button.clicked.connect(self._register)

    @Slot()
    def _open_typed(self) -> None:
        code = self.code.text().strip()
        chosen = self.table.currentIndex()
        if not code and chosen.isValid():
            code = self.batches.code_at(chosen.row())
        if code:
            self._choose(code)

    def _choose(self, code: str) -> None:
        self.message.tell(None)
        try:
            check_batch_code(code)
            if queries.slip(self._session.opened, code) is None:
                self._ask_for_slip(code)
            else:
                self.batch_chosen.emit(code)
        except PingyiError as error:
            self.refuse(error)

    def refuse(self, error: PingyiError) -> None:
        """Say why the batch cannot be keyed here."""
        self._place.sounds.play("warn")
        self.message.tell(error)
        self.code.setFocus()
        self.code.selectAll()

    def _ask_for_slip(self, code: str) -> None:
        self.title.setText(self.tr("Batch {0} is new here: copy its slip.").format(code))
        self.slip.setVisible(True)
        self.channel.setFocus()

    @Slot()
    def _register(self) -> None:
        code = self.code.text().strip()
        try:
            self._session.await_check()
            slip = Slip(code, self.channel.currentData(), self.count.value())
            register_batch(self._session.opened, slip, operator=self._session.code)
        except PingyiError as error:
            self.refuse(error)
        else:
            self.batch_chosen.emit(code)
