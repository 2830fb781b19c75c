"""Slips of made-up clerks: a wrong key in a cell, a wrong fill of a row."""

from dataclasses import dataclass
from random import Random

from desktop.tally.form import Form
from desktop.tally.plan import Plan


@dataclass(frozen=True, slots=True)
class Keyed:
    """What came of keying a paper: the form, the cells a fill key entered, the slips made."""

    form: Form
    filled: frozenset[int]
    slips: int


def key_paper(random: Random, plan: Plan, paper: Form, rate: float) -> Keyed:
    """Key a form as a clerk does, row by row; each key goes wrong with chance `rate`.

    A row of one mark takes a fill key after its first cell (KEYING.md); a void form takes one
    stroke and is keyed as it is.
    """
    if paper.void or not paper.marks:
        return Keyed(paper, frozenset(), 0)
    width = len(plan.dimensions)
    rows = [paper.marks[at : at + width] for at in range(0, len(paper.marks), width)]
    marks: list[str] = []
    filled: set[int] = set()
    slips = 0
    for row, held in enumerate(rows):
        keyed, wrong = _key_row(random, plan, held, rate)
        if len(set(held)) == 1 and width > 1:
            filled.update(range(row * width + 1, (row + 1) * width))
        marks.append(keyed)
        slips += wrong
    form = Form(paper.batch, paper.number, "".join(marks), paper.void)
    return Keyed(form, frozenset(filled), slips)


def key_again(random: Random, plan: Plan, paper: Form, cells: tuple[int, ...], rate: float) -> Form:
    """The first keyer's second look: some cells from the paper, each wrong with chance `rate`."""
    marks = list(paper.marks)
    for cell in cells:
        if random.random() < rate:
            marks[cell] = _other(random, plan, marks[cell])
    return Form(paper.batch, paper.number, "".join(marks), paper.void)


def _key_row(random: Random, plan: Plan, row: str, rate: float) -> tuple[str, int]:
    if len(set(row)) == 1 and len(row) > 1:
        if random.random() >= rate:
            return row, 0
        return _other(random, plan, row[0]) * len(row), 1
    keyed = [_other(random, plan, m) if random.random() < rate else m for m in row]
    return "".join(keyed), sum(a != b for a, b in zip(keyed, row, strict=True))


def _other(random: Random, plan: Plan, mark: str) -> str:
    """Another grade than the one on the paper."""
    return random.choice([grade.code for grade in plan.grades if grade.code != mark])
