"""A large button: what it does, one line of explanation, and its key."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.parts import label, set_tone
from desktop.views.theme import Theme


class Entry(QPushButton):
    """One of several choices; the chosen one is checked by whoever holds them."""

    def __init__(
        self, title: str, explanation: str, theme: Theme, parent: QWidget, *, key: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.title = label(title, type="row")
        self.title.setFont(theme.font("row", bold=True))
        self.explanation = label(explanation, tone="quiet", wrap=True)
        self.cap = label(key)
        self.cap.setProperty("cap", True)
        self.setStyleSheet(_style(theme))
        self._lay_out(theme.room["step"])
        # only now: a label that is shown before it has a parent is a window of its own
        self.cap.setVisible(bool(key))
        self.toggled.connect(self._show_whether_chosen)
        if key:
            # at once: a button's own shortcut waits while it looks pressed, and keys get lost
            QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def sizeHint(self) -> QSize:
        return self._room()

    def minimumSizeHint(self) -> QSize:
        return self._room()

    def _room(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.totalMinimumSize()

    @Slot(bool)
    def _show_whether_chosen(self, is_chosen: bool) -> None:
        set_tone(self.title, "accent" if is_chosen else "text")

    def _lay_out(self, step: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * step, step + step // 2, 2 * step, step + step // 2)
        column.setSpacing(step // 2)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.explanation)
        column.addStretch(1)
        for held in (self.title, self.explanation, self.cap):
            # the mouse means the button, not the words on it
            held.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _style(theme: Theme) -> str:
    accent, ground = theme.colours["accent"].name(), theme.colours["accent_ground"].name()
    text, frame = theme.colours["text"].name(), theme.frames["hairline"]
    return (
        f"QPushButton:checked {{ background: {ground}; border: {frame}px solid {accent}; }}"
        f"QPushButton:focus {{ border: 2px solid {accent}; }}"
        f"QPushButton:checked:focus {{ border: 2px solid {text}; }}"
    )
