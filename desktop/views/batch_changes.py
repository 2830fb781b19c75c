"""Batches before and after a merge, or its undoing, against their slips."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.rows_model import Column, Row
from desktop.tally.merge_report import BatchChange
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled, label
from desktop.views.theme import Theme


class BatchChanges(QWidget):
    """In forms; `channels` names them by code."""

    def __init__(self, channels: Mapping[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._channels = channels
        self.title = label(type="label", tone="quiet")
        self.table = FilteredTable(
            [
                Column(self.tr("Batch")),
                Column(self.tr("Channel")),
                Column(self.tr("Slip"), is_number=True),
                Column(self.tr("Before"), is_number=True),
                Column(self.tr("After"), is_number=True),
                Column(self.tr("Missing"), is_number=True),
                Column(self.tr("Extra"), is_number=True),
                Column(self.tr("Unsettled"), is_number=True),
            ],
            self.tr("Batches that change"),
            theme,
            self,
            wide=1,
        )
        self.table.tools.insertWidget(0, self.title)
        filled(self).addWidget(self.table)

    def show_changes(self, changes: Sequence[BatchChange]) -> None:
        """These batches, those that do not agree with their slip in another tone."""
        self.title.setText(self.tr("Batches that change: {0}, in forms").format(len(changes)))
        self.table.show_rows([self._row(change) for change in changes])

    def _row(self, change: BatchChange) -> Row:
        counts = (
            *(change.slip, change.before, change.after),
            *(change.missing, change.extra, change.unsettled),
        )
        channel = self._channels.get(change.channel, change.channel)
        odd = tuple("warn" if count else "text" for count in counts[3:])
        texts = change.batch, channel, *map(str, counts)
        return Row(change.batch, texts, (change.batch, channel, *counts), ("text",) * 5 + odd)
