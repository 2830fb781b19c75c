"""The issue register 领发登记: papers out and back, line by line, beside what the plan states."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.actions.issuing import Issue, correct_issue, enter_issue
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.papers.sheets import issue_register
from desktop.store.paper_queries import IssueLine
from desktop.tally.errors import Problem
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import button, card, filled, label, number_box
from desktop.views.workplace import Workplace
from desktop.words import words_for

_MOST = 999_999_999
_WHOLE = Qt.FocusReason.TabFocusReason
"""A field that is gone to so has its text selected: what is typed takes its place."""
_PLACES = ((0, 0, 6), (0, 6, 3), (0, 9, 3), (1, 0, 4), (1, 4, 4), (1, 8, 4), (2, 0, 4), (2, 4, 8))
"""Row, column and width of every field, of twelve columns."""


class IssuePanel(QWidget):
    """Enter on a line corrects it; a line with 0 forms is taken back. Both stay on record.

    Enter in a field goes on to the next, in the last one it enters the line; Esc gives a
    correction up.
    """

    bundle_requested = Signal(object)
    """An IssueLine that came back, to be bundled into batches."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._plan = place.session.opened.plan
        self._words = words_for(place.language)
        self._corrected: IssueLine | None = None
        self.acting = Acting(place.session, self)
        columns = [
            Column(self.tr("Day")),
            Column(self.tr("Channel")),
            Column(self.tr("Way")),
            Column(self.tr("Forms"), is_number=True),
            Column(self.tr("By and to")),
        ]
        self.list = FilteredTable(columns, self.tr("Issue register"), place.theme, self, wide=4)
        self.channel = DropList(self.tr("Channel"), place.theme, self)
        self.way = DropList(self.tr("Way"), place.theme, self)
        self.forms = number_box(1, _MOST)
        self.forms.setGroupSeparatorShown(True)
        self.day, self.giver, self.taker, self.signed, self.note = (QLineEdit() for _ in range(5))
        self.enter_button = button(self.tr("Enter"))
        self.cancel_button = button(self.tr("Not now"))
        self.bundle_button = button(self.tr("Bundle into batches…"))
        self.hint = label(type="label", tone="quiet", wrap=True)
        self.warnings = label(type="label", tone="warn", wrap=True)
        title = self.tr("Issue register")
        self.papers = PaperButtons(place, message, title, self._register, self)
        self._fields: tuple[QWidget, ...] = (self.channel, self.way, self.forms, self.day)
        self._fields += (self.giver, self.taker, self.signed, self.note)
        self._dress()
        self._lay_out()
        self._connect()
        self._begin(None)

    def show_lines(self, lines: Sequence[IssueLine], warnings: Sequence[Problem]) -> None:
        self.list.show_rows([self._row(held) for held in lines])
        self.warnings.setText("\n".join(held.sentence(self._words) for held in warnings))
        self.warnings.setVisible(bool(warnings))
        self._say_hint()
        self._follow(self.list.current())

    def _row(self, held: IssueLine) -> Row:
        channels = {one.code: one.name for one in self._plan.channels}
        way = self.tr("issued") if held.way == "issued" else self.tr("returned")
        hands = f"{held.giver} → {held.taker}"
        hands += f" · {held.signed}" if held.signed else ""
        hands += f" · {held.note}" if held.note else ""
        texts = (held.on, channels[held.channel], way, f"{held.forms:,}", hands)
        return Row(held, texts, (held.on, texts[1], way, held.forms, hands))

    @Slot()
    def enter(self) -> None:
        """Put the line on record, or in the place of the one that is corrected."""
        issue = Issue(
            self.channel.currentData(),
            self.way.currentData(),
            self.forms.value(),
            self.day.text().strip(),
            self.giver.text(),
            self.taker.text(),
            self.signed.text(),
            self.note.text(),
        )
        by, line = self._session.code, self._corrected
        if line:
            self.acting.start(
                lambda survey, _: correct_issue(survey, line.record, issue, operator=by),
                partial(
                    self._tell, self.tr("The line is corrected; the one before stays on record.")
                ),
            )
        else:
            self.acting.start(
                lambda survey, _: enter_issue(survey, issue, operator=by),
                partial(self._tell, self.tr("The line is on record.")),
            )

    def _tell(self, sentence: str, _: object) -> None:
        self._message.say(sentence, tone="good")
        self._begin(None)
        self.channel.setFocus()

    @Slot(object)
    def _correct(self, key: object) -> None:
        if isinstance(key, IssueLine):
            self._begin(key)
            self.forms.setFocus(_WHOLE)

    def _begin(self, line: IssueLine | None) -> None:
        """A new line, or one that is to be corrected."""
        self._corrected = line
        self.enter_button.setText(self.tr("Correct") if line else self.tr("Enter"))
        self.cancel_button.setVisible(line is not None)
        self._say_hint()
        self.forms.setMinimum(0 if line else 1)
        self.forms.setValue(line.forms if line else 1)
        texts = (line.giver, line.taker, line.signed, line.note) if line else ("",) * 4
        fields = (self.giver, self.taker, self.signed, self.note)
        for field, text in zip(fields, texts, strict=True):
            field.setText(text)
        if line:
            self.day.setText(line.on)
            self.channel.setCurrentIndex(self.channel.findData(line.channel))
            self.way.setCurrentIndex(self.way.findData(line.way))

    @Slot()
    def give_up(self) -> None:
        """The line stays as it is; the fields are free for another."""
        if self._corrected:
            self._begin(None)
            self.list.table.setFocus()

    def _say_hint(self) -> None:
        """What to do first, or what the fields hold now."""
        if line := self._corrected:
            text = self.tr("The line of {0} is corrected; 0 forms take it back.").format(line.on)
        elif self.list.model.rowCount():
            text = self.tr("Enter on a line corrects it.")
        else:
            text = self.tr("Nothing is entered yet: papers handed out, and papers that come back.")
        self.hint.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._corrected:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next field; behind the last one the line is entered."""
        at = next((at for at, field in enumerate(self._fields) if field.hasFocus()), None)
        if at is None:
            return
        if at + 1 < len(self._fields):
            self._fields[at + 1].setFocus(_WHOLE)
        else:
            self.enter()

    @Slot(object)
    def _follow(self, key: object) -> None:
        back = isinstance(key, IssueLine) and key.way == "returned"
        self.bundle_button.setEnabled(back)

    @Slot()
    def _bundle(self) -> None:
        if isinstance(held := self.list.current(), IssueLine):
            self.bundle_requested.emit(held)

    def _register(self) -> Writer:
        survey, words = self._session.opened, self._words

        def write(path: Path) -> Path:
            with survey.reader() as reader, reader.reading():
                return issue_register(reader, path, words)

        return write

    def _dress(self) -> None:
        for held in self._plan.channels:
            self.channel.add(held.name, held.code)
        self.way.add(self.tr("issued"), "issued")
        self.way.add(self.tr("returned"), "returned")
        today = date.today()  # noqa: DTZ011  the day on the wall is meant
        self.day.setText(today.isoformat())
        self.day.setPlaceholderText("2006-05-08")

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.give_up)
        self.enter_button.clicked.connect(self.enter)
        self.bundle_button.clicked.connect(self._bundle)
        self.list.row_chosen.connect(self._correct)
        self.list.current_changed.connect(self._follow)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Issue register"), type="row"))
        head.addStretch(1)
        head.addWidget(self.papers)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(step // 2)
        grid.setVerticalSpacing(step // 4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Channel"), self.channel),
            (self.tr("Way"), self.way),
            (self.tr("Forms"), self.forms),
            (self.tr("Day"), self.day),
            (self.tr("Handed over by"), self.giver),
            (self.tr("Taken by"), self.taker),
            (self.tr("Signed for by"), self.signed),
            (self.tr("Note"), self.note),
        )
        for (text, field), (row, side, wide) in zip(fields, _PLACES, strict=True):
            field.setAccessibleName(text)
            grid.addWidget(label(text, type="label", tone="quiet"), 2 * row, side)
            grid.addWidget(field, 2 * row + 1, side, 1, wide)
        for side in range(12):
            grid.setColumnStretch(side, 1)
        self.channel.setSizeAdjustPolicy(
            DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column.addLayout(grid)
        row_of = QHBoxLayout()
        row_of.addWidget(self.hint, 1)
        row_of.addWidget(self.enter_button)
        row_of.addWidget(self.cancel_button)
        column.addLayout(row_of)
        column.addWidget(self.warnings)
        self.list.tools.addWidget(self.bundle_button)
        column.addWidget(self.list, 1)
        filled(self).addWidget(frame)
