"""What other scoring options would make of the same marks; the result stays the plan's."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.alternatives import count_marks
from desktop.models.counted import Counted
from desktop.models.reading import Reading
from desktop.models.rows_model import Column
from desktop.models.what_if_rows import ALL, CROSSED, MOVED, what_if_rows
from desktop.store.survey_file import SurveyFile
from desktop.tally.what_if import (
    Alternative,
    CountedMarks,
    Outcome,
    Ranking,
    outcomes,
    plans_own,
    ranked,
    usual_alternatives,
)
from desktop.views.alternatives_side import AlternativesSide
from desktop.views.choices import Choices
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled, label
from desktop.views.workplace import Workplace

_OWN = 3
"""Columns before those of the alternatives."""


@dataclass(frozen=True, slots=True)
class _Found:
    marks: CountedMarks
    real: Ranking
    outcomes: list[Outcome]


class WhatIfPanel(QWidget):
    """Alternatives at the left, agencies at the right. Nothing of it is recorded or kept."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._plan = place.session.opened.plan
        self._found: _Found | None = None
        self._records = -1
        self._wanted: list[Alternative] | None = None
        """The alternatives to compare, or None for the usual ones."""
        self.reading = Reading(place.session, self)
        self.reading.failed.connect(message.tell)
        self.side = AlternativesSide(place, message, self)
        self.side.chosen.connect(self.compare)
        self.which = Choices(self.tr("Which agencies"), self._which_names(), place.theme, self)
        self.which.chosen.connect(self.show_which)
        self.which.show_choice(ALL)
        self.remains = label(self._reminder(), type="body", tone="warn", wrap=True)
        self.table = self._made_table(0)
        self._lay_out()

    def show_counted(self, counted: Counted) -> None:
        """The file is verified and stands so: read it, where it went on since it was read."""
        if counted.records != self._records:
            self._records = counted.records
            wanted = self._wanted
            self.reading.ask(lambda survey: _read(survey, wanted), self._show)

    def activate(self) -> None:
        """Take the focus; figures come once the file is verified."""
        self.side.focus()

    @Slot(object)
    def compare(self, wanted: list[Alternative] | None) -> None:
        """Score what was counted by these alternatives."""
        self._wanted = wanted
        if self._found:
            marks = self._found.marks
            self.reading.ask(lambda _: _beside(marks, wanted), self._show)

    @Slot(object)
    def show_which(self, which: str) -> None:
        """All agencies, those that move, or those that cross an edge."""
        self.which.show_choice(which)
        if self._found:
            rows = what_if_rows(self._plan, self._found.real, self._found.outcomes, which)
            self.table.show_rows(rows)

    def _show(self, found: _Found) -> None:
        self._found = found
        nothing = self.tr("Nothing is counted yet, so no agency has a rank to compare.")
        is_ranked = any(held.rank for held in found.real.agencies.values())
        self.remains.setText(self._reminder() if is_ranked else nothing)
        self.side.show_outcomes(found.outcomes, own_apart=found.marks.without_own is not None)
        if len(found.outcomes) != self.table.model.columnCount() - _OWN:
            self._renew_table(len(found.outcomes))
        self.show_which(str(next(k for k, b in self.which.buttons.items() if b.isChecked())))

    def _reminder(self) -> str:
        return self.tr("What-if: the result remains that of the plan. Nothing here is recorded.")

    def _made_table(self, alternatives: int) -> FilteredTable:
        columns = [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Agency")),
            Column(self.tr("Score"), is_number=True),
            *(Column(letter, is_number=True) for letter in ascii_uppercase[:alternatives]),
        ]
        assert len(columns) == _OWN + alternatives
        name = self.tr("Ranks under the alternatives")
        return FilteredTable(columns, name, self._place.theme, self, wide=1)

    def _renew_table(self, alternatives: int) -> None:
        """A table with other columns in the place of this one, filtered alike."""
        before, self.table = self.table, self._made_table(alternatives)
        self.table.filter.setText(before.filter.text())
        self.table.tools.addWidget(self.which)
        self._right.replaceWidget(before, self.table)
        before.deleteLater()

    def _which_names(self) -> dict[Any, str]:
        return {
            ALL: self.tr("All"),
            MOVED: self.tr("Rank changes"),
            CROSSED: self.tr("Over an edge"),
        }

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        whole, columns, self._right = filled(self), QHBoxLayout(), QVBoxLayout()
        for part, space in ((whole, step), (columns, 3 * step), (self._right, step)):
            part.setSpacing(space)
        legend = self.tr("↑ ↓ places gained or lost; * comes into the top or bottom, or leaves it")
        self.table.tools.addWidget(self.which)
        self._right.addWidget(self.table, 1)
        self._right.addWidget(label(legend, type="note", tone="quiet", wrap=True))
        columns.addWidget(self.side)
        columns.addLayout(self._right, 1)
        whole.addWidget(self.remains)
        whole.addLayout(columns, 1)


def _read(survey: SurveyFile, wanted: Sequence[Alternative] | None) -> _Found:
    return _beside(count_marks(survey), wanted)


def _beside(marks: CountedMarks, wanted: Sequence[Alternative] | None) -> _Found:
    held = usual_alternatives(marks) if wanted is None else wanted
    return _Found(marks, ranked(marks, plans_own(marks.plan)), list(outcomes(marks, held)))
