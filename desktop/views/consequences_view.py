"""The page Consequences: what follows from the year's bands, and last year's that it rests on."""

from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.actions.consequences import consequence_lines, model_sections, survey_cut
from desktop.actions.deductions import today
from desktop.actions.year_standing import standing_day, year_standing
from desktop.models.consequence_rows import WAITING, ConsequencesFound
from desktop.models.reading import Reading
from desktop.store import ledger_queries, queries
from desktop.store.ledgers import ANNULMENTS, BANDS
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.consequence_bands_panel import ConsequenceBandsPanel
from desktop.views.consequence_lines_panel import ConsequenceLinesPanel
from desktop.views.consequence_sections_panel import ConsequenceSectionsPanel
from desktop.views.consequence_void_panel import ConsequenceVoidPanel
from desktop.views.parts import button, card, filled, label
from desktop.views.reading_page import ReadingPage
from desktop.views.tab_row import TabRow
from desktop.views.workplace import Workplace

Part = (
    ConsequenceLinesPanel | ConsequenceSectionsPanel | ConsequenceBandsPanel | ConsequenceVoidPanel
)

_LINES, _SECTIONS, _BANDS, _VOID = "lines", "sections", "bands", "void"


class ConsequencesView(ReadingPage):
    """The survey's first and last come after the lines: they take a count of their own."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, _read)
        self.head.title.setText(self.tr("Follow-up"))
        self._has_standing: bool | None = None
        self.cutting = Reading(place.session, self)
        self.lines = ConsequenceLinesPanel(place, self.message, self)
        self.tabs = TabRow(self.tr("Parts of the consequences"), self._titles(), place.theme, self)
        self.rules_button = button(self.tr("To the assessment"), primary=True)
        self.nothing = self._made_nothing()
        self.stack, self.whole = QStackedWidget(), QStackedWidget()
        self._found: ConsequencesFound | None = None
        self._parts: list[Part] = []
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read how things stand, and take the focus."""
        self.read()
        if self._has_standing is not None:
            self._take_focus()

    def put_away(self) -> None:
        """A PIN that was typed does not stay."""
        for part in self._parts:
            if isinstance(part, ConsequenceVoidPanel):
                part.put_away()

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Bring a part to the front."""
        goes_along = self.tabs.is_walked
        self.tabs.show_part(part)
        held: Part = getattr(self, part)
        self.stack.setCurrentWidget(held)
        held.activate()
        if goes_along:
            self.tabs.setFocus()

    def show_found(self, found: ConsequencesFound) -> None:
        is_first = self._has_standing != (found.standing is not None)
        self._has_standing = found.standing is not None
        self.whole.setCurrentIndex(1 if found.standing else 0)
        self.tabs.setVisible(self._has_standing)
        self._found = found
        if found.standing:
            for part in self._parts:
                part.show_found(found)
            self.cutting.ask(survey_cut, self.lines.show_cut)
        self.head.say(*self._state(found))
        if is_first:
            self._take_focus()

    @cached_property
    def sections(self) -> ConsequenceSectionsPanel:
        """Made, as every part but the first, when it is first shown."""
        made = ConsequenceSectionsPanel(self._place, self)
        self._keep(made)
        return made

    @cached_property
    def bands(self) -> ConsequenceBandsPanel:
        made = ConsequenceBandsPanel(self._place, self.message, self)
        self._keep(made)
        return made

    @cached_property
    def void(self) -> ConsequenceVoidPanel:
        made = ConsequenceVoidPanel(self._place, self.message, self)
        self._keep(made)
        return made

    def _keep(self, made: Part) -> None:
        self._parts.append(made)
        self.stack.addWidget(made)
        if self._found and self._found.standing:
            made.show_found(self._found)

    def _take_focus(self) -> None:
        if not self._has_standing:
            self.rules_button.setFocus()
            return
        part = str(self.tabs.tabData(self.tabs.currentIndex()))
        self.show_part(part)

    def _state(self, found: ConsequencesFound) -> tuple[str, str]:
        if found.standing is None:
            return self.tr("No rule set is chosen for this year."), "text"
        if found.is_sealed:
            return self.tr("The year is sealed: nothing is confirmed or changed any more."), "good"
        waiting, many = found.states().count(WAITING), len(found.lines)
        if not found.year_over:
            text = self.tr(
                "The year is not over: %n consequence(s) as units stand today.", "", many
            )
            return text, "text"
        if waiting:
            return self.tr("%n consequence(s) wait to be confirmed.", "", waiting), "warn"
        return self.tr("Everything that follows is confirmed."), "good"

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            (_LINES, self.tr("What follows")),
            (_SECTIONS, self.tr("Model sections")),
            (_BANDS, self.tr("Last year's bands")),
            (_VOID, self.tr("Void results")),
        )

    def _made_nothing(self) -> QWidget:
        step = self._place.theme.room["step"]
        frame, column = card(margin=3 * step, spacing=2 * step)
        text = self.tr(
            "Consequences follow from the bands of the 100-point assessment. Choose the rule set of"
            " the year first; what follows from each band is written in it."
        )
        column.addWidget(label(text, type="row", wrap=True))
        column.addWidget(self.rules_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return frame

    def _connect(self) -> None:
        self.tabs.part_chosen.connect(self.show_part)
        self.rules_button.clicked.connect(lambda: self.page_requested.emit("assessment"))
        self.cutting.failed.connect(self.message.tell)
        self.lines.bands_requested.connect(lambda: self.show_part(_BANDS))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self._keep(self.lines)
        self.whole.addWidget(self.nothing)
        self.whole.addWidget(self.stack)
        self.tabs.hide()
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.head)
        column.addWidget(self.lines.papers.bar)
        column.addWidget(self.tabs)
        column.addWidget(self.whole, 1)
        column.addWidget(self.message)


def _read(survey: SurveyFile) -> ConsequencesFound:
    day, held = today(survey), ledger_queries.setting(survey, BANDS)
    standing, problem = None, None
    try:
        standing = year_standing(survey, standing_day(survey))
    except PingyiError as error:
        problem = error
    return ConsequencesFound(
        standing,
        problem,
        consequence_lines(survey, standing) if standing else (),
        held.value if held else None,
        [row.unit for row in model_sections(survey, standing)] if standing else (),
        ledger_queries.lines(survey, ANNULMENTS),
        queries.operators(survey),
        day,
        date.fromisoformat(day).year > survey.plan.year,
    )
