"""The page Composite: the ranking over all channels, its components, and what other weights do."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.actions.composite import composite_table
from desktop.actions.deductions import today
from desktop.actions.year_standing import standing_day
from desktop.assess.year import CompositeSetting
from desktop.models.composite_rows import Composed
from desktop.store import ledger_queries
from desktop.store.ledgers import COMPOSITE, RULES
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.composite_components_panel import CompositeComponentsPanel
from desktop.views.composite_ranking_panel import CompositeRankingPanel
from desktop.views.composite_what_if_panel import CompositeWhatIfPanel
from desktop.views.parts import filled
from desktop.views.reading_page import ReadingPage
from desktop.views.tab_row import TabRow
from desktop.views.workplace import Workplace
from desktop.views.year_papers import YearPapers

Part = CompositeRankingPanel | CompositeComponentsPanel | CompositeWhatIfPanel


@dataclass(frozen=True, slots=True)
class CompositeFound:
    """What the page shows, read in one view of the file."""

    setting: CompositeSetting | None
    composed: Composed | None
    problem: PingyiError | None
    """Why there is no ranking."""
    has_rules: bool
    is_sealed: bool
    """The year is."""
    today: str
    day: str
    """As of which it is computed: that of the year's seal, or today."""
    year_over: bool
    """Everything that counts is in: the plan's year has gone by."""


class CompositeView(ReadingPage):
    """Without components it begins with the part where they are named."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, _read)
        self.head.title.setText(self.tr("Composite"))
        self._shown = ""
        self.papers = YearPapers(place, self.message, self)
        self.papers.offer([(self.tr("Composite table…"), ("composite",))])
        self.tabs = TabRow(
            self.tr("Parts of the composite"),
            (
                ("ranking", self.tr("Ranking")),
                ("components", self.tr("Components")),
                ("what_if", self.tr("What if")),
            ),
            place.theme,
            self,
        )
        self.stack = QStackedWidget()
        self._found: CompositeFound | None = None
        self._parts: list[Part] = []
        self._lay_out()
        self.tabs.part_chosen.connect(self.show_part)

    def activate(self) -> None:
        """Read how things stand; the part in front takes the focus."""
        self.read()
        if self._shown:
            self.show_part(self._shown)

    def put_away(self) -> None:
        """What is not saved is typed anew: no half of a component stays."""
        for part in self._parts:
            part.put_away()

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Bring a part to the front."""
        self._shown = part
        goes_along = self.tabs.is_walked
        self.tabs.show_part(part)
        held: Part = getattr(self, part)
        self.stack.setCurrentWidget(held)
        held.activate()
        if goes_along:
            self.tabs.setFocus()

    def show_found(self, found: CompositeFound) -> None:
        self._found = found
        for part in self._parts:
            self._give(part, found)
        self.papers.setVisible(found.composed is not None)
        self.head.say(*self._state(found))
        if not self._shown:
            self.show_part("ranking" if found.setting else "components")

    def _state(self, found: CompositeFound) -> tuple[str, str]:
        composed = found.composed
        if found.is_sealed:
            return self.tr("The year is sealed: weights and figures stay as they are."), "good"
        if found.setting is None or not found.setting.components:
            return self.tr("No components yet: name them with their weights."), "text"
        if composed is None:
            return self.tr("No ranking yet: see below what is missing."), "warn"
        ranked = sum(line.rank is not None for line in composed.lines)
        counts = len(composed.setting.components), ranked, len(composed.lacking)
        if composed.lacking:
            text = self.tr("Components: {0}. Units ranked: {1}. Units that lack a figure: {2}.")
            return self._as_of(found) + text.format(*counts), "warn"
        text = self.tr("Components: {0}. Units ranked: {1}.")
        return self._as_of(found) + text.format(*counts), "text"

    def _as_of(self, found: CompositeFound) -> str:
        """What the assessment comes to changes until the year is over."""
        if found.year_over:
            return self.tr("As of {0}. ").format(found.day)
        return self.tr("The year is not over: as of {0}. ").format(found.day)

    def _nothing(self, found: CompositeFound) -> object:
        """What the ranking says where there is none."""
        return found.problem or self.tr(
            "The composite weighs several results into one: this survey, the assessment, phone"
            " polls, mystery visits. Name the components first."
        )

    @cached_property
    def ranking(self) -> CompositeRankingPanel:
        """Made, as every part, when it is first shown."""
        made = CompositeRankingPanel(self._place, self.message, self)
        made.components_requested.connect(lambda: self.show_part("components"))
        self._keep(made)
        return made

    @cached_property
    def components(self) -> CompositeComponentsPanel:
        made = CompositeComponentsPanel(self._place, self.message, self)
        made.page_requested.connect(self.page_requested)
        self._keep(made)
        return made

    @cached_property
    def what_if(self) -> CompositeWhatIfPanel:
        made = CompositeWhatIfPanel(self._place, self)
        made.components_requested.connect(lambda: self.show_part("components"))
        self._keep(made)
        return made

    def _keep(self, made: Part) -> None:
        self._parts.append(made)
        self.stack.addWidget(made)
        if self._found:
            self._give(made, self._found)

    def _give(self, part: Part, found: CompositeFound) -> None:
        match part:
            case CompositeRankingPanel():
                part.show_composed(found.composed, self._nothing(found))
            case CompositeWhatIfPanel():
                part.show_composed(found.composed)
            case _:
                part.show_setting(found)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.head.add(self.papers)
        self.papers.hide()
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.head)
        column.addWidget(self.papers.bar)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)


def _read(survey: SurveyFile) -> CompositeFound:
    held, now = ledger_queries.setting(survey, COMPOSITE), today(survey)
    setting, day = held.value if held else None, standing_day(survey)
    composed, problem = None, None
    if setting and setting.components:
        try:
            table = composite_table(survey, setting, day)
            composed = Composed.of(table, survey.plan.agencies)
        except PingyiError as error:
            problem = error
    return CompositeFound(
        setting,
        composed,
        problem,
        ledger_queries.setting(survey, RULES) is not None,
        ledger_queries.year_edition(survey).sealed,
        now,
        day,
        date.fromisoformat(now).year > survey.plan.year,
    )
