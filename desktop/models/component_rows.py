"""The components of the composite as rows: weight, share, how many figures, from where."""

from PySide6.QtCore import QObject

from desktop.assess.composite import Component
from desktop.assess.year import CompositeSetting
from desktop.models.component_entry import COMPUTED
from desktop.models.composite_rows import DASH, share
from desktop.models.composite_words import CompositeWords
from desktop.models.rows_model import Column, Row
from desktop.tally.numbers import number_text, rounded


class ComponentRows(QObject):
    """`units` is how many figures a component may have."""

    def __init__(self, units: int, parent: QObject) -> None:
        super().__init__(parent)
        self._units, self._kinds = units, CompositeWords(self).kinds()

    def columns(self) -> list[Column]:
        return [
            Column(self.tr("Component")),
            Column(self.tr("Kind")),
            Column(self.tr("Weight"), is_number=True),
            Column(self.tr("Share"), is_number=True),
            Column(self.tr("Full mark"), is_number=True),
            Column(self.tr("Figures"), is_number=True),
            Column(self.tr("Source")),
            Column(self.tr("Date")),
            Column(self.tr("Sample"), is_number=True),
        ]

    def rows(self, setting: CompositeSetting) -> list[Row]:
        """In the order they were named."""
        return [self._row(setting, held) for held in setting.components]

    def _row(self, setting: CompositeSetting, held: Component) -> Row:
        part, figures = share(setting, held, ""), len(held.figures)
        own = self.tr(", other in %n group(s)", "", len(held.weights)) if held.weights else ""
        computed = held.kind in COMPUTED
        told = self.tr("from this file") if computed else self.tr("{0} of {1}")
        tone = "quiet" if computed else "text" if figures == self._units else "warn"
        texts = (
            held.name,
            self._kinds[held.kind],
            f"{number_text(held.weight)}{own}",
            DASH if part is None else f"{rounded(100 * part, 1)} %",
            number_text(held.full),
            told.format(figures, self._units),
            held.source or DASH,
            held.date or DASH,
            DASH if held.sample is None else f"{held.sample:,}",
        )
        return Row(held.code, texts, tones=(*("text",) * 5, tone, *("quiet",) * 3))
