"""Which agency is meant: typed in a line, with what fits in a list under it; no hand leaves it."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.actions.opinion_errors import AgencyUnknownError
from desktop.models.agency_finder import Addressee, AgencyFinder, listed
from desktop.views.parts import filled, label
from desktop.views.theme import Theme

_ROWS = 5
"""Lines of the list that there is always room for."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgencyField(QWidget):
    """The line of the list that is marked is what is meant; an empty field means the survey."""

    taken = Signal()
    """Enter, or a click on a line."""
    back_requested = Signal()
    chosen_changed = Signal(object)
    """The Addressee that is marked, or None where nothing fits."""
    typed = Signal()

    def __init__(self, finder: AgencyFinder, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._finder = finder
        self._found: list[Addressee] = []
        self.line, self.list = QLineEdit(), QListWidget()
        self.line.setPlaceholderText(finder.whole.name)
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = self.list.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Ignored)
        self.list.setSizePolicy(policy)
        self.list.setMinimumHeight(_ROWS * _row(theme))
        self.list.setStyleSheet(_style(theme))
        self._lay_out(name, theme.room["step"])
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._find)
        self.list.currentRowChanged.connect(self._follow)
        self.list.itemClicked.connect(self._take)
        self.setFocusProxy(self.line)
        self.show_code("")

    @property
    def chosen(self) -> Addressee | None:
        """What is marked; None where nothing fits what is typed."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def code(self) -> str:
        """The code of what is marked; AgencyUnknownError."""
        if chosen := self.chosen:
            return chosen.code
        raise AgencyUnknownError(agency=self.line.text().strip())

    def show_code(self, code: str, typed: str = "") -> None:
        """An agency by its code; where there is none of it, what was typed and what fits that."""
        held = self._finder.of(code)
        if held and (code or not typed):
            self._show_chosen(held)
        else:
            self.line.setText(typed)
            self._find(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if event.type() == QEvent.Type.FocusIn:
            self.line.selectAll()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            # no wrap at the ends, and a page at a time
            self._move({_MOVES[0]: -1, _MOVES[1]: 1, _MOVES[2]: -_ROWS, _MOVES[3]: _ROWS}[key])
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self._take()
        elif key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        if count := self.list.count():
            self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), count - 1))

    @Slot()
    def _take(self) -> None:
        """Take what is marked; where nothing fits, the page says so."""
        if chosen := self.chosen:
            self._show_chosen(chosen)
        self.taken.emit()

    def _show_chosen(self, held: Addressee) -> None:
        """Its name in the line, and in the list among its neighbours."""
        self.line.setText(held.name if held.code else "")
        self.line.home(False)  # a long name is read from its beginning
        self._fill(self._finder.all, held)

    @Slot(str)
    def _find(self, text: str) -> None:
        found = self._finder.find(text)
        self._fill(found, found[0] if found else None)
        self.typed.emit()

    def _fill(self, found: list[Addressee], marked: Addressee | None) -> None:
        self._found = found
        with QSignalBlocker(self.list):
            self.list.clear()
            for held, text in zip(found, listed(found), strict=True):
                item = QListWidgetItem(text, self.list)
                item.setToolTip(held.code)
            self.list.setCurrentRow(found.index(marked) if marked else -1)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if chosen := self.chosen:
            self.list.scrollTo(self.list.currentIndex())
        self.line.setAccessibleDescription(listed([chosen])[0] if chosen else "")
        self.chosen_changed.emit(chosen)

    def _lay_out(self, name: str, step: int) -> None:
        column = filled(self)
        column.setSpacing(step // 2)
        column.addWidget(label(name, type="label", tone="quiet"))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)


def _row(theme: Theme) -> int:
    """The height of a line: a little less than a table's."""
    return theme.room["row"] - theme.room["step"] // 2


def _style(theme: Theme) -> str:
    """The marked line is known without the focus too."""
    row = _row(theme)
    ground, accent = theme.colours["accent_ground"].name(), theme.colours["accent"].name()
    step = theme.room["step"]
    return (
        f"QListWidget::item {{ height: {row}px; padding: 0 {step}px; }}"
        f"QListWidget::item:selected {{ background: {ground}; color: {accent}; }}"
    )
