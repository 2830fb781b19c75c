"""Pace and forecast: the chart, the date one wishes for, and what each clerk does in an hour."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.day_entry import read_day
from desktop.models.overview import Overview
from desktop.models.rows_model import Column, Row
from desktop.models.times import hours
from desktop.tally.forecast import Pace, pace_by_operator
from desktop.tally.numbers import rounded
from desktop.views.filtered_table import FilteredTable
from desktop.views.forecast_text import ForecastText
from desktop.views.pace_chart import PaceChart, bars
from desktop.views.parts import card, label, set_tone
from desktop.views.progress_tables import make_narrow
from desktop.views.workplace import Workplace


class PacePanel(QWidget):
    """Whoever is no supervisor sees everybody's pace together, nobody's own (KEYING.md)."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._text = place, ForecastText(self)
        self._held: Overview | None = None
        self.title = label(type="name")
        self.chart = PaceChart(place.theme, self)
        self.basis = label(type="body", tone="quiet", wrap=True)
        self.wished = QLineEdit()
        self.wished.setAccessibleName(self.tr("Wished date"))
        self.answer = label(type="row", wrap=True)
        self.clerks = FilteredTable(
            self._columns(), self.tr("Pace by clerk"), place.theme, self, wide=0
        )
        make_narrow(self.clerks.table, place.theme)
        self.wished.textChanged.connect(self._show_answer)
        self._lay_out()

    def show_overview(self, held: Overview) -> None:
        """The pace as it is on record."""
        self._held = held
        self.title.setText(self._text.title(held.forecast))
        self.chart.show_bars(bars(held.stints, held.forecast))
        self.basis.setText(self._text.basis(held.forecast))
        self.basis.setVisible(bool(self.basis.text()))
        example = held.forecast.finish or held.forecast.today
        self.wished.setPlaceholderText(self.tr("such as {0}").format(example.isoformat()))
        self._show_answer()
        if self._sees_clerks():
            paces = pace_by_operator(held.stints)
            self.clerks.show_rows([self._row(held, code, pace) for code, pace in paces.items()])

    def focus(self) -> None:
        self.wished.setFocus()

    @Slot()
    def _show_answer(self) -> None:
        if self._held is None:
            return
        text, today = self.wished.text().strip(), self._held.forecast.today
        wished = read_day(text, today)
        if not text:
            self._say(self.tr("Type a date to see how many clerks it takes."), "quiet")
        elif wished is None:
            self._say(self.tr("Write the date as 2006-05-30 or 5-30."), "warn")
        elif wished < today:
            self._say(self.tr("This day is past."), "warn")
        else:
            self._answer(wished)

    def _answer(self, wished: date) -> None:
        assert self._held
        self._say(self._text.answer(self._held.forecast, wished), "text")

    def _say(self, sentence: str, tone: str) -> None:
        set_tone(self.answer, tone)
        self.answer.setText(sentence)

    def _sees_clerks(self) -> bool:
        operator = self._place.session.operator
        return operator is None or "supervisor" in operator.roles

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Clerk")),
            Column(self.tr("Forms"), is_number=True),
            Column(self.tr("At work"), is_number=True),
            Column(self.tr("Forms/h"), is_number=True),
            Column(self.tr("Keys/form"), is_number=True),
            Column(self.tr("Sec/form"), is_number=True),
        ]

    def _row(self, held: Overview, code: str, pace: Pace) -> Row:
        name = held.names.get(code) or code[:8] or self.tr("nobody signed in")
        figures = (pace.forms_per_hour, pace.presses_per_form, pace.seconds_per_form)
        texts = (name, f"{pace.forms:,}", hours(pace.seconds), *map(_figure, figures))
        sorts = (name, pace.forms, pace.seconds, *(_sort(figure) for figure in figures))
        return Row(code, texts, sorts)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        left, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        column.addWidget(self.chart, 1)
        column.addWidget(self.basis)
        right = QVBoxLayout()
        right.setSpacing(step)
        frame, wish = card(margin=2 * step, spacing=step)
        line = QHBoxLayout()
        line.addWidget(label(self.tr("To be done by"), type="row"))
        line.addWidget(self.wished, 1)
        wish.addLayout(line)
        wish.addWidget(self.answer)
        right.addWidget(frame)
        people, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.clerks)
        people.setVisible(self._sees_clerks())
        right.addWidget(people, 1)
        right.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(step)
        whole.addWidget(left, 5)
        whole.addLayout(right, 6)


def _figure(value: Fraction | None) -> str:
    return "" if value is None else rounded(value, 1)


def _sort(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
