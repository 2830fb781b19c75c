"""Reads the table of an earlier year: agency (code or name), rank, score."""

import re
from collections import defaultdict
from collections.abc import Mapping

from desktop.actions.table_files import Table
from desktop.tally.errors import Problem
from desktop.tally.history import HistoryRow
from desktop.tally.numbers import parse_number
from desktop.tally.plan import Plan
from desktop.tally.texts import folded

_HEADS = {
    "agency": {
        "agency",
        "agencycode",
        "code",
        "name",
        "单位",
        "单位代码",
        "单位名称",
        "被评单位",
        "代码",
    },
    "rank": {"rank", "名次", "排名", "位次"},
    "score": {"score", "得分", "总得分", "总分"},
}
_RANK = re.compile(r"[0-9]{1,4}")
_NONE = {"", "-", "–", "—", "－", "/"}
"""How tables write that there is nothing."""

_TITLES = 20
"""Lines that may stand above the header: a title, a date, a unit."""


class HistoryFile:
    """Read once: `rows` as far as they are good, `problems` with all that is not."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self.rows: list[HistoryRow] = []
        self.problems: list[Problem] = []
        self._agencies = agencies_called(plan)
        self._seen: dict[str, int] = {}
        header = next((at for at, row in enumerate(table[:_TITLES]) if _is_header(row)), None)
        if header is None:
            message = "names no columns: write agency, rank and score above the table"
            self.problems.append(Problem("1", message))
            return
        self._columns = _columns(table[header])
        for number, row in enumerate(table[header + 1 :], header + 2):
            if any(row):
                self._read_row(number, row)
        if not self.problems and not self.rows:
            self._note(header + 1, "no agency stands below the header: add their rows")

    def _read_row(self, number: int, row: list[str]) -> None:
        cells = {
            field: [row[at] for at in places if at < len(row)]
            for field, places in self._columns.items()
        }
        agency = self._agency(number, [cell for cell in cells["agency"] if cell])
        rank = self._rank(number, next(iter(cells["rank"]), ""))
        score = self._score(number, next(iter(cells["score"]), ""))
        if agency:
            self.rows.append(HistoryRow(agency, rank, score))

    def _agency(self, number: int, names: list[str]) -> str:
        if not names:
            self._note(number, "names no agency: write its code or name, or delete the row")
            return ""
        found = {self._code(number, name) for name in names}
        if "" in found:
            return ""
        if len(found) > 1:
            message = "{names} are two agencies of the plan: mend either"
            self._note(number, message, names=" / ".join(names))
            return ""
        return self._once(number, found.pop())

    def _code(self, number: int, name: str) -> str:
        codes = self._agencies.get(folded(name), set())
        if len(codes) == 1:
            return min(codes)
        if codes:
            message = '"{name}" is what {codes} are called: write the code'
            self._note(number, message, name=name[:40], codes=" / ".join(sorted(codes)))
        else:
            message = 'the plan lists no agency "{name}": write its code or name, or delete the row'
            self._note(number, message, name=name[:40])
        return ""

    def _once(self, number: int, code: str) -> str:
        first = self._seen.setdefault(code, number)
        if first == number:
            return code
        message = "{agency} stands in row {first} already: delete one of them"
        self._note(number, message, agency=code, first=first)
        return ""

    def _rank(self, number: int, text: str) -> int | None:
        if text in _NONE:
            return None
        if _RANK.fullmatch(text) and int(text):
            return int(text)
        message = '"{text}" is no rank: write a whole number from 1, or leave it empty'
        self._note(number, message, text=text[:20])
        return None

    def _score(self, number: int, text: str) -> str:
        if text in _NONE:
            return ""
        try:
            parse_number(text)
        except ValueError:
            message = '"{text}" is no score: write a number such as 97.85, or leave it empty'
            self._note(number, message, text=text[:20])
        return text

    def _note(self, number: int, message: str, **fields: object) -> None:
        self.problems.append(Problem(str(number), message, fields))


def agencies_called(plan: Plan) -> dict[str, set[str]]:
    """Codes by what an agency may be called: its code, which comes first, its name, short name."""
    called: dict[str, set[str]] = defaultdict(set)
    for held in plan.agencies:
        for text in filter(None, (held.name, held.short)):
            called[folded(text)].add(held.code)
    return called | {folded(held.code): {held.code} for held in plan.agencies}


def _columns(header: list[str]) -> Mapping[str, list[int]]:
    return {
        field: [at for at, cell in enumerate(header) if folded(cell) in names]
        for field, names in _HEADS.items()
    }


def _is_header(row: list[str]) -> bool:
    """A column of agencies, and ranks or scores beside it."""
    columns = _columns(row)
    return bool(columns["agency"] and (columns["rank"] or columns["score"]))
