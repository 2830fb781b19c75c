"""Understands a table of agencies as an office keeps it, and says what was not understood.

Nothing is refused as a whole: every row that is left out, and every cell that is, has its
sentence, and the person decides on what is left.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.tally.errors import Problem
from desktop.tally.plan_draft import Value, next_code
from desktop.tally.texts import folded, text_fault

Cells = Sequence[Sequence[str]]

MEANINGS = ("code", "name", "short", "group", "vertical", "parent")
"""What a column may hold."""

_HEADS: Mapping[str, tuple[str, ...]] = {
    "code": ("代码", "单位代码", "编码", "单位编码", "编号", "单位编号", "code", "agency code"),
    "name": (
        "单位", "名称", "单位名称", "单位全称", "全称", "被评单位", "被评单位名称", "参评单位",
        "参评单位名称", "评议单位", "评议对象", "部门", "部门名称", "name", "agency", "agency name",
        "unit",
    ),
    "short": ("简称", "单位简称", "short", "short name"),
    "group": (
        "类别", "单位类别", "类型", "单位类型", "分类", "组别", "分组", "所属类别", "系列",
        "group", "category", "type",
    ),
    "vertical": (
        "垂直管理", "是否垂直管理", "垂直管理单位", "垂管", "垂管单位", "是否垂管", "垂直",
        "vertical", "vertically managed",
    ),
    "parent": (
        "主管单位", "主管部门", "上级单位", "上级主管单位", "主管", "parent",
        "supervising unit", "supervisor",
    ),
}  # fmt: skip
_MEANING = {folded(head): meaning for meaning, heads in _HEADS.items() for head in heads}
_NUMBERS = {folded(head) for head in ("序号", "号", "行号", "No.", "no", "#")}
_YES = {
    folded(text)
    for text in ("是", "√", "✓", "✔", "有", "y", "yes", "true", "1", "垂直管理", "垂管", "垂直")
}
_NO = {folded(text) for text in ("", "否", "×", "✗", "无", "n", "no", "false", "0", "-", "—", "/")}
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,15}")
_HEAD_ROWS = 10
"""Titles and notes may stand above the header."""
_NEW_GROUP = "全部单位"
"""Where the table names no groups and the plan has none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: what stands over it, what it is taken for, and an example."""

    head: str
    meaning: str | None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a table gives: rows as a plan holds them, and what was left out, by row."""

    columns: tuple[Column, ...]
    header: int | None
    """The row of the header, from 1; None where there is none."""
    agencies: tuple[Value, ...] = ()
    rows: tuple[int, ...] = ()
    """Where each agency stands in the table, from 1."""
    groups: tuple[Value, ...] = ()
    """Groups that the plan does not have yet."""
    problems: tuple[Problem, ...] = ()
    twins: tuple[str, ...] = ()
    """Names of rows left out because they stand in the plan or in the table already."""


def cells_of_text(text: str) -> list[list[str]]:
    """What a spreadsheet puts on the clipboard: tabs between cells, quotes around line breaks."""
    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), delimiter="\t")
    return [[cell.strip() for cell in row] for row in rows]


def understand(
    cells: Cells,
    plan: Value,
    *,
    add: bool = False,
    meanings: Sequence[str | None] | None = None,
) -> Understood:
    """The agencies of a table for a plan that is being written.

    With `add` they come after those of the plan, which count as known. `meanings` says what each
    column holds, where a person chose; else the header says it, or the cells themselves.
    """
    rows = [[_plain(cell) for cell in row] for row in cells]
    width = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    header = _header(rows)
    found = list(meanings) if meanings else _meanings(rows, header)
    columns = _columns(rows, header, found)
    reader = _Reader(plan, found, add=add)
    body = [(at + 1, row) for at, row in enumerate(rows) if (header is None or at > header)]
    reader.reserve(row for _, row in body)
    for number, row in body:
        if any(row):
            reader.read(number, row)
    reader.settle_parents()
    return Understood(
        columns,
        None if header is None else header + 1,
        tuple(reader.agencies),
        tuple(reader.rows),
        tuple(reader.new_groups),
        tuple(reader.problems),
        tuple(reader.twins),
    )


