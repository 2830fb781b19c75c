"""Every key of KEYING.md at every kind of cell, on the digit row and on the numeric pad."""

from itertools import product

import pytest
from PySide6.QtCore import Qt

from desktop.actions.entering import Way
from desktop.models.keys import Prompt
from desktop.models.open_form import OpenForm
from desktop.tally.keyings import UNKEYED
from tests.plans import grade_values, small_plan

K = Qt.Key
ROWS, COLUMNS = 4, 3
SIZE = ROWS * COLUMNS
SIX = grade_values("100", "80", "60", "40", "20", "0")
PLACES = {
    "first cell": 0, "within a row": 1, "end of a row": 5, "last cell": SIZE - 1,
    "behind the last cell": SIZE,
}  # fmt: skip
KEYS = [*"0123456789.*/-", *(f"+{digit}" for digit in "013467")]
MEANINGLESS = [*" aZ,;_", K.Key_F2, K.Key_F5, K.Key_F12, K.Key_Home, K.Key_Insert, K.Key_PageDown]
PREVIOUS = {K.Key_Left: -1, K.Key_Right: 1, K.Key_Up: -COLUMNS, K.Key_Down: COLUMNS}


def plan_of(grades, dont_know=False):
    changes = {"grades": SIX} if grades == 6 else {}
    return small_plan(ROWS, COLUMNS, dont_know=dont_know, **changes)


def entered(key, grades, dont_know):
    """The mark that a key enters, and whether into the rest of the row; None where it has none."""
    digits = "123456"[:grades]
    fills = {"7": "1", "8": "2", "9": "3", "/": "0"} | {f"+{digit}": digit for digit in digits}
    puts = {digit: digit for digit in digits} | {"0": "0", "*": "x"}
    if dont_know:
        puts["."] = "?"
    if key in fills:
        return fills[key], True
    return (puts[key], False) if key in puts else None


