"""What the year's tables have in common: heads in either language, units by name, days, numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from desktop.actions.errors import FileInvalidError
from desktop.actions.history_file import agencies_called
from desktop.actions.table_files import Table
from desktop.tally.errors import Problem
from desktop.tally.issuing import is_date
from desktop.tally.numbers import parse_number
from desktop.tally.plan import Plan
from desktop.tally.texts import folded

Heads = Mapping[str, Sequence[str]]
"""What a column may be headed by, by its field; the first is what is written."""

_TITLES = 20
"""Lines that may stand above the header: a title, a date, who drew it up."""
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00:00)?")
_MOST = 100
_DIGITS = 7


@dataclass
class Columns:
    """Rows of a table by the fields of its header, and every mistake by its row."""

    table: Table
    heads: Heads
    needed: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """Each row's number and what stands in it, cell by cell where a field has two columns."""
        tops = enumerate(self.table[:_TITLES])
        header = next((at for at, row in tops if self._is_header(row)), None)
        if header is None:
            message = "names no columns: write {heads} above the table"
            first = tuple(self.heads[name][0] for name in self.needed)
            self.note(1, message, heads=first)
            return
        places = _places(self.table[header], self.heads)
        count = 0
        for number, row in enumerate(self.table[header + 1 :], header + 2):
            if any(row):
                count += 1
                yield number, {name: _cells(row, held) for name, held in places.items()}
        if not count:
            self.note(header + 1, "no row stands below the header: add them")

    def note(self, number: int, message: str, **fields: object) -> None:
        self.problems.append(Problem(str(number), message, fields))

    def day(self, number: int, text: str) -> str:
        """The day, or "" with the mistake noted; so for the two below."""
        if not text:
            self.note(number, "names no day: write it as 2006-03-01")
            return ""
        try:
            return day_in(text)
        except ValueError:
            message = '"{text}" is no date: write it as 2006-03-01'
            self.note(number, message, text=text[:20])
            return ""

    def count(self, number: int, text: str) -> int | None:
        if not text or (text.isascii() and text.isdigit() and len(text) < _DIGITS):
            return int(text) if text else None
        self.note(number, '"{text}" is no whole number: write plain digits', text=text[:20])
        return None

    def number(self, number: int, text: str) -> Fraction | None:
        try:
            return number_in(text) if text else None
        except ValueError:
            message = '"{text}" is no number: write one such as 87.4'
            self.note(number, message, text=text[:20])
            return None

    def check(self, path: Path) -> None:
        """FileInvalidError with every mistake, where there is one."""
        if self.problems:
            count = len(self.problems)
            raise FileInvalidError(self.problems[:_MOST], path=path, count=count)

    def _is_header(self, row: list[str]) -> bool:
        places = _places(row, self.heads)
        return all(places[name] for name in self.needed)


@dataclass
class Units:
    """Units of the plan by whatever they are called."""

    plan: Plan
    columns: Columns

    def __post_init__(self) -> None:
        self._called = agencies_called(self.plan)

    def find(self, text: str) -> set[str]:
        return self._called.get(folded(text), set())

    def code(self, number: int, names: Sequence[str]) -> str:
        """The code of the one unit that a row's cells name; "" with the mistake noted."""
        if not names:
            self.columns.note(number, "names no unit: write its code or name, or delete the row")
            return ""
        found = {self._one(number, name) for name in names}
        if len(found) > 1 and "" not in found:
            message = "{names} are two units of the plan: mend either"
            self.columns.note(number, message, names=tuple(names))
            return ""
        return "" if "" in found else found.pop()

    def _one(self, number: int, name: str) -> str:
        codes = self.find(name)
        if len(codes) == 1:
            return min(codes)
        if codes:
            message = '"{name}" is what {codes} are called: write the code'
            self.columns.note(number, message, name=name[:40], codes=" / ".join(sorted(codes)))
        else:
            message = 'the plan lists no unit "{name}": write its code or name'
            self.columns.note(number, message, name=name[:40])
        return ""


def first(cells: Sequence[str]) -> str:
    return cells[0] if cells else ""


def day_in(text: str) -> str:
    """A day as tables write it: 2006-03-01, 2006/3/1, 2006.3.1, 2006年3月1日; ValueError."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, number = map(int, found.groups())
    day = f"{year:04}-{month:02}-{number:02}"
    if not is_date(day):
        raise ValueError(text)
    return day


def number_in(text: str) -> Fraction:
    """A number with or without a sign for per cent or points 分; ValueError."""
    return parse_number(text.strip().rstrip("%％分").strip())


def _places(header: Sequence[str], heads: Heads) -> Mapping[str, list[int]]:
    called = {name: {folded(text) for text in texts} for name, texts in heads.items()}
    return {
        name: [at for at, cell in enumerate(header) if folded(cell) in texts]
        for name, texts in called.items()
    }


def _cells(row: Sequence[str], places: Sequence[int]) -> list[str]:
    """What stands in the columns of one field, without the empty ones."""
    return [row[at].strip() for at in places if at < len(row) and row[at].strip()]
