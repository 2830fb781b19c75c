"""An empty text document with the styles of a letter, and none else."""

from xml.sax.saxutils import quoteattr

from docx import Document
from docx.document import Document as TextDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from desktop.report.docx_look import TextFont, TextLook, TextStyle
from desktop.words import Words

_KEPT = {"Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List"}
_BUILT_IN = {"title": "Title", "heading": "Heading 1", "caption": "Caption"}
_CENTRED = {"number", "title", "alert", "caption"}
_HELD = {"number", "title", "alert", "address", "heading", "caption", "column"}
_WORD_2013 = "15"
_NEEDLESS = ("stylesWithEffects", "customXml", "thumbnail", "numbering")


def begun_text(look: TextLook, words: Words) -> TextDocument:
    """The library's own template without its styles, thumbnail and Japanese settings."""
    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        _drop(relations, _NEEDLESS)
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    _replace_fonts(document, look)
    _set_language(document)
    _set_page(document, look)
    for name, held in look.styles.items():
        _add_style(document, look, held, name, words)
    return document


def style_name(role: str, words: Words) -> str:
    """What the style of a role is called in the document, in its reader's language."""
    names = {
        "body": words("Letter text"),
        "number": words("Document number"),
        "alert": words("Alert"),
        "address": words("Addressee"),
        "cell": words("Table text"),
        "column": words("Table heading"),
        "colophon": words("Colophon"),
        "frame": words("Header and footer"),
    }
    return _BUILT_IN.get(role) or names[role]


def _add_style(
    document: TextDocument, look: TextLook, held: TextStyle, role: str, words: Words
) -> None:
    name, builtin = style_name(role, words), role in _BUILT_IN
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
    assert isinstance(style, ParagraphStyle)
    style.quick_style = True
    _set_font(style, look.fonts[held.font], held.size)
    if role == "body":
        _set_default(document, look.fonts[held.font], held.size)
    room = style.paragraph_format
    room.line_spacing = Pt(held.line)
    room.space_before, room.space_after = Pt(held.above), Pt(held.below)
    room.keep_with_next = role in _HELD or None
    if role in _CENTRED:
        room.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if role in {"body", "heading"}:
        _indent(style, look.indent, held.size)
    if role == "heading":
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().append(level)


def _set_default(document: TextDocument, font: TextFont, size: float) -> None:
    """What is written without a style looks like the letter's text, not indented."""
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    _set_font(style, font, size)
    style.paragraph_format.space_after = Pt(0)


def _set_font(style: ParagraphStyle, font: TextFont, size: float) -> None:
    style.font.name, style.font.size = font.latin, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font.asian)
    # quotation marks belong to both scripts: here they are Chinese ones
    fonts.set(qn("w:hint"), "eastAsia")


def _indent(style: ParagraphStyle, hanzi: int, size: float) -> None:
    """By characters, as an office counts; in points beside it, for programs that count those."""
    style.paragraph_format.first_line_indent = Pt(hanzi * size)
    indent = style.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(100 * hanzi))


def _set_language(document: TextDocument) -> None:
    """Chinese signs are Chinese, and the file is no older than its reader's program."""
    for held in document.settings.element.iter(qn("w:compatSetting")):
        if held.get(qn("w:name")) == "compatibilityMode":
            held.set(qn("w:val"), _WORD_2013)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for held in (
        *defaults.iter(qn("w:lang")),
        *document.settings.element.iter(qn("w:themeFontLang")),
    ):
        held.set(qn("w:eastAsia"), "zh-CN")


def _set_page(document: TextDocument, look: TextLook) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(look.width_mm), Mm(look.height_mm)
    section.left_margin, section.right_margin = Mm(look.left_mm), Mm(look.right_mm)
    section.top_margin, section.bottom_margin = Mm(look.top_mm), Mm(look.bottom_mm)
    section.header_distance, section.footer_distance = Mm(look.header_mm), Mm(look.footer_mm)


def _drop(relations: Relationships, endings: tuple[str, ...]) -> None:
    for name, held in list(relations.items()):
        if held.reltype.rpartition("/")[2] in endings:
            del relations[name]


def _replace_fonts(document: TextDocument, look: TextLook) -> None:
    """What takes the place of a font that a machine lacks is said in the table of fonts."""
    _drop(document.part.rels, ("fontTable",))
    entries = "".join(_font_entry(held) for held in look.fonts.values())
    content = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{entries}</w:fonts>'
    name = PackURI("/word/fontTable.xml")
    package = document.part.package
    assert package is not None
    part = Part(name, CONTENT_TYPE.WML_FONT_TABLE, content.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _font_entry(font: TextFont) -> str:
    return (
        f"<w:font w:name={quoteattr(font.asian)}><w:altName w:val={quoteattr(font.instead)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
    )
