"""Which keys a clerk presses for one form in Pingyi (KEYING.md), slips and their mending included.

A press is the character of its key, ENTER or BACK. Enter accepts the number that is shown, Enter
Enter finishes; rows behind the last marked one need no key.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random

from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, check_marks
from desktop.tally.plan import Plan

ENTER, BACK = "ENTER", "BACK"
START, FINISH = (ENTER,), (ENTER, ENTER)

SLIPS_PER_MILLE = 4.0
"""Wrong keys among 1,000 presses.

Published rates are of errors left standing in single keying: 2.9 ‰ of fields (93 papers pooled,
Garza 2025), 3.4 ‰ (Kawado 2003); ticks far fewer, 0.4 ‰ (Paulsen 2012). Nobody publishes slips
noticed and taken back; they are taken to be as many, rounded up.
"""
LATE = 0.25
"""The share of slips noticed one key later. A guess: it adds two presses to one slip in four."""


@dataclass(frozen=True, slots=True)
class Step:
    """What BACK takes back at once: `mark` put into one cell, or into the rest of its row."""

    keys: tuple[str, ...]
    mark: str
    fills: bool = False

    def end(self, cell: int, width: int) -> int:
        """The cell that is current after this step at `cell`."""
        return cell - cell % width + width if self.fills else cell + 1


def presses(plan: Plan, marks: str) -> list[str]:
    """The shortest way to key this form without a slip.

    A fill is right only once the cells left in its row are alike, and the one key that reaches
    back undoes: so each row is shortest by itself. Jumping over blank rows is no way, since it
    leaves them without a mark. KeyError if no key gives a mark.
    """
    return _framed(step.keys for step in steps(plan, marks))


def slipped(
    plan: Plan, marks: str, random: Random, per_mille: float = SLIPS_PER_MILLE
) -> list[str]:
    """The shortest way again, with slips among the keys of the cells, each noticed and mended.

    A slip is another key that means something there, any of them alike; noticed at once, it is
    taken back and keyed right; noticed late, two steps are taken back and both keyed again.
    """
    planned = steps(plan, marks)
    return _framed(_with_slips(plan, planned, random, per_mille / 1000))


def steps(plan: Plan, marks: str) -> list[Step]:
    """The shortest list of steps; MarksLengthError, MarkUnknownError, KeyError."""
    check_marks(plan, marks)
    singles, fills = _singles(plan), _fills(plan)
    width = len(plan.dimensions)
    marked = range(0, len(marks.rstrip(BLANK)), width)
    rows = (marks[at : at + width] for at in marked)
    return [step for row in rows for step in _row_steps(row, singles, fills)]


Keys = dict[str, Step]
"""Steps by the mark they put."""


def _row_steps(row: str, singles: Keys, fills: Keys) -> Iterator[Step]:
    start = len(row.rstrip(row[-1]))  # from here on the row is alike
    fill = fills.get(row[-1])
    if fill is None or len(fill.keys) >= len(row) - start:
        start, fill = len(row), None
    yield from (singles[mark] for mark in row[:start])
    if fill:
        yield fill


def _singles(plan: Plan) -> Keys:
    keys = {grade.code: grade.code for grade in plan.grades} | {BLANK: "0", INVALID: "*"}
    if plan.dont_know:
        keys[DONT_KNOW] = "."
    return {mark: Step((key,), mark) for mark, key in keys.items()}


def _fills(plan: Plan) -> Keys:
    """`7` `8` `9` where there are at most three grades, else `+` and the grade's digit."""
    codes = [grade.code for grade in plan.grades]
    keys = [("+", code) for code in codes] if len(codes) > 3 else [("7",), ("8",), ("9",)]
    graded = {code: Step(pair, code, fills=True) for code, pair in zip(codes, keys, strict=False)}
    return graded | {BLANK: Step(("/",), BLANK, fills=True)}


def _with_slips(
    plan: Plan, planned: Sequence[Step], random: Random, rate: float
) -> Iterator[tuple[str, ...]]:
    known = [*_singles(plan).values(), *_fills(plan).values()]
    width, cell = len(plan.dimensions), 0
    for place, step in enumerate(planned, 1):
        if any(random.random() < rate for _ in step.keys):
            keyed = [random.choice(_others(known, step, cell, width))]
            # behind the last cell a key means nothing: there would be no second step to take back
            if keyed[0].end(cell, width) < plan.cells and random.random() < LATE:
                keyed += planned[place : place + 1]
            yield from (wrong.keys for wrong in keyed)
            yield (BACK,) * len(keyed)
        yield step.keys
        cell = step.end(cell, width)


def _others(known: Sequence[Step], right: Step, cell: int, width: int) -> list[Step]:
    """Steps that do something else here: in a row's last cell a fill is what its digit is."""
    meant = right.mark, right.end(cell, width)
    return [step for step in known if (step.mark, step.end(cell, width)) != meant]


def _framed(keys: Iterator[tuple[str, ...]]) -> list[str]:
    return [*START, *chain.from_iterable(keys), *FINISH]
