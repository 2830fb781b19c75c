"""At a glance: how far each channel is, how fast it goes, and what is in the way."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.overview import Overview
from desktop.views.errands_panel import ErrandsPanel
from desktop.views.forecast_text import ForecastText
from desktop.views.pace_chart import PaceChart, bars
from desktop.views.parts import card, label
from desktop.views.progress_bars import ProgressBars
from desktop.views.workplace import Workplace

_LEAST = 4
"""Channels that are seen without scrolling on the smallest screen."""


class _BarsArea(QScrollArea):
    """As high as the bars in it where there is room; Qt itself would keep its first height."""

    def __init__(self, bars: ProgressBars) -> None:
        super().__init__()
        self._bars = bars
        self.setWidgetResizable(True)
        self.setWidget(bars)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._bars.sizeHint()


class GlancePanel(QWidget):
    """What the room sees all day."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ForecastText(self)
        self.bars, self.chart = ProgressBars(place.theme), PaceChart(place.theme)
        self.progress, self.pace = label(type="row"), label(type="row")
        for sentence in (self.progress, self.pace):
            sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.errands = ErrandsPanel(place, self)
        self.errands.page_requested.connect(self.page_requested)
        self._area = _BarsArea(self.bars)
        self._lay_out(place.theme.room["step"])

    def show_overview(self, held: Overview) -> None:
        self.progress.setText(self._progress(held))
        self.bars.show_channels(held.channels)
        self._area.setMinimumHeight(min(len(held.channels), _LEAST) * self.bars.row)
        self._area.setMaximumHeight(len(held.channels) * self.bars.row)
        self._area.updateGeometry()
        self.pace.setText(self._text.title(held.forecast))
        self.chart.show_bars(bars(held.stints, held.forecast))
        self.errands.show_overview(held)

    def _progress(self, held: Overview) -> str:
        whole = held.whole
        if not whole.registered:
            return self.tr("Nothing to be keyed is registered yet")
        share = 100 * (whole.registered - whole.missing) // whole.registered
        text = self.tr("{0} % of the forms are keyed, {1} of {2} batches closed")
        return text.format(share, whole.closed, whole.batches)

    def _lay_out(self, step: int) -> None:
        upper, column = card(margin=2 * step, spacing=step // 2)
        column.addWidget(self.progress)
        column.addWidget(self._area)
        lower, column = card(margin=2 * step, spacing=step // 2)
        column.addWidget(self.pace)
        column.addWidget(self.chart, 1)
        left = QVBoxLayout()
        left.setSpacing(step)
        left.addWidget(upper)
        left.addWidget(lower, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step)
        row.addLayout(left, 3)
        row.addWidget(self.errands, 2)
