"""Try the program on a small invented survey, in drill mode, that nothing depends on."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.trial import open_trial
from desktop.session import Session
from desktop.tally.errors import PingyiError
from desktop.views.parts import button, filled, label
from desktop.views.theme import Theme


class DemoPanel(QWidget):
    """One button."""

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.enter = button(self.tr("Open the demo"), primary=True)
        column = filled(self)
        column.setSpacing(2 * theme.room["step"])
        for text in self._texts():
            column.addWidget(label(text, wrap=True))
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self.enter)
        self.enter.clicked.connect(self._open)

    def _texts(self) -> tuple[str, ...]:
        return (
            self.tr(
                "120 invented agencies, five dimensions and three batches: one half keyed, one"
                " untouched, one ready to close."
            ),
            self.tr(
                "It is a drill: nothing of it counts anywhere. Its file goes into a folder for"
                " temporary files and can be thrown away."
            ),
        )

    @Slot()
    def _open(self) -> None:
        self.refused.emit(None)
        folder = Path(tempfile.mkdtemp(prefix="pingyi-demo-"))
        try:
            survey = open_trial(folder / self.tr("Demo.pingyi"), self._session.home)
        except PingyiError as error:
            self.refused.emit(error)
        else:
            self._session.take(survey)
