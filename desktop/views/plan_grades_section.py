"""The grades of a plan, and whether one may not know."""

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind, PlanColumn
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanGradesSection(PlanSection):
    """Two to six, the best first; their keys are 1, 2, 3 …"""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "The answers on the form, 2 to 6, from the best down: their keys are 1, 2, 3 … Each is"
            " worth less than the one before it."
        )
        super().__init__(draft, self.tr("Grades"), about, theme, parent)
        positive = self.tr("Counts as satisfied in the satisfaction rate")
        columns = (
            PlanColumn("code", self.tr("Key"), Kind.FIXED),
            PlanColumn("name", self.tr("Name")),
            PlanColumn("value", self.tr("Value"), Kind.NUMBER, tip=self.tr("22, 0.9 or 10/11")),
            PlanColumn("positive", self.tr("Positive"), Kind.FLAG, tip=positive),
        )
        self.rows("grades", self.tr("Grades"), columns)
        note = self.tr("The form has a box for it; such a mark gives no score.")
        self.flag("dont_know", self.tr("“Don't know” may be marked"), note)
        self.end()
