"""Planned presses, replayed in a tiny keying window of the tests' own: the form's very marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.press_plans import LATE, SLIPS_PER_MILLE, Step, presses, slipped, steps
from benchmarks.sample_papers import SCENARIOS, papers
from desktop.tally.marks import MarkUnknownError
from tests.plans import grade_values, small_plan

NUMBER, GRID, PLUS, ASKED, FINISHED = "number", "grid", "plus", "asked", "finished"


@dataclass(frozen=True)
class Window:
    """KEYING.md's keys, read apart from the planner; it gives None for a key that means nothing."""

    rows: int
    width: int
    grades: int
    dont_know: bool = False
    put: tuple[str, ...] = ()
    state: str = NUMBER

    @property
    def cell(self) -> int:
        return len("".join(self.put))

    @property
    def keys(self) -> list[str]:
        return [*"0123456789.*/+", "ENTER", "BACK"]

    def press(self, key: str) -> Window | None:
        if self.state == NUMBER:
            return replace(self, state=GRID) if key == "ENTER" else None
        if self.state == PLUS:
            return self.fill(key) if self.is_grade(key) else None
        if self.state == FINISHED:
            return None
        if key == "ENTER":
            return self.enter()
        if key == "BACK":
            return replace(self, put=self.put[:-1], state=GRID) if self.put else None
        return self.mark(key) if self.cell < self.rows * self.width else None

    def enter(self) -> Window | None:
        if self.cell % self.width:
            return None
        return replace(self, state=FINISHED if self.state == ASKED else ASKED)

    def mark(self, key: str) -> Window | None:
        if self.is_grade(key):
            return self.with_marks(key)
        if self.grades > 3 and key == "+":
            return replace(self, state=PLUS)
        if self.grades <= 3 and key in [*"789"][: self.grades]:
            return self.fill({"7": "1", "8": "2", "9": "3"}[key])
        if key == "/":
            return self.fill("0")
        if key == "." and not self.dont_know:
            return None
        return self.with_marks({"0": "0", "*": "x", ".": "?"}[key]) if key in "0*." else None

    def is_grade(self, key: str) -> bool:
        return key in [*"123456"][: self.grades]

    def fill(self, mark: str) -> Window:
        return self.with_marks(mark * (self.width - self.cell % self.width))

    def with_marks(self, marks: str) -> Window:
        return replace(self, put=(*self.put, marks), state=GRID)

    def replay(self, pressed: list[str]) -> str:
        window: Window | None = self
        for key in pressed:
            assert window is not None
            window = window.press(key)
            assert window is not None, f"{key} means nothing after {self.put}"
        assert window is not None
        assert window.state == FINISHED
        return window.marks

    @property
    def marks(self) -> str:
        return "".join(self.put).ljust(self.rows * self.width, "0")


def plan_of(window: Window):
    return small_plan(
        window.rows,
        window.width,
        grades=grade_values(*map(str, range(window.grades, 0, -1))),
        dont_know=window.dont_know,
    )


FORM = Window(120, 5, 3)
WINDOWS = {
    "as in 2005": FORM,
    "two grades": Window(9, 4, 2),
    "six grades, don't know": Window(7, 6, 6, dont_know=True),
    "four grades, one dimension": Window(8, 1, 4),
    "ten dimensions": Window(3, 10, 3, dont_know=True),
}
TINY = {
    "two grades": Window(2, 3, 2),
    "three grades, don't know": Window(2, 2, 3, dont_know=True),
    "four grades": Window(1, 4, 4),
}
SMALL = [window for window in (*WINDOWS.values(), *TINY.values()) if window != FORM]
cases = pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)


def codes_of(window: Window) -> str:
    return "123456"[: window.grades] + "0x" + "?" * window.dont_know


def rough_marks(window: Window, random: Random) -> str:
    """Rows mostly alike to their end, often blank: every kind of step comes up."""
    rows = []
    for _ in range(window.rows):
        start = random.randrange(window.width + 1)
        cells = "".join(random.choices(codes_of(window), k=start))
        rows.append(cells.ljust(window.width, random.choice("0" + codes_of(window))))
    kept = random.randrange(window.rows + 1)
    return "".join(rows[:kept]).ljust(window.rows * window.width, "0")


@cases
def test_the_plan_keys_the_form(window):
    random, plan = Random(1), plan_of(window)
    for _ in range(200):
        marks = rough_marks(window, random)
        assert window.replay(presses(plan, marks)) == marks


