"""The error rate of first keying, by whom, in which batch, which mark for which; what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.actions.comparing import comparisons
from desktop.models.counted import Counted
from desktop.models.rate_sentences import RateSentences
from desktop.models.reading import Reading
from desktop.models.rows_model import Column, Row
from desktop.store import queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.confusion import Confusion, confusion
from desktop.tally.error_rates import (
    ErrorRate,
    ErrorRates,
    Rates,
    error_rates,
    percent_text,
    rate_text,
)
from desktop.tally.narrowing import trials_for
from desktop.views.choices import Choices
from desktop.views.confusion_grid import ConfusionGrid
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled, label
from desktop.views.workplace import Workplace

_OPERATORS, _BATCHES = "operators", "batches"


@dataclass(frozen=True, slots=True)
class _Found:
    rates: ErrorRates
    confusion: Confusion
    wanted: int | None
    """Forms that would halve the interval: found beside the window, for it takes a while."""
    names: Mapping[str, str]
    """Operator's code to name."""


class ErrorsPanel(QWidget):
    """Figures with their 95 % intervals; all of them come from what another person keyed again."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._found: _Found | None = None
        self._way_out = ""
        self._records = -1
        self.sentences = RateSentences(self)
        self.reading = Reading(place.session, self)
        self.reading.failed.connect(message.tell)
        self.told = label(type="body", wrap=True)
        self.narrowing = label(type="label", tone="quiet", wrap=True)
        self.go_button = button("")
        self.go_button.clicked.connect(self._go)
        self.figures: dict[str, tuple[QLabel, QLabel]] = {}
        """Rate and interval, by what they are of."""
        self.matrix = ConfusionGrid(place.session.opened.plan, place.theme, self)
        self.by = Choices(self.tr("List"), self._list_names(), place.theme, self)
        self.table = FilteredTable(
            self._columns(), self.tr("Error rates"), place.theme, self, wide=0
        )
        self.body = QWidget()
        """Everything that is shown only where rates are known."""
        self._lay_out()
        self.by.chosen.connect(self.show_by)
        self.by.show_choice(_OPERATORS)

    def show_counted(self, counted: Counted) -> None:
        """The file is verified and stands so: read it, where it went on since it was read."""
        if counted.records != self._records:
            self._records = counted.records
            self.reading.ask(_read, self._show)

    def activate(self) -> None:
        """Take the focus; figures come once the file is verified."""
        (self.go_button if self.go_button.isVisible() else self.table.table).setFocus()

    @Slot(object)
    def show_by(self, name: str) -> None:
        """A row for each first keyer, or for each batch."""
        self.by.show_choice(name)
        if self._found is None:
            return
        rates = self._found.rates
        held = rates.by_operator if name == _OPERATORS else rates.by_batch
        self.table.show_rows([self._row(code, one) for code, one in held.items()])

    def _show(self, found: _Found) -> None:
        self._found = found
        rates = found.rates
        self.told.setText(self.sentences.paragraph(rates))
        narrowing = self.sentences.narrowing(rates.overall.forms, found.wanted)
        cautions = filter(None, (narrowing, self.sentences.caution()))
        self.narrowing.setText(self.tr(" ").join(cautions))
        self._show_way_out(rates)
        self._show_figure("cells", rate_text(rates.overall.cells))
        self._show_figure("forms", percent_text(rates.overall.forms))
        self._show_figure("keys", rate_text(rates.single_keys))
        self._show_figure("fills", rate_text(rates.fills))
        self.figures["pending"][0].setText(f"{rates.overall.pending:,}")
        self.matrix.show_confusion(found.confusion)
        self.show_by(str(next(name for name, made in self.by.buttons.items() if made.isChecked())))

    def _show_way_out(self, rates: ErrorRates) -> None:
        """Where nothing is known yet, the page on which that is mended."""
        self._way_out = "rulings" if rates.overall.pending else "register"
        rulings, batches = self.tr("To the rulings"), self.tr("To the batches")
        self.go_button.setText(rulings if rates.overall.pending else batches)
        nothing = not rates.overall.forms.trials
        self.go_button.setVisible(nothing)
        self.body.setHidden(nothing)

    @Slot()
    def _go(self) -> None:
        self.page_requested.emit(self._way_out)

    def _show_figure(self, name: str, text: str) -> None:
        share, _, interval = text.partition(" (")
        self.figures[name][0].setText(share)
        self.figures[name][1].setText(interval.rstrip(")"))

    def _row(self, code: str, rates: Rates) -> Row:
        name = self._found.names.get(code, "") if self._found else ""
        who = f"{code} {name}".strip() or self.tr("nobody signed in")
        forms, cells = rates.forms, rates.cells
        texts = (
            who,
            f"{forms.trials:,}",
            f"{forms.errors:,}",
            percent_text(forms),
            rate_text(cells),
            f"{rates.pending:,}",
        )
        return Row(
            code,
            texts,
            (who, forms.trials, forms.errors, _share(forms), _share(cells), rates.pending),
            ("text", "text", "text", "text", "text", "warn" if rates.pending else "quiet"),
        )

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Of")),
            Column(self.tr("Forms"), is_number=True),
            Column(self.tr("Wrong"), is_number=True),
            Column(self.tr("By form"), is_number=True),
            Column(self.tr("By cell"), is_number=True),
            Column(self.tr("Still differing"), is_number=True),
        ]

    def _list_names(self) -> dict[Any, str]:
        return {_OPERATORS: self.tr("By operator"), _BATCHES: self.tr("By batch")}

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        whole, column = filled(self), filled(self.body)
        middle, right = QHBoxLayout(), QVBoxLayout()
        for part in (whole, column, right):
            part.setSpacing(step)
        right.addWidget(label(self.tr("Which mark was keyed for which"), type="label"))
        right.addWidget(self.matrix)
        right.addStretch(1)
        middle.setSpacing(4 * step)
        middle.addLayout(self._figures(), 1)
        middle.addLayout(right)
        whole.addWidget(self.told)
        whole.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.body, 1)
        whole.addStretch(0)
        column.addWidget(self.narrowing)
        column.addLayout(middle)
        self.go_button.hide()
        self.table.tools.addWidget(self.by)
        column.addWidget(self.table, 1)

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * self._place.theme.room["step"])
        grid.setVerticalSpacing(0)
        names = {
            "cells": self.tr("of cells wrong"),
            "forms": self.tr("of forms wrong somewhere"),
            "keys": self.tr("of cells keyed one by one"),
            "fills": self.tr("of cells filled by row"),
            "pending": self.tr("forms still differing"),
        }
        for at, (name, text) in enumerate(names.items()):
            figure, interval = label(type="name"), label(type="note", tone="quiet")
            figure.setAccessibleName(text)
            self.figures[name] = (figure, interval)
            row, column = 3 * (at // 3), at % 3
            grid.addWidget(figure, row, column)
            grid.addWidget(label(text, type="label", tone="quiet"), row + 1, column)
            grid.addWidget(interval, row + 2, column, Qt.AlignmentFlag.AlignTop)
        return grid


def _share(rate: ErrorRate) -> float | None:
    return rate.errors / rate.trials if rate.trials else None


def _read(survey: SurveyFile) -> _Found:
    compared = list(comparisons(survey))
    rates = error_rates(compared)
    forms = rates.overall.forms
    return _Found(
        rates,
        confusion(survey.plan.mark_codes, compared),
        trials_for(forms, (forms.high - forms.low) / 2),
        {held.code: held.name for held in queries.operators(survey)},
    )
