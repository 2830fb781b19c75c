"""How letters look as text to be edited, read from the documents' theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.report.theme import theme_table


@dataclass(frozen=True, slots=True)
class TextFont:
    """`instead` is what a machine takes that lacks the Asian one."""

    asian: str
    latin: str
    instead: str


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of paragraph; size, exact height of a line, and room around it in points."""

    font: str
    size: float
    line: float
    above: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class TextLook:
    """A sheet with its margins in mm, and all that stands on it."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    footer_mm: float
    indent: int
    code_mm: float
    seal: float
    signed: float
    opening_lines: int
    cell_pad: float
    name_least: float
    colophon_rule: int
    """Eighths of a point, as Word counts rules."""
    rule: int
    day_share: float
    standing_share: float
    title_least: float
    letter_width: float
    band: str
    fonts: Mapping[str, TextFont]
    styles: Mapping[str, TextStyle]

    @property
    def room_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@cache
def text_look() -> TextLook:
    """The tables `[docx]` of `resources/themes/documents.toml`."""
    read = dict(theme_table("docx"))
    fonts = {name: TextFont(**font) for name, font in read.pop("fonts").items()}
    styles = {name: TextStyle(**style) for name, style in read.pop("styles").items()}
    return TextLook(**read, fonts=fonts, styles=styles)