def applied(plan: Value, understood: Understood, *, add: bool) -> Value:
    """The plan with the agencies of a table: after its own, or in their place.

    Groups that nobody is in any more go with the agencies whose place is taken.
    """
    before = plan["agencies"] if add else []
    agencies = [*before, *understood.agencies]
    groups = [*plan["groups"], *understood.groups]
    if not add:
        used = {agency["group"] for agency in agencies}
        groups = [group for group in groups if group["code"] in used] or groups
    return plan | {"groups": groups, "agencies": agencies}


@dataclass(slots=True)
class _Reader:
    """Takes one row after the other."""

    plan: Value
    meanings: Sequence[str | None]
    add: bool
    agencies: list[Value] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    new_groups: list[Value] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    _codes: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _shorts: dict[str, str] = field(default_factory=dict)
    _reserved: list[str] = field(default_factory=list)
    _parents: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for agency in self.plan["agencies"] if self.add else ():
            self._know(agency)

    def reserve(self, rows: Iterable[Sequence[str]]) -> None:
        """The codes that the table writes are given to nobody else."""
        self._reserved = [code for row in rows if (code := self._cells(row).get("code", ""))]

    def read(self, number: int, row: Sequence[str]) -> None:
        """One agency, or a problem that says why it is none."""
        cells = self._cells(row)
        name = cells.get("name", "")
        if not name:
            self._note(number, "has no name and was left out: write one, or delete the row")
            return
        for text in (name, cells.get("short", "")):
            if text and (fault := text_fault(text)):
                self._note(number, *fault)
                return
        if twin := self._names.get(folded(name)):
            self.twins.append(name)
            self._note(
                number,
                '"{name}" stands there already, as {code}, and was left out: write two units of '
                "one name apart",
                {"name": name, "code": twin},
            )
            return
        code = self._code(number, cells.get("code", ""))
        if code is None:
            return
        self._take(number, cells | {"code": code, "name": name})

    def settle_parents(self) -> None:
        """Supervising units by code, name or short name, once all are known."""
        for at, number, text in self._parents:
            named = folded(text)
            code = self._codes.get(named) or self._names.get(named) or self._shorts.get(named)
            if code:
                self.agencies[at]["parent"] = code
            else:
                self._note(
                    number,
                    'the supervising unit "{text}" is not among the agencies and was left out: '
                    "write the code or the name of one",
                    {"text": text},
                )

    def _cells(self, row: Sequence[str]) -> dict[str, str]:
        pairs = zip(self.meanings, row, strict=False)
        return {meaning: cell for meaning, cell in pairs if meaning}

    def _take(self, number: int, cells: dict[str, str]) -> None:
        agency: Value = {
            "code": cells["code"],
            "name": cells["name"],
            "group": self._group(number, cells.get("group", "")),
            "short": cells.get("short", ""),
            "vertical": self._vertical(number, cells.get("vertical", "")),
            "parent": None,
        }
        if cells.get("parent", "") and folded(cells["parent"]) not in _NO:
            self._parents.append((len(self.agencies), number, cells["parent"]))
        self.agencies.append(agency)
        self.rows.append(number)
        self._know(agency)

    def _know(self, agency: Value) -> None:
        self._codes[folded(agency["code"])] = agency["code"]
        self._names[folded(agency["name"])] = agency["code"]
        if agency["short"]:
            self._shorts.setdefault(folded(agency["short"]), agency["code"])

    def _code(self, number: int, text: str) -> str | None:
        """The code of a row, or the next free one; None where it cannot be taken."""
        if not text:
            known = [*self._codes.values(), *self._reserved]
            return next_code({"agencies": [{"code": code} for code in known]}, "agencies")
        if not _CODE.fullmatch(text):
            message = (
                '"{text}" cannot be a code and the row was left out: write up to 16 letters A–Z, '
                "digits, _ or -, or leave the cell empty"
            )
            self._note(number, message, {"text": text[:20]})
            return None
        if folded(text) in self._codes:
            message = (
                'the code "{text}" stands there already and the row was left out: write another'
            )
            self._note(number, message, {"text": text})
            return None
        return text

    def _group(self, number: int, text: str) -> str:
        """The code of a group named by name or code; a name that is new makes a group."""
        groups = [*self.plan["groups"], *self.new_groups]
        if not text:
            if "group" in self.meanings and self.agencies:
                return str(self.agencies[-1]["group"])  # merged cells hold the first row alone
            return str(groups[0]["code"]) if groups else self._new_group(_NEW_GROUP)
        for group in groups:
            if folded(text) in {folded(str(group["name"])), folded(str(group["code"]))}:
                return str(group["code"])
        if fault := text_fault(text):
            self._note(number, *fault)
            return str(groups[0]["code"]) if groups else self._new_group(_NEW_GROUP)
        return self._new_group(text)

    def _new_group(self, name: str) -> str:
        code = next_code({"groups": [*self.plan["groups"], *self.new_groups]}, "groups")
        self.new_groups.append(
            {
                "code": code,
                "name": name,
                "scored": True,
                "ranked": True,
                "published": True,
                "weights": None,
            }
        )
        return code

    def _vertical(self, number: int, text: str) -> bool:
        if folded(text) not in _YES | _NO:
            message = '"{text}" does not say whether it is vertically managed: write 是 or 否'
            self._note(number, message, {"text": text[:20]})
        return folded(text) in _YES

    def _note(self, number: int, message: str, fields: Mapping[str, Any] | None = None) -> None:
        self.problems.append(Problem(str(number), message, fields or {}))


