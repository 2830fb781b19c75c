"""The head of a page: its title, one sentence of state, and at the right what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.parts import label, set_tone
from desktop.views.theme import Theme


class PageHead(QWidget):
    """Actions from left to right as they are added, the dangerous one last."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = theme.room["step"]
        self.title = label(title, type="name")
        self.state = label(type="row", tone="quiet", wrap=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.state)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._step)
        self._row.addLayout(words, 1)

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """The one sentence that says how things stand."""
        set_tone(self.state, tone)
        self.state.setText(sentence)

    def add(self, widget: QWidget, *, apart: bool = False) -> None:
        """One more action; `apart` stands off from the others, for what is dangerous."""
        if apart:
            self._row.addSpacing(3 * self._step)
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
