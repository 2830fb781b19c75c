"""One sheet of a workbook: typed cells, widths for Chinese, a head that stays, print set-up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.report.figures import DASH
from desktop.tally.numbers import rounded

Value = str | int | Decimal | Fraction | None
"""Text, a count, a score with the decimals to show, or a share shown as a percentage."""

_NARROWEST, _WIDEST = 7, 48
# Excel reads _x0041_ in a text as an escaped character; escaping its underscore keeps it text
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with one row of headings; `filtered` for tables that people sort and filter."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    filtered: bool = True


def add_sheet(book: Workbook, sheet: Sheet, header: str, footer: str) -> None:
    page = book.create_sheet(sheet.title)
    widths = _widths(sheet)
    for index, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(index)].width = width
    page.freeze_panes = "A2"
    _set_up_print(page, header, footer)
    cells = _Cells(page)
    page.append([cells.heading(text) for text in sheet.headings])
    for row in sheet.rows:
        # drawn one by one: openpyxl writes each cell before it asks for the next
        page.append(cells.cell(value) for value in row)
    if sheet.filtered:
        last = get_column_letter(len(sheet.headings))
        page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"


class _Cells:
    """One cell for every look, filled again and again: styling is what takes time."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._styled: dict[tuple[str, bool, str | None], Any] = {}

    def heading(self, text: str) -> Any:
        cell: Any = WriteOnlyCell(self._page)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.font = Font(bold=True)
        return _filled(cell, text)

    def cell(self, value: Value) -> Any:
        quoted = isinstance(value, str) and value.startswith(_FORMULA_SIGNS)
        look = _number_format(value), quoted, "right" if value == DASH else None
        if look not in self._styled:
            self._styled[look] = self._made(*look)
        return None if value is None else _filled(self._styled[look], value)

    def _made(self, number_format: str, quoted: bool, horizontal: str | None) -> Any:
        """A dash stands where the figures of its column do."""
        cell: Any = WriteOnlyCell(self._page)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=horizontal)
        cell.number_format = number_format
        cell.quotePrefix = quoted
        return cell


def _filled(cell: Any, value: Value) -> Any:
    cell.value = _plain(value)
    if isinstance(value, str):
        # openpyxl takes =1+1 for a formula and #N/A for an error: here every text is text
        cell.data_type = "s"
    return cell


def _number_format(value: Value) -> str:
    match value:
        case Fraction():
            return "0.00%"
        case Decimal():
            places = max(0, -int(value.as_tuple().exponent))
            return "0." + "0" * places if places else "0"
        case _:
            return "General"


def _plain(value: Value) -> str | int | Decimal | None:
    if isinstance(value, Fraction):
        return Decimal(rounded(value, 4))
    return _ESCAPED.sub("_x005F_", value) if isinstance(value, str) else value


def _widths(sheet: Sheet) -> list[float]:
    """By the longest line of each column, a hanzi as two letters, within limits."""
    longest = [_letters(heading) / 2 for heading in sheet.headings]
    for row in sheet.rows:
        for index, value in enumerate(row):
            longest[index] = max(longest[index], _letters(_shown(value)))
    return [min(max(width + 3, _NARROWEST), _WIDEST) for width in longest]


def _shown(value: Value) -> str:
    if isinstance(value, Fraction):
        return rounded(100 * value, 2) + "%"
    return "" if value is None else str(value)


def _letters(text: str) -> float:
    return max(
        sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line)
        for line in text.split("\n")
    )


def _set_up_print(page: Any, header: str, footer: str) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.oddHeader.center.text = header.replace("&", "&&")
    page.oddFooter.center.text = footer
