"""The pages of the paper form, and how the form looks."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind, PlanColumn
from desktop.tally.plan import Plan
from desktop.views.form_preview import FormPreview
from desktop.views.parts import button
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanPagesSection(PlanSection):
    """How many agencies stand on each page, and what check number is printed on it."""

    def __init__(self, draft: PlanDraft, language: str, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "May stay empty. The keying window shows where a page of paper ends, and a clerk who"
            " keys its check number cannot take one page for another. Nothing that is counted"
            " changes."
        )
        super().__init__(draft, self.tr("Pages of the paper"), about, theme, parent)
        columns = (
            PlanColumn("rows", self.tr("Agencies on the page"), Kind.WHOLE),
            PlanColumn("check", self.tr("Check number"), Kind.TEXT, tip=self.tr("1 to 4 digits")),
        )
        table = self.rows("pages", self.tr("Pages"), columns)
        self.even = button(self.tr("Two even pages"))
        self.even.clicked.connect(self._share_out)
        table.tools.insertWidget(4, self.even)
        self.preview = FormPreview(theme, language, self)
        self.end()
        self.stand_beside(self.preview)

    def show_plan(self, plan: Plan | None) -> None:
        self.preview.show_plan(plan)

    @Slot()
    def _share_out(self) -> None:
        """Front and back of one sheet."""
        count = len(self.draft.value["agencies"])
        first = (count + 1) // 2
        pages = [{"rows": rows, "check": ""} for rows in (first, count - first) if rows]
        self.draft.change_rows("pages", pages)
