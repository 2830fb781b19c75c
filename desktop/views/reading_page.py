"""What the supervisor's pages have in common: a head, a line that speaks, and one question."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.reading import Reading
from desktop.store import station_queries
from desktop.store.survey_file import SurveyFile
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.workplace import Workplace

_NEVER = -1


class ReadingPage(QWidget):
    """`question` is asked beside the window, and anew only when something went on record."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(
        self, place: Workplace, parent: QWidget, question: Callable[[SurveyFile], Any]
    ) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._session = place, place.session
        self._question, self._read_to = question, _NEVER
        self.reading = Reading(place.session, self)
        self.message = PageLine(place.language, self)
        self.head = PageHead("", place.theme, self)
        self.reading.failed.connect(self._tell_unread)
        self._session.recorded.connect(self._follow)

    def read(self) -> None:
        """Ask, unless the answer that is shown or on its way knows every record."""
        newest = station_queries.record_count(self._session.opened)
        if newest != self._read_to:
            self._read_to = newest
            self.reading.ask(self._question, self.show_found)

    def show_found(self, found: Any) -> None:
        """Show what the question found."""
        raise NotImplementedError

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        self._read_to = _NEVER
        self.message.tell(error)

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self.read()
