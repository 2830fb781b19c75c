"""A letter as text to be edited (docx), with the same parts as the printed one."""

from io import BytesIO
from typing import BinaryIO

from docx.document import Document as TextDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as TextParagraph

from desktop.report.circular_parts import (
    Colophon,
    Composed,
    Listing,
    Opening,
    Paragraph,
    Part,
    Role,
    Signature,
)
from desktop.report.docx_foot import add_colophon
from desktop.report.docx_frame import add_frame
from desktop.report.docx_look import TextLook, text_look
from desktop.report.docx_styles import begun_text, style_name
from desktop.report.docx_table import add_table
from desktop.report.docx_text import add_text, checked
from desktop.report.imprint import Imprint
from desktop.report.paper import Writer
from desktop.report.timeless import write_timeless
from desktop.words import Words


def letter_text(letter: Composed, words: Words) -> Writer:
    """Made whole before its first byte is written; CharacterRefusedError comes here."""
    look = text_look()
    document = begun_text(look, words)
    _describe(document, letter.imprint, words)
    add_frame(document, letter.imprint, look, words)
    drawn = _Drawn(document, look, words)
    for part in letter.parts:
        drawn.add(part)
    packed = BytesIO()
    document.save(packed)

    def write(file: BinaryIO) -> None:
        write_timeless(packed, file)

    return write


def _describe(document: TextDocument, imprint: Imprint, words: Words) -> None:
    """Title and hash, as the printed document has them; nothing of whoever made it."""
    held = document.core_properties
    held.title = checked(words(" | ").join((imprint.title, imprint.document)))
    held.subject = imprint.proof[1] if imprint.proof else imprint.survey
    held.author = held.comments = held.keywords = held.last_modified_by = ""


class _Drawn:
    """The parts of a letter at the end of the document."""

    def __init__(self, document: TextDocument, look: TextLook, words: Words) -> None:
        self._document, self._look, self._words = document, look, words

    def add(self, part: Part) -> None:
        match part:
            case Paragraph():
                self._paragraph(part.role, part.text)
            case Listing():
                self._paragraph("caption", part.caption)
                add_table(self._document, part.table, self._look, self._words)
                self._paragraph("caption", "").paragraph_format.keep_with_next = False
            case Opening():
                self._opening(part)
            case Signature():
                self._signature(part)
            case Colophon():
                add_colophon(self._document, part, self._look, self._words)

    def _paragraph(self, role: Role | str, text: str) -> TextParagraph:
        paragraph = self._document.add_paragraph(style=style_name(role, self._words))
        add_text(paragraph, text)
        return paragraph

    def _opening(self, part: Opening) -> None:
        """Shaded, so that nobody sends it out unwritten; lines to write on below it."""
        paragraph = self._paragraph(Role.BODY, part.prompt)
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", self._look.band)):
            shade.set(qn(f"w:{name}"), value)
        paragraph.runs[0]._r.get_or_add_rPr().append(shade)  # noqa: SLF001
        for _ in range(self._look.opening_lines):
            self._paragraph(Role.BODY, "")

    def _signature(self, part: Signature) -> None:
        """The office above its day, with room for a seal; no seal on a page that says nothing."""
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        closing = self._paragraph(Role.BODY, part.closing)
        closing.paragraph_format.keep_with_next = True
        office = self._signed(part.office)
        office.paragraph_format.space_before = Pt(self._look.seal)
        office.paragraph_format.keep_with_next = True
        self._signed(part.date).paragraph_format.space_after = Pt(self._look.seal / 2)

    def _signed(self, text: str) -> TextParagraph:
        paragraph = self._paragraph(Role.ADDRESS, text)
        room = paragraph.paragraph_format
        room.alignment = WD_ALIGN_PARAGRAPH.CENTER
        room.left_indent = Mm(self._look.room_mm * self._look.signed)
        room.keep_with_next = False
        return paragraph
