"""Forms keyed day by day, and the days to come at this pace, up to the last form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.tally.forecast import Forecast, Stint, pace_by_day
from desktop.tally.numbers import rounded
from desktop.views.theme import Theme

_PAST, _COMING = 10, 7
"""Days drawn of each; the last one keyed is drawn in any case."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`forms` of one day; a day to come is an outline; no day stands for those left out."""

    day: date | None
    forms: int
    is_coming: bool = False

    @property
    def is_gap(self) -> bool:
        return self.day is None


def bars(stints: Sequence[Stint], held: Forecast) -> list[Bar]:
    """The last days of work, and those to come; the last of these may be a part of a day."""
    past = [Bar(day, pace.forms) for day, pace in pace_by_day(stints).items()]
    return past[-_PAST:] + _coming(held)


def _coming(held: Forecast) -> list[Bar]:
    if held.finish is None or held.measured is None:
        return []
    first = held.today + timedelta(days=int(held.worked_today))
    days = [first + timedelta(days=at) for at in range((held.finish - first).days + 1)]
    working = [day for day in days if day.weekday() not in held.measured.rest]
    pace = held.measured.forms_per_day
    rest = held.left.forms - pace * (len(working) - 1)
    drawn = [Bar(day, _whole(pace), is_coming=True) for day in working[:-1]]
    last = Bar(held.finish, _whole(rest), is_coming=True)
    if len(working) > _COMING:
        return [*drawn[: _COMING - 2], Bar(None, 0, is_coming=True), last]
    return [*drawn, last]


def _whole(forms: Fraction) -> int:
    return int(rounded(forms, 0))


class PaceChart(QWidget):
    """Each bar has its figure over it and its day under it; nothing else is needed to read it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self.setFont(theme.font("label"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Forms keyed by day"))

    def show_bars(self, drawn: Sequence[Bar]) -> None:
        """Draw these; what is drawn is also read aloud."""
        self._bars = drawn
        told = (f"{self._day(bar)} {bar.forms:,}" for bar in drawn if not bar.is_gap)
        self.setAccessibleDescription("\n".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """As little as it can be read in: whatever stands above it has its room first."""
        return QSize(200, 3 * self._theme.room["row"])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            line = QFontMetrics(self.font()).height()
            foot = self.height() - line - self._theme.room["step"] // 2
            self._draw_bars(painter, line, foot)
            painter.setPen(QPen(self._theme.colours["line"], 1))
            painter.drawLine(0, round(foot), self.width(), round(foot))
        else:
            painter.setPen(self._theme.colours["quiet"])
            where = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), where, self.tr("No form is on record with its time yet."))
        painter.end()

    def _draw_bars(self, painter: QPainter, line: float, foot: float) -> None:
        highest = max(1, *(bar.forms for bar in self._bars))
        # a few days stand at the left, as wide as they would be among many
        wide = self.width() / max(len(self._bars), 8)
        skipped = self._skipped(wide)
        for at, bar in enumerate(self._bars):
            place = QRectF(at * wide, 0, wide, self.height())
            high = (foot - line - 2) * bar.forms / highest
            self._draw_bar(painter, bar, place, QRectF(place.x(), foot - high, wide, high))
            if at % skipped == (len(self._bars) - 1) % skipped and not bar.is_gap:
                self._label(painter, place, foot, line, self._day(bar))

    def _draw_bar(self, painter: QPainter, bar: Bar, place: QRectF, room: QRectF) -> None:
        colours = self._theme.colours
        if bar.is_gap:
            painter.setPen(colours["quiet"])
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "⋯")
            return
        body = room.adjusted(room.width() * 0.14, 0, -room.width() * 0.14, 0)
        if bar.is_coming:
            painter.setPen(QPen(colours["accent"], 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(body)
        else:
            painter.fillRect(body, colours["accent"])
        line = QFontMetrics(self.font()).height()
        over = QRectF(room.x() - room.width(), room.y() - line - 1, 3 * room.width(), line)
        painter.setPen(colours["quiet" if bar.is_coming else "text"])
        if QFontMetrics(self.font()).horizontalAdvance(f"{bar.forms:,}") <= room.width():
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, f"{bar.forms:,}")

    def _label(self, painter: QPainter, place: QRectF, foot: float, line: float, day: str) -> None:
        painter.setPen(self._theme.colours["quiet"])
        wide = max(QFontMetrics(self.font()).horizontalAdvance(day), place.width())
        left = min(place.center().x() - wide / 2, self.width() - wide)
        under = QRectF(max(left, 0), foot + self._theme.room["step"] // 2, wide, line)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, day)

    def _skipped(self, wide: float) -> int:
        """Of so many days one is named, the last in any case: as many as have room."""
        metrics = QFontMetrics(self.font())
        longest = max(metrics.horizontalAdvance(self._day(bar)) for bar in self._bars)
        return max(1, -int(-(longest + self._theme.room["step"]) // wide))

    def _day(self, bar: Bar) -> str:
        if bar.day is None:
            return ""
        day = QDate(bar.day.year, bar.day.month, bar.day.day)
        return QLocale().toString(day, self.tr("d MMM"))
