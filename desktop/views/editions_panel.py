"""Every edition that was sealed: its hash, who sealed it, and why it was opened again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.store.editions import Act, SealedEdition
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import card, filled, label
from desktop.views.workplace import Workplace


class EditionsPanel(QWidget):
    """Enter on an edition asks for its documents."""

    documents_requested = Signal(object)
    """The number of an edition."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Editions")
        columns = [
            Column(self.tr("Edition"), is_number=True),
            Column(self.tr("Sealed")),
            Column(self.tr("Opened again")),
            Column(self.tr("Hash of the results")),
        ]
        self.list = FilteredTable(columns, name, place.theme, self, wide=2)
        self.list.filter.hide()
        self.list.tools.setSpacing(0)
        self.none = label(self.tr("Nothing was sealed yet."), tone="quiet")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.none)
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(name, type="row"))
        column.addWidget(self.stack, 1)
        filled(self).addWidget(frame)
        self.list.row_chosen.connect(self.documents_requested)

    def show_editions(self, editions: Sequence[SealedEdition]) -> None:
        self.list.show_rows([self._row(held) for held in reversed(editions)])
        self.stack.setCurrentWidget(self.list if editions else self.none)

    def _row(self, held: SealedEdition) -> Row:
        opened = self._told(held.unsealed) if held.unsealed else ""
        texts = (str(held.number), self._told(held.sealed), opened, held.results[:16])
        return Row(held.number, texts, (held.number, held.sealed.at, opened, held.results))

    def _told(self, act: Act) -> str:
        when = in_words(local(act.at), self.tr("d MMM H:mm"))
        who = self.tr(", ").join(name for name in (act.operator, act.second) if name)
        parts = [when, who, act.reason]
        return " ".join(part for part in parts if part)
