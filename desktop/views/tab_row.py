"""The parts of a page in a row: Alt with a digit shows one, the arrow keys go along the row."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.views.theme import Theme


class TabRow(QTabBar):
    """Each part by its id and its title."""

    part_chosen = Signal(str)

    def __init__(
        self, name: str, parts: Sequence[tuple[str, str]], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._walked = False
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet(_style(theme))
        for place, (part, title) in enumerate(parts):
            self.addTab(title)
            self.setTabData(place, part)
            self.setTabToolTip(place, f"{title} (Alt+{place + 1})")
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), parent)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(partial(self._jump, place))
        self.currentChanged.connect(self._tell)

    def show_part(self, part: str) -> None:
        """Mark a part as the one that is shown."""
        held = (place for place in range(self.count()) if self.tabData(place) == part)
        self.setCurrentIndex(next(held, self.currentIndex()))

    @property
    def is_walked(self) -> bool:
        """Whether somebody goes along the row by keys, so that the focus is to stay in it.

        Qt gives the row the focus by itself too, where it has nothing else to give it to.
        """
        return self._walked and self.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._walked = True
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._walked = False
        super().focusOutEvent(event)

    def _jump(self, place: int) -> None:
        """With a digit the focus goes into the part."""
        self._walked = False
        self.setCurrentIndex(place)

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.part_chosen.emit(str(self.tabData(place)))


def _style(theme: Theme) -> str:
    step = theme.room["step"]
    colours = {name: colour.name() for name, colour in theme.colours.items()}
    return (
        f"QTabBar::tab {{ background: transparent; color: {colours['quiet']}; border: none;"
        f" border-bottom: 3px solid transparent; padding: {step // 2}px {3 * step // 2}px;"
        f" font-size: {theme.type['body']}px; }}"
        f"QTabBar::tab:hover {{ color: {colours['accent']}; }}"
        f"QTabBar::tab:selected {{ color: {colours['accent']}; font-weight: bold;"
        f" border-bottom: 3px solid {colours['accent']}; }}"
        f"QTabBar::tab:selected:focus {{ background: {colours['accent_ground']}; }}"
        f"QTabBar QToolButton {{ background: {colours['card']}; }}"
    )
