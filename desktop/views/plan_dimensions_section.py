"""The dimensions of a plan: the columns of the form."""

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind, PlanColumn
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanDimensionsSection(PlanSection):
    """One to ten, in the order of the paper form."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "What each agency is appraised in, 1 to 10, in the order of the paper form. Points are"
            " only printed; the weight counts in the score."
        )
        super().__init__(draft, self.tr("Dimensions"), about, theme, parent)
        columns = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Name")),
            PlanColumn("points", self.tr("Points"), Kind.WHOLE, tip=self.tr("Full mark, printed")),
            PlanColumn("weight", self.tr("Weight"), Kind.NUMBER, tip=self.tr("1, 0.3 or 3/10")),
        )
        self.rows("dimensions", self.tr("Dimensions"), columns)
        self.end()
