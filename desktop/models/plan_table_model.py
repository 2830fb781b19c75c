"""One list of a plan as a table that is written in: agencies, grades, channels …"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.plan_draft import PlanDraft
from desktop.tally.numbers import number_text, parse_number
from desktop.tally.plan_draft import LETTERS, new_row

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Choice = tuple[Any, str]
"""A value and the words for it."""

MARK_ROLE = int(Role.UserRole)
"""What is wrong in a cell, or None."""
CHOICES_ROLE = MARK_ROLE + 1
"""What may stand in a cell, or None where anything is typed."""

_ROW = re.compile(r"\[([0-9]+)\](?:\.(\w+))?")


class Kind(Enum):
    """What a person writes in a field, and what of it stands in the plan."""

    TEXT = auto()
    CODE = auto()
    NUMBER = auto()
    WHOLE = auto()
    FLAG = auto()
    CHOICE = auto()
    FIXED = auto()
    """Given by the row's place, and not written."""


def typed(text: str, kind: Kind, *, nullable: bool = False) -> Any:
    """What was typed, as a plan holds it; what is no number stays as it is, and is marked."""
    if kind is Kind.TEXT:
        return unicodedata.normalize("NFC", text).strip()
    text = unicodedata.normalize("NFKC", text).strip()
    if not text and nullable:
        return None
    if kind is Kind.WHOLE:
        plain = text.replace(",", "")
        return int(plain) if re.fullmatch(r"[0-9]{1,10}", plain) else text
    return _number(text) if kind is Kind.NUMBER else text


def shown(value: Any) -> str:
    """A value of a plan as it is typed."""
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A key of the rows; `choices` gives what may stand in it, `nullable` lets it be empty."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    nullable: bool = False
    choices: Callable[[], Sequence[Choice]] | None = None
    tip: str = ""
    width: int = 0
    """Steps that it takes at least, where its kind says too little."""


