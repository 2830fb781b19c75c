"""The part of the results with one agency, its feedback sheet, and how earlier ranks come in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.counted import Counted
from desktop.tally.plan import Agency
from desktop.views.agency_panel import AgencyPanel
from desktop.views.feedback_buttons import FeedbackButtons
from desktop.views.history_panel import HistoryPanel
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled
from desktop.views.workplace import Workplace


class AgencyPart(QWidget):
    """The panel of earlier ranks is made when it is first asked for."""

    failed = Signal(object)
    changed = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self.panel = AgencyPanel(place, self)
        title, text = self.tr("Feedback sheet"), self.tr("Print feedback sheet")
        self.feedback = FeedbackButtons(place, message, title, self._agency, self.panel, text=text)
        self.panel.tools.addWidget(self.feedback)
        self.history: HistoryPanel | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        filled(self).addWidget(self.stack)
        self.panel.history_requested.connect(self.bring_in)
        self.panel.failed.connect(self.failed)

    def show_counted(self, counted: Counted) -> None:
        self.panel.show_counted(counted)

    def activate(self) -> None:
        self.history.activate() if self.history else self.panel.activate()

    def _agency(self) -> Agency | None:
        return self.panel.agency

    @Slot()
    def bring_in(self) -> None:
        """Open the panel of earlier ranks."""
        self.history = HistoryPanel(self._place, self._message, self)
        self.stack.addWidget(self.history)
        self.stack.setCurrentWidget(self.history)
        self.history.closed.connect(self._close_history)
        self.history.activate()

    @Slot()
    def _close_history(self) -> None:
        """Back to the agency; what was typed is done with."""
        held, self.history = self.history, None
        self.stack.setCurrentWidget(self.panel)
        self.panel.activate()
        if held:
            self.stack.removeWidget(held)
            held.deleteLater()
