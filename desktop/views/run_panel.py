"""How the questionnaire is printed: blank, numbered for a batch, or for readers of a newspaper."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.actions.errors import BatchExistsError
from desktop.models.letter_entry import read_line
from desktop.papers.listing import PAPERS
from desktop.papers.orders import Newspaper
from desktop.tally.errors import PingyiError
from desktop.tally.print_run import PrintRun, check_run
from desktop.tally.reconciliation import Slip
from desktop.views.choices import Choices
from desktop.views.drop_list import DropList
from desktop.views.letter_panel import read_this_day
from desktop.views.parts import filled, label, number_box, set_tone
from desktop.views.typed_field import TypedField, titled
from desktop.views.workplace import Workplace
from desktop.words import words_for

QUESTIONNAIRE, NEWSPAPER = "questionnaire", "newspaper"
"""The papers that are printed so, by name."""

_REST = 400
"""Milliseconds without a key until what is typed is looked at."""
_MOST = 99_999
_BUNDLE = 50
_NEW = ""
"""Stands for a batch that is not on record."""


class How(Enum):
    BLANK = auto()
    NUMBERED = auto()
    NEWSPAPER = auto()


class RunPanel(QWidget):
    """A batch on record brings its channel and its numbers; of those, part may be printed."""

    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._plan = place, place.session.opened.plan
        self._words = words_for(place.language)
        self._slips: dict[str, Slip] = {}
        self._how, self._paper = How.BLANK, ""
        self.choices = Choices(self.tr("Printed"), self._hows(), place.theme, self)
        self.batch = DropList(self.tr("Batch"), place.theme, self)
        self.channel = DropList(self.tr("Channel"), place.theme, self)
        self.first, self.last = number_box(1, _MOST), number_box(1, _MOST)
        theme, words = place.theme, self._words
        self.code = TypedField(self.tr("Code of the new batch"), str.strip, str, theme, words)
        send_to = self.tr("Where readers send it")
        self.send_to = TypedField(send_to, read_line, str, theme, words)
        until, hint = self.tr("Until"), "2006-05-30"
        self.until = TypedField(until, read_this_day, str, theme, words, hint=hint)
        self.said = label(type="label", tone="quiet", wrap=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()
        self.offer(())
        self._show()

    def offer(self, slips: Sequence[Slip]) -> None:
        """The batches on record; the one that is chosen stays."""
        before = self.batch.currentData() if self._slips else None
        self._slips = {held.code: held for held in slips}
        channels = {held.code: held.name for held in self._plan.channels}
        with QSignalBlocker(self.batch):
            self.batch.clear()
            for slip in slips:
                text = self.tr("{0}, {1}, {2} forms")
                channel = channels.get(slip.channel, slip.channel)
                self.batch.add(text.format(slip.code, channel, slip.count), slip.code)
            self.batch.add(self.tr("A batch not registered yet"), _NEW)
            self.batch.setCurrentIndex(max(0, self.batch.findData(before)))
        if before is None or before != self.batch.currentData():
            self._take_batch()

    def show_paper(self, name: str) -> None:
        """Show what can be said of this paper's printing; of none, nothing."""
        self._paper = name
        self.setVisible(bool(name))
        self._show()

    @property
    def how(self) -> How:
        return How.NEWSPAPER if self._paper == NEWSPAPER else self._how

    def wish(self) -> tuple[PrintRun | None, Newspaper | None]:
        """A run, a newspaper's form, or the blank one; the errors of `check_run`."""
        if self.how == How.NEWSPAPER:
            for field in (self.send_to, self.until):
                field.look()
            return None, Newspaper(self.send_to.value, self.until.value)
        return (self._run() if self.how == How.NUMBERED else None), None

    @property
    def wrong(self) -> TypedField | None:
        """A field that is to be mended first."""
        shown = [field for field in (self.send_to, self.until) if field.isVisibleTo(self)]
        return next((field for field in shown if field.is_wrong), None)

    def _run(self) -> PrintRun:
        code, channel = self.batch.currentData(), self.channel.currentData()
        if slip := self._slips.get(code):
            channel = slip.channel
        else:
            code = self.code.text.strip()
            self._check_new(code)
        run = PrintRun(code, self.first.value(), self.last.value(), channel)
        check_run(self._plan, run)
        return run

    def _check_new(self, code: str) -> None:
        """A scanner reads capitals: no two batches may differ by them alone."""
        for held in self._slips:
            if held.casefold() == code.casefold():
                raise BatchExistsError(batch=held)

    @Slot(object)
    def _choose(self, how: How) -> None:
        self._how = how
        self._show()
        self.changed.emit()

    @Slot()
    def _take_batch(self) -> None:
        """A slip says how many forms there are; all of them are proposed."""
        slip = self._slips.get(self.batch.currentData())
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setValue(1)
            self.last.setValue(slip.count if slip else _BUNDLE)
        self._show()
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        self._rest.stop()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """What of it is to be filled in, and what will come out of the printer."""
        self.choices.show_choice(self._how)
        self.choices.setVisible(self._paper != NEWSPAPER)
        is_new = self.batch.currentData() == _NEW
        for widgets, is_shown in (
            ((self.batch_box, self.first_box, self.last_box), self.how == How.NUMBERED),
            ((self.code, self.channel_box), self.how == How.NUMBERED and is_new),
            ((self.send_to, self.until), self.how == How.NEWSPAPER),
        ):
            for widget in widgets:
                widget.setVisible(is_shown)
        self._say()

    def _say(self) -> None:
        try:
            run, _ = self.wish()
        except PingyiError as error:
            is_begun = self.batch.currentData() != _NEW or self.code.text.strip()
            set_tone(self.said, "bad" if is_begun else "quiet")
            text = error.sentence(self._words)
            self.said.setText(text if is_begun else self.tr("Give the batch a code, such as B301."))
            return
        slip = self._slips.get(run.batch) if run else None
        is_beyond = bool(run and slip and run.last > slip.count)
        set_tone(self.said, "warn" if is_beyond else "quiet")
        self.said.setText(self._sentence(run, slip if is_beyond else None))

    def _sentence(self, run: PrintRun | None, beyond: Slip | None) -> str:
        if beyond:
            text = self.tr("The slip of batch {0} has {1} forms: numbers go beyond it.")
            return text.format(beyond.code, beyond.count)
        if run:
            text = self.tr("{0} forms, {1} to {2}; the first is shown.")
            return text.format(f"{run.count:,}", run.name(run.first), run.name(run.last))
        if self.how == How.NEWSPAPER:
            return self.tr("One page without a number, to be cut out.")
        return self.tr("One form without a number, to be copied.")

    def _hows(self) -> dict[How, str]:
        """The newspaper's form is a paper of its own, where the list has it."""
        hows = {How.BLANK: self.tr("Blank"), How.NUMBERED: self.tr("With numbers")}
        if not any(paper.name == NEWSPAPER for paper in PAPERS):
            hows[How.NEWSPAPER] = self.tr("For a newspaper")
        return hows

    def _connect(self) -> None:
        self.choices.chosen.connect(self._choose)
        self.batch.currentIndexChanged.connect(self._take_batch)
        self.channel.activated.connect(self._look)
        for box in (self.first, self.last):
            box.valueChanged.connect(self._rest.start)
            box.editingFinished.connect(self._leave)
        for field in (self.code, self.send_to, self.until):
            field.typed.connect(self._rest.start)
            field.left.connect(self._leave)
        self._rest.timeout.connect(self._look)

    @Slot()
    def _leave(self) -> None:
        """What was typed is taken over before anything is pressed."""
        for field in (self.send_to, self.until):
            field.tidy()
        if self._rest.isActive():
            self._look()

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        for held in self._plan.channels:
            self.channel.add(held.name, held.code)
        for narrow in (self.batch, self.channel):
            narrow.setSizeAdjustPolicy(
                DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.code.edit.setPlaceholderText("B301")
        theme = self._place.theme
        self.batch_box = titled(self.tr("Batch"), self.batch, theme)
        self.channel_box = titled(self.tr("Channel"), self.channel, theme)
        self.first_box = titled(self.tr("First number"), self.first, theme)
        self.last_box = titled(self.tr("Last number"), self.last, theme)
        row = QHBoxLayout()
        row.setSpacing(step)
        for widget, wide in (
            (self.batch_box, 4),
            (self.code, 2),
            (self.channel_box, 3),
            (self.first_box, 1),
            (self.last_box, 1),
            (self.send_to, 5),
            (self.until, 2),
        ):
            row.addWidget(widget, wide)
        column = filled(self)
        column.setSpacing(step // 2)
        column.addWidget(self.choices)
        column.addLayout(row)
        column.addWidget(self.said)
        # the paper beneath says how wide the page is
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
