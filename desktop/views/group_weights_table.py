"""The channels' weights for single groups, written in like a sheet."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.group_weights_model import GroupWeightsModel
from desktop.models.plan_draft import PlanDraft
from desktop.tally.plan_draft import steps
from desktop.views.parts import filled, label
from desktop.views.sheet_table import SheetDelegate, SheetKeys, keep_widths, sheet
from desktop.views.table_look import table_of
from desktop.views.theme import Theme


class GroupWeightsTable(QWidget):
    """Space gives a group weights of its own or takes them; then each is written in its cell."""

    def __init__(self, draft: PlanDraft, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self._theme = title, theme
        self.model = GroupWeightsModel(draft, self)
        self.table = sheet(table_of(self.model, title, theme, wide=0))
        self._widths()
        self.table.setItemDelegate(SheetDelegate(theme, self.table))
        SheetKeys(self.table, self._act_of)
        self.wrong = label(type="label", tone="bad", wrap=True)
        column = filled(self)
        column.addWidget(self.table)
        column.addWidget(self.wrong)
        self.setFocusProxy(self.table)
        self.model.modelReset.connect(self._fit)
        self.model.modelReset.connect(self._widths)
        self._fit()

    def show_value(self) -> None:
        """The model follows the draft by itself."""

    def holds(self, place: str) -> bool:
        way = steps(place)
        return way[:1] == ("groups",) and "weights" in way

    def is_within(self, _: str) -> bool:
        return False

    def name_of(self, place: str) -> str:
        return self.tr("{0}, row {1}").format(self.title, _row(place) + 1)

    def focus_on(self, place: str) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(self.model.index(_row(place), 1))

    def mark(self, marks: Mapping[str, str]) -> None:
        self.model.mark(marks)
        self.wrong.setText(" ".join(marks.values()))
        self.wrong.setVisible(bool(marks))

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Enter writes in a cell."""
        index = self.table.currentIndex()
        is_written = index.flags() & Qt.ItemFlag.ItemIsEditable
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return (lambda: self.table.edit(index)) if is_enter and is_written else None

    @Slot()
    def _widths(self) -> None:
        keep_widths(self.table, [11] * self.model.columnCount(), self._theme, wide=0)

    @Slot()
    def _fit(self) -> None:
        row = self._theme.room["row"]
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + row * max(self.model.rowCount(), 1) + 4)


def _row(place: str) -> int:
    return next((step for step in steps(place) if isinstance(step, int)), 0)
