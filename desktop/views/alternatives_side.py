"""The alternatives that are set beside the result, and the options to compose another of."""

from collections.abc import Sequence
from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QStackedWidget, QWidget

from desktop.models.option_words import OptionWords
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.tally.what_if import Alternative, Outcome, clashes
from desktop.views.message_line import MessageLine
from desktop.views.options_form import OptionsForm
from desktop.views.parts import button, filled
from desktop.views.workplace import Workplace
from desktop.words import words_for

_MOST = 12
"""Alternatives side by side: more can be compared by nobody."""
_NAMED = 5
"""Agencies that are named where they cross an edge; of more the number is told."""


class AlternativesSide(QStackedWidget):
    """Each alternative has a letter, which is its column's in the table."""

    chosen = Signal(object)
    """The alternatives wanted now, or None for the usual ones."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._plan: Plan = place.session.opened.plan
        self._held: list[Alternative] = []
        self.words = OptionWords(self._plan, self)
        self.list = QListWidget()
        self.form = OptionsForm(self._plan, self.words, place.theme, self)
        self.compose_button = button(self.tr("Other options…"))
        self.remove_button = button(self.tr("Take away"))
        self.usual_button = button(self.tr("Reset"))
        self.add_button = button(self.tr("Set beside"), primary=True)
        self.back_button = button(self.tr("Back"))
        self._lay_out()
        self._connect()

    def show_outcomes(self, held: Sequence[Outcome], *, own_apart: bool) -> None:
        """What each alternative comes to; `own_apart` says whether own forms can be left out."""
        at = self.list.currentRow()
        self._held = [one.alternative for one in held]
        self.form.offer_own(is_possible=own_apart)
        self.list.clear()
        for letter, one in zip(ascii_uppercase, held, strict=False):
            self.list.addItem(f"{letter}  {self._told(one)}")
        self.list.setCurrentRow(min(max(at, 0), len(held) - 1))
        self.remove_button.setEnabled(bool(held))

    def focus(self) -> None:
        """The list, or the options where they are in front."""
        (self.form.denominator if self.currentIndex() else self.list).setFocus()

    @Slot()
    def compose(self) -> None:
        """Choose other options, beginning with the plan's own."""
        self.setCurrentIndex(1)
        self.form.denominator.setFocus()

    @Slot()
    def back(self) -> None:
        """From the options to the list."""
        self.setCurrentIndex(0)
        self.compose_button.setFocus()

    @Slot()
    def add(self) -> None:
        """Set what is chosen beside the others; the line says what does not go together."""
        try:
            alternative = self.form.alternative()
        except PingyiError as error:
            self._message.tell(error)
            return
        if problems := clashes(self._plan, alternative):
            told = self.tr("These options do not go together: {0}")
            sentence = problems[0].sentence(words_for(self._place.language))
            self._message.say(told.format(sentence), tone="bad")
            return
        self._message.tell(None)
        others = [one for one in self._held if one != alternative]
        self.chosen.emit([*others, alternative][-_MOST:])
        self.back()

    @Slot()
    def remove(self) -> None:
        """Take the alternative under the cursor away."""
        at = self.list.currentRow()
        self.chosen.emit([one for place, one in enumerate(self._held) if place != at])

    @Slot()
    def reset(self) -> None:
        """The alternatives that stood there first."""
        self.chosen.emit(None)

    def _told(self, one: Outcome) -> str:
        """What is different, how many ranks change, and who crosses an edge."""
        many = self.tr("{0} ranks change").format(len(one.moved))
        crossing = (
            text.format(self._named(codes))
            for text, codes in (
                (self.tr("into the top: {0}"), one.into_top),
                (self.tr("out of the top: {0}"), one.out_of_top),
                (self.tr("into the bottom: {0}"), one.into_bottom),
                (self.tr("out of the bottom: {0}"), one.out_of_bottom),
            )
            if codes
        )
        head = self.words.differences(one.alternative)
        changes = many if one.moved else self.tr("no rank changes")
        return "\n     ".join([head, changes, *crossing])

    def _named(self, codes: Sequence[str]) -> str:
        if len(codes) > _NAMED:
            return self.tr("{0} agencies").format(len(codes))
        names = {agency.code: agency.short or agency.name for agency in self._plan.agencies}
        return self.tr(", ").join(names[code] for code in codes)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Alternatives"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(step // 2)
        wide = [
            self._side(self.list, self.compose_button, self.remove_button, self.usual_button),
            self._side(self.form, self.add_button, self.back_button),
        ]
        self.setFixedWidth(max(46 * step, *wide))

    def _side(self, main: QWidget, *buttons: QPushButton) -> int:
        """Add a side with its buttons below; how wide those are."""
        made, row = QWidget(), QHBoxLayout()
        column = filled(made)
        for part in buttons:
            row.addWidget(part)
        row.addStretch(1)
        column.addWidget(main, 1)
        column.addLayout(row)
        self.addWidget(made)
        return row.sizeHint().width()

    def _connect(self) -> None:
        for pressed, act in (
            (self.compose_button, self.compose),
            (self.remove_button, self.remove),
            (self.usual_button, self.reset),
            (self.add_button, self.add),
            (self.back_button, self.back),
        ):
            pressed.clicked.connect(act)
        self.form.entered.connect(self.add)
