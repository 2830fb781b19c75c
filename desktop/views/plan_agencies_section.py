"""The groups and the agencies of a plan: written, pasted, or taken from a workbook."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.agency_table import cells_of_text
from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Choice, Kind, PlanColumn
from desktop.session import Session
from desktop.views.choices import Choices
from desktop.views.parts import button
from desktop.views.plan_choices import agencies_of, named
from desktop.views.plan_import_panel import PlanImportPanel
from desktop.views.plan_section import PlanSection
from desktop.views.plan_table import PlanTable
from desktop.views.theme import Theme


class PlanAgenciesSection(PlanSection):
    """The rows of the form; what is pasted or read is shown before it is taken."""

    def __init__(self, draft: PlanDraft, session: Session, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "The rows of the form, in paper order; agencies of one group are ranked among"
            " themselves. Paste them from a spreadsheet with Ctrl+V, or take them from a workbook."
        )
        super().__init__(draft, self.tr("Agencies and groups"), about, theme, parent, scrolls=False)
        self.workbook = button(self.tr("From a workbook…"))
        self.pages = QStackedWidget()
        self.panel = PlanImportPanel(draft, session, theme, self)
        self.groups, self.agencies = self._groups(), self._agencies()
        self.parts = [self.groups, self.agencies]
        names = {self.agencies: self.tr("Agencies"), self.groups: self.tr("Groups")}
        self.which = Choices(self.tr("List"), names, theme, self)
        self.tables = QStackedWidget()
        self._arrange(theme.room["step"])
        self.workbook.clicked.connect(self._ask_for_workbook)
        self.agencies.pasted.connect(self.take_text)
        self.panel.ended.connect(self._end_panel)
        self.which.chosen.connect(self._show_table)
        self.which.show_choice(self.agencies)

    def focus_on(self, place: str) -> None:
        self._end_panel()
        self.show_table(self.groups if self.groups.holds(place) else self.agencies)
        super().focus_on(place)

    @property
    def shown_table(self) -> PlanTable:
        """The list that is in front."""
        return self.groups if self.tables.currentWidget() is self.groups else self.agencies

    def show_table(self, table: PlanTable) -> None:
        """Bring one of the two lists to the front."""
        self.which.show_choice(table)
        self.tables.setCurrentWidget(table)

    def take_focus(self) -> None:
        if self.pages.currentWidget() is self.panel:
            self.panel.setFocus()
        else:
            self.shown_table.setFocus()

    @Slot(str)
    def take_text(self, text: str) -> None:
        """Show what a spreadsheet copied, before it is taken."""
        if text.strip():
            self.pages.setCurrentWidget(self.panel)
            self.panel.show_cells(cells_of_text(text), self.tr("What was copied"))

    def take_file(self, path: Path) -> None:
        """Show the agencies of a workbook or a CSV file, before they are taken."""
        self.pages.setCurrentWidget(self.panel)
        self.panel.read(path)

    @Slot()
    def _ask_for_workbook(self) -> None:
        title = self.tr("Take agencies from a workbook")
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv *.txt)")
        if path := QFileDialog.getOpenFileName(self, title, "", kinds)[0]:
            self.take_file(Path(path))

    @Slot()
    def _end_panel(self) -> None:
        """Back to the lists."""
        if self.pages.currentWidget() is self.panel:
            self.pages.setCurrentIndex(0)
            self._show_table(self.agencies)

    @Slot(object)
    def _show_table(self, table: PlanTable) -> None:
        self.show_table(table)
        table.setFocus()

    def _groups(self) -> PlanTable:
        columns = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Group")),
            PlanColumn("scored", self.tr("Scored"), Kind.FLAG),
            PlanColumn("ranked", self.tr("Ranked"), Kind.FLAG),
            PlanColumn("published", self.tr("Published"), Kind.FLAG),
        )
        title = self.tr("Groups")
        return PlanTable(self.draft, "groups", title, columns, self.theme, self, grows=True)

    def _agencies(self) -> PlanTable:
        columns = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Agency")),
            PlanColumn("short", self.tr("Short name"), width=14),
            PlanColumn(
                "group", self.tr("Group"), Kind.CHOICE, choices=self._group_choices, width=13
            ),
            PlanColumn("vertical", self.tr("Vertical"), Kind.FLAG, tip=self._vertical_tip()),
            PlanColumn(
                "parent", self.tr("Supervising unit"), Kind.CHOICE, choices=self._parents, width=15
            ),
        )
        made = PlanTable(
            self.draft, "agencies", self.tr("Agencies"), columns, self.theme, self,
            grows=True, takes_text=True,
        )  # fmt: skip
        made.tools.addWidget(self.workbook)
        return made

    def _vertical_tip(self) -> str:
        return self.tr("Vertically managed: answers to a higher level")

    def _arrange(self, step: int) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step)
        for table in (self.agencies, self.groups):
            self.tables.addWidget(table)
        column.addWidget(self.which)
        column.addWidget(self.tables, 1)
        self.pages.addWidget(lists)
        self.pages.addWidget(self.panel)
        self.column.addWidget(self.pages, 1)
        self.column.setContentsMargins(0, 0, 0, 0)

    def _group_choices(self) -> list[Choice]:
        return named(self.draft, "groups")

    def _parents(self) -> list[Choice]:
        return [(None, self.tr("—")), *agencies_of(self.draft)]
