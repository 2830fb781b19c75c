"""Practice 练习: made-up papers, a worklist that keeps nothing, and how well they were keyed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from random import Random

from desktop.actions.entering import Way
from desktop.actions.errors import FormKeyedError
from desktop.actions.sample_marks import S1, Scenario, scenario_marks, sunk
from desktop.models.notices import Notice
from desktop.models.open_form import OpenForm
from desktop.models.work_meter import WorkMeter
from desktop.models.worklists import Place
from desktop.tally.form import Form, FormNumberError, form_name, read_form_number
from desktop.tally.marks import BLANK, INVALID
from desktop.tally.plan import Plan

PAPERS = 10
AGENCIES = 30
"""Rows of a practice paper: a form takes a minute."""
BATCH = "P"
_FADING = 0.35
"""How much rarer each grade is than the one above, in plans without the three of S1."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A practice paper; on one that is to be voided every cell has two ticks."""

    number: int
    marks: str
    is_void: bool = False

    @property
    def name(self) -> str:
        return form_name(BATCH, self.number)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What paper and form do not agree in; `cell` is None where it is whether the form is void."""

    number: int
    cell: int | None
    paper: str = ""
    keyed: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How the papers were keyed. Cells are those of the papers that are not to be voided."""

    forms: int
    clean: int
    cells: int
    right: int
    presses: int
    fewest: int
    """Presses that would have done."""
    seconds: float
    mistakes: tuple[Mistake, ...]


def practice_plan(plan: Plan) -> Plan:
    """The survey's plan with the first of its agencies, on one sheet."""
    return replace(plan, agencies=plan.agencies[:AGENCIES], pages=())


def practice_papers(plan: Plan, seed: int) -> tuple[Paper, ...]:
    """Ten papers; among them one to be voided, one with a double tick, one with blank rows."""
    random = Random(seed)  # noqa: S311  invented forms need no secrecy
    rows, width = len(plan.agencies), len(plan.dimensions)
    scenario = _scenario(len(plan.grades))
    marks = [scenario_marks(random, scenario, rows, width) for _ in range(PAPERS)]
    double, gaps, void = sorted(range(1, PAPERS), key=lambda _: random.random())[:3]
    cell, row = int(random.random() * rows * width), int(random.random() * (rows - 1))
    marks[double] = _with(marks[double], cell, INVALID)
    marks[gaps] = _with(marks[gaps], row * width, BLANK * width * min(2, rows - row))
    marks[void] = INVALID * rows * width
    return tuple(Paper(at + 1, text, at == void) for at, text in enumerate(marks))


@dataclass(slots=True)
class PracticeList:
    """The papers one after the other; what is keyed stays here and goes with the page."""

    plan: Plan
    papers: Sequence[Paper]
    keyed: dict[int, Form] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return BATCH

    def paper(self, number: int) -> Paper:
        return self.papers[number - 1]

    def read(self, text: str) -> Place:
        """FormNumberError, FormKeyedError: only the papers that are left may be keyed."""
        number = read_form_number(text, BATCH)
        if number > len(self.papers):
            raise FormNumberError(text=text)
        if number in self.keyed:
            raise FormKeyedError(form=form_name(BATCH, number))
        return BATCH, number

    def following(self, after: Place | None) -> Place | None:
        left = [paper.number for paper in self.papers if paper.number not in self.keyed]
        later = [number for number in left if after and number > after[1]]
        return next(((BATCH, number) for number in [*later, *left]), None)

    def question(self, place: Place) -> Notice | None:
        return None

    def open(self, place: Place) -> OpenForm:
        return OpenForm(self.plan, *place, Way.NEW)

    def save(self, form: OpenForm) -> None:
        """Keep it for the score; no act is called and nothing is written."""
        self.keyed[form.number] = form.finished()

    def score(self, meter: WorkMeter) -> Score:
        """How the papers keyed so far agree with what stands on them."""
        papers = [paper for paper in self.papers if paper.number in self.keyed]
        mistakes = [held for paper in papers for held in self._mistakes(paper)]
        good = [paper for paper in papers if not paper.is_void]
        cells = sum(len(paper.marks) for paper in good)
        return Score(
            forms=len(papers),
            clean=len(papers) - len({mistake.number for mistake in mistakes}),
            cells=cells,
            right=cells - sum(self._wrong_cells(held) for held in mistakes),
            presses=meter.presses,
            fewest=sum(fewest_presses(self.plan, paper) for paper in papers),
            seconds=meter.worked,
            mistakes=tuple(mistakes),
        )

    def _mistakes(self, paper: Paper) -> list[Mistake]:
        form = self.keyed[paper.number]
        if paper.is_void or form.void:
            return [] if paper.is_void == bool(form.void) else [Mistake(paper.number, None)]
        pairs = enumerate(zip(paper.marks, form.marks, strict=True))
        return [Mistake(paper.number, at, *pair) for at, pair in pairs if pair[0] != pair[1]]

    def _wrong_cells(self, mistake: Mistake) -> int:
        """A good paper that was voided has lost all its cells."""
        if mistake.cell is not None:
            return 1
        paper = self.paper(mistake.number)
        return 0 if paper.is_void else len(paper.marks)


def fewest_presses(plan: Plan, paper: Paper) -> int:
    """Presses that key a paper whole: its number, its marks, and Enter twice."""
    if paper.is_void:
        return 5  # Enter, V, a reason, Enter, Enter
    width, fill = len(plan.dimensions), 1 if len(plan.grades) <= 3 else 2
    marked = len(paper.marks.rstrip(BLANK))
    rows = range(0, marked, width)
    return 3 + sum(_row_presses(paper.marks[at : at + width], fill) for at in rows)


def _row_presses(row: str, fill: int) -> int:
    """Single keys until the rest of the row is alike, then a fill where that is shorter."""
    alike = len(list(takewhile(lambda mark: mark == row[-1], reversed(row))))
    cost = {BLANK: 1, INVALID: alike}.get(row[-1], fill)
    return len(row) - alike + min(alike, cost)


def _scenario(grades: int) -> Scenario:
    return S1 if grades == len(S1.p) else replace(S1, p=tuple(sunk([1.0] * grades, _FADING)))


def _with(marks: str, at: int, changed: str) -> str:
    return marks[:at] + changed + marks[at + len(changed) :]
