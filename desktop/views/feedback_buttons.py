"""The feedback sheet 反馈单 of the agency in sight, with the letter kept for the survey."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.actions.letter_keeping import kept_letter
from desktop.papers.orders import Order
from desktop.store.keys import Home
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Agency
from desktop.views.message_line import MessageLine
from desktop.views.new_survey_path import file_name
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.paper_writing import PaperWriting
from desktop.views.workplace import Workplace


class NothingCountedError(PingyiError):
    message = "There is no result yet: wait until the file is counted."


class FeedbackButtons(PaperButtons):
    """`agency` says whose sheet is meant when a button is pressed."""

    def __init__(
        self,
        place: Workplace,
        message: MessageLine,
        title: str,
        agency: Callable[[], Agency | None],
        parent: QWidget,
        *,
        text: str,
    ) -> None:
        super().__init__(place, message, title, self._sheet, parent, text=text)
        self._place, self._agency = place, agency

    def proposed_name(self) -> str:
        title, agency = super().proposed_name(), self._agency()
        return file_name(
            f"{title} {agency.code} {agency.short or agency.name}" if agency else title
        )

    def _sheet(self) -> Writer:
        """Laid out in a process of its own; the errors of `kept_letter`."""
        agency, session = self._agency(), self._place.session
        if agency is None:
            raise NothingCountedError
        order = Order(
            session.opened.path,
            self._place.language,
            letter=kept_letter(session.home, session.opened.id),
            agency=agency.code,
        )
        return partial(_written, session.home, order)


def _written(home: Home, order: Order, path: Path) -> Path:
    with closing(PaperWriting(home)) as writing:
        writing.save(order, path, lambda done, total: None)
    return path
