"""The page Register: papers out and back, their batches, and who keys them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.issuing import register_problems
from desktop.store import clerk_queries, paper_queries, queries, station_queries
from desktop.store.clerk_queries import BatchWork
from desktop.store.paper_queries import IssueLine
from desktop.store.station_queries import Station
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Problem
from desktop.views.batches_panel import BatchesPanel
from desktop.views.issue_panel import IssuePanel
from desktop.views.parts import filled
from desktop.views.reading_page import ReadingPage
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows, read in one view of the file."""

    batches: list[BatchWork]
    origins: dict[str, str]
    """Codes of agencies, by the code of their batch."""
    stations: list[Station]
    lines: list[IssueLine]
    warnings: list[Problem]


class RegisterView(ReadingPage):
    """A receipt that came back is bundled into batches; a batch is handed to a station."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, _read)
        self.head.title.setText(self.tr("Register and batches"))
        self.batches = BatchesPanel(place, self.message, self)
        self.issues = IssuePanel(place, self.message, self)
        self._lay_out()
        self.issues.bundle_requested.connect(self.batches.bundle)

    def activate(self) -> None:
        """Read what is registered, and take the focus."""
        self.read()
        self.batches.list.table.setFocus()

    def put_away(self) -> None:
        """What was typed and not recorded stays in its fields."""

    def show_found(self, found: _Found) -> None:
        self.batches.show_batches(found.batches, found.origins, found.stations)
        self.issues.show_lines(found.lines, found.warnings)
        self._say_state(found)

    def _say_state(self, found: _Found) -> None:
        if not found.batches:
            self.head.say(self.tr("No batch yet: enter what came back, and bundle it."))
            return
        forms = sum(held.count for held in found.batches)
        given = sum(held.station is not None for held in found.batches)
        closed = sum(held.closed for held in found.batches)
        text = self.tr("{0} batches of {1} forms; {2} handed out, {3} closed.")
        self.head.say(text.format(len(found.batches), f"{forms:,}", given, closed))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        whole: QVBoxLayout = filled(self)
        row = QHBoxLayout()
        for layout in (whole, row):
            layout.setSpacing(2 * step)
        row.addWidget(self.batches, 4)
        row.addWidget(self.issues, 3)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        whole.addWidget(self.message)


def _read(survey: SurveyFile) -> _Found:
    return _Found(
        clerk_queries.batch_work(survey),
        {held.code: held.origin for held in queries.slips(survey) if held.origin},
        station_queries.stations(survey),
        paper_queries.issues(survey),
        register_problems(survey),
    )
