"""What waits for a second look: batches to key a second time, and one's own forms come back."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop.actions.batches import check_registered
from desktop.actions.second_keying import BlindForm
from desktop.models.second_list import work_due
from desktop.models.waiting_table_model import Waiting, WaitingTableModel
from desktop.models.worklists import BlindAgain
from desktop.tally.errors import PingyiError
from desktop.tally.form import check_batch_code, form_name
from desktop.views.message_line import MessageLine
from desktop.views.parts import badge, button, card, filled, label
from desktop.views.table_look import table_of
from desktop.views.theme import Theme
from desktop.views.workplace import Workplace


class SecondChooser(QWidget):
    """A scanned or typed batch, or a row of either list, puts papers on the desk."""

    batch_chosen = Signal(str)
    form_chosen = Signal(str)
    """The name of a form that came back, such as B001-017."""
    page_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.code = QLineEdit()
        self.open_button = button(self.tr("Key a second time"), primary=True)
        self.message = MessageLine(place.language, self)
        theme = place.theme
        self.due = WaitingList(
            self.tr("To key a second time"),
            (self.tr("Batch"), self.tr("Numbers due"), self.tr("Forms")),
            self._nothing_due(),
            theme,
        )
        self.again = WaitingList(
            self.tr("Come back to me"),
            (self.tr("Form"), self.tr("Cells to key again")),
            self._nothing_back(),
            theme,
        )
        self.keying_button = button(self.tr("Go to Keying"))
        self.due.add_to_empty(self.keying_button)
        self._lay_out(theme.room["step"])
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Both lists as the file has them, and the code asked for."""
        due, again = work_due(self._session), BlindAgain(self._session).due()
        self.due.show_rows(
            [
                Waiting(batch, (batch, _listed(numbers), str(len(numbers))))
                for batch, numbers in due.items()
            ],
            sum(map(len, due.values())),
        )
        self.again.show_rows([self._come_back(form) for form in again], len(again))
        self.message.tell(None)
        self.code.clear()
        self.code.setFocus()

    def refuse(self, error: PingyiError) -> None:
        """Say why nothing was put on the desk."""
        self._place.sounds.play("warn")
        self.message.tell(error)
        self.code.setFocus()
        self.code.selectAll()

    def _come_back(self, form: BlindForm) -> Waiting:
        name = form_name(form.batch, form.number)
        return Waiting(name, (name, str(len(form.cells)) if form.cells else self.tr("all")))

    def _nothing_due(self) -> str:
        return self.tr(
            "Nothing waits for you here. When a batch is closed, numbers of it are drawn for second"
            " keying; what you keyed first yourself goes to somebody else. If you were given"
            " papers, type the code on the batch cover above."
        )

    def _nothing_back(self) -> str:
        return self.tr(
            "No form comes back to you. A form of yours that is to be looked at once more stands"
            " here; take its paper from the batch and key the open cells."
        )

    def _connect(self) -> None:
        self.code.returnPressed.connect(self._open_typed)
        self.open_button.clicked.connect(self._open_typed)
        self.due.name_chosen.connect(self.batch_chosen)
        self.again.name_chosen.connect(self.form_chosen)
        self.keying_button.clicked.connect(lambda: self.page_requested.emit("keying"))

    @Slot()
    def _open_typed(self) -> None:
        code = self.code.text().strip()
        if not code:
            self._go_to_list()
            return
        self.message.tell(None)
        try:
            check_batch_code(code)
            check_registered(self._session.opened, code)
        except PingyiError as error:
            self.refuse(error)
        else:
            self.batch_chosen.emit(code)

    def _go_to_list(self) -> None:
        """Enter alone leads to the list that has something in it; there it opens the row."""
        for held in (self.due, self.again):
            if held.model.rowCount():
                held.table.setFocus()
                return

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=3 * step, spacing=2 * step)
        column.addWidget(label(self.tr("Which papers are on the table?"), type="name"))
        self.code.setPlaceholderText(
            self.tr("Scan or type the code on the batch cover, then Enter")
        )
        self.code.setAccessibleName(self.tr("Batch code"))
        self.code.setMaxLength(16)
        self.code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(self.open_button)
        column.addLayout(row)
        column.addWidget(self.message)
        lists = QHBoxLayout()
        lists.setSpacing(4 * step)
        lists.addWidget(self.due, 3)
        lists.addWidget(self.again, 2)
        column.addLayout(lists, 1)
        filled(self).addWidget(frame)


class WaitingList(QWidget):
    """A titled list with its count; where it is empty, what to do instead."""

    name_chosen = Signal(str)

    def __init__(self, title: str, titles: tuple[str, ...], empty: str, theme: Theme) -> None:
        super().__init__()
        self.model = WaitingTableModel(titles, self)
        self.table: QTableView = table_of(self.model, title, theme, wide=len(titles) - 2)
        self.count, self.empty = badge(), QWidget()
        self._step = theme.room["step"]
        self._explained = filled(self.empty)
        self._explained.setSpacing(2 * self._step)
        self._explained.addWidget(label(empty, tone="quiet", wrap=True))
        self._lay_out(title)
        self.table.activated.connect(self._choose)

    def add_to_empty(self, button: QPushButton) -> None:
        """What is pressed where there is nothing in the list."""
        self._explained.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: list[Waiting], count: int) -> None:
        """These rows; `count` stands beside the title."""
        self.model.show_rows(rows)
        self.count.setText(str(count))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            self.table.selectRow(0)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.name_chosen.emit(self.model.name_at(index.row()))

    def _lay_out(self, title: str) -> None:
        column, row = filled(self), QHBoxLayout()
        column.setSpacing(self._step)
        row.addWidget(label(title, type="row"))
        row.addWidget(self.count)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        below = QVBoxLayout()
        below.addStretch(1)
        column.addLayout(below)


def _listed(numbers: tuple[int, ...]) -> str:
    return " ".join(f"{number:03d}" for number in numbers)
