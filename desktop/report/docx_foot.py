"""版记 of a text document: a table of rules that lies at the foot of the page it falls on."""

from collections.abc import Iterator

from docx.document import Document as TextDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as TextTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from desktop.report.circular_parts import Colophon
from desktop.report.docx_look import TextLook
from desktop.report.docx_styles import style_name
from desktop.report.docx_table import keep_whole, properties, ruled, set_bare, set_fixed, set_rules
from desktop.report.docx_text import add_text
from desktop.report.theme import POINTS_PER_MM
from desktop.words import Words

_AT_FOOT = {
    "leftFromText": "0",
    "rightFromText": "0",
    "vertAnchor": "margin",
    "horzAnchor": "margin",
    "tblpXSpec": "center",
    "tblpYSpec": "bottom",
}


def add_colophon(document: TextDocument, part: Colophon, look: TextLook, words: Words) -> None:
    """Receivers across, office and day beside each other, copies below the last rule."""
    rows = [*((text, "") for text in part.receivers), part.printed, ("", part.copies)]
    table = document.add_table(len(rows), 2)
    width = look.room_mm * POINTS_PER_MM
    set_fixed(table, [width * (1 - look.day_share), width * look.day_share])
    set_rules(table, {"top": look.colophon_rule, "insideH": look.rule})
    set_bare(table)
    _lay_at_foot(table)
    for cell, text, end in _cells(table, rows):
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = style_name("colophon", words)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if end else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.keep_with_next = True
        add_text(paragraph, text)
    for line in table.rows:
        keep_whole(line)
    for cell in table.rows[-1].cells:
        _rule_above(cell, look.colophon_rule)
    document.add_paragraph(style=style_name("frame", words))


def _cells(table: TextTable, rows: list[tuple[str, str]]) -> Iterator[tuple[Cell, str, bool]]:
    """Cell, text, and whether it stands at the right; a row with nothing there is one cell."""
    for line, (left, right) in zip(table.rows, rows, strict=True):
        first, last = line.cells
        if right:
            yield last, right, True
        else:
            first.merge(last)
        yield first, left, False


def _lay_at_foot(table: TextTable) -> None:
    place = OxmlElement("w:tblpPr")
    for name, value in _AT_FOOT.items():
        place.set(qn(f"w:{name}"), value)
    held = properties(table)
    held.insert_element_before(place, "w:tblOverlap", "w:tblW", "w:jc", "w:tblBorders")


def _rule_above(cell: Cell, size: int) -> None:
    borders = OxmlElement("w:tcBorders")
    borders.append(ruled("top", size))
    held = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    held.insert_element_before(borders, "w:shd", "w:noWrap", "w:vAlign")
