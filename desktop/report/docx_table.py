"""Tables of a text document: heads that repeat on every page, rows that no page parts."""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import east_asian_width

from docx.document import Document as TextDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import Table as TextTable
from docx.table import _Cell as Cell
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

from desktop.report.docx_look import TextLook, text_look
from desktop.report.docx_styles import style_name
from desktop.report.docx_text import add_text
from desktop.report.table import Block, Column, Kind, Table
from desktop.report.theme import POINTS_PER_MM
from desktop.words import Words

# the format wants the children of an element in one order
_AFTER_RULES = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
_AFTER_SHADE = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign")
_ALIGN = {
    Kind.NAME: WD_ALIGN_PARAGRAPH.LEFT,
    Kind.TEXT: WD_ALIGN_PARAGRAPH.LEFT,
    Kind.CODE: WD_ALIGN_PARAGRAPH.CENTER,
    Kind.FIGURE: WD_ALIGN_PARAGRAPH.RIGHT,
    Kind.HASH: WD_ALIGN_PARAGRAPH.LEFT,
}


def add_table(document: TextDocument, table: Table, look: TextLook, words: Words) -> None:
    """As wide as the lines of text; the rest of the width goes to the columns of names."""
    drawn = _Drawn(table, look, words)
    heads = 2 if any(column.group for column in table.columns) else 1
    rows = [(block, cells) for block in table.blocks for cells in block.rows]
    made = document.add_table(heads + len(rows), len(table.columns))
    set_fixed(made, drawn.widths)
    set_rules(
        made, dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), look.rule)
    )
    lines = list(made.rows)
    drawn.head(lines[:heads])
    for at, (line, (block, cells)) in enumerate(zip(lines[heads:], rows, strict=True)):
        # no head and no last row stands alone on a page
        drawn.row(line, block, cells, held=at in {0, len(rows) - 2} - {len(rows) - 1})


class _Drawn:
    """One table with the widths of its columns, in points."""

    def __init__(self, table: Table, look: TextLook, words: Words) -> None:
        self._table, self._look, self._words = table, look, words
        self._size = look.styles["cell"].size
        self._longest = [_longest(table, at) for at in range(len(table.columns))]
        self.widths = self._widths()

    def head(self, lines: Sequence[Row]) -> None:
        """Titles; above neighbours of one group, its name across them."""
        for line in lines:
            keep_whole(line)
            _mark(line, "w:tblHeader")
        cells = [list(line.cells) for line in lines]
        at = 0
        for group, held in groupby(self._table.columns, lambda column: column.group):
            columns = list(held)
            if len(lines) > 1:
                self._merge(cells, at, columns, group)
            for place, column in enumerate(columns, at):
                top = 0 if len(lines) > 1 and not group else len(lines) - 1
                self._title(cells[top][place], column.title)
            at += len(columns)

    def row(self, line: Row, block: Block, texts: Sequence[str], *, held: bool) -> None:
        keep_whole(line)
        for at, (cell, text) in enumerate(zip(line.cells, texts, strict=True)):
            paragraph = self._paragraph(cell, "cell", text, bold=block.strong)
            paragraph.alignment = _ALIGN[self._table.columns[at].kind]
            paragraph.paragraph_format.keep_with_next = held or None
            if self._table.columns[at].kind is Kind.FIGURE:
                free = self.widths[at] - (self._longest[at] + self._look.cell_pad) * self._size
                paragraph.paragraph_format.right_indent = Pt(max(free / 2, 0.0))
            if block.band:
                _shade(cell, self._look.band)

    def _merge(
        self, cells: Sequence[Sequence[Cell]], at: int, columns: Sequence[Column], group: str
    ) -> None:
        upper, lower = cells[0], cells[1]
        if group:
            upper[at].merge(upper[at + len(columns) - 1])
            self._title(upper[at], group)
        else:
            for place in range(at, at + len(columns)):
                upper[place].merge(lower[place])

    def _title(self, cell: Cell, title: str) -> None:
        self._paragraph(cell, "column", title).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _paragraph(self, cell: Cell, role: str, text: str, *, bold: bool = False) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = style_name(role, self._words)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        add_text(paragraph, text, bold=bold)
        return paragraph

    def _widths(self) -> list[float]:
        """Names have room first; what is left is shared; too many columns give way together."""
        room = self._look.room_mm * POINTS_PER_MM / self._size
        columns, pad = self._table.columns, self._look.cell_pad
        needed = [
            _needed(column, longest) + pad
            for column, longest in zip(columns, self._longest, strict=True)
        ]
        names = [at for at, column in enumerate(columns) if column.kind is Kind.NAME]
        rest = room - sum(width for at, width in enumerate(needed) if at not in names)
        for at in names:
            share = max(rest / len(names), self._look.name_least)
            needed[at] = min(needed[at], share)
        left = max(room - sum(needed), 0.0) / len(needed)
        scale = room / (sum(needed) + left * len(needed))
        return [(width + left) * scale * self._size for width in needed]


def set_fixed(table: TextTable, widths: Sequence[float]) -> None:
    """These widths in points, whatever stands in the cells."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for line in table.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = Pt(width)


def set_rules(table: TextTable, rules: dict[str, int]) -> None:
    """Rules by side, in eighths of a point."""
    borders = OxmlElement("w:tblBorders")
    for side, size in rules.items():
        borders.append(ruled(side, size))
    properties(table).insert_element_before(borders, *_AFTER_RULES)


def set_bare(table: TextTable) -> None:
    """Cells without margins: what has no rules beside it stands in line with the text."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties(table).insert_element_before(margins, "w:tblLook")


def ruled(side: str, size: int) -> BaseOxmlElement:
    rule = OxmlElement(f"w:{side}")
    for name, value in {"val": "single", "sz": str(size), "space": "0", "color": "000000"}.items():
        rule.set(qn(f"w:{name}"), value)
    return rule


def properties(table: TextTable) -> BaseOxmlElement:
    """Where the format keeps what the library has no name for."""
    return table._tbl.tblPr  # noqa: SLF001


def keep_whole(line: Row) -> None:
    """No page break inside this row."""
    _mark(line, "w:cantSplit")


def _mark(line: Row, name: str) -> None:
    line._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001


def _shade(cell: Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    held = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    held.insert_element_before(shade, *_AFTER_SHADE)


def _longest(table: Table, at: int) -> float:
    texts = (cells[at] for block in table.blocks for cells in block.rows)
    return max((text_room(text) for text in texts), default=0.0)


def _needed(column: Column, longest: float) -> float:
    """A title may take several lines; a column with a limit wraps its cells at it."""
    if column.limit is not None:
        longest = min(longest, column.limit)
    return max(longest, min(text_room(column.title), text_look().title_least))


def text_room(text: str) -> float:
    """The widest line in hanzi: other signs take about half of one."""
    narrow = text_look().letter_width
    return max(
        sum(1.0 if east_asian_width(sign) in "WFA" else narrow for sign in line)
        for line in text.split("\n")
    )
