"""The plan on the desk: its sections, the fields of one of them, and what is to be put right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.session import Session
from desktop.tally.plan_draft_findings import SECTIONS, Findings, section_of
from desktop.views.parts import card
from desktop.views.plan_agencies_section import PlanAgenciesSection
from desktop.views.plan_channels_section import PlanChannelsSection
from desktop.views.plan_dimensions_section import PlanDimensionsSection
from desktop.views.plan_forms_section import PlanFormsSection
from desktop.views.plan_freeze_section import PlanFreezeSection
from desktop.views.plan_grades_section import PlanGradesSection
from desktop.views.plan_pages_section import PlanPagesSection
from desktop.views.plan_problem_list import PlanProblemList
from desktop.views.plan_scoring_section import PlanScoringSection
from desktop.views.plan_section import PlanSection
from desktop.views.plan_standing_section import PlanStandingSection
from desktop.views.plan_title_section import PlanTitleSection
from desktop.views.plan_words import PlanWords
from desktop.views.theme import Theme

FREEZE = "freeze"
NAMES = (*SECTIONS, FREEZE)
_PAUSE = 120
"""Milliseconds between two sections that are made before anybody asks for them."""


class PlanDesk(QWidget):
    """Made for one draft; `section` names the one that is in front."""

    found_requested = Signal()
    refused = Signal(object)

    def __init__(self, draft: PlanDraft, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft, self._theme = draft, theme
        language = session.settings.language
        self.words = PlanWords(language, self)
        self._marks: dict[str, dict[str, str]] = {name: {} for name in NAMES}
        self._makers: dict[str, Callable[[], PlanSection]] = {
            "title": lambda: PlanTitleSection(draft, theme, self),
            "agencies": lambda: PlanAgenciesSection(draft, session, theme, self),
            "dimensions": lambda: PlanDimensionsSection(draft, theme, self),
            "grades": lambda: PlanGradesSection(draft, theme, self),
            "channels": lambda: PlanChannelsSection(draft, theme, self),
            "forms": lambda: PlanFormsSection(draft, theme, self),
            "scoring": lambda: PlanScoringSection(draft, language, theme, self),
            "standing": lambda: PlanStandingSection(draft, theme, self),
            "pages": lambda: PlanPagesSection(draft, language, theme, self),
            FREEZE: self._make_freeze,
        }
        self.sections: dict[str, PlanSection] = _Sections(self._make)
        self.section = "title"
        """The section that is in front."""
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self.problems = PlanProblemList(self.words, self.name_of, theme, self)
        self._lay_out(theme.room["step"])
        self._connect()
        self.show_section("title")
        self._show_findings(draft.findings)
        self._making.start()

    @property
    def freeze(self) -> PlanFreezeSection:
        made = self.sections[FREEZE]
        assert isinstance(made, PlanFreezeSection)
        return made

    @property
    def agencies(self) -> PlanAgenciesSection:
        made = self.sections["agencies"]
        assert isinstance(made, PlanAgenciesSection)
        return made

    def show_section(self, name: str) -> None:
        """Bring a section to the front."""
        self.list.setCurrentRow(NAMES.index(name))
        self._show_row(NAMES.index(name))

    def name_of(self, place: str) -> str:
        """A place of the plan as its field is called."""
        return self.sections[section_of(place)].name_of(place)

    @Slot(str)
    def go_to(self, place: str) -> None:
        """Bring a place of the plan to the front, and give it the focus."""
        name = section_of(place)
        self.show_section(name)
        self.sections[name].focus_on(place)

    @Slot()
    def go_to_next_problem(self) -> None:
        place = self.problems.next_place()
        if place is not None:
            self.go_to(place)

    def show_freeze_lack(self) -> bool:
        """Say what still keeps the plan from being frozen, and go there; whether there is any."""
        found = self.draft.findings
        if found.problems:
            first = found.problems[0]
            self.go_to(first.place)
            said = self.tr("First put this right: {0}: {1}")
            self.refused.emit(said.format(self.name_of(first.place), self.words.sentence(first)))
            return True
        if lack := self.freeze.lacks():
            self.show_section(FREEZE)
            lack[0].setFocus()
            self.refused.emit(lack[1])
            return True
        return False

    @Slot(str)
    def _show_value(self, place: str) -> None:
        for section in list(self.sections.values()):
            section.show_value(place)
        if self._making.isActive():
            self._making.start()  # whoever writes is not held up

    @Slot(object)
    def _show_findings(self, found: Findings) -> None:
        self._marks = {name: {} for name in NAMES}
        for problem in found.problems:
            sentence = self.words.sentence(problem)
            self._marks[section_of(problem.place)].setdefault(problem.place, sentence)
        for name, section in list(self.sections.items()):
            section.mark(self._marks[name])
        self.problems.show_findings(found)
        self.problems.setVisible(bool(found.problems or found.warnings))
        self._tick()
        self._show_plan()

    def _show_plan(self) -> None:
        """Only the section in front draws the plan: drawing takes its time."""
        found = self.draft.findings
        self.sections[self.section].show_plan(found.plan)
        if self.section != FREEZE:
            return
        if found.plan:
            self.freeze.say(self.tr("Nothing stands against it."), "good")
        else:
            said = self.tr("To put right first: {0}").format(len(found.problems))
            self.freeze.say(said, "bad")

    def _tick(self) -> None:
        ticks = {name: "✕" if self._marks[name] else "✓" for name in SECTIONS} | {FREEZE: "·"}
        colours = {"✕": "bad", "✓": "good", "·": "quiet"}
        for at, (name, title) in enumerate(zip(NAMES, self._titles(), strict=True)):
            item = self.list.item(at)
            item.setText(f"{ticks[name]}  {at + 1} {title}")
            item.setForeground(self._theme.colours[colours[ticks[name]]])
            item.setToolTip(f"Alt+{(at + 1) % 10}")

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Title and year"),
            self.tr("Agencies and groups"),
            self.tr("Dimensions"),
            self.tr("Grades"),
            self.tr("Channels"),
            self.tr("Void forms, checks"),
            self.tr("Scoring and cut"),
            self.tr("Bands and vetoes"),
            self.tr("Pages of the paper"),
            self.tr("Freeze and found"),
        )

    def _make(self, name: str) -> PlanSection:
        """A section, when it is first shown or spoken of."""
        made = self._makers[name]()
        made.mark(self._marks[name])
        self.stack.addWidget(made)
        return made

    def _make_freeze(self) -> PlanFreezeSection:
        made = PlanFreezeSection(self.draft, self._theme, self)
        made.found_requested.connect(self.found_requested)
        made.refused.connect(self.refused)
        return made

    @Slot()
    def _make_next(self) -> None:
        """One section after the other while nothing else is done: none is waited for then."""
        lacking = [name for name in NAMES if name not in self.sections]
        if lacking:
            self.sections[lacking[0]].ensurePolished()
        else:
            self._making.stop()

    def _lay_out(self, step: int) -> None:
        self.list.setAccessibleName(self.tr("Sections of the plan"))
        self.list.addItems(["" for _ in NAMES])
        self.list.setSpacing(step // 4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame, column = card(margin=step, spacing=step)
        column.addWidget(self.list)
        frame.setFixedWidth(27 * step)
        self.problems.setFixedWidth(34 * step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * step)
        row.addWidget(frame)
        row.addWidget(self.stack, 1)
        row.addWidget(self.problems)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_row)
        self.list.itemActivated.connect(lambda _: self._enter_section())
        self.problems.place_chosen.connect(self.go_to)
        self.draft.changed.connect(self._show_value)
        self.draft.checked.connect(self._show_findings)
        self._making = QTimer(self)
        self._making.setInterval(_PAUSE)
        self._making.timeout.connect(self._make_next)
        for at, name in enumerate(NAMES):
            key = QShortcut(QKeySequence(f"Alt+{(at + 1) % 10}"), self)
            key.activated.connect(lambda name=name: self._jump(name))
        QShortcut(QKeySequence("F8"), self).activated.connect(self.go_to_next_problem)

    def _jump(self, name: str) -> None:
        self.show_section(name)
        self._enter_section()

    def _enter_section(self) -> None:
        self.sections[self.section].take_focus()

    @Slot(int)
    def _show_row(self, row: int) -> None:
        if row >= 0:
            self.section = NAMES[row]
            self.stack.setCurrentWidget(self.sections[self.section])
            self._show_plan()


class _Sections(dict[str, PlanSection]):
    """Makes a section when it is asked for."""

    def __init__(self, make: Callable[[str], PlanSection]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> PlanSection:
        self[name] = made = self._make(name)
        return made
