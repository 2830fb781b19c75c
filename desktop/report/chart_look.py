"""How charts look: sizes as in the documents, colours as in the window, each by its name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.assets import resource
from desktop.report.theme import Theme, document_theme, theme_table

DAYLIGHT = "light"
_MARKS = ("good", "fair", "bad")


@dataclass(frozen=True, slots=True)
class ChartRooms:
    """Lengths in points; of `bar` on, shares: see the comments in the theme."""

    margin: float
    row: float
    gap: float
    rank_room: float
    after_rank: float
    name_room: float
    after_name: float
    figure: float
    inset: float
    beside: float
    axis_heading: float
    share_heading: float
    named_heading: float
    under_heading: float
    mark: float
    before_mark: float
    dot: float
    hair: float
    edge: float
    stroke: float
    stripe: float
    least_bar: float
    half_width: int
    block_lines: int
    most_blocks: int
    ticks: int
    bar: float
    shape_stroke: float
    share_room: float
    mean_room: float
    drill: float
    drill_height: float


@dataclass(frozen=True, slots=True)
class Tints:
    """How much of a colour stands on its ground."""

    rule: float
    band: float
    bar: float
    heat_most: float
    heat_steps: int
    fair: float
    shades: int
    next_shade: float
    least: float


@dataclass(frozen=True, slots=True)
class GradeFill:
    """How a grade's part of a bar is filled: by shade and stripes too, for paper without colour."""

    shape: str
    ink: str
    fill: str
    striped: bool


@cache
def chart_rooms() -> ChartRooms:
    held = theme_table("charts")
    return ChartRooms(**{name: held[name] for name in held if name != "tints"})


@cache
def tints() -> Tints:
    return Tints(**theme_table("charts")["tints"])


def chart_width() -> int:
    """The room of a page across, in whole points: pictures have no half of one."""
    return int(look().landscape.room)


def look() -> Theme:
    return document_theme()


@cache
def palette(theme: str = DAYLIGHT) -> Mapping[str, str]:
    """Every colour a chart may use, by name, as `#RRGGBB`, in one of the window's themes."""
    held = tints()
    read = tomllib.loads(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
    colours, marks = read["colours"], read["marks"]
    paper, ink, accent = colours["card"], colours["text"], colours["accent"]
    found = {
        "paper": paper,
        "ink": ink,
        "quiet": colours["quiet"],
        "rule": mixed(paper, ink, held.rule),
        "band": mixed(paper, ink, held.band),
        "accent": accent,
        "bar": mixed(paper, accent, held.bar),
    }
    for step in range(held.heat_steps):
        share = held.heat_most * step / (held.heat_steps - 1)
        found[f"heat{step}"] = mixed(paper, accent, share)
    for kind in _MARKS:
        found[kind] = marks[kind][0]
        for place in range(held.shades):
            found[f"{kind}{place}"] = mixed(paper, marks[kind][0], _shade(kind, place))
    return found


def _shade(kind: str, place: int) -> float:
    """Every further grade of the same kind is nearer to the paper."""
    held = tints()
    first = held.fair if kind == "fair" else 0.0
    return max(1 - first - place * held.next_shade, held.least)


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
