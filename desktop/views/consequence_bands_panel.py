"""Last year's bands: typed or brought in, with what became of merged and renamed units."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.actions.bands_table import read_bands_table
from desktop.actions.consequences import import_bands
from desktop.assess.consequences import mixed_units
from desktop.assess.year import LastBands
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.bands_entry import BAND, NOW, typed_bands, typed_year, written_bands
from desktop.models.consequence_rows import ConsequencesFound
from desktop.models.reading import Reading
from desktop.models.written_model import WrittenColumn
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.table_problems import TableProblems
from desktop.views.workplace import Workplace
from desktop.views.written_table import WrittenTable
from desktop.words import words_for


class ConsequenceBandsPanel(QWidget):
    """What is typed stays until it is on record; a file is seen before anything is recorded."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._plan = place.session.opened.plan
        self._bands: dict[str, str] = {}
        self._held: LastBands | None = None
        self._is_typed = False
        self.acting = Acting(place.session, self)
        self.reading = Reading(place.session, self)
        self.state = label(type="row", wrap=True)
        self.year, self.source = QLineEdit(str(self._plan.year - 1)), QLineEdit()
        kinds = self.tr("Workbooks and CSV files (*.xlsx *.csv)")
        title = self.tr("Table of that year")
        self.file = PathField(title, open_dialog(title, kinds), self)
        self.add_button = button(self.tr("Add a unit"))
        self.add_button.setToolTip("Insert")
        self.remove_button = button(self.tr("Take out"))
        self.remove_button.setToolTip("Ctrl+Del")
        self.record_button = button(self.tr("Put on record"), primary=True)
        self.problems = TableProblems(place.language, self)
        self.sheet = self._made_sheet()
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        self.sheet.table.setFocus()

    def show_found(self, found: ConsequencesFound) -> None:
        """The bands on record; what somebody is typing stays."""
        is_new = found.last != self._held or dict(found.band_names) != self._bands
        self._held = found.last
        if dict(found.band_names) != self._bands:
            self._bands = dict(found.band_names)
            self.sheet.model.offer(BAND, tuple(self._bands.values()))
        if is_new and not self._is_typed:
            self._show_bands(found.last)
        self._say_state()

    @Slot()
    def read(self) -> None:
        """Show what a file says, before anything is recorded."""
        path = self.file.path
        self._message.tell(None)
        self.problems.show_problems(None)
        if path is None or not path.suffix:
            return
        try:
            year = typed_year(self.year.text(), self._plan)
        except PingyiError as error:
            self._message.tell(error)
            return
        source = self.source.text().strip() or path.name
        read = partial(read_bands_table, path=path, year=year, source=source)
        self.reading.ask(read, self._show_read)

    @Slot()
    def record(self) -> None:
        """Put the bands on record in the place of those before; a wrong cell is framed."""
        try:
            year = typed_year(self.year.text(), self._plan)
        except PingyiError as error:
            self._message.tell(error)
            self.year.setFocus()
            return
        rows = self.sheet.model.rows()
        try:
            made = typed_bands(self._plan, self._bands, rows, year, self.source.text())
        except PingyiError as error:
            sentence = error.sentence(words_for(self._place.language))
            self.sheet.mark(
                int(str(error.fields["row"])), int(str(error.fields["column"])), sentence
            )
            return
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> LastBands:
            import_bands(survey, made, operator=code)
            return made

        self.acting.start(act, self._tell)

    def _tell(self, made: LastBands) -> None:
        self._is_typed = False
        text = self.tr("%n band(s) of {0} are on record.", "", len(made.bands))
        self._message.say(text.format(made.year), tone="good")

    def _show_read(self, held: LastBands) -> None:
        self._show_bands(held)
        self._is_typed = True
        text = self.tr(
            "%n unit(s) understood: look them through, then put them on record.",
            "",
            len(held.bands),
        )
        self._message.say(text)
        self.sheet.table.setFocus()

    def _show_bands(self, held: LastBands | None) -> None:
        if held:
            self.year.setText(str(held.year))
            self.source.setText(held.source)
        self.sheet.show_rows(written_bands(self._plan, self._bands, held))
        self._is_typed = False

    def _say_state(self) -> None:
        if self._held is None:
            text = self.tr(
                "Nothing is known of last year: nobody can be in the best or the worst band twice"
                " running."
            )
            self.state.setText(text)
            return
        held = self._held
        text = self.tr("%n unit(s) of {0}, {1} merged or renamed since.", "", len(held.bands))
        self.state.setText(text.format(held.year, len(held.successors)) + self._mixed(held))

    def _mixed(self, held: LastBands) -> str:
        units = {agency.code: agency.name for agency in self._plan.agencies}
        mixed = mixed_units(held.bands, held.successors, units)
        if not mixed:
            return ""
        text = self.tr("No band of that year for {0}: its parts were in different ones.")
        named = words_for(self._place.language)(", ").join(units[unit] for unit in mixed)
        return "\n" + text.format(named)

    @Slot()
    def _note_typing(self) -> None:
        self._is_typed = True

    def _made_sheet(self) -> WrittenTable:
        columns = (
            WrittenColumn(self.tr("Unit of last year")),
            WrittenColumn(self.tr("Band")),
            WrittenColumn(self.tr("Now part of, or renamed to")),
        )
        name = self.tr("Last year's bands")
        made = WrittenTable(columns, name, self._place.theme, self, wide=0, grows=True)
        made.table.setColumnWidth(NOW, 40 * self._place.theme.room["step"])
        made.changed.connect(self._note_typing)
        return made

    def _connect(self) -> None:
        self.file.changed.connect(self.read)
        self.record_button.clicked.connect(self.record)
        self.add_button.clicked.connect(self.sheet.add)
        self.remove_button.clicked.connect(self.sheet.remove)
        self.reading.failed.connect(self.problems.show_problems)
        self.reading.failed.connect(self._message.tell)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        grid, buttons = QGridLayout(), QHBoxLayout()
        for held in (grid, buttons):
            held.setSpacing(step)
        self.year.setMaximumWidth(10 * step)
        for at, (title, field, stretch) in enumerate(
            (
                (self.tr("Year"), self.year, 0),
                (self.tr("Where it was published"), self.source, 1),
                (self.tr("Table of that year"), self.file, 1),
            )
        ):
            field.setAccessibleName(title)
            grid.addWidget(label(title, type="label", tone="quiet"), 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, stretch)
        for tool in (self.add_button, self.remove_button):
            buttons.addWidget(tool)
        buttons.addStretch(1)
        buttons.addWidget(self.record_button)
        frame, self._column = card(margin=2 * step, spacing=step)
        self._column.addWidget(self.state)
        self._column.addLayout(grid)
        self._column.addWidget(self.problems)
        self._column.addWidget(self.sheet, 1)
        self._column.addLayout(buttons)
        filled(self).addWidget(frame)
