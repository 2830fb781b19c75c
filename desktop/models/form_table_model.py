"""The open form as a table: agencies down, dimensions across; it shows marks and changes none."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from desktop.models.open_form import OpenForm
from desktop.tally.keyings import UNKEYED
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE
from desktop.tally.plan import Plan

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class FormRole(IntEnum):
    """What a cell tells its delegate beyond Qt's own roles."""

    MARK = Role.UserRole
    """The mark's character, or UNKEYED."""
    OPEN = Role.UserRole + 1
    """Whether the cell may be entered."""


class FormTableModel(QAbstractTableModel):
    """Column 0 is the agency, column 1 the first dimension."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.form: OpenForm | None = None
        self._states = {
            UNKEYED: self.tr("not keyed"),
            BLANK: self.tr("blank"),
            DONT_KNOW: self.tr("don't know"),
            INVALID: self.tr("invalid"),
            NOT_APPLICABLE: self.tr("not applicable"),
        } | {grade.code: grade.name for grade in plan.grades}

    @Slot(object)
    def show_form(self, form: OpenForm | None) -> None:
        """Show this form's marks, or empty rows."""
        self.form = form
        self.marks_changed(0, self.plan.cells - 1)

    @Slot(int, int)
    def marks_changed(self, first: int, last: int) -> None:
        """Cells of the form from the first to the last were entered or taken back."""
        width = len(self.plan.dimensions)
        top, bottom = self.index(first // width, 1), self.index(last // width, width)
        if first // width == last // width:
            top, bottom = self.cell_index(first), self.cell_index(last)
        self.dataChanged.emit(top, bottom, [])

    def cell_index(self, cell: int) -> QModelIndex:
        """The index of a cell counted from 0 in paper order."""
        row, column = divmod(cell, len(self.plan.dimensions))
        return self.index(row, column + 1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.plan.agencies)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.plan.dimensions) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1:03d}"
        return self.plan.dimensions[section - 1].name if section else self.tr("Agency")

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._agency(index.row(), role)
        return self._cell(index.row(), index.column() - 1, role)

    def _agency(self, row: int, role: int) -> Any:
        name = self.plan.agencies[row].name
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return name
        return f"{row + 1:03d} {name}" if role == Role.AccessibleTextRole else None

    def _cell(self, row: int, column: int, role: int) -> Any:
        cell = row * len(self.plan.dimensions) + column
        mark = self.form.marks[cell] if self.form else UNKEYED
        match role:
            case FormRole.MARK:
                return mark
            case FormRole.OPEN:
                return self.form is not None and self.form.is_open(cell)
            case Role.DisplayRole:
                return mark.strip()
            case Role.AccessibleTextRole:
                return self._spoken(row, column, mark)
        return None

    def _spoken(self, row: int, column: int, mark: str) -> str:
        """What a screen reader says: place, then state."""
        agency, dimension = self.plan.agencies[row], self.plan.dimensions[column]
        return self.tr("{0} {1}, {2}: {3}").format(
            f"{row + 1:03d}", agency.name, dimension.name, self._states[mark]
        )


def grade_names(plan: Plan) -> Mapping[str, str]:
    """Grade code to name."""
    return {grade.code: grade.name for grade in plan.grades}
