"""The count as tables: by channel, and by batch with a filter for those that are not closed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTableView, QWidget

from desktop.models.overview import Overview
from desktop.models.rows_model import Column, Row, Sort
from desktop.store.overview_queries import BatchProgress, ChannelProgress, Counts
from desktop.views.choices import Choices
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import card, filled
from desktop.views.theme import Theme

_RETURNED = 2
"""A column that stays empty where nobody keeps the issue register."""

Cell = tuple[str, Sort, str]
"""Text, what it is ordered by, tone."""


class ProgressTable(QWidget):
    """What both tables have: the figures of a row, and a row that was chosen."""

    row_chosen = Signal(object)
    table: FilteredTable

    def _figure_titles(self) -> list[Column]:
        """Of the cells that `_figures` makes."""
        return [
            Column(self.tr("Keyed"), is_number=True),
            Column(self.tr("Twice"), is_number=True),
            Column(self.tr("Differ"), is_number=True),
            Column(self.tr("To rule"), is_number=True),
            Column(self.tr("Void"), is_number=True),
            Column(self.tr("Extra"), is_number=True),
            Column(self.tr("Missing"), is_number=True),
        ]

    def _take(self, table: FilteredTable, theme: Theme) -> None:
        self.table = table
        make_narrow(table.table, theme)
        table.row_chosen.connect(self.row_chosen)
        frame, column = card(margin=2 * theme.room["step"])
        column.addWidget(table)
        filled(self).addWidget(frame)


class ChannelTable(ProgressTable):
    """A row for each channel of the plan, and one for all of them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        columns = [
            Column(self.tr("Channel")),
            Column(self.tr("Issued"), is_number=True),
            Column(self.tr("Returned"), is_number=True),
            Column(self.tr("On slips"), is_number=True),
            Column(self.tr("Given out"), is_number=True),
            *self._figure_titles(),
            Column(self.tr("Closed"), is_number=True),
        ]
        self._take(FilteredTable(columns, self.tr("By channel"), theme, self, wide=0), theme)
        # a plan has few channels: the room of thirteen arrows is better spent on their names
        self.table.table.setSortingEnabled(False)

    def show_overview(self, held: Overview) -> None:
        rows = [self._row(channel) for channel in held.channels]
        known = [channel.returned is not None for channel in held.channels]
        self.table.table.setColumnHidden(_RETURNED, not any(known))
        self.table.show_rows([*rows, self._total(held)])

    def _row(self, held: ChannelProgress) -> Row:
        counts = held.counts
        cells = [
            _text(held.name),
            _known(held.issued),
            _known(held.returned),
            *_figures_of(counts),
        ]
        return _row(held.code, cells)

    def _total(self, held: Overview) -> Row:
        issued = [channel.issued for channel in held.channels if channel.issued is not None]
        returned = [channel.returned for channel in held.channels if channel.returned is not None]
        cells = [
            (self.tr("All channels"), self.tr("All channels"), "accent"),
            _known(sum(issued) if issued else None),
            _known(sum(returned) if returned else None),
            *_figures_of(held.whole),
        ]
        return _row("", cells)


class BatchTable(ProgressTable):
    """A row for each batch; Enter goes to the register."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        columns = [
            Column(self.tr("Batch")),
            Column(self.tr("Channel")),
            Column(self.tr("Station")),
            Column(self.tr("State")),
            Column(self.tr("Slip"), is_number=True),
            *self._figure_titles(),
        ]
        self._take(FilteredTable(columns, self.tr("By batch"), theme, self, wide=1), theme)
        which = {False: self.tr("All"), True: self.tr("Not closed")}
        self.which = Choices(self.tr("Batches shown"), which, theme, self)
        self.which.show_choice(False)
        self.table.tools.insertWidget(0, self.which)
        self.which.chosen.connect(self._choose)
        self._held: Overview | None = None
        self._only_open = False

    def show_overview(self, held: Overview) -> None:
        self._held = held
        channels = {channel.code: channel.name for channel in held.channels}
        shown = [batch for batch in held.batches if not (self._only_open and batch.is_closed)]
        self.table.show_rows([self._row(held, batch, channels[batch.channel]) for batch in shown])

    @Slot(object)
    def _choose(self, only_open: bool) -> None:
        self._only_open = only_open
        self.which.show_choice(only_open)
        if self._held:
            self.show_overview(self._held)

    def _row(self, held: Overview, batch: BatchProgress, channel: str) -> Row:
        station = held.names.get(batch.station, "") if batch.station else ""
        cells = [
            _text(batch.code),
            _text(channel),
            _text(station),
            self._state(batch),
            _number(batch.counts.registered),
            *_figures(batch.counts),
        ]
        return _row(batch.code, cells)

    def _state(self, batch: BatchProgress) -> Cell:
        if batch.is_closed:
            return (self.tr("closed"), 3, "good")
        if batch.counts.keyed:
            return (self.tr("being keyed"), 2, "text")
        return (self.tr("handed out"), 1, "text") if batch.station else ("", 0, "quiet")


def make_narrow(table: QTableView, theme: Theme) -> None:
    """Less room beside the figures, where there are many columns of them."""
    half = theme.room["step"] // 2
    table.setStyleSheet(
        f"QTableView::item {{ padding: 0 {half}px; }}QHeaderView::section {{ padding: {half}px; }}"
    )


def _figures_of(counts: Counts) -> list[Cell]:
    """A whole channel's."""
    closed = f"{counts.closed:,}/{counts.batches:,}" if counts.batches else ""
    return [
        _number(counts.registered),
        _number(counts.handed_out),
        *_figures(counts),
        (closed, counts.closed, "text" if counts.closed < counts.batches else "good"),
    ]


def _figures(counts: Counts) -> list[Cell]:
    """What somebody must see to stands out."""
    second = f"{counts.second_keyed:,}/{counts.second:,}" if counts.second else ""
    return [
        _number(counts.keyed),
        (second, counts.second_keyed, "warn" if counts.second_due else "text"),
        _warning(counts.differing),
        _warning(counts.ruling),
        _number(counts.void),
        _warning(counts.extra),
        _warning(counts.missing),
    ]


def _text(text: str) -> Cell:
    return (text, text, "text")


def _number(value: int) -> Cell:
    return (f"{value:,}", value, "text" if value else "quiet")


def _warning(value: int) -> Cell:
    return (f"{value:,}", value, "warn" if value else "quiet")


def _known(value: int | None) -> Cell:
    return ("", None, "quiet") if value is None else _number(value)


def _row(key: object, cells: Sequence[Cell]) -> Row:
    texts, sorts, tones = zip(*cells, strict=True)
    return Row(key, texts, sorts, tones)
