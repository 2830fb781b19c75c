"""Public holidays and worked weekend days, typed in or pasted: what working days are."""

from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop.actions.terms import calendar_text, read_calendar, set_holidays
from desktop.assess.working_days import Holidays
from desktop.models.acting import Acting
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.workplace import Workplace
from desktop.words import words_for


class ComplaintCalendar(QWidget):
    """A day or a range a line, + before a weekend day that is worked."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message = place.session, message
        self._words = words_for(place.language)
        self._shown: str | None = None
        self.acting = Acting(place.session, self)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Holidays and worked weekend days"))
        year = place.session.opened.plan.year
        self._days = f"{year}-05-01~{year}-05-07"
        worked = "\n".join(f"+{day}" for day in _weekend_before(date(year, 5, 1)))
        self.text.setPlaceholderText(f"{self._days}\n{worked}")
        self.text.setTabChangesFocus(True)
        self.sum = label(type="label", tone="quiet", wrap=True)
        self.save_button = button(self.tr("Save the calendar"))
        self._lay_out(place.theme.room["step"])
        self.text.textChanged.connect(self._count)
        self.save_button.clicked.connect(self.save)
        self.acting.failed.connect(message.tell)

    def show_calendar(self, calendar: Holidays) -> None:
        """What is typed stays until it is saved, whatever is read meanwhile."""
        if self._shown is None or self.text.toPlainText() == self._shown:
            self._shown = calendar_text(calendar)
            self.text.setPlainText(self._shown)
            self._count()

    @Slot()
    def save(self) -> None:
        try:
            calendar = read_calendar(self.text.toPlainText())
        except PingyiError as error:
            self._message.tell(error)
            self.text.setFocus()
            return
        by, said = self._session.code, self.tr("The calendar is saved; deadlines follow it.")

        def saved(_: object) -> None:
            self._shown = None
            self._message.say(said, tone="good")
            self.show_calendar(calendar)

        self.acting.start(lambda survey, _: set_holidays(survey, calendar, operator=by), saved)

    @Slot()
    def _count(self) -> None:
        """How many days there are, or the line that is none."""
        try:
            held = read_calendar(self.text.toPlainText())
        except PingyiError as error:
            set_tone(self.sum, "bad")
            self.sum.setText(error.sentence(self._words))
            return
        if not (held.free or held.worked):
            set_tone(self.sum, "warn")
            text = self.tr("No holidays are entered yet: only weekends are taken out.")
            self.sum.setText(text)
            return
        set_tone(self.sum, "quiet")
        text = self.tr("{0} holidays, {1} worked weekend days")
        self.sum.setText(text.format(len(held.free), len(held.worked)))

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        text = self.tr("One day or one range a line, such as {0}; + stands before a weekend day "
                       "that is worked.").format(self._days)  # fmt: skip
        column.addWidget(label(self.tr("Holidays"), type="row"))
        column.addWidget(label(text, type="label", tone="quiet", wrap=True))
        column.addWidget(self.text, 1)
        column.addWidget(self.sum)
        column.addLayout(row)
        filled(self).addWidget(frame)


def _weekend_before(day: date) -> tuple[date, date]:
    """Saturday and Sunday that end before this day."""
    sunday = day - timedelta(days=day.isoweekday())
    return sunday - timedelta(days=1), sunday
