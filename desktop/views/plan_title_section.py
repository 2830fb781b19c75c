"""The plan's title and year."""

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanTitleSection(PlanSection):
    """What stands on top of every paper."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        title = self.tr("Title and year")
        super().__init__(draft, title, self.tr("They stand on every paper."), theme, parent)
        note = self.tr("As it is to be printed, such as 2005年度万人评议机关活动.")
        self.line("title", self.tr("Title"), note).widen()
        self.line("year", self.tr("Year"), self.tr("Four digits."), Kind.WHOLE)
        self.end()
