"""The channels' weights for each group alone, where a group has its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import MARK_ROLE, AnyIndex, Kind, Role, shown, typed
from desktop.tally.plan_draft import Value, steps


class GroupWeightsModel(QAbstractTableModel):
    """A row for each group: its name, whether it has weights of its own, and one for a channel."""

    def __init__(self, draft: PlanDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self._titles = (self.tr("Group"), self.tr("Own weights"))
        self._marks: Mapping[int, str] = {}
        self._groups: list[Value] = draft.value["groups"]
        self._channels: list[Value] = draft.value["channels"]
        draft.changed.connect(self._show)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Mark the rows of these places."""
        rows = ((steps(place), text) for place, text in marks.items())
        self._marks = {int(way[1]): text for way, text in rows if len(way) > 1}
        self._repaint()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles) + len(self._channels)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        channel = section - len(self._titles)
        return self._titles[section] if channel < 0 else shown(self._channels[channel]["name"])

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        basic = flag.ItemIsEnabled | flag.ItemIsSelectable
        if index.column() == 1:
            return basic | flag.ItemIsUserCheckable
        return basic | flag.ItemIsEditable if self._has_own(index) else basic

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.CheckStateRole and index.column() == 1:
            return Qt.CheckState.Checked if self._own(index.row()) else Qt.CheckState.Unchecked
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(index)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() > 1 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._marks.get(index.row()) if role in (MARK_ROLE, Role.ToolTipRole) else None

    def setData(self, index: AnyIndex, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        place = f"groups[{index.row()}].weights"
        if role == Role.CheckStateRole and index.column() == 1:
            is_on = Qt.CheckState(value) == Qt.CheckState.Checked
            own = {held["code"]: held["weight"] for held in self._channels}
            self.draft.change(place, own if is_on else None)
        elif role == Role.EditRole and self._has_own(index):
            text = typed(str(value), Kind.NUMBER)
            self.draft.change(place, (self._own(index.row()) or {}) | {self._code(index): text})
        else:
            return False
        return True

    def _own(self, row: int) -> dict[str, Any] | None:
        weights = self._groups[row].get("weights")
        return weights if isinstance(weights, dict) else None

    def _has_own(self, index: AnyIndex) -> bool:
        return index.column() >= len(self._titles) and self._own(index.row()) is not None

    def _code(self, index: AnyIndex) -> str:
        return str(self._channels[index.column() - len(self._titles)]["code"])

    def _text(self, index: AnyIndex) -> str | None:
        if index.column() == 0:
            return shown(self._groups[index.row()]["name"])
        own = self._own(index.row())
        if index.column() == 1:
            return None
        channel = self._channels[index.column() - len(self._titles)]
        return shown(channel["weight"] if own is None else own.get(channel["code"], "0"))

    def _show(self, _: str) -> None:
        value = self.draft.value
        shape = len(value["groups"]), len(value["channels"])
        if shape == (len(self._groups), len(self._channels)):
            self._groups, self._channels = value["groups"], value["channels"]
            self._repaint()
        else:
            self.beginResetModel()
            self._groups, self._channels, self._marks = value["groups"], value["channels"], {}
            self.endResetModel()

    def _repaint(self) -> None:
        if self._groups:
            last = self.index(len(self._groups) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
