"""How charts look: sizes as in the documents, colours as in the window, each by its name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.assets import resource
from desktop.report.theme import Theme, document_theme

DAYLIGHT = "light"
HEAT_STEPS = 7
_HEAT_MOST = 0.45
"""Of the accent in the darkest cell: figures stay readable on it."""
_SHADES: Mapping[str, float] = {"good": 0.0, "fair": 0.42, "bad": 0.0}
_NEXT_SHADE = 0.36
"""Every further grade of the same kind is so much nearer to the paper."""


@dataclass(frozen=True, slots=True)
class ChartRooms:
    """Lengths in points; `bar` is a share of the row."""

    margin: float
    row: float
    gap: float
    rank_room: float
    name_room: float
    mark: float
    bar: float


@dataclass(frozen=True, slots=True)
class GradeFill:
    """How a grade's part of a bar is filled: by shade and stripes too, for paper without colour."""

    shape: str
    ink: str
    fill: str
    striped: bool


@cache
def chart_rooms() -> ChartRooms:
    text = resource("themes", "documents.toml").read_text(encoding="utf-8")
    return ChartRooms(**tomllib.loads(text)["charts"])


def chart_width() -> int:
    """The room of a page across, in whole points: pictures have no half of one."""
    return int(look().landscape.room)


def look() -> Theme:
    return document_theme()


@cache
def palette(theme: str = DAYLIGHT) -> Mapping[str, str]:
    """Every colour a chart may use, by name, as `#RRGGBB`, in one of the window's themes."""
    read = tomllib.loads(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
    colours, marks = read["colours"], read["marks"]
    paper, ink, accent = colours["card"], colours["text"], colours["accent"]
    found = {
        "paper": paper,
        "ink": ink,
        "quiet": colours["quiet"],
        "rule": mixed(paper, ink, 0.2),
        "band": mixed(paper, ink, 0.08),
        "accent": accent,
        "bar": mixed(paper, accent, 0.6),
    }
    for step in range(HEAT_STEPS):
        share = _HEAT_MOST * step / (HEAT_STEPS - 1)
        found[f"heat{step}"] = mixed(paper, accent, share)
    for kind, first in _SHADES.items():
        found[kind] = marks[kind][0]
        for place in range(3):
            share = max(1 - first - place * _NEXT_SHADE, 0.1)
            found[f"{kind}{place}"] = mixed(paper, marks[kind][0], share)
    return found


def mixed(ground: str, colour: str, share: float) -> str:
    """So much of a colour on its ground."""
    pairs = zip(_parts(ground), _parts(colour), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


@cache
def grade_fills(count: int) -> tuple[GradeFill, ...]:
    """The looks of so many grades, best first, with the shapes that the window draws."""
    text = resource("themes", "window.toml").read_text(encoding="utf-8")
    found: list[GradeFill] = []
    for held in tomllib.loads(text)["grades"][str(count)]:
        shape, kind = held.split()
        place = sum(before.ink == kind for before in found)
        found.append(GradeFill(shape, kind, f"{kind}{place}", striped=kind == "bad"))
    return tuple(found)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
