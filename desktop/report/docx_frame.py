"""Head and foot of a text document: what every page of a printed one names too."""

from io import BytesIO
from typing import Any

from docx.document import Document as TextDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer as Footer
from docx.section import _Header as Header
from docx.shared import Mm
from docx.table import Table as TextTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph
from PIL import Image
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from desktop.report.docx_look import TextLook
from desktop.report.docx_styles import style_name
from desktop.report.docx_table import set_bare, set_fixed, set_rules
from desktop.report.docx_text import add_fields, add_text
from desktop.report.figures import hash_line
from desktop.report.imprint import Imprint
from desktop.report.theme import POINTS_PER_MM
from desktop.words import Words

_SURVEY_SHOWN = 16
_MODULE = 8
"""Dots along one side of a square of the code: printers blur what has fewer."""


def add_frame(document: TextDocument, imprint: Imprint, look: TextLook, words: Words) -> None:
    """The same on every page; page numbers are fields."""
    section = document.sections[0]
    _Frame(imprint, look, words).head(section.header).foot(section.footer)


class _Frame:
    def __init__(self, imprint: Imprint, look: TextLook, words: Words) -> None:
        self._imprint, self._look, self._words = imprint, look, words
        self._style = style_name("frame", words)

    def head(self, header: Header) -> "_Frame":
        """A drill says so above all else; then survey and document beside how they stand."""
        imprint, words = self._imprint, self._words
        first = self._cleared(header)
        if imprint.drill:
            first.style = style_name("alert", words)
            add_text(first, words("Drill"), bold=True)
        share = self._look.standing_share
        left, right = self._beside(header, (1 - share, share), "bottom")
        named = words(" | ").join((imprint.title.replace("\n", " "), imprint.document))
        add_text(self._line(left), named)
        standing = self._line(right)
        standing.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_text(standing, imprint.standing, bold=True)
        return self

    def foot(self, footer: Footer) -> None:
        """Rule, hash and its code, survey, and the page's number."""
        imprint, words = self._imprint, self._words
        self._cleared(footer)
        code = self._look.code_mm / self._look.room_mm
        left, right = self._beside(footer, (1 - code, code), "top")
        lines = [imprint.rule] if imprint.rule else []
        if imprint.proof:
            label, digits = imprint.proof
            lines += [label, hash_line(digits)]
            if digits:
                self._code(right, digits)
        lines.append(words("Survey {survey}").format(survey=imprint.survey[:_SURVEY_SHOWN]))
        for text in lines:
            add_text(self._line(left), text)
        number = self._line(left)
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_fields(number, words("Page {page} of {pages}"))

    def _cleared(self, part: Header | Footer) -> Paragraph:
        part.is_linked_to_previous = False
        paragraph: Paragraph = part.paragraphs[0]
        paragraph.style = self._style
        return paragraph

    def _beside(
        self, part: Header | Footer, shares: tuple[float, float], side: str
    ) -> tuple[Cell, Cell]:
        """Two cells beside each other, ruled off from the text."""
        width = self._look.room_mm * POINTS_PER_MM
        table: TextTable = part.add_table(1, 2, Mm(self._look.room_mm))
        set_fixed(table, [share * width for share in shares])
        set_bare(table)
        set_rules(table, {side: self._look.rule})
        # a head or foot may not end with a table
        part.add_paragraph(style=self._style)
        left, right = table.rows[0].cells
        return left, right

    def _line(self, cell: Cell) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[-1]
        if paragraph.runs:
            paragraph = cell.add_paragraph()
        paragraph.style = self._style
        return paragraph

    def _code(self, cell: Cell, digits: str) -> None:
        paragraph = self._line(cell)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        # a line of exact height would cut the picture off
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run().add_picture(code_picture(digits), width=Mm(self._look.code_mm))


def code_picture(text: str) -> BytesIO:
    """A QR code as a PNG, each of its squares so many dots wide."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    squares = bytes(
        0 if code.isDark(line, column) else 255 for line in range(count) for column in range(count)
    )
    picture = Image.frombytes("L", (count, count), squares).convert("1")
    found = BytesIO()
    picture.resize((count * _MODULE, count * _MODULE), Image.Resampling.NEAREST).save(found, "PNG")
    found.seek(0)
    return found
