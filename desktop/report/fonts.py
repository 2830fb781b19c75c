"""The fonts of every document: which of them draws a character, and how wide it is."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics, ttfonts

from desktop.assets import resource
from desktop.report.theme import document_theme
from desktop.tally.errors import PingyiError

_REGULAR = ("regular", "rare")
_BOLD = ("bold", "regular", "rare")

Glyph = tuple[str, float]
"""The font that draws a character, and its width in widths of one hanzi."""


class GlyphMissingError(PingyiError):
    message = (
        "No font of this program can print {character} (U+{code}), which stands in: {text} – "
        "nothing was written. Ask for the workbook or the CSV files alone; they can hold it."
    )


@cache
def glyphs(*, bold: bool) -> Mapping[str, Glyph]:
    """Every character that can be printed; bold falls back to regular, then to rare hanzi."""
    found: dict[str, Glyph] = {}
    for name in reversed(_BOLD if bold else _REGULAR):
        font = _font(name)
        for code in font.face.charToGlyph:
            found[chr(code)] = (font.fontName, font.face.charWidths[code] / 1000)
    return found


@lru_cache(maxsize=50_000)
def text_width(text: str, *, bold: bool = False) -> float:
    """In widths of one hanzi, of a text that was checked."""
    chart = glyphs(bold=bold)
    return sum([chart[character][1] for character in text])


def check_glyphs(text: str) -> None:
    """Raise GlyphMissingError naming the whole text a character stands in."""
    chart = glyphs(bold=False)
    for character in text:
        if character not in chart and character != "\n":
            code = f"{ord(character):04X}"
            raise GlyphMissingError(character=character, code=code, text=text)


def printable(text: str) -> str:
    """The text with the code of every character that no font draws: `[U+1F600]`.

    For what strangers typed, names of files and notes: one of them must not stop a document. The
    names of a plan are never printed otherwise than they are; `check_glyphs` refuses those.
    """
    chart = glyphs(bold=False)
    return "".join(
        character if character in chart else f"[U+{ord(character):04X}]" for character in text
    )


def runs(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Font and text, a pair for every change of font."""
    chart = glyphs(bold=bold)
    fonts = [chart[character][0] for character in text]
    start = 0
    for font, held in groupby(fonts):
        end = start + len(list(held))
        yield font, text[start:end]
        start = end


def base_font() -> str:
    """What a canvas begins with, so that it lists no font that is not embedded."""
    return _font("regular").fontName


@cache
def _font(name: str) -> ttfonts.TTFont:
    ttfonts.makeToUnicodeCMap = _unicode_map
    font = ttfonts.TTFont(f"Pingyi-{name}", str(resource("fonts", document_theme().fonts[name])))
    pdfmetrics.registerFont(font)
    return font


def _unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """The map by which readers copy and search text.

    reportlab 5.1 writes characters above U+FFFF as five hex digits, of which readers take four:
    𠮷 was copied as another character. The format wants UTF-16, so these become surrogate pairs.
    """
    text = _written_by_reportlab(fontname, subset)
    for code in subset:
        if code > 0xFFFF:
            text = text.replace(f"<{code:04X}>", f"<{chr(code).encode('utf-16-be').hex().upper()}>")
    return text


_written_by_reportlab = ttfonts.makeToUnicodeCMap
