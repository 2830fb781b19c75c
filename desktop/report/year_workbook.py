"""The year as a workbook: its ledgers and results, with formulas that recompute them."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.writer.excel import ExcelWriter

from desktop.assess.documents import YearBook
from desktop.files import write_whole
from desktop.report.imprint import Imprint, Naming
from desktop.report.sheet import Field, Formula, Line, Link, Sheet, Value
from desktop.report.timeless import write_timeless
from desktop.report.workbook_checks import checks_total
from desktop.report.workbook_page import Edges, add_sheet
from desktop.report.workbook_results import with_results
from desktop.report.year_parts import bands_sentence, year_imprint
from desktop.report.year_workbook_cells import Drawing
from desktop.report.year_workbook_ledgers import (
    complaints_sheet,
    entries_sheet,
    findings_sheet,
    pledges_sheet,
    requests_sheet,
)
from desktop.report.year_workbook_results import (
    components_sheet,
    composite_sheet,
    consequences_sheet,
)
from desktop.report.year_workbook_standing import (
    bands_sheet,
    rules_sheet,
    standing_sheet,
    with_units,
)
from desktop.words import Words


def write_year_workbook(book: YearBook, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a workbook of this name, or one into this folder; its path. Holds any text."""
    document = words("Workbook of the year")
    imprint = year_imprint(naming, book.year, document, words)
    tables = _tables(Drawing(book, words))
    checks = _checks(tables, words)
    sheets = [_about(book, imprint, tables, checks, words), *tables, checks]
    names = {words("Checks_total"): checks_total(checks)}
    packed = _packed(sheets, names, _edges(imprint, words))
    if path.suffix.lower() != ".xlsx":
        path.mkdir(parents=True, exist_ok=True)
        path /= f"{document}.xlsx"

    def write(file: BinaryIO) -> None:
        write_timeless(with_results(packed, sheets), file)

    write_whole(path, write)
    return path


def _tables(drawing: Drawing) -> list[Sheet]:
    """In the order in which people ask; what others are computed from is made first."""
    entries, bands = entries_sheet(drawing), bands_sheet(drawing)
    standing = standing_sheet(drawing, entries, bands)
    held = drawing.book.composite
    outside = [composite_sheet(drawing, held), components_sheet(drawing, held)] if held else []
    return [
        standing,
        with_units(bands, drawing, standing),
        entries,
        findings_sheet(drawing),
        complaints_sheet(drawing),
        pledges_sheet(drawing),
        requests_sheet(drawing),
        *outside,
        consequences_sheet(drawing),
        rules_sheet(drawing, entries),
    ]


def _checks(tables: Sequence[Sheet], words: Words) -> Sheet:
    """One figure for every check of every sheet, and their sum in the last line."""
    rows = [row for sheet in tables for row in _rows(sheet)]
    found = [row[-1].value for row in rows if isinstance(row[-1], Formula)]
    fields = [
        Field("sheet", words("Sheet")),
        Field("what", words("What is compared")),
        Field("cells", words("Cells with a formula"), thousands=True),
        Field("difference", words("Differences in all\n(must be 0)")),
    ]
    total = Formula(f"SUM(D2:D{len(rows) + 1})", sum(found))
    lines = [
        *map(Line, rows),
        Line([words("Total"), words("All checks together"), None, total], strong=True),
    ]
    about = words("Formulas recompute the printed figures: every difference must be 0.")
    says = {"difference": about}
    return Sheet(words("Checks"), about, fields, lines, totals=1, filtered=False, checks=says)


def _rows(sheet: Sheet) -> Iterator[Sequence[Value]]:
    for key, says in sheet.checks.items():
        if values := sheet.values(key):
            text = f"SUMPRODUCT(ABS({sheet.whole(key)}))"
            yield sheet.title, says, len(values), Formula(text, sum(map(abs, values)))


def _about(
    book: YearBook, imprint: Imprint, tables: Sequence[Sheet], checks: Sheet, words: Words
) -> Sheet:
    total = checks.values("difference")[-1]
    year = book.year
    proof = [imprint.proof] if imprint.proof else []
    disputed = sum(row.is_disputed for row in book.assessment.entries)
    rows: list[Sequence[Value]] = [
        (words("Survey"), imprint.title),
        (words("Year"), year.year),
        (words("As of"), year.day),
        (words("Rule set"), year.rules.name),
        (words("Bands"), bands_sentence(year, words)),
        (words("State"), imprint.standing),
        (words("Survey number"), imprint.survey),
        *proof,
        (words("Entries in dispute, counted as nothing"), disputed),
        (words("All checks together, must be 0"), Formula(checks_total(checks), total)),
    ]
    lines = [Line(row, strong=row[0] == words("State")) for row in rows]
    lines.append(Line([words("Sheets of this workbook"), None], band=True, strong=True))
    lines += [Line([Link(sheet.title), sheet.about]) for sheet in (*tables, checks)]
    fields = [Field("item", words("Item")), Field("content", words("Content"), mixed=True)]
    says = words("All checks together, must be 0")
    return Sheet(words("About"), "", fields, lines, filtered=False, checks={"content": says})


def _packed(sheets: Sequence[Sheet], names: dict[str, str], edges: Edges) -> BytesIO:
    """Not yet compressed: that is done once, at the end."""
    book = Workbook(write_only=True)
    book.properties.creator = "Pingyi"
    book.properties.title = edges.survey
    book.calculation.fullCalcOnLoad = True
    for name, place in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=place)
    for sheet in sheets:
        add_sheet(book, sheet, edges)
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
