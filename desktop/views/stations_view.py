"""The page Stations: kits out, stations in by their code, and the people who sign in at them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.store import queries, station_queries
from desktop.store.import_queries import StationStanding, import_lines, station_standings
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile
from desktop.views.encryption_panel import EncryptionPanel
from desktop.views.parts import filled
from desktop.views.people_panel import PeoplePanel
from desktop.views.reading_page import ReadingPage
from desktop.views.station_panel import StationPanel
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows, read in one view of the file."""

    stations: list[StationStanding]
    people: list[Operator]
    batches: dict[str, int]
    """Batches handed to each station."""
    encrypted: bool
    zero: bool


class StationsView(ReadingPage):
    """Stations at the left, people at the right."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, _read)
        self.head.title.setText(self.tr("Stations and people"))
        self.stations = StationPanel(place, self.message, self)
        self.people = PeoplePanel(place, self.message, self)
        self.encryption = EncryptionPanel(place, self.message, self)
        self._lay_out()

    def activate(self) -> None:
        """Read who is there, and take the focus."""
        self.read()
        self.stations.list.table.setFocus()

    def put_away(self) -> None:
        """PINs that were typed do not stay."""
        self.people.form.close_form()

    def show_found(self, found: _Found) -> None:
        self.stations.show_stations(found.stations, found.batches)
        self.people.show_people(found.people)
        self.encryption.show_state(encrypted=found.encrypted)
        self._say_state(found)

    def _say_state(self, found: _Found) -> None:
        states = [held.station.state for held in found.stations]
        waiting = states.count("joined")
        if not found.zero:
            self.head.say(self.tr("Kits are made after the zero report: see the overview."), "warn")
        elif waiting:
            self.head.say(self.tr("%n station(s) wait to be admitted.", "", waiting), "warn")
        elif not states:
            self.head.say(self.tr("No station yet: make a kit, and carry it to each laptop."))
        else:
            text = self.tr("{0} admitted, {1} people registered.")
            self.head.say(text.format(states.count("admitted"), len(found.people)))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        whole, row, right = filled(self), QHBoxLayout(), QVBoxLayout()
        for layout in (whole, row, right):
            layout.setSpacing(2 * step)
        right.addWidget(self.people, 1)
        right.addWidget(self.encryption)
        row.addWidget(self.stations, 11)
        row.addLayout(right, 9)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        whole.addWidget(self.message)


def _read(survey: SurveyFile) -> _Found:
    return _Found(
        station_standings(survey, import_lines(survey)),
        queries.operators(survey),
        station_queries.assigned_batches(survey),
        bool(station_queries.recipients(survey)),
        queries.zero_declared(survey),
    )
