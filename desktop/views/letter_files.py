"""Where a letter comes from and goes to: this user's folder, and files that somebody names."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.actions.letter_file import read_letter
from desktop.actions.letter_keeping import keep_letter, kept_letter, write_letter
from desktop.actions.writing import refusal_named
from desktop.store.keys import Home
from desktop.tally.errors import PingyiError, ProblemsError
from desktop.tally.letter import Letter
from desktop.views.message_line import MessageLine
from desktop.views.new_survey_path import documents
from desktop.views.path_field import open_dialog, save_dialog
from desktop.views.saving import with_suffix
from desktop.views.workplace import Workplace
from desktop.words import words_for

_PROBLEMS = 3
"""What is wrong with a file, as far as one sentence can say it."""


class LetterFiles(QObject):
    """A file that is not sound changes nothing, and is told of on the message line."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message, self._panel = place.session, message, parent
        self._words = words_for(place.language)

    def kept(self) -> Letter:
        """The letter of this survey as it was left; a broken one stays until another is typed."""
        try:
            return kept_letter(self._session.home, self._session.opened.id)
        except PingyiError as error:
            text = self.tr("The letter kept for this survey is not read: {0}")
            self._message.say(text.format(self._told(error)), tone="warn")
            return Letter()

    def keep(self, letter: Letter) -> None:
        """Keep it for the next time; a disk that refuses it is no reason to stop."""
        home, survey = self._session.home, self._session.opened.id
        self._session.journals.post(partial(_kept_quietly, home, survey, letter))

    def opened(self) -> Letter | None:
        """A letter from a file that somebody chooses."""
        ask = open_dialog(self.tr("Open a letter"), self._kinds())
        chosen = ask(self._panel, str(documents()))
        if not chosen:
            return None
        try:
            letter = read_letter(Path(chosen))
        except PingyiError as error:
            self._message.say(self._told(error), tone="bad")
            return None
        self._message.say(self.tr("Taken over: {0}").format(chosen), tone="good")
        return letter

    def save(self, letter: Letter) -> None:
        """Write it where somebody chooses, as `pingyi report --letter` reads it."""
        ask = save_dialog(self.tr("Save the letter"), self._kinds())
        chosen = ask(self._panel, str(documents() / "letter.json"))
        if not chosen:
            return
        path = with_suffix(chosen, ".json")
        try:
            with refusal_named(path):
                write_letter(letter, path)
        except PingyiError as error:
            self._message.tell(error)
        else:
            self._message.say(self.tr("Saved: {0}").format(path), tone="good")

    def _kinds(self) -> str:
        return self.tr("Letters (*.json)")

    def _told(self, error: PingyiError) -> str:
        problems = error.problems if isinstance(error, ProblemsError) else []
        said = [held.sentence(self._words) for held in problems[:_PROBLEMS]]
        return self._words(" ").join([error.sentence(self._words), *said])


def _kept_quietly(home: Home, survey: str, letter: Letter) -> None:
    with suppress(OSError):
        keep_letter(home, survey, letter)
