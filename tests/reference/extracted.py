"""What a reader finds in a paper, as plain text: page by page, sheet by sheet, cell by cell."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
from docx import Document
from docx.table import Table


def text_of(path: Path) -> str:
    """The whole of a PDF, a workbook, a text or a file of text."""
    read = {".pdf": _pdf, ".xlsx": _workbook, ".docx": _docx}.get(path.suffix, _plain)
    return "\n".join(line.rstrip() for line in read(path)) + "\n"


def _pdf(path: Path) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number, page in enumerate(document, 1):
            yield f"--- {number}"
            yield from page.get_textpage().get_text_range().splitlines()


def _workbook(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path):
        yield f"--- {sheet.title}"
        for row in sheet.iter_rows(values_only=True):
            yield "\t".join("" if cell is None else str(cell) for cell in row)


def _docx(path: Path) -> Iterator[str]:
    document = Document(str(path))
    section = document.sections[0]
    yield from ("--- header", *(held.text for held in section.header.paragraphs))
    yield "--- text"
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from ("\t".join(cell.text for cell in row.cells) for row in part.rows)
        else:
            yield part.text
    yield from ("--- footer", *(held.text for held in section.footer.paragraphs))


def _plain(path: Path) -> Iterator[str]:
    yield from path.read_text(encoding="utf-8-sig").splitlines()
