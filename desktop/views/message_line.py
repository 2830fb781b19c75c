"""The line under the form: what happened, and what to press; it goes away with the next key."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import Told, message_for, warning
from desktop.models.notices import Notice
from desktop.tally.errors import PingyiError
from desktop.views.parts import badge, label, set_tone
from desktop.words import words_for


class MessageLine(QWidget):
    """One message at a time, with its number; `tone` is the theme's colour for it."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.number = badge()
        self.text = label(type="body", wrap=True)
        self.text.setMinimumHeight(2 * self.text.fontMetrics().height() + 8)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.tell(None)

    @Slot(object)
    def tell(self, what: object) -> None:
        """Show a Notice, a PingyiError or a plain sentence; None clears the line."""
        self.number.setVisible(False)
        match what:
            case None:
                self.say("")
            case Notice():
                self._say_told(warning(what.id, self._language, **what.fields), "warn")
            case PingyiError():
                told = message_for(what, self._language)
                if told:
                    self._say_told(told, "bad")
                else:
                    self.say(what.sentence(words_for(self._language)), tone="bad")
            case _:
                self.say(str(what))

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """What a piece of work ended with: a sentence, or raised where it is a fault of ours."""
        match error:
            case PingyiError():
                self.tell(error)
            case OSError():
                text = self.tr("{0} cannot be written ({1}): choose another folder.")
                self.say(text.format(error.filename, error.strerror), tone="bad")
            case _:
                raise error

    def say(self, sentence: str, *, tone: str = "text") -> None:
        """Show a sentence without a number."""
        set_tone(self.text, tone)
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)

    def _say_told(self, told: Told, tone: str) -> None:
        self.number.setText(told.number)
        self.number.setVisible(True)
        gap = "" if self._language == "zh_CN" else " "
        self.say(f"{told.sentence}{gap}{told.remedy}", tone=tone)


class PageLine(MessageLine):
    """The line of a page where nobody keys: it takes room only while it says something."""

    def say(self, sentence: str, *, tone: str = "text") -> None:
        super().say(sentence, tone=tone)
        self.setVisible(bool(sentence))
