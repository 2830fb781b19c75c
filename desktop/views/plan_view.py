"""The page Plan: what the survey was founded on, frozen; read, printed, and taken over."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.actions.approving import approve_plan
from desktop.actions.plan_files import write_draft
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.reading import Reading
from desktop.models.times import in_words, local
from desktop.store import kinds, paper_queries
from desktop.store.paper_queries import Approval
from desktop.store.survey_file import SurveyFile
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_to_json
from desktop.views.agency_list import AgencyList
from desktop.views.approvals_panel import ApprovalsPanel
from desktop.views.choices import Choices
from desktop.views.form_panel import FormPanel
from desktop.views.job_bar import JobBar
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.parts import button, card, filled
from desktop.views.path_field import save_dialog
from desktop.views.plan_facts import PlanFacts
from desktop.views.rich_text import scrolled
from desktop.views.rule_pane import RulePane
from desktop.views.saving import Saving, with_suffix
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Standing:
    """When the plan was frozen, and who approved it."""

    frozen: str
    approvals: tuple[Approval, ...]


class RuleSheet(QScrollArea):
    """The rule of a plan, and what it would do."""

    def __init__(self, plan: Plan, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.pane = RulePane(place.theme, place.language, self)
        self.pane.show_plan(plan)
        scrolled(self, self.pane, 2 * place.theme.room["step"])


class PlanView(QWidget):
    """Nothing of it can be changed; a new plan may begin from it."""

    plan_edit_requested = Signal(object)
    """A Plan, to begin a new one from."""
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._session = place, place.session
        self._plan: Plan = place.session.opened.plan
        self._standing: Standing | None = None
        self._reading = Reading(place.session, self)
        self._acting = Acting(place.session, self)
        self.message = PageLine(place.language, self)
        self._saving = Saving(self.message, self)
        self._panels: dict[str, QWidget] = {}
        self._make_head()
        self.bar = JobBar(self._acting, self.tr("The approval is being recorded…"), self)
        self._lay_out(place.theme.room["step"])
        self._connect()
        self.show_section("facts")

    def activate(self) -> None:
        """Read who approved the plan, and take the focus."""
        self._read()
        self.sections.focus()

    def put_away(self) -> None:
        pass

    @Slot(object)
    def show_section(self, section: str) -> None:
        """`facts`, `agencies`, `rule`, `form` or `approvals`."""
        self.sections.show_choice(section)
        self.stack.setCurrentWidget(self.panel(section))
        self.message.tell(None)

    def panel(self, section: str) -> QWidget:
        """A part of the page, made when it is first asked for."""
        if section not in self._panels:
            made = self._panels[section] = self._made(section)
            self.stack.addWidget(made)
        return self._panels[section]

    def _made(self, section: str) -> QWidget:
        place, plan = self._place, self._plan
        match section:
            case "facts":
                return PlanFacts(plan, self._session.opened.plan_hash, place, self)
            case "agencies":
                return AgencyList(plan, place.theme, self)
            case "rule":
                return RuleSheet(plan, place, self)
            case "form":
                return FormPanel(plan, place, self.message, self)
            case _:
                return self._approvals()

    def _approvals(self) -> ApprovalsPanel:
        made = ApprovalsPanel(self._place.theme, self)
        made.approval_requested.connect(self._approve)
        made.show_approvals(self._standing.approvals if self._standing else ())
        return made

    def _make_head(self) -> None:
        self.head = PageHead(self._plan.title, self._place.theme, self)
        self.save_plan = button(self.tr("Save as plan file…"))
        self.begin_plan = button(self.tr("Begin a new plan from this…"))
        self.head.add(self.save_plan)
        self.head.add(self.begin_plan)
        names = {
            "facts": self.tr("What it says"),
            "agencies": self.tr("Agencies ({0})").format(len(self._plan.agencies)),
            "rule": self.tr("Scoring"),
            "form": self.tr("The form"),
            "approvals": self.tr("Approvals"),
        }
        self.sections = Choices(self.tr("Parts of the plan"), names, self._place.theme, self)

    def _lay_out(self, step: int) -> None:
        self.stack = QStackedWidget()
        frame, inner = card(margin=1, spacing=0)
        inner.addWidget(self.stack)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.head)
        column.addWidget(self.sections)
        column.addWidget(frame, 1)
        column.addWidget(self.bar)
        column.addWidget(self.message)

    def _connect(self) -> None:
        self.sections.chosen.connect(self.show_section)
        self.save_plan.clicked.connect(self._save)
        self.begin_plan.clicked.connect(lambda: self.plan_edit_requested.emit(self._plan))
        self._reading.failed.connect(self.message.tell)
        self._acting.failed.connect(self.message.tell)
        self._session.recorded.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._reading.ask(_standing, self._show)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        if panel := self._panels.get("approvals"):
            assert isinstance(panel, ApprovalsPanel)
            panel.show_approvals(standing.approvals)
        day = in_words(local(standing.frozen), self.tr("d MMMM yyyy H:mm"))
        names = [name for approval in standing.approvals for name in approval.names]
        frozen = self.tr("Frozen on {0}; nothing of it can be changed.").format(day)
        if names:
            text = self.tr("Approved by {0}.").format(self.tr(", ").join(names))
        else:
            text = self.tr("Nobody's approval is on record yet.")
        self.head.say(frozen + self.tr(" ") + text)

    def _approve(self, names: list[str]) -> None:
        operator = self._session.code

        def act(survey: SurveyFile, _: Job) -> object:
            return approve_plan(survey, names, operator=operator)

        self.message.tell(None)
        self._acting.start(act, lambda _: self._tell_approved(names))

    def _tell_approved(self, names: list[str]) -> None:
        panel = self.panel("approvals")
        assert isinstance(panel, ApprovalsPanel)
        panel.clear()
        text = self.tr("On record: approved by {0}.").format(self.tr(", ").join(names))
        self.message.say(text, tone="good")
        self.changed.emit()

    @Slot()
    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self._plan.title.replace("\n", " ")
        ask = save_dialog(self.tr("Save as plan file"), self.tr("Plans (*.json)"))
        chosen = ask(self, str(Path(folder) / f"{name}.json"))
        if chosen:
            path, value = with_suffix(chosen, ".json"), plan_to_json(self._plan)

            def write() -> Path:
                write_draft(path, value)
                return path

            self._saving.save(write)


def _standing(survey: SurveyFile) -> Standing:
    founded = next(survey.records_of(kinds.FOUNDED))
    return Standing(founded.header.at, tuple(paper_queries.approvals(survey)))
