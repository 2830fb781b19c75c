"""The open form against a model that keeps whole copies, and what its rules say in words."""

import json

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.actions.entering import Way
from desktop.models.open_form import KeyRefusedError, OpenForm, row_list
from desktop.tally.form import Form
from desktop.tally.keyings import UNKEYED
from tests.plans import small_plan

ROWS, COLUMNS = 4, 3
SIZE = ROWS * COLUMNS
PLAN = small_plan(ROWS, COLUMNS)
MARKS = st.sampled_from("1230?x")


class Copies:
    """The same form without steps: what stood before is kept whole."""

    def __init__(self, marks, cells):
        self.cells = sorted(cells or range(SIZE))
        self.marks = marks
        self.filled: frozenset[int] = frozenset()
        self.cursor, self.corrections = self.cells[0], 0
        self.past = []

    def refusal(self):
        if self.cursor == SIZE:
            return "at_end"
        return None if self.cursor in self.cells else "not_this_cell"

    def enter(self, mark, *, whole_row):
        end = (self.cursor // COLUMNS + 1) * COLUMNS if whole_row else self.cursor + 1
        cells = [cell for cell in self.cells if self.cursor <= cell < end]
        self.past.append((self.marks, self.filled, self.cursor))
        self.corrections += sum(self.marks[cell] not in (UNKEYED, mark) for cell in cells)
        self.marks = "".join(mark if at in cells else old for at, old in enumerate(self.marks))
        self.filled = self.filled | set(cells) if whole_row else self.filled - set(cells)
        self.cursor = self.open_from(cells[-1] + 1)

    def back(self):
        if self.past:
            marks, filled, cursor = self.past.pop()
            if marks is not None:
                self.marks, self.filled = marks, filled
                self.corrections += 1
            self.cursor = cursor
        else:
            before = [cell for cell in self.cells if cell < self.cursor]
            self.cursor = before[-1] if before else self.cursor

    def jump(self, cell):
        self.past.append((None, None, self.cursor))
        self.cursor = cell

    def open_from(self, cell):
        return next((held for held in self.cells if held >= cell), SIZE)

    def finish(self):
        """Rows left blank, or the name of what stands against it."""
        keyed = [at for at, mark in enumerate(self.marks) if mark != UNKEYED]
        if not keyed:
            return "nothing_keyed"
        last = keyed[-1] // COLUMNS
        needed = range(SIZE) if self.is_blind else range((last + 1) * COLUMNS)
        if any(self.marks[at] == UNKEYED for at in needed):
            return "before_end"
        if self.is_blind or keyed[-1] == SIZE - 1:
            return 0
        return "finish_elsewhere" if self.cursor < (last + 1) * COLUMNS else ROWS - 1 - last

    @property
    def is_blind(self):
        return len(self.cells) < SIZE


def tried(act, *arguments, **options):
    """What an act returned, or the name of its refusal."""
    try:
        return act(*arguments, **options)
    except KeyRefusedError as error:
        return error.warning


class Keying(RuleBasedStateMachine):
    @initialize(cells=st.sets(st.integers(0, SIZE - 1), max_size=SIZE - 1))
    def open(self, cells):
        way = Way.AGAIN if cells else Way.NEW
        marks = "".join(UNKEYED if at in cells else "2" for at in range(SIZE)) if cells else ""
        self.form = OpenForm(PLAN, "B001", 7, way, marks=marks, cells=tuple(cells))
        self.copies = Copies(marks or UNKEYED * SIZE, cells)

    @rule(mark=MARKS, whole_row=st.booleans())
    def enter(self, mark, whole_row):
        refusal = self.copies.refusal()
        result = tried(self.form.fill if whole_row else self.form.put, mark)
        if refusal:
            assert result == refusal
        else:
            before = self.copies.marks, self.copies.filled
            self.copies.enter(mark, whole_row=whole_row)
            changed = [at for at in range(SIZE) if self.copies.marks[at] != before[0][at]]
            assert all(cell in result for cell in changed)

    @rule()
    def back(self):
        if not self.copies.past and self.copies.cursor == 0:
            assert tried(self.form.back) == "key_meaningless"
        else:
            self.form.back()
            self.copies.back()

    @rule(row=st.integers(0, ROWS - 1))
    def jump(self, row):
        self.form.jump(row)
        self.copies.jump(self.copies.open_from(row * COLUMNS))

    @rule()
    def jump_to_gap(self):
        self.form.jump_to_gap()
        gap = self.copies.marks.find(UNKEYED)
        self.copies.jump(gap if gap >= 0 else SIZE)

    @rule(way=st.sampled_from(["rows", "columns"]), by=st.sampled_from([-1, 1]))
    def move(self, way, by):
        cursor = self.copies.cursor
        result = tried(self.form.move, **{way: by})
        if cursor == SIZE and (way, by) == ("columns", -1):
            wanted: int | None = SIZE - 1
        else:
            row, column = divmod(min(cursor, SIZE - 1), COLUMNS)
            row, column = (row + by, column) if way == "rows" else (row, column + by)
            is_inside = 0 <= row < ROWS and 0 <= column < COLUMNS
            wanted = row * COLUMNS + column if is_inside else None
        if wanted is None:
            assert result == "key_meaningless"
        else:
            self.copies.past, self.copies.cursor = [], wanted

    @rule()
    def crash(self):
        kept = json.loads(json.dumps(self.form.snapshot()))
        self.form = OpenForm.restored(PLAN, kept)
        assert self.form.snapshot() == kept
        self.copies.past = []

    @invariant()
    def alike(self):
        copies, form = self.copies, self.form
        assert ("".join(form.marks), form.cursor) == (copies.marks, copies.cursor)
        assert form.corrections == copies.corrections
        bits = bin(int("1" + form.filled_bits, 16))[3:]
        assert [at for at, bit in enumerate(bits) if bit == "1"] == sorted(copies.filled)
        assert form.finished().marks == copies.marks.replace(UNKEYED, "0")
        assert tried(form.check_finish) == copies.finish()
        rows = [copies.marks[at : at + COLUMNS] for at in range(0, SIZE, COLUMNS)]
        assert form.rows_keyed == sum(UNKEYED not in row for row in rows)


TestKeying = Keying.TestCase
TestKeying.settings = settings(
    max_examples=100,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def new_form(marks="", **options):
    return OpenForm(PLAN, "B001", 7, options.pop("way", Way.NEW), marks=marks, **options)


def keyed(*presses):
    """A form after these marks; a grade and a plus fills."""
    form = new_form()
    for press in presses:
        (form.fill if press.endswith("+") else form.put)(press[0])
    return form


def test_the_last_cell_ends_the_form_and_nothing_wraps():
    form = keyed("1+", "2+", "3+", "1+")
    assert (form.at_end, form.row, form.column) == (True, ROWS - 1, COLUMNS - 1)
    for act in (form.put, form.fill):
        assert tried(act, "1") == "at_end"
    assert "".join(form.marks) == "111222333111"


def test_rows_after_the_last_marked_one_are_blank_on_record():
    form = keyed("1+", "2+")
    assert form.check_finish() == 2
    assert form.finished() == Form("B001", 7, "111222000000")


@pytest.mark.parametrize(
    ("presses", "row", "refusal"),
    [
        (["1+", "1"], 1, {"warning": "before_end", "rows": "002"}),
        (["1+", "1+"], 1, {"warning": "finish_elsewhere", "row": "002"}),
        (["1+", "1+"], 3, None),
    ],
)
def test_a_form_is_finished_behind_its_last_marked_row_alone(presses, row, refusal):
    form = keyed(*presses)
    form.jump(row)
    if refusal is None:
        assert form.check_finish() == 2
    else:
        with pytest.raises(KeyRefusedError) as caught:
            form.check_finish()
        assert caught.value.fields == refusal


def test_rows_passed_over_are_named():
    form = keyed("1+")
    form.jump(3)
    form.fill("1")
    with pytest.raises(KeyRefusedError) as caught:
        form.check_finish()
    assert caught.value.fields["rows"] == "002–003"


def test_nothing_keyed_is_no_form():
    assert tried(new_form().check_finish) == "nothing_keyed"


def test_a_void_form_may_be_empty_half_keyed_or_whole():
    form = new_form()
    form.void = "blank"
    assert (form.check_finish(), form.finished()) == (0, Form("B001", 7, "", "blank"))
    form = keyed("1", "2")
    form.void = "torn"
    assert (form.check_finish(), form.finished().marks) == (0, "12" + "0" * 10)


def test_back_takes_the_void_away_first():
    form = keyed("1")
    form.void = "blank"
    form.back()
    assert (form.void, form.marks[0], form.cursor) == ("", "1", 1)
    form.back()
    assert (form.marks[0], form.cursor) == (UNKEYED, 0)


def test_a_change_taken_back_is_no_change():
    form = new_form("1" * SIZE, way=Way.CORRECT)
    form.put("2")
    assert form.is_changed
    form.back()
    assert not form.is_changed
    form.doubt = "here"
    assert form.is_changed


def test_what_was_there_at_first_survives_a_crash():
    form = new_form("1" * SIZE, way=Way.CORRECT)
    form.put("2")
    found = OpenForm.restored(PLAN, json.loads(json.dumps(form.snapshot())))
    assert found.is_changed
    found.marks[0] = "1"
    assert not found.is_changed


@pytest.mark.parametrize(
    "wrong", [{"marks": "1"}, {"cursor": SIZE + 1}, {"cursor": -1}, {"way": "other"}]
)
def test_a_form_of_another_plan_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        OpenForm.restored(PLAN, new_form().snapshot() | wrong)


def test_a_snapshot_with_a_part_missing_is_refused():
    held = new_form().snapshot()
    for name in held:
        with pytest.raises((KeyError, TypeError)):
            OpenForm.restored(PLAN, {key: held[key] for key in held if key != name})


@pytest.mark.parametrize(
    ("rows", "text"),
    [([0], "001"), ([2, 3, 4], "003–005"), ([0, 2, 3, 9], "001 003–004 010")],
)
def test_rows_are_listed_as_the_paper_numbers_them(rows, text):
    assert row_list(rows) == text
