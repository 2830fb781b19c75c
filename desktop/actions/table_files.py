"""Reads a small table as people keep it: the first sheet of a workbook, or CSV, as texts."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.errors import FileInvalidError
from desktop.actions.paper_errors import TableTooLargeError, TableUnreadableError
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.tally.errors import Problem

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

    Cells = tuple[Cell | MergedCell, ...]

Table = list[list[str]]
"""Rows of cells from the first line on; rows may differ in length."""

_ROWS, _COLUMNS = 20_000, 200
_UNPACKED = 100 * 1024 * 1024
"""Far above any table of agencies, far below what a machine can hold."""
_BOOK = ".xlsx"
_MOST = 100
_PLACES = 12
"""Decimals of a number from a workbook, which keeps no more than fifteen digits of it."""
_VALUELESS = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v></v>|</c>)")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.')
"""In a number format: what stands as it is written, and blanks as wide as a sign."""


def read_table(path: Path) -> Table:
    """The cells of a workbook's first sheet, or of a CSV file in UTF-8 or GB18030.

    The errors of `read_bytes` and `encoding_of`, TableUnreadableError, TableTooLargeError,
    FileInvalidError.
    """
    content = read_bytes(path)
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # a workbook of before 2007
        raise TableUnreadableError(path=path)
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(path, content)
    if path.suffix.lower() == _BOOK:
        raise TableUnreadableError(path=path)
    return _read_csv(path, content.decode(encoding_of(path, content)))


def _read_csv(path: Path, text: str) -> Table:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    try:
        return _limited(path, ([cell.strip() for cell in row] for row in rows))
    except csv.Error as error:
        message = "is not CSV from here on ({reason})"
        problem = Problem(str(rows.line_num), message, {"reason": error})
        raise FileInvalidError([problem], path=path, count=1) from error


def _delimiter(text: str) -> str:
    """What a spreadsheet wrote between cells: a comma, or a tab where it copied them."""
    first = text.partition("\n")[0]
    return "\t" if "\t" in first and "," not in first else ","


def _read_workbook(path: Path, content: bytes) -> Table:
    """FileInvalidError names the cells whose formula no program has computed."""
    _check_size(path, content)
    problems: list[Problem] = []
    try:
        rows = _rows(content, computed=True)
        table = _limited(path, ([_text(it.value, it.number_format) for it in row] for row in rows))
        if _may_lack_values(content):
            problems = list(_uncomputed(content))
    except TableTooLargeError:
        raise
    except Exception as error:  # a broken workbook fails in the library in any way it likes
        raise TableUnreadableError(path=path) from error
    if problems:
        raise FileInvalidError(problems[:_MOST], path=path, count=len(problems))
    return table


def _rows(content: bytes, *, computed: bool) -> Iterator["Cells"]:
    """Of the first sheet, with what its formulas came to or with the formulas."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=computed)
    return book.worksheets[0].iter_rows(max_col=_COLUMNS)


def _may_lack_values(content: bytes) -> bool:
    """Spares most tables a second reading."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        sheets = [name for name in held.namelist() if name.startswith("xl/worksheets/")]
        return any(_VALUELESS.search(held.read(name)) for name in sheets)


def _uncomputed(content: bytes) -> Iterator[Problem]:
    """Formulas that a program wrote and none has computed; one that comes to "" is computed."""
    pairs = zip(_rows(content, computed=True), _rows(content, computed=False), strict=True)
    for values, formulas in pairs:
        for value, formula in zip(values, formulas, strict=True):
            if formula.data_type == "f" and value.value is None and value.data_type == "n":
                message = "is a formula without its value: save the file in the spreadsheet first"
                yield Problem(formula.coordinate, message)


def _check_size(path: Path, content: bytes) -> None:
    """Before anything is unpacked: a small file may hold gigabytes of nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            unpacked = sum(each.file_size for each in held.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise TableUnreadableError(path=path) from error
    if unpacked > _UNPACKED:
        raise TableTooLargeError(path=path)


def _limited(path: Path, rows: Iterator[list[str]]) -> Table:
    found = [_trimmed(row) for row in islice(rows, _ROWS + 1)]
    if len(found) > _ROWS:
        raise TableTooLargeError(path=path)
    return found


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end: a sheet is as wide as what stands in it."""
    filled = [at for at, cell in enumerate(row) if cell]
    return row[: filled[-1] + 1] if filled else []


def _text(value: object, shown: str | None = None) -> str:
    """A cell as its sheet shows it, near enough: whole numbers without a point, shares as 86.5%."""
    if value is None:
        return ""
    if isinstance(value, int | float) and "%" in _LITERAL.sub("", shown or ""):
        return f"{_plain(Decimal(format(value, '.15g')) * 100)}%"
    if isinstance(value, float):
        return _plain(Decimal(format(value, ".15g")))
    return str(value).strip()


def _plain(value: Decimal) -> str:
    """Without zeros at its end, and never as 1e-05."""
    if value == value.to_integral_value():
        return format(value.to_integral_value(), "f")
    return format(round(value, _PLACES), "f").rstrip("0").rstrip(".")
