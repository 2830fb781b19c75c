"""The fields of one opinion, from left to right as the hand goes: form, agency, text."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.agency_finder import Addressee, AgencyFinder
from desktop.models.opinion_desk import TypedOpinion
from desktop.store.opinion_queries import OpinionLine
from desktop.tally.opinions import LONGEST, one_paragraph
from desktop.tally.plan import Plan
from desktop.views.agency_field import AgencyField
from desktop.views.paragraph_field import ParagraphField
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.theme import Theme

_FORM, _AGENCY, _TEXT = 4, 6, 11
"""Shares of the width."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OpinionPanel(QWidget):
    """Enter goes on, Esc goes back; what the fields hold is the page's to check and to save."""

    form_entered = Signal()
    agency_taken = Signal()
    save_requested = Signal()
    take_back_requested = Signal()
    given_up = Signal()
    """Esc in the form's number, or the button: the correction is not wanted."""
    typed = Signal()

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._line = theme, None  # type: tuple[Theme, OpinionLine | None]
        self.form = QLineEdit()
        self.hint = label(type="label", tone="quiet", wrap=True)
        finder = AgencyFinder(plan, self.tr("General opinion"))
        self.agency = AgencyField(finder, self.tr("About which agency"), theme, self)
        self.about = label(type="name", wrap=True)
        self.text = ParagraphField(self.tr("Opinion"), self)
        self.count = label(type="label", tone="quiet")
        self.save_button = button(self.tr("Save"), primary=True)
        self.give_up_button = button(self.tr("Not now"))
        self.take_back_button = button(self.tr("Take back"), danger=True)
        self._dress()
        self._lay_out()
        self._connect()
        self.begin(None)

    @property
    def line(self) -> OpinionLine | None:
        """The opinion that is corrected."""
        return self._line

    @property
    def held(self) -> TypedOpinion:
        """What stands in the fields."""
        chosen = self.agency.chosen
        return TypedOpinion(
            self.form.text(),
            "" if chosen else self.agency.line.text(),
            chosen.code if chosen else "",
            self.text.toPlainText(),
            self._line.record if self._line else "",
        )

    @property
    def has_unsaved(self) -> bool:
        """Whether a text stands here that is not on record."""
        before = self._line.text if self._line else ""
        return one_paragraph(self.text.toPlainText()) not in ("", before)

    def begin(self, line: OpinionLine | None) -> None:
        """Empty fields, or those of an opinion that is to be corrected."""
        self._line = line
        self.form.setText(line.form if line else "")
        self.agency.show_code(line.agency if line else "")
        self.text.setPlainText(line.text if line else "")
        for made in (self.give_up_button, self.take_back_button):
            made.setVisible(line is not None)
        self.save_button.setText(self.tr("Correct") if line else self.tr("Save"))

    def restore(self, held: TypedOpinion, line: OpinionLine | None) -> None:
        """What was typed before the page was made anew; `line` is what it corrects."""
        self.begin(line)
        self.form.setText(held.form)
        self.agency.show_code(held.code, held.agency)
        self.text.setPlainText(held.text)

    def offer(self, batch: str, last: str) -> None:
        """What a number means without its batch, and what Enter alone means."""
        self.form.setPlaceholderText(f"{batch}-" if batch else "B001-017")
        if self._line:
            hint = self.tr("{0} is corrected; what stood there stays on record.")
            self.hint.setText(hint.format(self._line.form))
        elif last:
            self.hint.setText(self.tr("Enter alone: {0} again").format(last))
        else:
            self.hint.setText(self.tr("Number, or the whole number with its batch"))

    def focus_text(self) -> None:
        """On with the text, behind what stands there."""
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def focus_form(self) -> None:
        self.form.setFocus()
        self.form.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the line of the form's number."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                if not event.isAutoRepeat():
                    self.form_entered.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on one of the buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _tell_about(self, chosen: Addressee | None) -> None:
        """Large beside the text, so that a glance catches a wrong agency."""
        number = f"{chosen.place}  " if chosen and chosen.place else ""
        self.about.setText(f"{number}{chosen.name}" if chosen else self.tr("No such agency"))
        set_tone(self.about, "accent" if chosen else "bad")

    @Slot()
    def _tell_length(self) -> None:
        length = len(one_paragraph(self.text.toPlainText()))
        self.count.setText(f"{length:,} / {LONGEST:,}" if length else "")
        set_tone(self.count, "bad" if length > LONGEST else "quiet")
        self.typed.emit()

    def _dress(self) -> None:
        self.form.setProperty("type", "number")
        self.form.setAccessibleName(self.tr("Form number"))
        self.form.setMaxLength(24)
        # a scanner and digits want no input method between
        self.form.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.form.installEventFilter(self)

    def _connect(self) -> None:
        self.form.textEdited.connect(self.typed)
        self.agency.typed.connect(self.typed)
        self.agency.chosen_changed.connect(self._tell_about)
        self.agency.taken.connect(self.agency_taken)
        self.agency.back_requested.connect(self.focus_form)
        self.text.textChanged.connect(self._tell_length)
        self.text.submitted.connect(self.save_requested)
        self.text.back_requested.connect(self.agency.setFocus)
        self.save_button.clicked.connect(self.save_requested)
        self.give_up_button.clicked.connect(self.given_up)
        self.take_back_button.clicked.connect(self.take_back_requested)
        self._tell_about(self.agency.chosen)

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addLayout(self._form_column(step), _FORM)
        row.addWidget(self.agency, _AGENCY)
        row.addLayout(self._text_column(step), _TEXT)
        column.addLayout(row)
        filled(self).addWidget(frame)

    def _form_column(self, step: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(step // 2)
        column.addWidget(label(self.tr("Form number"), type="label", tone="quiet"))
        column.addWidget(self.form)
        column.addWidget(self.hint)
        column.addStretch(1)
        return column

    def _text_column(self, step: int) -> QVBoxLayout:
        column, foot = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(step // 2)
        column.addWidget(self.about)
        column.addWidget(self.text, 1)
        foot.setSpacing(step)
        foot.addWidget(self.count)
        foot.addStretch(1)
        held: tuple[Any, ...] = (self.save_button, self.give_up_button, self.take_back_button)
        for made in held:
            foot.addWidget(made)
        column.addSpacing(step // 2)
        column.addLayout(foot)
        return column
