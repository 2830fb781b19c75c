"""How far each station's records are here: its last record, and the merge that brought it."""

from PySide6.QtWidgets import QWidget

from desktop.models.merge_ledger import Ledger
from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.store.admission import admission_code
from desktop.store.import_queries import StationStanding
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled, label
from desktop.views.theme import Theme

_NOTHING = "—"


class StationStandingPanel(QWidget):
    """Shown while there is no file to merge: what has come in so far."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._moment = self.tr("d MMM H:mm")
        self.table = FilteredTable(
            [
                Column(self.tr("Station")),
                Column(self.tr("Admission code")),
                Column(self.tr("State")),
                Column(self.tr("Records here"), is_number=True),
                Column(self.tr("Last record"), is_number=True),
                Column(self.tr("Made at")),
                Column(self.tr("Merged at")),
                Column(self.tr("Merged by")),
            ],
            self.tr("How far each station is here"),
            theme,
            self,
            wide=0,
        )
        title = label(self.tr("How far each station is here"), type="label", tone="quiet")
        self.table.tools.insertWidget(0, title)
        filled(self).addWidget(self.table)

    def show_ledger(self, ledger: Ledger) -> None:
        """Every station but the supervisor's."""
        self.table.show_rows([self._row(held, ledger) for held in ledger.standings])

    def _row(self, held: StationStanding, ledger: Ledger) -> Row:
        states = {
            "admitted": self.tr("Admitted"),
            "suspended": self.tr("Suspended"),
            "joined": self.tr("Not admitted"),
        }
        tones = {"suspended": "bad", "joined": "warn"}
        imported = held.imported
        texts = (
            ledger.stations.get(held.station.station, ""),
            admission_code(held.station.station),
            states.get(held.station.state, held.station.state),
            *(str(held.records), self._number(held)),
            *(self._time(held.at), self._time(imported.at) if imported else _NOTHING),
            ledger.person(imported.operator) if imported else _NOTHING,
        )
        sorts = (
            *(texts[0], texts[1], texts[2], held.records, held.last),
            *(held.at, imported.at if imported else "", texts[7]),
        )
        tone = tones.get(held.station.state, "text")
        return Row(held.station.station, texts, sorts, ("text", "text", tone, *("text",) * 5))

    def _number(self, held: StationStanding) -> str:
        """Its number; of a later incarnation, which one it is stands before it."""
        if held.incarnation > 1:
            return f"{held.incarnation}-{held.last}"
        return str(held.last or _NOTHING)

    def _time(self, stamp: str) -> str:
        return in_words(local(stamp), self._moment) if stamp else _NOTHING
