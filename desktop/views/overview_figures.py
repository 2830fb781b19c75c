"""The figures of the count, large enough for the back row."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.overview import Overview
from desktop.views.forecast_text import ForecastText
from desktop.views.parts import card, filled, label, set_tone
from desktop.views.theme import Theme


class Figure(QWidget):
    """A number, the word for it, and in small what it is a part of."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = label("—", type="number")
        self.number.setAccessibleName(word)
        self.word = label(word, type="row")
        self.note = label(type="label", tone="quiet")
        column = filled(self)
        column.setSpacing(0)
        for made in (self.number, self.word, self.note):
            made.setAlignment(Qt.AlignmentFlag.AlignLeft)
            column.addWidget(made)

    def show_figure(self, number: str, note: str = "", tone: str = "text") -> None:
        self.number.setText(number)
        self.number.setAccessibleDescription(note)
        self.note.setText(note)
        set_tone(self.number, tone)


class OverviewFigures(QWidget):
    """What came back, what is keyed, and when the rest will be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ForecastText(self)
        self.registered = Figure(self.tr("on the slips"), self)
        self.keyed = Figure(self.tr("keyed"), self)
        self.second = Figure(self.tr("keyed twice"), self)
        self.void = Figure(self.tr("void"), self)
        self.left = Figure(self.tr("left to key"), self)
        self.finish = Figure(self.tr("last form keyed"), self)
        frame, column = card(margin=theme.room["step"], spacing=0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.room["step"], 0, theme.room["step"], 0)
        row.setSpacing(2 * theme.room["step"])
        for figure in self.figures:
            row.addWidget(figure, 1)
        column.addLayout(row)
        filled(self).addWidget(frame)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.registered, self.keyed, self.second, self.void, self.left, self.finish

    def show_overview(self, held: Overview) -> None:
        """The figures as they stand."""
        whole, left = held.whole, held.forecast.left
        self.registered.show_figure(f"{whole.registered:,}", self._issued(held))
        self.keyed.show_figure(f"{whole.keyed:,}", _share(whole.keyed, whole.registered))
        drawn = self.tr("of {0} drawn").format(f"{whole.second:,}")
        self.second.show_figure(f"{whole.second_keyed:,}", drawn if whole.second else "")
        self.void.show_figure(f"{whole.void:,}", _share(whole.void, whole.keyed))
        again = self.tr("{0} of them a second time").format(f"{left.second:,}")
        tone = "text" if left.forms or not held.batches else "good"
        self.left.show_figure(f"{left.forms:,}", again if left.second else "", tone)
        finish, note = self._text.finish(held.forecast), self._text.finish_note(held.forecast)
        self.finish.show_figure(finish, note, "accent" if held.forecast.finish else "quiet")

    def _issued(self, held: Overview) -> str:
        returned = [channel.returned for channel in held.channels if channel.returned is not None]
        if returned:
            return self.tr("of {0} handed in").format(f"{sum(returned):,}")
        issued = sum(channel.issued or 0 for channel in held.channels)
        return self.tr("{0} issued").format(f"{issued:,}") if issued else ""


def _share(part: int, whole: int) -> str:
    """A share in percent, rounded down: 100 % means every one."""
    return f"{1000 * part // whole / 10:.1f} %" if whole else ""
