"""The stations: kits for them, their codes large, admission by code, and suspension."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.stations import make_kit, suspend
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.papers.sheets import station_sheets
from desktop.store.admission import admission_code
from desktop.store.import_queries import StationStanding
from desktop.store.packages import Manifest
from desktop.views.admit_panel import AdmitPanel
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.path_field import save_dialog
from desktop.views.workplace import Workplace
from desktop.words import words_for


class StationPanel(QWidget):
    """The code of the station under the cursor stands large, to be read aloud and compared."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("The kit is being written…"), self)
        columns = [
            Column(self.tr("Station")),
            Column(self.tr("State")),
            Column(self.tr("Batches"), is_number=True),
            Column(self.tr("Records here"), is_number=True),
            Column(self.tr("Last record made")),
        ]
        self.list = FilteredTable(columns, self.tr("Stations"), place.theme, self, wide=4)
        self.code, self.state = label(type="number"), label(type="label", wrap=True)
        self.kit_button = button(self.tr("Make a kit…"), primary=True)
        self.admit_button = button(self.tr("Admit a station…"))
        self.suspend_button = button(self.tr("Suspend…"), danger=True)
        self.reason = QLineEdit()
        self.admit = AdmitPanel(place, message, self)
        title = self.tr("Station sheets")
        self.papers = PaperButtons(place, message, title, self._sheets, self)
        self._choose_kit = save_dialog(self.tr("The kit"), self.tr("Kits (*.pyp)"))
        self._lay_out()
        self._connect()

    def show_stations(
        self, stations: Sequence[StationStanding], batches: Mapping[str, int]
    ) -> None:
        self.list.show_rows([self._row(held, batches) for held in stations])
        self._show_code(self.list.current())

    def _row(self, held: StationStanding, batches: Mapping[str, int]) -> Row:
        states = {
            "admitted": self.tr("admitted"),
            "suspended": self.tr("suspended"),
            "joined": self.tr("waits for admission"),
        }
        station = held.station
        tones = {"suspended": "bad", "joined": "warn"}
        when = in_words(local(held.at), self.tr("d MMM H:mm")) if held.at else ""
        given = batches.get(station.station, 0)
        texts = (
            station.name or station.station[:8],
            states.get(station.state, station.state),
            str(given or ""),
            str(held.records or ""),
            when,
        )
        tone = tones.get(station.state, "text")
        sorts = (texts[0], texts[1], given, held.records, held.at)
        return Row(held, texts, sorts, ("text", tone, "text", "text", "text"))

    @Slot(object)
    def _show_code(self, key: object) -> None:
        held = key if isinstance(key, StationStanding) else None
        self.suspend_button.setEnabled(held is not None)
        self.code.setText(admission_code(held.station.station) if held else "")
        told = {
            "admitted": self.tr("Admitted under this code. Its packages are taken."),
            "suspended": self.tr("Suspended: nothing more is taken. Admit it again to go on."),
            "joined": self.tr(
                "Compare this code with the one on the station's own screen or shift sheet."
            ),
        }
        empty = self.tr(
            "A kit carries plan, people and batches. On each laptop choose “Join with a kit”; it"
            " hands over a first package and shows a code."
        )
        self.state.setText(told.get(held.station.state, "") if held else empty)
        set_tone(self.state, "quiet")

    @Slot(bool)
    def _show_one_code(self, admitting: bool) -> None:
        """While a station is admitted its code stands alone: nobody compares the wrong one."""
        for made in (self.code, self.state):
            made.setVisible(not admitting)

    @Slot()
    def make_kit(self) -> None:
        """Plan, people, batches and admissions as they stand, for new stations and old ones."""
        chosen = self._choose_kit(self, "KIT.pyp")
        if chosen:
            path = Path(chosen)
            self.bar.say(self.tr("The kit is being written…"))
            self.acting.start(
                lambda survey, _: make_kit(survey, path), partial(self._tell_kit, path)
            )

    def _tell_kit(self, path: Path, manifest: Manifest) -> None:
        text = self.tr("Kit written: {0}, {1} records. Carry it to every station.")
        self._message.say(text.format(path, manifest.count), tone="good")

    @Slot()
    def ask_to_suspend(self) -> None:
        """A reason is asked; Enter in it suspends."""
        self.reason.show()
        self.reason.setFocus()

    @Slot()
    def _suspend(self) -> None:
        held = self.list.current()
        if isinstance(held, StationStanding):
            reason, code, station = self.reason.text(), self._session.code, held.station.station
            self.acting.start(
                lambda survey, _: suspend(survey, station, reason=reason, operator=code),
                lambda _: self._tell_suspended(held.station.name),
            )

    def _tell_suspended(self, name: str) -> None:
        self.reason.clear()
        self.reason.hide()
        text = self.tr("{0} is suspended: its packages are refused; what it handed over stays.")
        self._message.say(text.format(name), tone="warn")

    def _sheets(self) -> Writer:
        survey, words = self._session.opened, words_for(self._place.language)

        def write(path: Path) -> Path:
            with survey.reader() as reader, reader.reading():
                return station_sheets(reader, path, words)

        return write

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_code)
        self.kit_button.clicked.connect(self.make_kit)
        self.admit_button.clicked.connect(self.admit.begin)
        self.admit.shown.connect(self._show_one_code)
        self.suspend_button.clicked.connect(self.ask_to_suspend)
        self.reason.returnPressed.connect(self._suspend)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.reason.setPlaceholderText(self.tr("Why it is suspended; Enter does it"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.hide()
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(step)
        for made in (self.kit_button, self.admit_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.papers)
        row.addSpacing(2 * step)
        row.addWidget(self.suspend_button)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addWidget(self.bar)
        column.addWidget(self.admit)
        column.addWidget(self.list, 1)
        column.addWidget(self.code)
        column.addWidget(self.state)
        filled(self).addWidget(frame)
