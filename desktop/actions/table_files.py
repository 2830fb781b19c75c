"""Reads a small table as people keep it: the first sheet of a workbook, or CSV, as texts."""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from desktop.actions.errors import FileInvalidError
from desktop.actions.paper_errors import TableTooLargeError, TableUnreadableError
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.tally.errors import Problem

Table = list[list[str]]
"""Rows of cells from the first line on; rows may differ in length."""

_ROWS, _COLUMNS = 20_000, 200
_UNPACKED = 100 * 1024 * 1024
"""Far above any table of agencies, far below what a machine can hold."""


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
    import openpyxl

    _check_size(path, content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_col=_COLUMNS, values_only=True)
        return _limited(path, ([_text(value) for value in row] for row in rows))
    except TableTooLargeError:
        raise
    except Exception as error:  # a broken workbook fails in the library in any way it likes
        raise TableUnreadableError(path=path) from error


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


def _text(value: object) -> str:
    """A cell as its sheet shows it, near enough: whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, float):
        return format(value, ".15g")
    return str(value).strip()