def wanted(key, cell, marks, grades, dont_know):
    """Marks and cursor after a key, or None where it changes nothing: KEYING.md, once more."""
    if key == "-":
        return (marks, cell - 1) if cell else None
    mark = entered(key, grades, dont_know)
    if mark is None or cell == SIZE:
        return None
    stop = (cell // COLUMNS + 1) * COLUMNS if mark[1] else cell + 1
    return marks[:cell] + mark[0] * (stop - cell) + marks[stop:], stop


def put_down(clerk, cell, marks=UNKEYED * SIZE):
    """Lay a form on the desk with the cursor at a cell."""
    form = OpenForm(clerk.desk.plan, "B001", 1, Way.NEW, marks=marks)
    form.cursor = cell
    clerk.desk.resume(form)
    clerk.panel.focus()
    clerk.sounds.clear()


@pytest.mark.parametrize(
    ("grades", "dont_know", "half"),
    [(3, False, "row"), (3, True, "pad"), (6, False, "pad"), (6, True, "row")],
)
def test_every_key_at_every_kind_of_cell(at_work, half, dont_know, grades):
    clerk = at_work(plan_of(grades, dont_know))
    strike = clerk.type if half == "row" else clerk.type_on_pad
    for place, cell in PLACES.items():
        marks = ("123" * ROWS)[:cell].ljust(SIZE, UNKEYED)
        found: tuple[str, int] | None = (marks, cell)
        for key in KEYS:
            if found:  # a key that was refused has left everything as it was
                put_down(clerk, cell, marks)
            clerk.sounds.clear()
            strike(key)
            found = wanted(key, cell, marks, grades, dont_know)
            now = ("".join(clerk.form.marks), clerk.form.cursor)
            assert now == (found or (marks, cell)), (place, key)
            assert clerk.waits() is Prompt.CELLS
            if found is None:
                assert (clerk.sounds, clerk.number[:1]) == (["low"], "W"), (place, key)
            else:
                is_end = found[1] == SIZE and key != "-"
                assert clerk.sounds == (["end"] if is_end else []), (place, key)
                assert clerk.message == "", (place, key)


def test_a_key_that_means_nothing_makes_one_low_sound_and_changes_nothing(at_work):
    clerk = at_work(plan_of(3))
    for key, cell in product(MEANINGLESS, (0, 4, SIZE)):
        put_down(clerk, cell)
        before = clerk.form.snapshot()
        if isinstance(key, str):
            clerk.type(key)
        else:
            clerk.press(key)
        assert clerk.form.snapshot() == before
        assert (clerk.sounds, clerk.number) == (["low"], "W11")
        clerk.type("-" if cell == SIZE else "1")
        assert clerk.message == ""


def test_arrows_go_to_neighbours_and_stop_at_the_edges(at_work):
    clerk = at_work(plan_of(3))
    for cell in (0, 1, 4, 5, 9, SIZE - 1):
        for key, by in PREVIOUS.items():
            put_down(clerk, cell, "1" * SIZE)
            clerk.press(key)
            row, column = divmod(cell, COLUMNS)
            stops = {
                K.Key_Left: column == 0, K.Key_Right: column == COLUMNS - 1,
                K.Key_Up: row == 0, K.Key_Down: row == ROWS - 1,
            }[key]  # fmt: skip
            assert clerk.form.cursor == (cell if stops else cell + by)
            assert clerk.sounds == (["low"] if stops else [])
            assert clerk.marks == "1" * SIZE


def test_from_behind_the_end_left_goes_to_the_last_cell(at_work):
    clerk = at_work(plan_of(3))
    put_down(clerk, SIZE, "1" * SIZE)
    clerk.press(K.Key_Left)
    assert clerk.form.cursor == SIZE - 1
    clerk.type("2")
    assert clerk.marks == "1" * (SIZE - 1) + "2"


@pytest.mark.parametrize("back", ["-", "pad", "backspace"])
def test_back_takes_whole_steps_and_stops_at_the_first_cell(at_work, back):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("18*/2+39")
    states = []
    presses = {
        "-": lambda: clerk.type("-"),
        "pad": lambda: clerk.type_on_pad("-"),
        "backspace": lambda: clerk.press(K.Key_Backspace),
    }
    for _ in range(7):
        presses[back]()
        states.append((clerk.marks, clerk.form.cursor))
    assert states == [
        ("122x00233···", 9), ("122x002·····", 7), ("122x00······", 6), ("122x········", 4),
        ("122·········", 3), ("1···········", 1), ("············", 0),
    ]  # fmt: skip
    assert clerk.sounds == ["end"]
    presses[back]()
    assert (clerk.marks, clerk.form.cursor) == states[-1]
    assert clerk.sounds == ["end", "low"]


def test_a_mark_may_be_keyed_over_and_taken_back(at_work):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("789")
    clerk.press(K.Key_Up, K.Key_Up)
    clerk.type("3")
    assert clerk.marks == "111322333···"
    clerk.type("-")
    assert clerk.marks == "111222333···"


def test_nothing_wraps_at_the_end(at_work):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("7777" + "123789+1/0*")
    assert (clerk.marks, clerk.form.cursor) == ("1" * SIZE, SIZE)
    assert clerk.sounds == ["end"] + ["low"] * 10


@pytest.mark.parametrize("jump", ["g", "G", "=", "f4"])
@pytest.mark.parametrize("half", ["row", "pad"])
def test_jump_goes_to_a_row(at_work, jump, half):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.press(K.Key_F4) if jump == "f4" else clerk.type(jump)
    assert clerk.waits() is Prompt.JUMP
    if half == "row":
        clerk.type("3")
        clerk.press(K.Key_Return)
    else:
        clerk.type_on_pad("3\r")
    assert (clerk.form.cursor, clerk.waits()) == (6, Prompt.CELLS)
    clerk.type("-")
    assert clerk.form.cursor == 0


@pytest.mark.parametrize("row", ["0", "5", "99999"])
def test_a_row_that_the_form_has_not_is_refused(at_work, row):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("1g" + row)
    clerk.press(K.Key_Return)
    assert (clerk.form.cursor, clerk.number, clerk.sounds) == (1, "W15", ["low"])


def test_jump_without_a_row_goes_to_the_first_gap_or_to_the_end(at_work):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("7g4")
    clerk.press(K.Key_Return)
    clerk.type("9g")
    clerk.press(K.Key_Return)
    assert clerk.form.cursor == 3
    clerk.type("77g")
    clerk.press(K.Key_Return)
    assert (clerk.form.cursor, clerk.marks) == (SIZE, "111111111333")


def test_the_row_typed_can_be_mended_and_the_prompt_left(at_work):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("g49")
    clerk.press(K.Key_Backspace)
    assert clerk.panel.prompt.text().startswith("Go to row 4")
    clerk.type("x123456")
    assert (clerk.desk.typed, clerk.sounds) == ("41234", ["low"] * 3)
    clerk.press(K.Key_Escape)
    assert (clerk.form.cursor, clerk.waits()) == (0, Prompt.CELLS)
    clerk.type("g-")
    assert clerk.waits() is Prompt.CELLS
    assert not clerk.panel.prompt.isVisible()


@pytest.mark.parametrize("leave", [K.Key_Escape, K.Key_Backspace, K.Key_Minus])
def test_the_question_for_a_grade_can_be_left(at_work, leave):
    clerk = at_work(plan_of(6))
    clerk.open()
    clerk.type("1+")
    assert clerk.waits() is Prompt.FILL
    clerk.press(leave)
    assert (clerk.marks, clerk.sounds) == ("1" + "·" * (SIZE - 1), [])
    assert clerk.waits() is Prompt.CELLS


def test_enter_twice_finishes_and_any_other_key_goes_on(at_work):
    clerk = at_work(plan_of(3))
    clerk.open()
    clerk.type("777")
    clerk.press(K.Key_Return)
    assert (clerk.waits(), clerk.saved) == (Prompt.FINISH, [])
    assert "1" in clerk.message
    clerk.type("8")
    assert (clerk.marks, clerk.message) == ("111111111222", "")
    clerk.type_on_pad("\r\r")
    assert [form.finished().marks for form in clerk.saved] == ["111111111222"]
    assert clerk.sounds[-1] == "saved"


@pytest.mark.parametrize(
    ("keys", "number"),
    [("", "W24"), ("1", "W22"), ("7g3\r9", "W22"), ("77g1\r", "W23")],
    ids=["nothing keyed", "half a row", "passed over", "cursor above"],
)
def test_a_form_is_not_finished_before_its_end(at_work, keys, number):
    clerk = at_work(plan_of(3))
    clerk.open()
    for key in keys:
        clerk.press(K.Key_Return) if key == "\r" else clerk.type(key)
    before = clerk.form.snapshot()
    clerk.finish()
    assert clerk.form.snapshot() == before
    assert (clerk.saved, clerk.sounds, clerk.number) == ([], ["low", "low"], number)