@cases
@pytest.mark.parametrize("per_mille", [40, 500])
def test_slips_are_mended(window, per_mille):
    random, plan = Random(2), plan_of(window)
    for _ in range(100):
        marks = rough_marks(window, random)
        assert window.replay(slipped(plan, marks, random, per_mille)) == marks


@settings(max_examples=200, deadline=None)
@given(data=st.data(), seed=st.integers(0, 999))
def test_any_form_comes_back(data, seed):
    window = data.draw(st.sampled_from(SMALL))
    cells = window.rows * window.width
    marks = data.draw(st.text(codes_of(window), min_size=cells, max_size=cells))
    plan = plan_of(window)
    assert window.replay(presses(plan, marks)) == marks
    assert window.replay(slipped(plan, marks, Random(seed), 200)) == marks


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_sample_papers_come_back(scenario):
    plan, random = plan_of(FORM), Random(3)
    for marks in papers(scenario, 100, 7):
        assert FORM.replay(presses(plan, marks)) == marks
        assert FORM.replay(slipped(plan, marks, random)) == marks


@pytest.mark.parametrize("window", TINY.values(), ids=TINY)
def test_no_way_is_shorter(window):
    plan, shortest = plan_of(window), shortest_ways(window)
    for cells in product(codes_of(window), repeat=window.rows * window.width):
        marks = "".join(cells)
        assert len(presses(plan, marks)) == shortest[marks], marks


def shortest_ways(window: Window) -> dict[str, int]:
    """Presses to every form there is, by trying all keys everywhere."""
    found: dict[str, int] = {}
    seen, edge, count = {window}, [window], 0
    while edge:
        count += 1
        reached = {after for at in edge for key in at.keys if (after := at.press(key))}
        edge = list(reached - seen)
        seen |= reached
        for at in edge:
            if at.state == FINISHED:
                found.setdefault(at.marks, count)
    return found


@pytest.mark.parametrize(
    ("marks", "keyed"),
    [
        ("11111" + "00000" * 2, "7"),
        ("12333" + "00000" * 2, "129"),
        ("11112" + "00000" + "11100", "11112/111/"),
        ("21110" + "0000x" + "00000", "21110" + "0000*"),
        ("00000" * 3, ""),
    ],
)
def test_a_form_of_three_rows(marks, keyed):
    assert presses(plan_of(Window(3, 5, 3)), marks) == ["ENTER", *keyed, "ENTER", "ENTER"]


def test_more_than_three_grades_are_filled_with_a_sign_and_their_digit():
    plan = plan_of(Window(2, 4, 6, dont_know=True))
    assert "".join(presses(plan, "66663355")) == "ENTER+63355ENTERENTER"
    assert "".join(presses(plan, "????1???")) == "ENTER....1...ENTERENTER"


def test_a_mark_no_key_gives_is_refused():
    plan = plan_of(Window(1, 3, 3))
    with pytest.raises(KeyError):
        presses(plan, "1-1")
    with pytest.raises(MarkUnknownError):
        presses(plan, "1?1")


def test_no_slips_is_the_shortest_way():
    plan, marks = plan_of(FORM), next(papers("S1", 1, 1))
    assert slipped(plan, marks, Random(1), 0) == presses(plan, marks)


@pytest.mark.parametrize(("per_mille", "forms"), [(SLIPS_PER_MILLE, 400), (100, 50)])
def test_slips_come_as_often_as_they_are_said_to(per_mille, forms):
    plan, random = plan_of(FORM), Random(4)
    right = more = taken_back = 0
    for marks in papers("S1", forms, 4):
        keys = slipped(plan, marks, random, per_mille)
        right += len(steps(plan, marks))
        more += len(keys) - len(presses(plan, marks))
        taken_back += keys.count("BACK")
    slips = right * per_mille / 1000
    assert taken_back == pytest.approx(slips * (1 + LATE), rel=1.5 / slips**0.5)
    assert more == 2 * taken_back


def test_a_slip_does_something_else():
    """In a row's last cell a fill is no other key than its digit."""
    plan, random = plan_of(Window(1, 1, 2)), Random(5)
    wrong = {slipped(plan, "1", random, 1000)[1] for _ in range(200)}
    assert wrong == {*"20*8/"}


def test_a_fill_ends_with_its_row():
    filled, single = Step(("7",), "1", fills=True), Step(("1",), "1")
    assert [filled.end(cell, 5) for cell in (5, 6, 9)] == [10, 10, 10]
    assert [single.end(cell, 5) for cell in (5, 6, 9)] == [6, 7, 10]
