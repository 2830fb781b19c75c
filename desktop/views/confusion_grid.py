"""Which mark was keyed for which, as a small matrix: rows as keyed, columns as on the paper."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.tally.confusion import Confusion
from desktop.tally.error_rates import rate_of, rate_text
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE
from desktop.tally.plan import Plan
from desktop.views.parts import label
from desktop.views.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConfusionGrid(QWidget):
    """Marks that no compared cell holds are left out."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = self._mark_names(plan)
        self.cells: dict[tuple[str, str], QLabel] = {}
        """By mark as keyed and mark on the paper."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.room["step"])
        self._grid.setVerticalSpacing(theme.room["step"] // 2)

    def show_confusion(self, found: Confusion) -> None:
        """Counts of cells; those off the diagonal are the slips."""
        while item := self._grid.takeAt(0):
            if held := item.widget():
                held.deleteLater()
        self.cells = {}
        marks = [mark for mark in found.marks if found.keyed(mark) or _was(found, mark)]
        self._grid.addWidget(label(self.tr("Keyed as"), type="note", tone="quiet"), 0, 0)
        heads = [self.tr("was {0}").format(self._names[mark]) for mark in marks]
        for at, head in enumerate([*heads, self.tr("wrong")], 1):
            self._grid.addWidget(label(head, type="note", tone="quiet"), 0, at, _RIGHT)
        for row, mark in enumerate(marks, 1):
            self._add_row(row, mark, marks, found)

    def _add_row(self, row: int, keyed: str, marks: list[str], found: Confusion) -> None:
        self._grid.addWidget(label(self._names[keyed], type="label"), row, 0)
        counts = dict(zip(found.marks, found.counts[found.marks.index(keyed)], strict=True))
        for at, true in enumerate(marks, 1):
            tone = "quiet" if true == keyed or not counts[true] else "bad"
            made = label(f"{counts[true]:,}", type="label", tone=tone)
            made.setAccessibleName(f"{self._names[keyed]} → {self._names[true]}: {counts[true]}")
            self.cells[keyed, true] = made
            self._grid.addWidget(made, row, at, _RIGHT)
        rate = rate_text(rate_of(found.wrong(keyed), found.keyed(keyed))).partition(" (")[0]
        self._grid.addWidget(label(rate, type="label"), row, len(marks) + 1, _RIGHT)

    def _mark_names(self, plan: Plan) -> Mapping[str, str]:
        return {grade.code: grade.name for grade in plan.grades} | {
            BLANK: self.tr("blank"),
            DONT_KNOW: self.tr("don't know"),
            INVALID: self.tr("invalid cell"),
            NOT_APPLICABLE: self.tr("not applicable"),
        }


def _was(found: Confusion, mark: str) -> int:
    """Cells that turned out to be this mark."""
    at = found.marks.index(mark)
    return sum(row[at] for row in found.counts)
