"""The cells of a sheet: typed, ruled, and of the look that their line has."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from desktop.report.figures import DASH
from desktop.report.sheet import Field, Formula, Line, Link, Sheet, Value
from desktop.report.theme import document_theme
from desktop.report.workbook_look import workbook_look
from desktop.tally.numbers import rounded

# Excel reads _x0041_ in a text as an escaped character; escaping its underscore keeps it text
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@")
_ZERO_OR_RED = "[=0]0;[Red]General"
# as wide as a space: figures do not touch the rule at their right
_SPACE = "_ "


class _Look(NamedTuple):
    """What tells cells apart: all else is the same in all of them."""

    number_format: str = "General"
    quoted: bool = False
    right: bool = False
    band: bool = False
    strong: bool = False
    quiet: bool = False
    link: bool = False


class Cells:
    """One cell for every look, filled again and again: styling is what takes time."""

    def __init__(self, page: Any, sheet: Sheet) -> None:
        self._page, self._sheet = page, sheet
        self._styled: dict[_Look, Any] = {}
        self._theme, self._look = document_theme(), workbook_look()
        side = Side("thin", _hex(self._look.rule))
        self._border = Border(side, side, side, side)

    def heading(self, at: int, held: Field) -> Any:
        cell: Any = WriteOnlyCell(self._page)
        printed = at < self._sheet.across
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.font = self._font(_Look(strong=printed, quiet=not printed))
        cell.border = self._border
        cell.fill = _fill(self._look.heading)
        return _filled(cell, held.title, 1)

    def cell(self, at: int, line: Line, row: int) -> Any:
        held, value = self._sheet.fields[at], line.cells[at]
        look = _Look(
            _number_format(value, held, check=held.key in self._sheet.checks),
            isinstance(value, str) and value.startswith(_FORMULA_SIGNS),
            value == DASH or not (isinstance(value, str | Link) or held.mixed),
            line.band and at < self._sheet.across,
            line.strong,
            at >= self._sheet.across,
            isinstance(value, Link),
        )
        if look not in self._styled:
            self._styled[look] = self._made(look)
        return _filled(self._styled[look], value, row)

    def _made(self, look: _Look) -> Any:
        """A dash stands where the figures of its column do."""
        cell: Any = WriteOnlyCell(self._page)
        if look.right:
            cell.alignment = Alignment("right", "center")
        else:
            cell.alignment = Alignment("left", "center", wrap_text=not look.quiet, indent=1)
        cell.number_format = look.number_format
        cell.quotePrefix = look.quoted
        cell.font = self._font(look)
        cell.border = self._border
        if look.band:
            cell.fill = _fill(self._theme.colours["band"])
        return cell

    def _font(self, look: _Look) -> Font:
        colour = self._look.link if look.link else self._look.quiet if look.quiet else "#000000"
        size = self._look.small if look.quiet else self._look.size
        line: Literal["single"] | None = "single" if look.link else None
        return Font(self._look.font, size, look.strong, color=_hex(colour), underline=line)


def _filled(cell: Any, value: Value, row: int) -> Any:
    cell.hyperlink = None
    match value:
        case Formula(text):
            cell.value = "=" + text.replace("#", str(row))
        case Link(sheet):
            cell.value = sheet
            quoted = sheet.replace("'", "''")
            cell.hyperlink = Hyperlink(ref="", location=f"'{quoted}'!A1")
        case _:
            cell.value = _plain(value)
    if isinstance(value, str):
        # openpyxl takes =1+1 for a formula and #N/A for an error: here every text is text
        cell.data_type = "s"
    return cell


def _number_format(value: Value, held: Field, *, check: bool) -> str:
    match value:
        case Fraction():
            return f"0.00%{_SPACE}"
        case Formula():
            return _ZERO_OR_RED if check else f"0.000000{_SPACE}"
        case Decimal():
            places = max(0, -int(value.as_tuple().exponent))
            return ("0." + "0" * places if places else "0") + _SPACE
        case int() if not held.mixed:
            return ("#,##0" if held.thousands else "0") + _SPACE
        case _:
            return "General"


def _plain(value: str | float | Decimal | Fraction | None) -> str | float | Decimal | None:
    if isinstance(value, Fraction):
        return Decimal(rounded(value, 4))
    return _ESCAPED.sub("_x005F_", value) if isinstance(value, str) else value


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=_hex(colour))


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
