"""Writes a sheet of the workbook: cells, widths for Chinese, a head that stays, print set-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.report.sheet import Sheet
from desktop.report.theme import document_theme
from desktop.report.workbook_cells import Cells
from desktop.report.workbook_look import workbook_look
from desktop.report.workbook_widths import column_widths, text_lines

_LONGEST_NAME = 40
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands above and below every printed page; `drill` is empty but for a drill.

    The sheet's title follows the document's name.
    """

    survey: str
    document: str
    standing: str
    drill: str
    proof: str
    pages: str


def add_sheet(book: Workbook, sheet: Sheet, edges: Edges) -> None:
    page = book.create_sheet(sheet.title)
    widths = column_widths(sheet)
    for index, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(index)].width = width
    page.freeze_panes = f"{get_column_letter(sheet.keys + 1)}2"
    page.sheet_view.showGridLines = False
    _set_up_print(page, sheet, widths)
    _set_edges(page, sheet, edges)
    _append(page, sheet, widths)
    if sheet.filtered:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.fields))}{sheet.last}"


def _append(page: Any, sheet: Sheet, widths: Sequence[float]) -> None:
    """Heights are given where text wraps: not every program finds them by itself."""
    cells, look = Cells(page, sheet), workbook_look()
    page.sheet_format.defaultRowHeight, page.sheet_format.customHeight = look.row, True
    columns = range(len(sheet.fields))
    for row, lines in enumerate(text_lines(sheet, widths), 1):
        if lines > 1:
            page.row_dimensions[row].height = look.row + (lines - 1) * look.line
        if row == 1:
            page.append([cells.heading(at, sheet.fields[at]) for at in columns])
        else:
            line = sheet.lines[row - 2]
            # drawn one by one: openpyxl writes each cell before it asks for the next
            page.append(cells.cell(at, line, row) for at in columns)


def _set_up_print(page: Any, sheet: Sheet, widths: Sequence[float]) -> None:
    """Landscape where it is too wide to stand upright; over pages across before it is tiny."""
    look, width = workbook_look(), sum(widths[: sheet.across])
    upright = width * look.upright_share <= look.portrait
    page.page_setup.orientation = "portrait" if upright else "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.page_setup.fitToWidth = ceil(width * look.least_share / look.landscape)
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.print_title_cols = f"A:{get_column_letter(sheet.keys)}"
    last = f"{get_column_letter(sheet.across)}{max(2, len(sheet.lines) + 1)}"
    page.print_area = f"A1:{last}"
    page.print_options.horizontalCentered = True
    _set_margins(page.page_margins)


def _set_margins(margins: Any) -> None:
    """The paper of the other documents; heads and feet stand outside the table's margins."""
    paper, look = document_theme().portrait, workbook_look()
    room = look.drill * 2
    margins.left, margins.right = paper.left / _POINTS_PER_INCH, paper.right / _POINTS_PER_INCH
    margins.header, margins.footer = paper.top / _POINTS_PER_INCH, paper.bottom / _POINTS_PER_INCH
    margins.top = (paper.top + room) / _POINTS_PER_INCH
    margins.bottom = (paper.bottom + room) / _POINTS_PER_INCH


def _set_edges(page: Any, sheet: Sheet, edges: Edges) -> None:
    """The survey's name is left out where it is long: Excel refuses more than 255 characters."""
    look, head, foot = workbook_look(), page.oddHeader, page.oddFooter
    survey = edges.survey.replace("\n", " ") if len(edges.survey) <= _LONGEST_NAME else ""
    for part, text in (
        (head.left, _plain(survey)),
        (head.center, _plain(edges.document + sheet.title)),
        (head.right, _plain(edges.standing)),
        (foot.left, _plain(edges.proof)),
        (foot.right, edges.pages),
    ):
        part.text, part.size = text, int(look.edge)
    if edges.drill:
        # a size stands before the text it is for, parted by a space
        small = f"&{int(look.edge)} {head.left.text}"
        head.left.text, head.left.size = f"{edges.drill}  {small}", int(look.drill)


def _plain(text: str) -> str:
    """An ampersand begins a code of the page's head and foot."""
    return text.replace("&", "&&")
