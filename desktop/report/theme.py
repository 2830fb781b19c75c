"""The look of all documents, read from one file; lengths in points."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.assets import resource

POINTS_PER_MM = 72 / 25.4


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
    pen_padding_y: float
    head_padding_y: float
    heading_lines: int
    heading_room: float
    name_room: float
    name_limit: float
    label_room: float


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick: `side` and `line` are shares of the size and the leading of their text."""

    side: float
    line: float
    apart: float


@dataclass(frozen=True, slots=True)
class Rooms:
    """Space that stays free: between blocks, for hands, seals and codes."""

    gap: float
    block_gap: float
    heading_gap: float
    label_gap: float
    number_indent: float
    frame_gap: float
    frame_rule: float
    frame_code: float
    frame_white: float
    seal: float
    signature: float
    blank: float
    date: float
    explanation: float
    explanation_signed: float
    bars: float
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
    columns: Mapping[str, float]
    """The widest a cell gets, in hanzi, by what its column holds."""
    ticks: Ticks
    rooms: Rooms


@cache
def document_theme() -> Theme:
    """The theme of `resources/themes/documents.toml`."""
    read = _read()
    paper = {name: value * POINTS_PER_MM for name, value in read["paper"].items()}
    return Theme(
        fonts=read["fonts"],
        portrait=_paper(paper, "short_mm", "long_mm"),
        landscape=_paper(paper, "long_mm", "short_mm"),
        styles={name: Style(**style) for name, style in read["styles"].items()},
        colours=read["colours"],
        rule=read["rules"]["weight"],
        table=TableLook(**read["table"]),
        columns=read["columns"],
        ticks=Ticks(**read["ticks"]),
        rooms=Rooms(**read["rooms"]),
    )


def theme_table(name: str) -> Mapping[str, Any]:
    """A table of the theme's file that one kind of document reads for itself."""
    found: Mapping[str, Any] = _read()[name]
    return found


def column_room(name: str) -> float:
    """How many hanzi a cell of such a column has on a line, before it wraps."""
    return document_theme().columns[name]


@cache
def _read() -> Mapping[str, Any]:
    path = resource("themes", "documents.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _paper(read: Mapping[str, Any], width: str, height: str) -> Paper:
    margins = {name: read[f"{name}_mm"] for name in ("left", "right", "top", "bottom")}
    return Paper(read[width], read[height], **margins)
