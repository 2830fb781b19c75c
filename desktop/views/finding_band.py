"""The half-month of the findings in sight: its figures, and a button for its paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.assess.findings import FindingState, HalfMonth, half_month_report
from desktop.models.cases import Case, count_of
from desktop.views.drop_list import DropList
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.workplace import Workplace


class FindingBand(QWidget):
    """The half-month that is chosen narrows the list as well; none is the whole year."""

    period_chosen = Signal(object)
    """A HalfMonth, or None."""
    paper_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._cases: Sequence[Case] = ()
        self._day = ""
        self.period = DropList(self.tr("Half-month"), place.theme, self)
        self.paper_button = button(self.tr("Half-month report…"))
        self.figures: dict[str, QLabel] = {}
        self._lay_out(place.theme.room["step"])
        self.period.currentIndexChanged.connect(self._follow)
        self.paper_button.clicked.connect(self.paper_requested)

    @property
    def chosen(self) -> HalfMonth | None:
        first = self.period.currentData()
        return HalfMonth.holding(date.fromisoformat(first)) if first else None

    def show_cases(self, cases: Sequence[Case], day: str) -> None:
        """Offer every half-month with a finding, the latest first, and the present one."""
        self._cases, self._day = cases, day
        present = HalfMonth.holding(date.fromisoformat(day)).first.isoformat()
        firsts = {_first(case) for case in cases} | {present}
        offered = ["", *sorted(firsts, reverse=True)]
        if offered != [self.period.itemData(at) for at in range(self.period.count())]:
            self._offer(offered)
        self._show_figures()

    def _offer(self, firsts: Sequence[str]) -> None:
        before = self.period.currentData()
        with QSignalBlocker(self.period):  # the list is shown anew anyway
            self.period.clear()
            for first in firsts:
                self.period.add(self._name(first), first)
            self.period.setCurrentIndex(max(self.period.findData(before), 0))

    def _name(self, first: str) -> str:
        if not first:
            return self.tr("Whole year")
        day = date.fromisoformat(first)
        half = (
            self.tr("{1}/{0}, 1st to 15th") if day.day == 1 else self.tr("{1}/{0}, 16th to the end")
        )
        return half.format(day.year, day.month)

    @Slot()
    def _follow(self) -> None:
        self._show_figures()
        self.period_chosen.emit(self.chosen)

    def _show_figures(self) -> None:
        period = self.chosen
        findings = [case.value for case in self._cases]
        before = 0
        if period:
            report = half_month_report(findings, period.first)
            before = len(report.open_before)
        held = [it for it in self._cases if period is None or period.holds(it.value.found)]
        figures = {
            "units": len({case.value.unit for case in held}),
            "items": len(held),
            "open": count_of(held, lambda case: case.state != FindingState.CLOSED),
            "overdue": count_of(held, lambda case: case.is_overdue),
            "before": before,
        }
        for name, figure in figures.items():
            self.figures[name].setText(f"{figure:,}")
        set_tone(self.figures["overdue"], "bad" if figures["overdue"] else "text")
        self._before.setVisible(period is not None)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=3 * step // 2, spacing=0)
        row = QHBoxLayout()
        row.setSpacing(4 * step)
        row.addWidget(self.period)
        titles = {
            "units": self.tr("units"),
            "items": self.tr("items"),
            "open": self.tr("still open"),
            "overdue": self.tr("overdue"),
            "before": self.tr("open of earlier half-months"),
        }
        for name, title in titles.items():
            row.addWidget(self._figure(name, title, step))
        row.addStretch(1)
        row.addWidget(self.paper_button)
        column.addLayout(row)
        filled(self).addWidget(frame)

    def _figure(self, name: str, title: str, step: int) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step)
        self.figures[name] = figure = label(type="name")
        figure.setAccessibleName(title)
        row.addWidget(figure)
        row.addWidget(label(title, type="label", tone="quiet"))
        if name == "before":
            self._before = held
        return held


def _first(case: Case) -> str:
    return HalfMonth.holding(date.fromisoformat(case.value.found)).first.isoformat()
