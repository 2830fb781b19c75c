"""The agencies to choose from in order of rank: opened, or typed by any part of a name."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from desktop.report.figures import count_text
from desktop.report.standing import Standing
from desktop.views.drop_list import DropList
from desktop.views.theme import Theme


class AgencyChoice(DropList):
    """What is typed and fits nothing gives way to the agency that is shown."""

    agency_chosen = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, theme, parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumWidth(36 * theme.room["step"])
        self.setMaxVisibleItems(16)
        self.setStyleSheet(
            f"{self.styleSheet()} QComboBox QLineEdit {{ border: none; padding: 0; }}"
        )
        self._let_type(name)
        self.activated.connect(self._choose)

    def offer(self, standing: Standing) -> None:
        """Every agency with its rank and code."""
        with QSignalBlocker(self):
            self.clear()
            for held in standing.results.agencies:
                name = standing.agencies[held.code].name
                self.add(f"{count_text(held.rank)}  {name}  {held.code}", held.code)

    def show_agency(self, code: str) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(code))
        if self.hasFocus():
            self._select()

    def begin_typing(self) -> None:
        """Take the focus; what is typed takes the place of the name that stands there."""
        self.setFocus()
        self._select()

    def _select(self) -> None:
        if line := self.lineEdit():
            line.selectAll()

    def _let_type(self, name: str) -> None:
        line, completer = self.lineEdit(), self.completer()
        assert line
        assert completer
        line.setAccessibleName(name)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.editingFinished.connect(self._settle)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.agency_chosen.emit(self.itemData(place))

    @Slot()
    def _settle(self) -> None:
        """Enter on a part of a name takes the first agency that has it."""
        typed, here = self.currentText().strip(), self.currentIndex()
        if typed == self.itemText(here).strip():
            return
        found = self.findText(typed, Qt.MatchFlag.MatchContains) if typed else -1
        with QSignalBlocker(self):
            self.setCurrentIndex(here if found < 0 else found)
            self.setEditText(self.itemText(self.currentIndex()))
        if found >= 0:
            self._choose(found)
