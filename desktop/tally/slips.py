"""Slips that nobody saw, drawn as often as second keying found them: what forms may really say."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from desktop.tally.chance import Chance, hits, shares
from desktop.tally.confusion import Confusion

PRIOR = 0.5
"""Slips that each mark is given before any was counted: Jeffreys' half, as for any rate."""

Counts = list[int]
"""One cell's marks by code, in the order of the confusion's."""


class UnseenSlips:
    """Redraws cells keyed once: each mark by itself becomes what such a mark turned out to be.

    `once` counts them, cell by cell. How often a mark is which other is itself uncertain, and so
    drawn anew each time, from what was counted and a prior: half a slip for each mark, spread over
    all it could have been, in as many cells as the whole survey's rate makes of half a slip. So
    the rate of a mark that was compared often is its own, and one seldom compared errs like all.
    """

    def __init__(self, confusion: Confusion, once: Sequence[Counts]) -> None:
        marks = range(len(confusion.marks))
        self._ends = [list(accumulate(cell[mark] for cell in once)) for mark in marks]
        self._weights = _weights(confusion)

    def draw(self, chance: Chance) -> dict[int, Counts]:
        """Cell to what it gains and loses by mark, for every cell that changes."""
        changed: dict[int, Counts] = {}
        for keyed, (ends, weights) in enumerate(zip(self._ends, self._weights, strict=True)):
            for true, wrong in _slips(chance, ends, keyed, weights):
                for cell, many in wrong:
                    change = changed.get(cell)
                    if change is None:
                        change = changed[cell] = [0] * len(weights)
                    change[keyed] -= many
                    change[true] += many
        return changed


def _weights(confusion: Confusion) -> list[list[float]]:
    """Of each mark as it was keyed: how often it was which, prior included."""
    rate = (confusion.errors + PRIOR) / (confusion.trials + 1)
    each, right = PRIOR / (len(confusion.marks) - 1), PRIOR * (1 - rate) / rate
    return [
        [count + (right if true == keyed else each) for true, count in enumerate(row)]
        for keyed, row in enumerate(confusion.counts)
    ]


def _slips(
    chance: Chance, ends: Sequence[int], keyed: int, weights: Sequence[float]
) -> list[tuple[int, list[tuple[int, int]]]]:
    """True mark to the cells where it was keyed as this one, and how many times in each.

    One true mark after the other, each among those that are none of the marks before it: that is
    one draw of one of them all, and costs what the slips are, not the marks.
    """
    if not ends or not ends[-1]:
        return []
    found, taken, left = [], set[int](), 1.0
    for true, share in enumerate(shares(chance, weights)):
        if true != keyed:
            places = hits(chance, ends[-1], share / left)
            fresh = [place for place in places if place not in taken] if taken else places
            taken.update(fresh)
            left -= share
            found.append((true, _by_cell(fresh, ends)))
    return found


def _by_cell(places: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Places in a line of marks, as cells and how many of the places fall into each.

    `ends` says where each cell's marks end in that line. Looks for whichever are fewer.
    """
    if len(places) < len(ends):
        return list(Counter(bisect_right(ends, place) for place in places).items())
    found, before = [], 0
    for cell, end in enumerate(ends):
        until = bisect_left(places, end, before)
        if until > before:
            found.append((cell, until - before))
        before = until
    return found
