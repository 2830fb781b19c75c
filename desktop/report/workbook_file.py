"""A workbook as a file: what its sheets share, the figures of its formulas, and no clock."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.writer.excel import ExcelWriter

from desktop.report.imprint import Imprint
from desktop.report.paper import Writer
from desktop.report.sheet import Sheet
from desktop.report.timeless import write_timeless
from desktop.report.workbook_page import Edges, add_sheet
from desktop.report.workbook_results import with_results
from desktop.words import Words


def workbook_writer(
    sheets: Sequence[Sheet], imprint: Imprint, words: Words, names: Mapping[str, str] | None = None
) -> Writer:
    """The sheets in this order; `names` are defined names, with the place that each stands for."""

    def write(file: BinaryIO) -> None:
        packed = _packed(_book(sheets, names or {}, _edges(imprint, words)))
        write_timeless(with_results(packed, sheets), file)

    return write


def _book(sheets: Sequence[Sheet], names: Mapping[str, str], edges: Edges) -> Workbook:
    book = Workbook(write_only=True)
    book.properties.creator = "Pingyi"
    book.properties.title = edges.survey
    book.calculation.fullCalcOnLoad = True
    for name, place in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=place)
    for sheet in sheets:
        add_sheet(book, sheet, edges)
    return book


def _packed(book: Workbook) -> BytesIO:
    """Not yet compressed: that is done once, at the end."""
    packed = BytesIO()
    ExcelWriter(book, ZipFile(packed, "w", ZIP_STORED)).save()
    packed.seek(0)
    return packed


def _edges(imprint: Imprint, words: Words) -> Edges:
    label = words("{code}: {name}")
    proof = label.format(code=imprint.proof[0], name=imprint.proof[1]) if imprint.proof else ""
    return Edges(
        survey=imprint.title,
        document=imprint.document + words(" | "),
        standing=imprint.standing,
        drill=words("Drill") if imprint.drill else "",
        proof=proof,
        pages=words("Page {page} of {pages}").format(page="&P", pages="&N"),
    )
