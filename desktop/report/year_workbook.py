"""The year as a workbook: its ledgers and results, with formulas that recompute them."""

from collections.abc import Sequence
from pathlib import Path

from desktop.assess.documents import YearBook
from desktop.files import write_whole
from desktop.report.imprint import Imprint, Naming
from desktop.report.sheet import Field, Formula, Line, Link, Sheet, Value
from desktop.report.workbook_checks import checks_sheet, checks_total
from desktop.report.workbook_file import workbook_writer
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
    checks = checks_sheet(tables, words)
    sheets = [_about(book, imprint, tables, checks, words), *tables, checks]
    names = {words("Checks_total"): checks_total(checks)}
    if path.suffix.lower() != ".xlsx":
        path.mkdir(parents=True, exist_ok=True)
        path /= f"{document}.xlsx"
    write_whole(path, workbook_writer(sheets, imprint, words, names))
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