class PlanTableModel(QAbstractTableModel):
    """Every edit goes into the draft; what the draft says is shown."""

    def __init__(
        self,
        draft: PlanDraft,
        name: str,
        columns: Sequence[PlanColumn],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft, self.name, self.columns = draft, name, tuple(columns)
        self._marks: Mapping[tuple[int, str], str] = {}
        self._rows: list[dict[str, Any]] = draft.value[name]
        draft.changed.connect(self._show)

    def place(self, index: AnyIndex) -> str:
        return f"{self.name}[{index.row()}].{self.columns[index.column()].key}"

    def index_of(self, place: str) -> QModelIndex:
        """The cell that a place names; its row's first, or none, where it names no cell."""
        found = _ROW.match(place.removeprefix(self.name))
        if not found:
            return QModelIndex()
        keys = [column.key for column in self.columns]
        key = found.group(2)
        return self.index(int(found.group(1)), keys.index(key) if key in keys else 0)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Mark the cells of these places with what is wrong there."""
        held = {self.index_of(place): text for place, text in marks.items()}
        found = {(i.row(), self.columns[i.column()].key): t for i, t in held.items() if i.isValid()}
        if found != self._marks:
            self._marks = found
            self._repaint()

    def add(self, after: int) -> int:
        """A new row after this one; where it stands."""
        at = min(after + 1, len(self._rows))
        row = new_row(self.draft.value, self.name)
        self.draft.change_rows(self.name, [*self._rows[:at], row, *self._rows[at:]])
        return at

    def remove(self, rows: Sequence[int]) -> None:
        gone = set(rows)
        if gone:
            kept = [row for at, row in enumerate(self._rows) if at not in gone]
            self.draft.change_rows(self.name, kept)

    def move(self, row: int, by: int) -> int:
        """Move a row up or down; where it stands then."""
        to = row + by
        if not (0 <= row < len(self._rows) and 0 <= to < len(self._rows)):
            return row
        rows = list(self._rows)
        rows.insert(to, rows.pop(row))
        self.draft.change_rows(self.name, rows)
        return to

    def fill(self, index: AnyIndex, cells: Sequence[Sequence[str]]) -> None:
        """Put a block of texts into the cells from here on; rows that are lacking are added."""
        value, top = self.draft.value, index.row() if index.isValid() else len(self._rows)
        left = max(index.column(), 0)
        rows = [dict(row) for row in self._rows]
        for at, texts in enumerate(cells, top):
            if at == len(rows):
                rows.append(new_row(value | {self.name: rows}, self.name))
            for column, text in zip(self.columns[left:], texts, strict=False):
                self._put(rows[at], column, text)
        self.draft.change_rows(self.name, rows)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Role.DisplayRole else None
        column = self.columns[section]
        found = {
            int(Role.DisplayRole): column.title,
            int(Role.ToolTipRole): column.tip or None,
            int(Role.TextAlignmentRole): _side(column),
        }
        return found.get(int(role))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        match self.columns[index.column()].kind:
            case Kind.FLAG:
                more = flag.ItemIsUserCheckable
            case Kind.FIXED:
                more = flag.NoItemFlags
            case _:
                more = flag.ItemIsEditable
        return flag.ItemIsEnabled | flag.ItemIsSelectable | more

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        value = self._rows[index.row()].get(column.key)
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(column, value, role)
        if role == Role.CheckStateRole and column.kind is Kind.FLAG:
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role == Role.TextAlignmentRole:
            return _side(column)
        if role == CHOICES_ROLE:
            return column.choices() if column.choices else None
        if role in (MARK_ROLE, Role.ToolTipRole):
            return self._marks.get((index.row(), column.key))
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        column, place = self.columns[index.column()], self.place(index)
        if role == Role.CheckStateRole and column.kind is Kind.FLAG:
            self.draft.change(place, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role != Role.EditRole:
            return False
        elif column.kind is Kind.CHOICE:
            self.draft.change(place, value)
        elif column.key == "code" and self.name in LETTERS:
            self.draft.change_code(self.name, index.row(), typed(str(value), column.kind))
        else:
            self.draft.change(place, typed(str(value), column.kind, nullable=column.nullable))
        return True

    def text_at(self, row: int, column: PlanColumn) -> str:
        """A cell as it is copied: words for a flag, and nothing for none."""
        value = self._rows[row].get(column.key)
        if column.kind is Kind.FLAG:
            return self.tr("yes") if value else self.tr("no")
        return str(self._text(column, value, Role.DisplayRole))

    def _text(self, column: PlanColumn, value: Any, role: int) -> Any:
        if column.kind is Kind.FLAG:
            return None
        if column.choices and role == Role.DisplayRole:
            return next((words for held, words in column.choices() if held == value), shown(value))
        return value if column.choices else shown(value)

    def _put(self, row: dict[str, Any], column: PlanColumn, text: str) -> None:
        if column.kind is Kind.FLAG:
            row[column.key] = text.strip().casefold() in {"1", "y", "yes", "true", "是", "√", "✓"}
        elif column.choices:
            found = (v for v, words in column.choices() if text.strip() in (words, shown(v)))
            row[column.key] = next(found, text.strip())
        elif column.kind is not Kind.FIXED:
            row[column.key] = typed(text, column.kind, nullable=column.nullable)

    def _show(self, _: str) -> None:
        rows = self.draft.value[self.name]
        if rows is self._rows:
            self._repaint()  # what its choices are called may be another list's
        elif len(rows) == len(self._rows):
            self._rows = rows
            self._repaint()
        else:
            self.beginResetModel()
            self._rows, self._marks = rows, {}
            self.endResetModel()

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _number(text: str) -> str:
    """A number as a plan writes it; shares may be typed in per cent."""
    if not text.endswith("%"):
        return text
    try:
        return number_text(parse_number(text[:-1].strip()) / 100)
    except ValueError:
        return text


def _side(column: PlanColumn) -> Qt.AlignmentFlag:
    is_number = column.kind in (Kind.NUMBER, Kind.WHOLE)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
