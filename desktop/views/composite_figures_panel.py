"""The figures of one component: typed unit by unit, pasted, or brought in from a workbook."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.figures_table import read_figures_table
from desktop.assess.composite import Component
from desktop.models.component_entry import FigureTypedError, typed_figures
from desktop.models.written_model import WrittenColumn
from desktop.tally.numbers import number_text
from desktop.views.latest import Latest
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.table_problems import TableProblems
from desktop.views.workplace import Workplace
from desktop.views.written_table import WrittenTable
from desktop.words import words_for

_FIGURE = 2


class CompositeFiguresPanel(QWidget):
    """Nothing is on record before it is put there; `given` has the component with its figures."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._plan = place.session.opened.plan
        self._held: Component | None = None
        self._reading = Latest(self)
        self.title = label(type="name")
        self.state = label(type="label", tone="quiet", wrap=True)
        kinds = self.tr("Workbooks and CSV files (*.xlsx *.csv)")
        title = self.tr("Table with the figures")
        self.file = PathField(title, open_dialog(title, kinds), self)
        self.problems = TableProblems(place.language, self)
        self.sheet = WrittenTable(
            (
                WrittenColumn(self.tr("Unit code"), is_written=False),
                WrittenColumn(self.tr("Unit"), is_written=False),
                WrittenColumn(self.tr("Figure"), is_number=True),
            ),
            self.tr("Figures by unit"),
            place.theme,
            self,
            wide=1,
        )
        self.record_button = button(self.tr("Put on record"), primary=True)
        self.back_button = button(self.tr("Back"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        self.sheet.table.setFocus()

    def begin(self, held: Component, today: date) -> None:
        """The figures of a component as they are on record."""
        self._held = held
        self.file.line.clear()
        self.title.setText(self.tr("Figures of {0}").format(held.name))
        self._show_figures(held.figures)

    @Slot()
    def record(self) -> None:
        """Give what is typed; a figure that is wrong is framed, and nothing is given."""
        if self._held is None:
            return
        rows = [(row[0], row[_FIGURE]) for row in self.sheet.model.rows()]
        try:
            figures = typed_figures(rows, self._held.full)
        except FigureTypedError as error:
            sentence = error.sentence(words_for(self._place.language))
            self.sheet.mark(int(str(error.fields["row"])), _FIGURE, sentence)
            return
        self.given.emit(replace(self._held, figures=figures))

    @Slot()
    def read(self) -> None:
        """Show what a file says in the cells, before anything is recorded."""
        path = self.file.path
        self._message.tell(None)
        self.problems.show_problems(None)
        if path is not None and path.suffix:
            self._reading.ask(partial(read_figures_table, self._plan, path), self._show_read)

    def _show_read(self, figures: Mapping[str, Fraction]) -> None:
        self._show_figures(figures)
        text = self.tr(
            "%n figure(s) understood: look them through, then put them on record.", "", len(figures)
        )
        self._message.say(text)
        self.sheet.table.setFocus()

    def _show_figures(self, figures: Mapping[str, Fraction]) -> None:
        self.sheet.show_rows(
            [
                (one.code, one.name, number_text(figures[one.code]) if one.code in figures else "")
                for one in self._plan.agencies
            ]
        )
        self._say_state()

    @Slot()
    def _say_state(self) -> None:
        if self._held is None:
            return
        filled_in = sum(bool(row[_FIGURE]) for row in self.sheet.model.rows())
        text = self.tr(
            "{0} of {1} units have a figure, from 0 to {2}. Type a figure and press Enter, or paste"
            " a column with Ctrl+V; an empty cell is a missing figure."
        )
        full = number_text(self._held.full)
        self.state.setText(text.format(filled_in, len(self._plan.agencies), full))

    def _connect(self) -> None:
        self.record_button.clicked.connect(self.record)
        self.back_button.clicked.connect(self.closed)
        self.sheet.changed.connect(self._say_state)
        self.file.changed.connect(self.read)
        self._reading.failed.connect(self.problems.show_problems)
        self._reading.failed.connect(self._message.tell_failure)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        row, buttons = QHBoxLayout(), QHBoxLayout()
        for held in (row, buttons):
            held.setSpacing(step)
        row.addWidget(label(self.tr("Table with the figures"), type="label", tone="quiet"))
        row.addWidget(self.file, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.record_button)
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.problems)
        column.addWidget(self.sheet, 1)
        column.addLayout(buttons)
        filled(self).addWidget(frame)
