"""What is wrong in a table that was brought in, row by row, as far as there is room."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.tally.errors import ProblemsError
from desktop.views.parts import label
from desktop.words import words_for

_MOST = 5
"""Rows that are named; who mends these looks at the table anyway."""


class TableProblems(QWidget):
    """Takes no room while nothing is wrong."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(language)
        self.text: QLabel = label(type="label", tone="bad", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.hide()

    def show_problems(self, error: object) -> None:
        """Those of an error that has a list; None or any other error clears it."""
        problems = error.problems if isinstance(error, ProblemsError) else []
        told = [self.tr("Row {0}").format(held.sentence(self._words)) for held in problems[:_MOST]]
        if len(problems) > _MOST:
            told.append(self.tr("… and {0} more").format(len(problems) - _MOST))
        self.text.setText("\n".join(told))
        self.setVisible(bool(told))
