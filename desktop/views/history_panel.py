"""Ranks of an earlier year brought in from the table of that year: first seen, then recorded."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.actions.history import HistoryRow, enter_history, read_history_file
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.report.figures import count_text
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.filtered_table import FilteredTable
from desktop.views.latest import Latest
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.workplace import Workplace


class HistoryPanel(QWidget):
    """`closed` when it is done, or given up; what was typed stays where an act is refused."""

    closed = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._plan = place.session.opened.plan
        self._rows: tuple[HistoryRow, ...] = ()
        self.acting = Acting(place.session, self)
        self._reading = Latest(self)
        kinds = self.tr("Workbooks and CSV files (*.xlsx *.csv)")
        self.file = PathField(
            self.tr("Table of that year"), open_dialog(self.tr("Table of that year"), kinds), self
        )
        self.year, self.source = QLineEdit(str(self._plan.year - 1)), QLineEdit()
        self.state = label(tone="quiet", wrap=True)
        columns = [
            Column(self.tr("Agency code")),
            Column(self.tr("Agency")),
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Score"), is_number=True),
        ]
        self.list = FilteredTable(
            columns, self.tr("What was understood"), place.theme, self, wide=1
        )
        self.record_button = button(self.tr("Put on record"), primary=True)
        self.back_button = button(self.tr("Back"))
        self._lay_out()
        self._connect()
        self._show(())

    def activate(self) -> None:
        self.file.setFocus()

    @property
    def is_waiting(self) -> bool:
        return self._reading.is_busy

    @Slot()
    def read(self) -> None:
        """Show what the table says, before anything is recorded."""
        path = self.file.path
        self._message.tell(None)
        if path is None:
            self._show(())
            return
        if not self.source.isModified():
            self.source.setText(path.name)
        self._reading.ask(partial(read_history_file, self._plan, path), self._show)

    @Slot()
    def record(self) -> None:
        """Put the rows on record, in the place of what was there for that year."""
        year, source, rows = self.year.text().strip(), self.source.text(), self._rows
        if not year.isdecimal():
            text = self.tr("“{0}” is no year: write it as {1}.").format(year, self._plan.year - 1)
            self._message.say(text, tone="bad")
            self.year.setFocus()
            return
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> int:
            enter_history(survey, int(year), source, rows, operator=code)
            return len(rows)

        self.acting.start(act, self._finish)

    def _finish(self, count: int) -> None:
        self.closed.emit()
        text = self.tr("%n rank(s) of {0} are on record.", "", count)
        self._message.say(text.format(self.year.text()), tone="good")

    def _show(self, rows: tuple[HistoryRow, ...]) -> None:
        self._rows = rows
        names = {held.code: held.name for held in self._plan.agencies}
        self.list.show_rows([_row(held, names[held.agency]) for held in rows])
        self.record_button.setEnabled(bool(rows))
        if rows:
            text = self.tr("Understood: {0} of the plan's {1} agencies.")
            self.state.setText(text.format(len(rows), len(names)))
        else:
            self.state.setText(
                self.tr(
                    "A workbook or CSV file with the columns agency, rank and score; an agency"
                    " stands there by its code or its name."
                )
            )

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self._show(())
        if not isinstance(error, PingyiError):
            raise error
        self._message.tell(error)

    def _connect(self) -> None:
        self.file.changed.connect(self.read)
        self._reading.failed.connect(self._tell_failure)
        self.acting.failed.connect(self._message.tell)
        self.record_button.clicked.connect(self.record)
        self.back_button.clicked.connect(self.closed)
        for line in (self.year, self.source):
            line.returnPressed.connect(self.record_button.click)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        fields = QGridLayout()
        fields.setSpacing(step)
        self.year.setMaximumWidth(12 * step)
        for row, (text, field) in enumerate(
            (
                (self.tr("Table of that year"), self.file),
                (self.tr("Year"), self.year),
                (self.tr("Where it was published"), self.source),
            )
        ):
            field.setAccessibleName(text)
            fields.addWidget(label(text, type="label", tone="quiet"), row, 0)
            fields.addWidget(field, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(step)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.record_button)
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Ranks of an earlier year"), type="name"))
        column.addLayout(fields)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        filled(self).addWidget(frame)


def _row(held: HistoryRow, name: str) -> Row:
    texts = (held.agency, name, count_text(held.rank), held.score or "—")
    return Row(held.agency, texts, (None, None, held.rank, None))
