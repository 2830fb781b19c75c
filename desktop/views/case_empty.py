"""What stands beside a list without a case: what to do first, and the button for it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.case_book import BookWords
from desktop.views.parts import button, filled, label
from desktop.views.theme import Theme


class CaseEmpty(QWidget):
    """A list that is only narrowed too far says so."""

    def __init__(self, words: BookWords, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._nothing = words.nothing
        self.text = label(type="row", tone="quiet", wrap=True)
        self.enter_button = button(words.enter, primary=True)
        row = QHBoxLayout()
        row.addWidget(self.enter_button)
        row.addStretch(1)
        column = filled(self)
        column.setSpacing(2 * theme.room["step"])
        column.addStretch(1)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch(2)
        self.show_whether(empty=True)

    def show_whether(self, *, empty: bool) -> None:
        """Whether the ledger has no case at all."""
        self.text.setText(self._nothing if empty else self.tr("No case fits what is chosen above."))
        self.enter_button.setVisible(empty)
