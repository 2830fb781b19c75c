"""A few choices side by side, one of them taken: nothing is hidden in a list that opens."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.views.theme import Theme


class Choices(QWidget):
    """Tab reaches the one that is taken, the arrow keys take another; `chosen` gives its value."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Mapping[Any, str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[object, QPushButton] = {}
        self._theme, self._group = theme, QButtonGroup(self)
        self.setStyleSheet(_style(theme))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.room["step"] // 2)
        for value, text in choices.items():
            self.buttons[value] = made = QPushButton(text)
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            made.setToolTip(name)
            made.clicked.connect(lambda _, value=value: self.chosen.emit(value))
            self._group.addButton(made)
            row.addWidget(made)
        row.addStretch(1)

    def show_choice(self, value: object) -> None:
        """Mark a choice as taken."""
        self.buttons[value].setChecked(True)
        for held, made in self.buttons.items():
            # Qt itself does so only after the first of them had the focus
            policy = Qt.FocusPolicy.StrongFocus if held == value else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    def focus(self) -> None:
        """Give the focus to the one that is taken."""
        if taken := self._group.checkedButton():
            taken.setFocus()

    def set_icons(self, icons: Mapping[object, QIcon]) -> None:
        """Put a picture beside each word."""
        side = self._theme.type["number"]
        for value, icon in icons.items():
            self.buttons[value].setIcon(icon)
            self.buttons[value].setIconSize(QSize(side, side))


def _style(theme: Theme) -> str:
    accent, ground = theme.colours["accent"].name(), theme.colours["accent_ground"].name()
    text, frame = theme.colours["text"].name(), theme.frames["hairline"]
    return (
        "QPushButton { padding: 5px 11px; }"
        f"QPushButton:checked {{ background: {ground}; color: {accent};"
        f" border: {frame}px solid {accent}; }}"
        f"QPushButton:focus {{ border: 2px solid {text}; padding: 4px 10px; }}"
    )
