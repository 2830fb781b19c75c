"""Everything that stands against the plan, beside it; Enter or a click goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.tally.errors import Problem
from desktop.tally.plan_draft_findings import Findings
from desktop.views.parts import card, filled, label, set_tone
from desktop.views.plan_words import PlanWords
from desktop.views.theme import Theme

_PLACE = Qt.ItemDataRole.UserRole


class PlanProblemList(QWidget):
    """`name_of` calls a place as its field is called."""

    place_chosen = Signal(str)

    def __init__(
        self, words: PlanWords, name_of: Callable[[str], str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._name_of, self._theme = words, name_of, theme
        self._shown: Sequence[tuple[str, str]] = ()
        step = theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        self.title = label(type="row", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(step // 4)
        self.list.setAccessibleName(self.tr("What is to be put right"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        filled(self).addWidget(frame)

    def show_findings(self, found: Findings) -> None:
        """List what is wrong, and then what is probably not meant."""
        told = [(held.place, self._sentence(held)) for held in (*found.problems, *found.warnings)]
        self._entitle(found)
        if told != self._shown:
            self._shown = told
            self._fill(told, len(found.problems))

    def next_place(self) -> str | None:
        """The place after the one that was gone to last; the first after the last."""
        if not self.list.count():
            return None
        row = (self.list.currentRow() + 1) % self.list.count()
        self.list.setCurrentRow(row)
        place: str = self.list.item(row).data(_PLACE)
        return place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.list.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
                self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, told: Sequence[tuple[str, str]], wrong: int) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for at, (place, sentence) in enumerate(told):
            item = QListWidgetItem(sentence)
            item.setData(_PLACE, place)
            item.setForeground(self._theme.colours["text" if at < wrong else "warn"])
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _entitle(self, found: Findings) -> None:
        if found.problems:
            set_tone(self.title, "bad")
            self.title.setText(self.tr("To put right: {0}").format(len(found.problems)))
        else:
            set_tone(self.title, "warn")
            self.title.setText(self.tr("To think over: {0}").format(len(found.warnings)))

    def _sentence(self, problem: Problem) -> str:
        return f"{self._name_of(problem.place)}\n{self._words.sentence(problem)}"

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(_PLACE))
