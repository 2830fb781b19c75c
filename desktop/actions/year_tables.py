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
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]00:00:00)?")
_MOST = 100
_DIGITS = 7
_WIDE = {at: at - 0xFEE0 for at in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x2212: "-"}
"""Full-width signs as half-width ones, and a minus as a hyphen; NFKC would make 102 of 10²."""


@dataclass
class Columns:
    """Rows of a table by the fields of its header, and every mistake by its row."""

    table: Table
    heads: Heads
    needed: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def rows(self) -> Iterator["Row"]:
        tops = enumerate(self.table[:_TITLES])
        header = next((at for at, row in tops if self._is_header(row)), None)
        if header is None:
            self._note_heads()
            return
        places = _places(self.table[header], self.heads)
        count = 0
        for number, row in enumerate(self.table[header + 1 :], header + 2):
            if any(row):
                count += 1
                yield Row(number, self, self.table[header], row, places)
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
        plain = _narrow(text)
        if not plain or (plain.isascii() and plain.isdigit() and len(plain) < _DIGITS):
            return int(plain) if plain else None
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

    def _note_heads(self) -> None:
        """Of the row that looks most like a header, what it lacks."""
        found = [(len(self._known(row)), -at) for at, row in enumerate(self.table[:_TITLES])]
        most, at = max(found, default=(0, 0))
        if not most:
            heads = tuple(self.heads[name][0] for name in self.needed)
            self.note(1, "names no columns: write {heads} above the table", heads=heads)
            return
        known = self._known(self.table[-at])
        lacking = tuple(self.heads[name][0] for name in self.needed if name not in known)
        self.note(1 - at, "lacks the columns {heads}: add them to this header", heads=lacking)

    def _known(self, row: Sequence[str]) -> set[str]:
        return {name for name, places in _places(row, self.heads).items() if places}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `number` is what a spreadsheet counts it by."""

    number: int
    columns: Columns
    header: Sequence[str]
    cells: Sequence[str]
    places: Mapping[str, Sequence[int]]

    def all(self, name: str) -> list[str]:
        """What stands in the columns of one field, without the empty ones."""
        return [text for _, text in self._filled(name)]

    def one(self, name: str) -> str:
        """What stands there; "" with the mistake noted where two columns say different things."""
        filled = self._filled(name)
        for head, text in filled[1:]:
            if folded(text) != folded(filled[0][1]):
                message = (
                    'has "{one}" under {head} and "{other}" under {second}, where one of them is '
                    "read: leave one, and empty the other"
                )
                fields = {"head": filled[0][0], "one": filled[0][1][:20]}
                self.columns.note(self.number, message, **fields, second=head, other=text[:20])
                return ""
        return filled[0][1] if filled else ""

    def _filled(self, name: str) -> list[tuple[str, str]]:
        """Heads, and what stands below them."""
        held = [at for at in self.places[name] if at < len(self.cells) and self.cells[at].strip()]
        return [(self.header[at].strip(), self.cells[at].strip()) for at in held]


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


def day_in(text: str) -> str:
    """A day as tables write it: 2006-03-01, 2006/3/1, 2006.3.1, 2006年3月1日; ValueError."""
    found = _DAY.fullmatch(_narrow(text))
    if found is None:
        raise ValueError(text)
    year, month, number = map(int, found.groups())
    day = f"{year:04}-{month:02}-{number:02}"
    if not is_date(day):
        raise ValueError(text)
    return day


def number_in(text: str) -> Fraction:
    """A number with or without a sign for per cent or points 分; ValueError."""
    return parse_number(_narrow(text).rstrip("%分").strip())


def may_be_share(text: str) -> bool:
    """Whether a rate in per cent has no sign and is so small that 0.874 may mean 87.4 %."""
    return not _narrow(text).endswith("%") and 0 < number_in(text) <= 1


def _narrow(text: str) -> str:
    return text.translate(_WIDE).strip()


def _places(header: Sequence[str], heads: Heads) -> Mapping[str, list[int]]:
    called = {name: {folded(text) for text in texts} for name, texts in heads.items()}
    return {
        name: [at for at, cell in enumerate(header) if folded(cell) in texts]
        for name, texts in called.items()
    }
