"""Ranks recomputed: 1 + how many score higher, for all that have a rank."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.report.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Placed:
    """An agency's rank and score; ranks are those within `group`."""

    rank: int | None
    score: Fraction | None
    group: str = ""


def rank_formula(sheet: Sheet, rank: str, scores: str, group: str = "") -> str:
    """What a recomputed rank is off by; keys of columns, `group` for ranks within groups."""
    same = f"*({sheet.column(group)}={sheet.cell(group)})" if group else ""
    higher = f"({sheet.column(scores)}>{sheet.cell(scores)})"
    count = f'SUMPRODUCT(({sheet.column(rank)}<>"")*{higher}{same})'
    return f"1+{count}-{sheet.cell(rank)}"


def ranks_apart(placed: Sequence[Placed]) -> list[float | None]:
    """What that formula comes to, where there is a rank."""
    scores: dict[str, list[Fraction]] = {}
    for held in placed:
        if held.rank is not None and held.score is not None:
            scores.setdefault(held.group, []).append(held.score)
    for found in scores.values():
        found.sort()
    return [_apart(held, scores.get(held.group, [])) for held in placed]


def _apart(held: Placed, scores: Sequence[Fraction]) -> int | None:
    if held.rank is None or held.score is None:
        return None
    return 1 + len(scores) - bisect_right(scores, held.score) - held.rank
