"""Paper against keyed forms: every channel and batch, what is missing, what must be signed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.counted import Counted
from desktop.models.rows_model import Column, Row
from desktop.report.figures import DASH, count_text, form_runs
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import ReconciliationRow
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import card, filled, label
from desktop.views.row_bands import RowBands
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace
from desktop.words import Words, words_for

_FIRST_REASON = 6
_KEEP: dict[str, Callable[[ReconciliationRow], bool]] = {
    "all": lambda row: True,
    "channels": lambda row: row.batch is None,
    "differing": lambda row: not row.agrees,
}


class ReconciliationPanel(QWidget):
    """A band is a channel's own line, the sum of its batches."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = place.theme
        self._words = words_for(place.language)
        self._counted: Counted | None = None
        self._plan = place.session.opened.plan
        self.warnings = QVBoxLayout()
        self.list = FilteredTable(
            self._columns(self._plan), self.tr("Reconciliation"), place.theme, self, wide=1
        )
        self.bands = RowBands(place.theme, self.list.table)
        self.which = DropList(self.tr("Which lines"), place.theme, self)
        for text, what in (
            (self.tr("Channels and batches"), "all"),
            (self.tr("Channels only"), "channels"),
            (self.tr("What does not agree"), "differing"),
        ):
            self.which.add(text, what)
        self.numbers = label(wrap=True)
        self.check = label(type="label", tone="quiet", wrap=True)
        self._lay_out()
        self.list.current_changed.connect(self._show_numbers)
        self.which.currentIndexChanged.connect(self._show_rows)
        self.copying = TableCopy(self.list.table, message, self)

    def show_counted(self, counted: Counted) -> None:
        """Show these results."""
        if counted is not self._counted:
            self._counted = counted
            self._show_warnings(counted)
            self._show_rows()
            self._show_numbers(self.list.current())

    def activate(self) -> None:
        self.list.table.setFocus()

    def _columns(self, plan: Plan) -> list[Column]:
        titles = (
            self.tr("Issued"),
            self.tr("Slips"),
            self.tr("Keyed"),
            self.tr("Valid"),
            *(reason.name for reason in plan.void_reasons),
            self.tr("Void"),
            self.tr("Unsettled"),
            self.tr("Missing"),
            self.tr("Extra"),
        )
        words = [Column(self.tr("Channel")), Column(self.tr("Batch"))]
        return [*words, *(Column(title, is_number=True) for title in titles)]

    @Slot()
    def _show_rows(self) -> None:
        if self._counted is None:
            return
        results, keep = self._counted.results, _KEEP[str(self.which.currentData())]
        names = {held.code: held.name for held in results.plan.channels}
        held = [row for row in results.reconciliation if keep(row)]
        self.list.show_rows([self._row(row, names[row.channel]) for row in held])
        self.bands.mark({(row.channel, "") for row in held if row.batch is None})
        for place, reason in enumerate(self._plan.void_reasons, _FIRST_REASON):
            self.list.table.setColumnHidden(place, not results.forms.void.get(reason.code))
        forms = results.forms
        text = self.tr("Check: keyed {0} = valid {1} + void {2} + unsettled {3}.")
        void = sum(forms.void.values())
        self.check.setText(text.format(forms.keyed, forms.valid, void, forms.unsettled))

    def _row(self, row: ReconciliationRow, channel: str) -> Row:
        reasons = [row.void.get(reason.code, 0) for reason in self._plan.void_reasons]
        figures: Sequence[int | None] = (
            row.issued,
            row.slip,
            row.keyed,
            row.valid,
            *reasons,
            sum(row.void.values()),
            row.unsettled,
            row.missing,
            row.extra,
        )
        texts = (channel, row.batch or self.tr("total"), *map(count_text, figures))
        tones = ["text"] * len(texts)
        for place, is_wrong in enumerate((row.unsettled, row.missing, row.extra)):
            tones[place - 3] = "bad" if is_wrong else "text"
        sorts = (channel, row.batch or "", *figures)
        return Row((row.channel, row.batch or ""), texts, sorts, tuple(tones))

    @Slot(object)
    def _show_numbers(self, key: object) -> None:
        """The form numbers behind the current line's counts."""
        if self._counted is None or not isinstance(key, tuple):
            self.numbers.clear()
            return
        channel, batch = key
        rows = self._counted.results.reconciliation
        held = [row for row in rows if row.batch and row.channel == channel]
        chosen = [row for row in held if batch in ("", row.batch)]
        self.numbers.setText(self._gaps(chosen))

    def _gaps(self, rows: Sequence[ReconciliationRow]) -> str:
        missing = _runs(rows, self._words, lambda row: row.missing_numbers)
        extra = _runs(rows, self._words, lambda row: row.extra_numbers)
        if not (missing or extra):
            return self.tr("No number is missing, none is beyond its slip.")
        parts = []
        if missing:
            parts.append(self.tr("Missing: {0}").format(missing))
        if extra:
            parts.append(self.tr("Beyond the slip: {0}").format(extra))
        return self.tr("; ").join(parts)

    def _show_warnings(self, counted: Counted) -> None:
        while taken := self.warnings.takeAt(0):
            if old := taken.widget():
                old.deleteLater()
        for problem in counted.warnings:
            sentence = self.tr("To be explained with a signature: {0}").format(
                problem.sentence(self._words)
            )
            self.warnings.addWidget(label(sentence, tone="warn", wrap=True))

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        self.list.tools.addWidget(self.which)
        # codes of batches must not give way where there are many reasons
        self.list.table.horizontalHeader().setMinimumSectionSize(9 * step)
        frame, column = card(margin=step)
        column.addLayout(self.warnings)
        column.addWidget(self.list, 1)
        column.addWidget(self.numbers)
        column.addWidget(self.check)
        filled(self).addWidget(frame)


def _runs(
    rows: Sequence[ReconciliationRow],
    words: Words,
    numbers: Callable[[ReconciliationRow], Sequence[int]],
) -> str:
    found = [run for row in rows for run in form_runs(row.batch or DASH, numbers(row), words)]
    return words(", ").join(found)
