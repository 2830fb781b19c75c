"""What outgoing papers add, 落款 and 版记: typed once for a survey, and kept for the next time."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.models.letter_entry import (
    names_text,
    read_copies,
    read_letter_day,
    read_line,
    read_names,
)
from desktop.tally.letter import Letter
from desktop.views.check_box import CheckBox
from desktop.views.letter_files import LetterFiles
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled, label
from desktop.views.typed_field import TypedField, titled
from desktop.views.workplace import Workplace
from desktop.words import words_for

_REST = 600
"""Milliseconds without a key until what is typed is looked at."""
_ROWS = (
    {"office": 5, "number": 3, "deadline": 3, "rank_shown": 3, "date": 2, "copies": 2},
    {"report_to": 1, "issue_to": 1, "copy_to": 1},
)
"""The fields from left to right, with their share of the width."""


class LetterPanel(QWidget):
    """A field that is wrong says so; the letter keeps what stood there before, until it is mended.

    Enter goes from field to field. The letter is kept in the user's folder after each rest.
    """

    changed = Signal()
    """The letter is another one now."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._files = LetterFiles(place, message, self)
        self._taken = Letter()
        self.fields = self._made_fields()
        self.rank_shown = CheckBox(self.tr("State its rank"), place.theme)
        self.open_button = button(self.tr("Open letter…"))
        self.save_button = button(self.tr("Save letter…"))
        self.rank_shown.setMinimumHeight(self.fields["office"].edit.sizeHint().height())
        self._widgets: Mapping[str, QWidget] = {
            **self.fields,
            "rank_shown": titled("", self.rank_shown, place.theme),
        }
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out(place.theme.room["step"])
        self._connect()
        self._show(self._files.kept())

    @property
    def letter(self) -> Letter:
        """What is typed, but for what is wrong."""
        held = {name: field.value for name, field in self.fields.items()}
        return Letter(**held, rank_shown=self.rank_shown.isChecked())

    def show_fields(self, names: Sequence[str]) -> None:
        """Show what stands on the chosen paper, or nothing at all."""
        for name, widget in self._widgets.items():
            widget.setVisible(name in names)
        self.setVisible(bool(names))

    def settle(self, names: Sequence[str] = ()) -> bool:
        """Take over what is typed now; whether these fields, or all of them, are sound.

        The first that is not takes the focus, if it is in sight.
        """
        self._look()
        for name, field in self.fields.items():
            if field.is_wrong and (not names or name in names):
                field.edit.setFocus()
                text = self.tr("The letter, {0}: {1}")
                said = text.format(field.title.text(), field.wrong.text())
                self._message.say(said, tone="bad")
                return False
        return True

    def put_away(self) -> None:
        """Keep what was typed a moment ago."""
        if self._rest.isActive():
            self._look()

    @Slot()
    def open_letter(self) -> None:
        """Take over a letter from a file."""
        if letter := self._files.opened():
            self._show(letter)
            self._files.keep(letter)
            self.changed.emit()

    @Slot()
    def save_letter(self) -> None:
        """Save the letter as a file."""
        if self.settle():
            self._files.save(self.letter)

    @Slot()
    def _look(self) -> None:
        """Take over what is sound of what is typed."""
        self._rest.stop()
        for field in self.fields.values():
            field.look()
        if self.letter != self._taken:
            self._taken = self.letter
            self._files.keep(self._taken)
            self.changed.emit()

    def _tidy(self, field: TypedField) -> None:
        self._look()
        field.tidy()

    def _show(self, letter: Letter) -> None:
        for name, field in self.fields.items():
            field.show_value(getattr(letter, name))
        with QSignalBlocker(self.rank_shown):
            self.rank_shown.setChecked(letter.rank_shown)
        self._taken = letter

    def _made_fields(self) -> Mapping[str, TypedField]:
        made = partial(TypedField, theme=self._place.theme, words=words_for(self._place.language))
        names = partial(made, read=read_names, written=names_text, lines=True)
        names = partial(names, hint=self.tr("One a line, or set apart by commas"))
        line = partial(made, read=read_line, written=str)
        day = partial(made, read=read_this_day, written=str, hint="2006-05-30")
        return {
            "office": line(self.tr("Office that signs")),
            "number": line(self.tr("Document number")),
            "deadline": day(self.tr("To be answered by")),
            "date": day(self.tr("Date")),
            "copies": made(self.tr("Copies"), read=read_copies, written=_number_text),
            "report_to": names(self.tr("Report to")),
            "issue_to": names(self.tr("Issue to")),
            "copy_to": names(self.tr("Copy to")),
        }

    def _connect(self) -> None:
        for field in self.fields.values():
            field.typed.connect(self._rest.start)
            field.left.connect(partial(self._tidy, field))
        self.rank_shown.toggled.connect(self._look)
        self._rest.timeout.connect(self._look)
        self.open_button.clicked.connect(self.open_letter)
        self.save_button.clicked.connect(self.save_letter)

    def _lay_out(self, step: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(step)
        head.addWidget(label(self.tr("The letter"), type="row"))
        head.addWidget(label(self.tr("kept for this survey"), type="label", tone="quiet"), 1)
        for made in (self.open_button, self.save_button):
            head.addWidget(made)
        column = filled(self)
        column.setSpacing(step // 2)
        column.addLayout(head)
        for fields in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(step)
            for name, wide in fields.items():
                row.addWidget(self._widgets[name], wide)
            column.addLayout(row)
        # the paper beneath says how wide the page is
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


def read_this_day(text: str) -> str:
    return read_letter_day(text, date.today())  # noqa: DTZ011  the day on the wall is meant


def _number_text(copies: int | None) -> str:
    return "" if copies is None else str(copies)