def _plain(cell: str) -> str:
    """A cell in normal form, on one line, without what nobody sees."""
    shown = "".join(c for c in cell if unicodedata.category(c) != "Cf")
    return " ".join(unicodedata.normalize("NFC", shown).split())


def _header(rows: Cells) -> int | None:
    """The row that names the columns, or None; a single name is a header only by itself."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        named = [_MEANING.get(folded(cell)) for cell in row if cell]
        known = {meaning for meaning in named if meaning}
        if "name" in known and (len(known) > 1 or len(named) <= 2):
            return at
    return None


def _meanings(rows: Cells, header: int | None) -> list[str | None]:
    if header is None:
        return _guessed(rows)
    found: list[str | None] = []
    for cell in rows[header]:
        meaning = _MEANING.get(folded(cell))
        found.append(None if meaning in found else meaning)
    return found


def _guessed(rows: Cells) -> list[str | None]:
    """Without a header: codes by their look, the names by being all different, then the groups."""
    columns = [[row[at] for row in rows if any(row)] for at in range(len(rows[0]) if rows else 0)]
    found: list[str | None] = [None] * len(columns)
    names = [at for at, cells in enumerate(columns) if _are_names(cells)]
    if not names:
        return found
    name = names[0]
    found[name] = "name"
    for at, cells in enumerate(columns):
        if at == name:
            continue
        if at < name and _are_codes(cells):
            found[at] = "code"
        elif at > name and _are_groups(cells) and "group" not in found:
            found[at] = "group"
        elif at > name and at in names and "short" not in found:
            found[at] = "short"
    return found


def _are_names(cells: Sequence[str]) -> bool:
    """Words, most of them different."""
    words = [cell for cell in cells if cell and not _CODE.fullmatch(cell)]
    return 2 * len(words) > len(cells) and 2 * len(set(words)) > len(words)


def _are_codes(cells: Sequence[str]) -> bool:
    """Codes that are all different, and no mere count 1, 2, 3 …"""
    are = all(_CODE.fullmatch(cell) for cell in cells) and len(set(cells)) == len(cells)
    return are and not _is_count(cells)


def _is_count(cells: Sequence[str]) -> bool:
    return all(cell == str(at) for at, cell in enumerate(cells, 1))


def _are_groups(cells: Sequence[str]) -> bool:
    """A few words again and again."""
    words = [cell for cell in cells if cell]
    return len(words) > 1 and 2 * len(set(words)) <= len(words)


def _columns(rows: Cells, header: int | None, meanings: Iterable[str | None]) -> tuple[Column, ...]:
    made = []
    for at, meaning in enumerate(meanings):
        below = (row[at] for row in rows[0 if header is None else header + 1 :] if row[at])
        head = "" if header is None else rows[header][at]
        made.append(Column(head, meaning, next(below, "")))
    return tuple(made)
