"""What the rounds found: how often the edges change, who stands near them, which pairs are open."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.actions.stability import SurveyStability
from desktop.models.rows_model import Column, Row
from desktop.tally.error_rates import percent_text, rate_of
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.tally.stability import DOUBT
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled, label, set_tone
from desktop.views.theme import Theme


class StabilityTables(QWidget):
    """Three figures, and the two lists behind them."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self.figures: dict[str, tuple[QLabel, QLabel]] = {}
        """A figure and what it is of."""
        near = self.tr("Near the edges")
        doubt = self.tr("Order another in more than {0} %").format(rounded(100 * DOUBT, 0))
        self.edges = self._table(self._edge_columns(), near)
        self.pairs = self._table(self._pair_columns(), doubt)
        self._lay_out()

    def show_drawn(self, drawn: SurveyStability) -> None:
        """The figures of one draw."""
        found, cut = drawn.found, self._plan.cut
        top = self.tr("of rounds have another top {0}").format(cut.top)
        bottom = self.tr("of rounds have another bottom {0}").format(cut.bottom)
        self._show_share("top", top, found.top_changed, found.rounds)
        self._show_share("bottom", bottom, found.bottom_changed, found.rounds)
        figure, explained = self.figures["pairs"]
        figure.setText(str(len(found.in_doubt)))
        explained.setText(
            self.tr("of {0} pairs of neighbours are within doubt").format(len(found.pairs))
        )
        self.edges.show_rows([self._edge_row(drawn, code) for code in found.near])
        self.pairs.show_rows(
            [
                self._row(drawn, (pair.upper, pair.lower), (pair.changed,), ("text",))
                for pair in found.in_doubt
            ]
        )

    def _show_share(self, name: str, text: str, changed: int, rounds: int) -> None:
        share, _, interval = percent_text(rate_of(changed, rounds)).partition(" (")
        figure, explained = self.figures[name]
        figure.setText(share)
        set_tone(figure, "warn" if changed > DOUBT * rounds else "good")
        explained.setText(f"{text} ({interval}")

    def _edge_row(self, drawn: SurveyStability, code: str) -> Row:
        edges, rounds = drawn.found.edges[code], drawn.found.rounds
        tones = {0: "quiet", rounds: "text"}
        counts = (edges.top, edges.bottom)
        return self._row(drawn, (code,), counts, tuple(tones.get(many, "warn") for many in counts))

    def _row(
        self,
        drawn: SurveyStability,
        codes: tuple[str, ...],
        counts: tuple[int, ...],
        tones: tuple[str, ...],
    ) -> Row:
        """Rank, agencies, and in how many rounds; ordered by the first of the ranks."""
        ranks = {held.code: held.rank for held in drawn.results.agencies}
        names = {held.code: held.name for held in self._plan.agencies}
        rank = "–".join(dict.fromkeys(str(ranks[code]) for code in codes))
        rates = [rate_of(many, drawn.found.rounds) for many in counts]
        named = [names[code] for code in codes]
        return Row(
            codes,
            (rank, *named, *(percent_text(rate).partition(" (")[0] for rate in rates)),
            (ranks[codes[0]], *named, *counts),
            (*["text"] * (1 + len(codes)), *tones),
        )

    def _table(self, columns: list[Column], title: str) -> FilteredTable:
        made = FilteredTable(columns, title, self._theme, self, wide=1)
        made.tools.insertWidget(0, label(title, type="label"))
        return made

    def _edge_columns(self) -> list[Column]:
        return [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Agency")),
            Column(self.tr("Among the top"), is_number=True),
            Column(self.tr("Among the bottom"), is_number=True),
        ]

    def _pair_columns(self) -> list[Column]:
        return [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Agency")),
            Column(self.tr("The next one")),
            Column(self.tr("Another order"), is_number=True),
        ]

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        column, figures, tables = filled(self), QGridLayout(), QHBoxLayout()
        column.setSpacing(step)
        figures.setHorizontalSpacing(4 * step)
        figures.setVerticalSpacing(0)
        for at, name in enumerate(("top", "bottom", "pairs")):
            self.figures[name] = (label(type="number"), label(type="label", tone="quiet"))
            for row, part in enumerate(self.figures[name]):
                figures.addWidget(part, row, at)
        tables.setSpacing(4 * step)
        tables.addWidget(self.edges, 1)
        tables.addWidget(self.pairs, 1)
        column.addLayout(figures)
        column.addLayout(tables, 1)
