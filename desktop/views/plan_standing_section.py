"""Bands, bonus and deduction lines, and vetoes."""

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Choice, Kind, PlanColumn
from desktop.views.plan_choices import agencies_of, named
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanStandingSection(PlanSection):
    """All of it may stay empty."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "All of this may stay empty. Bands are named by printed scores, the best first: “from”"
            " is included, “to” is not, and the outer bounds stay empty."
        )
        title = self.tr("Bands and vetoes")
        super().__init__(draft, title, about, theme, parent)
        bands = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Name")),
            PlanColumn("from", self.tr("From"), Kind.NUMBER, nullable=True),
            PlanColumn("to", self.tr("To, not included"), Kind.NUMBER, nullable=True),
        )
        self.rows("bands", self.tr("Bands"), bands)
        self._adjustments()
        self._vetoes()
        self.end()

    def _adjustments(self) -> None:
        title = self.tr("Bonus and deduction")
        self.head(title, self.tr("Points added to the score before it is scaled: 2, or -1.5."))
        columns = (
            PlanColumn("agency", self.tr("Agency"), Kind.CHOICE, choices=self._agencies, width=30),
            PlanColumn("points", self.tr("Points"), Kind.NUMBER),
            PlanColumn("reason", self.tr("Reason")),
        )
        self.rows("adjustments", title, columns, wide=2)

    def _vetoes(self) -> None:
        title = self.tr("Veto")
        self.head(title, self.tr("The score stays; the band is the one named here."))
        columns = (
            PlanColumn("agency", self.tr("Agency"), Kind.CHOICE, choices=self._agencies, width=30),
            PlanColumn("band", self.tr("Band"), Kind.CHOICE, choices=self._bands),
            PlanColumn("reason", self.tr("Reason")),
        )
        self.rows("vetoes", title, columns, wide=2)

    def _agencies(self) -> list[Choice]:
        return agencies_of(self.draft)

    def _bands(self) -> list[Choice]:
        return named(self.draft, "bands")
