"""How scores are made of marks, who stands at the top and the bottom, and what a rule would do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind
from desktop.tally.plan import Plan
from desktop.views.plan_field import PlanField
from desktop.views.plan_section import PlanSection
from desktop.views.plan_tie_break import TieBreakField
from desktop.views.rule_pane import RulePane
from desktop.views.theme import Theme


class PlanScoringSection(PlanSection):
    """Every option in an office's words, with what it means once it is chosen."""

    def __init__(self, draft: PlanDraft, language: str, theme: Theme, parent: QWidget) -> None:
        about = self.tr("How the marks make a score. No way of printing ever changes a rank.")
        super().__init__(draft, self.tr("Scoring and cut"), about, theme, parent)
        self._counting()
        self._channels()
        self._printing()
        self._ranking()
        self.end()
        self.pane = RulePane(theme, language, self)
        self._stand_beside()

    def show_plan(self, plan: Plan | None) -> None:
        self.pane.show_plan(plan)

    def _stand_beside(self) -> None:
        """The options at the left, and at the right what they would do; each scrolls by itself."""
        for part in self.parts:
            if isinstance(part, PlanField):
                part.stack()
        beside = QScrollArea()
        beside.setWidgetResizable(True)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setWidget(self.pane)
        self.stand_beside(beside)

    def _counting(self) -> None:
        self.head(self.tr("The score of a dimension"))
        self.choice(
            "scoring.denominator",
            self.tr("Divided by"),
            (
                "marks",
                self.tr("votes"),
                self.tr("All grades marked: blanks and don't-knows leave the score alone."),
            ),
            (
                "marks+dont_know",
                self.tr("votes and don't-knows"),
                self.tr("A don't-know brings no points and lowers the score."),
            ),
            (
                "forms",
                self.tr("valid forms"),
                self.tr("A blank brings no points and lowers the score."),
            ),
        )
        note = self.tr("Highest score of one dimension; empty for none. A cap can change ranks.")
        self.line("scoring.cap", self.tr("Cap"), note, Kind.NUMBER, nullable=True)
        note = self.tr("Share of the votes left out at either end, such as 5 %; 0 for none.")
        self.line("scoring.trim", self.tr("Trim either end"), note, Kind.NUMBER)
        note = self.tr("An agency with fewer votes in a dimension is flagged, never hidden.")
        self.line("scoring.min_votes", self.tr("Fewest votes"), note, Kind.WHOLE)
        note = self.tr("Where the batch names the agency that filled in its forms.")
        self.flag("scoring.exclude_self", self.tr("An agency's own forms do not grade it"), note)
        self.head(self.tr("All dimensions together"))
        self.choice(
            "scoring.dimensions",
            self.tr("Dimensions"),
            (
                "sum",
                self.tr("added"),
                self.tr("Each dimension's score times its weight, added up."),
            ),
            (
                "mean",
                self.tr("averaged"),
                self.tr("The sum divided by the sum of the weights."),
            ),
            (
                "pooled",
                self.tr("pooled"),
                self.tr("All votes as if of one dimension; needs equal weights, no cap, no trim."),
            ),
        )

    def _channels(self) -> None:
        self.choice(
            "scoring.channels",
            self.tr("Channels"),
            (
                "pooled",
                self.tr("pooled"),
                self.tr("All marks together: a channel counts by how many forms it brings."),
            ),
            (
                "weighted",
                self.tr("by weight"),
                self.tr("A score for each channel, then their mean by the weights of the plan."),
            ),
        )
        self.choice(
            "scoring.missing_channel",
            self.tr("A channel without votes"),
            (
                "renormalise",
                self.tr("is left out"),
                self.tr("By weight: the other channels' weights make up the whole."),
            ),
            (
                "zero",
                self.tr("counts zero"),
                self.tr("By weight: the agency gets nothing for it."),
            ),
            (
                "stop",
                self.tr("stops the score"),
                self.tr("By weight: the agency has no score, and is listed below the ranking."),
            ),
        )

    def _printing(self) -> None:
        self.head(self.tr("How scores are printed"))
        note = self.tr("Every score times this, for print alone: 10/11 brings 110 to 100.")
        self.line("scoring.display.scale", self.tr("Scale"), note, Kind.NUMBER)
        note = self.tr("Decimals of a printed score, 0 to 10.")
        self.line("scoring.display.decimals", self.tr("Decimals"), note, Kind.WHOLE)

    def _ranking(self) -> None:
        self.head(self.tr("The ranking"))
        self.add(TieBreakField(self.draft, self.theme, self))
        note = self.tr("How many of the first are commended; a tie at the edge is listed whole.")
        self.line("cut.top", self.tr("Top"), note, Kind.WHOLE)
        note = self.tr(
            "How many of the last lose their standing; a tie at the edge is listed whole."
        )
        self.line("cut.bottom", self.tr("Bottom"), note, Kind.WHOLE)
