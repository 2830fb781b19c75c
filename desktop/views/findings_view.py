"""The page Findings 明察暗访: what inspectors found, followed up until it is closed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.deductions import enter_deduction
from desktop.actions.proposals import check_undrafted, draft_of_finding
from desktop.assess.findings import FindingState, HalfMonth
from desktop.assess.ledger import State
from desktop.assess.points import Facts
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.cases import Case, FindingsFound, count_of, read_findings, read_origins
from desktop.models.reading import Reading
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.views.case_panel import CasePanel
from desktop.views.finding_band import FindingBand
from desktop.views.finding_book import FindingBook
from desktop.views.finding_deduction import Choice, FindingDeduction
from desktop.views.job_bar import JobBar
from desktop.views.parts import button, filled
from desktop.views.path_field import folder_dialog
from desktop.views.reading_page import ReadingPage
from desktop.views.workplace import Workplace
from desktop.views.year_papers import year_papers_into


class FindingsView(ReadingPage):
    """Half-month by half-month; a verified finding becomes a draft deduction in one step."""

    help_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, read_findings)
        self._found: FindingsFound | None = None
        self.acting, self.origins = Acting(place.session, self), Reading(place.session, self)
        self.head.title.setText(self.tr("Findings"))
        self.band = FindingBand(place, self)
        self.book = FindingBook(place, self)
        self.panel = CasePanel(place, self.book, self.message, self)
        self.draft_button = button(self.tr("Draft a deduction…"))
        self.deduction = FindingDeduction(place, self)
        self.bar = JobBar(self.acting, self.tr("The report is being written…"), self)
        self._ask_folder = folder_dialog(self.tr("Folder for the half-month report"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read the ledger, and take the focus."""
        self.read()
        self.panel.focus()

    def put_away(self) -> None:
        self.panel.put_away()

    def show_found(self, found: FindingsFound) -> None:
        self._found = found
        self.band.show_cases(found.cases, found.today)
        self.panel.show_cases(found.cases, found.today)
        self._say_state(found)
        self.origins.ask(read_origins, self._show_origins)

    def _show_origins(self, by_origin: Mapping[str, State]) -> None:
        """Which findings a deduction rests on."""
        self.book.by_origin = by_origin
        self.panel.show_case(anew=True)
        if self._found:
            self._say_state(self._found)

    @Slot()
    def begin_deduction(self) -> None:
        """Choose the rule for the finding under the cursor."""
        case, found = self.panel.case, self._found
        if case is None or found is None:
            return
        if not case.value.verified:
            self.message.say(self.tr("Verify the finding first."), tone="warn")
        elif found.rules is None:
            text = self.tr("No rule set is chosen yet: choose one on the page of the assessment.")
            self.message.say(text, tone="warn")
        else:
            self.panel.show_beside(self.deduction)
            self.deduction.begin(self.panel.book.short[case.value.unit], found.rules)

    @Slot(object)
    def draft(self, choice: Choice) -> None:
        """Put the draft on record; somebody verifies and counts it later."""
        case, found = self.panel.case, self._found
        if case is None or found is None or found.rules is None:
            return
        drafted = draft_of_finding(found.rules, case.line, choice.rule.code, found.today)
        entry = replace(drafted, facts=Facts(count=choice.count), office=choice.office)
        by, rules = self._session.code, found.rules

        def act(survey: SurveyFile, _: Job) -> Record:
            check_undrafted(survey, case.line, entry.rule)
            return enter_deduction(survey, entry, operator=by, rules=rules)

        self.acting.start(act, partial(self._tell_drafted, choice.rule.section))

    @Slot()
    def write_paper(self) -> None:
        """The report of the half-month, as a paper in a folder that somebody chooses."""
        if chosen := self._ask_folder(self, ""):
            day, language = self._day_of_report(), self._place.language
            write = year_papers_into(Path(chosen), ("half-month",), language, day)
            self.acting.labour(write, self._tell_written)

    def _day_of_report(self) -> str:
        """The last day of the half-month that is chosen, or today if that is sooner."""
        period, today = self.band.chosen, self._found.today if self._found else ""
        return min(period.last.isoformat(), today) if period else today

    def _tell_drafted(self, section: str, _: object) -> None:
        text = self.tr("Drafted under rule {0}; it deducts once it is verified and counted.")
        self.message.say(text.format(section), tone="good")
        self._leave_deduction()

    def _tell_written(self, paths: list[Path]) -> None:
        names = "  ".join(path.name for path in paths)
        self.message.say(self.tr("Written: {0}").format(names), tone="good")

    @Slot()
    def _leave_deduction(self) -> None:
        self.panel.show_case()
        self.panel.focus()

    @Slot(object)
    def _narrow(self, period: HalfMonth | None) -> None:
        self.panel.narrow(lambda case: period is None or period.holds(case.value.found))

    @Slot(object)
    def _show_draft_button(self, case: Case | None) -> None:
        """Whether a deduction rests on the finding already."""
        is_drafted = case is not None and case.key in self.book.by_origin
        drafted, free = self.tr("Another deduction…"), self.tr("Draft a deduction…")
        self.draft_button.setText(drafted if is_drafted else free)
        self.draft_button.setVisible(bool(case and case.value.verified))

    def _say_state(self, found: FindingsFound) -> None:
        cases = found.cases
        if not cases:
            self.head.say(self.tr("No finding yet."))
            return
        overdue = count_of(cases, lambda case: case.is_overdue)
        open_ = count_of(cases, lambda case: case.state != FindingState.CLOSED)
        drafted = len(self.book.by_origin.keys() & {case.key for case in cases})
        text = self.tr("{0} findings; {1} open, {2} overdue; deductions rest on {3}.")
        sentence = text.format(len(cases), open_, overdue, drafted)
        self.head.say(sentence, "warn" if overdue else "quiet")

    def _connect(self) -> None:
        self.band.period_chosen.connect(self._narrow)
        self.band.paper_requested.connect(self.write_paper)
        self.panel.case_changed.connect(self._show_draft_button)
        self.draft_button.clicked.connect(self.begin_deduction)
        self.deduction.draft_requested.connect(self.draft)
        self.deduction.left.connect(self._leave_deduction)
        for asked in (self.acting, self.origins):
            asked.failed.connect(self.message.tell)

    def _lay_out(self) -> None:
        self.panel.detail.add_action(self.draft_button)
        self.panel.add_beside(self.deduction)
        column = filled(self)
        column.setSpacing(self._place.theme.room["step"])
        column.addWidget(self.head)
        column.addWidget(self.band)
        column.addWidget(self.panel, 1)
        column.addWidget(self.bar)
        column.addWidget(self.message)
