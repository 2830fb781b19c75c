"""The channels of a plan, and their weights, for all or for single groups."""

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind, PlanColumn
from desktop.views.group_weights_table import GroupWeightsTable
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanChannelsSection(PlanSection):
    """The ways forms come back."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "The ways in which forms come back. Leave “issued” empty where nobody counted what went"
            " out. Weights count only if the scoring takes the channels by weight."
        )
        super().__init__(draft, self.tr("Channels"), about, theme, parent)
        columns = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Name")),
            PlanColumn("issued", self.tr("Issued"), Kind.WHOLE, nullable=True),
            PlanColumn("weight", self.tr("Weight"), Kind.NUMBER, tip=self.tr("1, 0.3 or 3/10")),
        )
        self.rows("channels", self.tr("Channels"), columns)
        title = self.tr("Weights for a group alone")
        self.head(title, self.tr("Space gives a group weights of its own; then write them."))
        self.weights = GroupWeightsTable(draft, title, theme, self)
        self.add(self.weights)
        self.end()
