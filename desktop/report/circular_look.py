"""How printed letters look, read from the documents' theme; lengths in points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop.report.theme import POINTS_PER_MM, Paper, Style, Theme, document_theme, theme_table


@dataclass(frozen=True, slots=True)
class LetterLook:
    """`theme` is that of all documents with the type sizes of a letter."""

    theme: Theme
    paper: Paper
    indent: int
    gap: float
    seal: float
    signed: float
    lines: int
    colophon_pad: float
    colophon_rule: float

    def style(self, name: str) -> Style:
        return self.theme.styles[name]


@cache
def letter_look() -> LetterLook:
    """The tables `[letter]` of `resources/themes/documents.toml`."""
    read = dict(theme_table("letter"))
    theme = document_theme()
    own = {name: Style(**style) for name, style in read.pop("styles").items()}
    paper = replace(theme.portrait, **_margins(read))
    return LetterLook(replace(theme, styles={**theme.styles, **own}), paper, **read)


def _margins(read: dict[str, Any]) -> Mapping[str, float]:
    sides = ("left", "right", "top", "bottom")
    return {side: read.pop(f"{side}_mm") * POINTS_PER_MM for side in sides}
