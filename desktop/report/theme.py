"""The look of all documents, read from one file; lengths in points."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.assets import resource

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of text."""

    size: float
    leading: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and its margins."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class TableLook:
    padding_x: float
    padding_y: float
    heading_lines: int
    heading_room: float
    name_room: float
    name_limit: float
    label_room: float


@dataclass(frozen=True, slots=True)
class Rooms:
    """Space that stays free: between blocks, for hands, seals and codes."""

    gap: float
    frame_gap: float
    seal: float
    signature: float
    date: float
    explanation: float
    qr: float
    hash_group: float


@dataclass(frozen=True, slots=True)
class Theme:
    """Layout code says what a thing is; this says how it looks."""

    fonts: Mapping[str, str]
    portrait: Paper
    landscape: Paper
    styles: Mapping[str, Style]
    colours: Mapping[str, str]
    rule: float
    table: TableLook
    rooms: Rooms


@cache
def document_theme() -> Theme:
    """The theme of `resources/themes/documents.toml`."""
    path = resource("themes", "documents.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    paper = {name: value * _POINTS_PER_MM for name, value in read["paper"].items()}
    return Theme(
        fonts=read["fonts"],
        portrait=_paper(paper, "short_mm", "long_mm"),
        landscape=_paper(paper, "long_mm", "short_mm"),
        styles={name: Style(**style) for name, style in read["styles"].items()},
        colours=read["colours"],
        rule=read["rules"]["weight"],
        table=TableLook(**read["table"]),
        rooms=Rooms(**read["rooms"]),
    )


def _paper(read: Mapping[str, Any], width: str, height: str) -> Paper:
    margins = {name: read[f"{name}_mm"] for name in ("left", "right", "top", "bottom")}
    return Paper(read[width], read[height], **margins)
