"""Agencies with the plan's rank and what each alternative makes of it, as rows of a table."""

from collections.abc import Iterator, Sequence

from desktop.models.rows_model import Row, Sort
from desktop.tally.plan import Plan
from desktop.tally.what_if import Outcome, Ranking

ALL, MOVED, CROSSED = "all", "moved", "crossed"
"""Which agencies: all, those some alternative moves, those it takes over an edge."""

EDGE = "*"
"""Marks a rank that comes into the top or the bottom, or goes out of it."""


def what_if_rows(
    plan: Plan, real: Ranking, outcomes: Sequence[Outcome], which: str = ALL
) -> list[Row]:
    """One row an agency, in order of the plan's rank; unchanged ranks are quiet."""
    names = {agency.code: agency.name for agency in plan.agencies}
    crossed = [_crossed(one) for one in outcomes]
    moved = [frozenset(one.moved) for one in outcomes]
    wanted = {
        ALL: frozenset(real.agencies),
        MOVED: frozenset[str]().union(*moved),
        CROSSED: frozenset[str]().union(*crossed),
    }[which]
    return [
        Row(
            code,
            (_text(held.rank), names[code], held.display or "—", *_cells(code, real, outcomes)),
            (held.rank, names[code], _score(real, code), *_sorts(code, outcomes)),
            (
                *("text", "text", "quiet"),
                *(_tone(code, m, c) for m, c in zip(moved, crossed, strict=True)),
            ),
        )
        for code, held in real.agencies.items()
        if code in wanted
    ]


def _cells(code: str, real: Ranking, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """`5 ↓2`: the rank, how far it moved, and whether over an edge."""
    before = real.rank_of(code)
    for one in outcomes:
        after = one.ranking.rank_of(code)
        way = ""
        if before is not None and after is not None and after != before:
            way = f" ↑{before - after}" if after < before else f" ↓{after - before}"
        yield _text(after) + way + (f" {EDGE}" if code in _crossed(one) else "")


def _sorts(code: str, outcomes: Sequence[Outcome]) -> Iterator[Sort]:
    for one in outcomes:
        yield one.ranking.rank_of(code)


def _crossed(one: Outcome) -> frozenset[str]:
    return frozenset((*one.into_top, *one.out_of_top, *one.into_bottom, *one.out_of_bottom))


def _tone(code: str, moved: frozenset[str], crossed: frozenset[str]) -> str:
    if code in crossed:
        return "warn"
    return "text" if code in moved else "quiet"


def _score(real: Ranking, code: str) -> Sort:
    score = real.agencies[code].score
    return None if score is None else float(score)


def _text(rank: int | None) -> str:
    return "—" if rank is None else str(rank)
