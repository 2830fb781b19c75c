"""Who approved the plan: the names on record, and a line for more."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.store.paper_queries import Approval
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, filled, label
from desktop.views.theme import Theme

_BETWEEN = re.compile(r"[,，、;；\n]+")


class ApprovalsPanel(QWidget):
    """Says which names are to go on record; what is typed stays until they are there."""

    approval_requested = Signal(object)
    """A list of names."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        columns = (
            Column(self.tr("Name")),
            Column(self.tr("Put on record")),
            Column(self.tr("By operator")),
        )
        self.names = QLineEdit()
        self.names.setAccessibleName(self.tr("Names of those who approved the plan"))
        self.names.setPlaceholderText(self.tr("Names, with commas between them"))
        self.add = button(self.tr("Add approval"), primary=True)
        self.nothing = label(self._nothing_text(), tone="quiet", wrap=True)
        self.table = FilteredTable(columns, self.tr("Approvals of the plan"), theme, self, wide=0)
        self._lay_out(theme.room["step"])
        self.names.returnPressed.connect(self._ask)
        self.add.clicked.connect(self._ask)

    def show_approvals(self, approvals: Sequence[Approval]) -> None:
        """A row a name, in the order they were recorded."""
        shape = self.tr("d MMM yyyy H:mm")
        rows = [
            Row(
                (approval.record, name),
                (name, in_words(local(approval.at), shape), approval.operator),
                (name, approval.at, approval.operator),
            )
            for approval in approvals
            for name in approval.names
        ]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def clear(self) -> None:
        """The names are on record."""
        self.names.clear()
        self.names.setFocus()

    def _nothing_text(self) -> str:
        return self.tr(
            "Nobody's approval is on record yet. Whoever approved the plan on paper is named here;"
            " the names stand with the plan for good."
        )

    @Slot()
    def _ask(self) -> None:
        names = [name.strip() for name in _BETWEEN.split(self.names.text())]
        self.approval_requested.emit([name for name in names if name])

    def _lay_out(self, step: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.names, 1)
        row.addWidget(self.add)
        column = filled(self)
        column.setContentsMargins(*[2 * step] * 4)
        column.setSpacing(2 * step)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)
