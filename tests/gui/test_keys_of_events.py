"""What the grid makes of a key event, as keyboards and systems of every kind send it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.models.keys import Key, Prompt
from desktop.views.form_grid import key_of
from tests.gui.clerk import KEYPAD
from tests.plans import small_plan

K, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
PAD_WITHOUT_NUM_LOCK = {
    "0": K.Key_Insert, "1": K.Key_End, "2": K.Key_Down, "3": K.Key_PageDown, "4": K.Key_Left,
    "5": K.Key_Clear, "6": K.Key_Right, "7": K.Key_Home, "8": K.Key_Up, "9": K.Key_PageUp,
    ".": K.Key_Delete,
}  # fmt: skip
SIGNS = {
    "*": K.Key_Asterisk, "/": K.Key_Slash, "+": K.Key_Plus, ".": K.Key_Period,
}  # fmt: skip


def event(key, text="", modifiers=NONE, *, repeat=False):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat)


@pytest.mark.parametrize("modifiers", [NONE, KEYPAD], ids=["row", "pad"])
def test_digits_and_signs_stand_for_themselves_on_both_halves(modifiers):
    for digit in "0123456789":
        assert key_of(event(ord(digit), digit, modifiers)) == digit
    for text, key in SIGNS.items():
        assert key_of(event(key, text, modifiers)) == text
    assert key_of(event(K.Key_Minus, "-", modifiers)) is Key.BACK
    assert key_of(event(K.Key_Equal, "=", modifiers)) is Key.JUMP
    assert key_of(event(K.Key_Return, "\r", modifiers)) is Key.ENTER
    assert key_of(event(K.Key_Enter, "\r", modifiers)) is Key.ENTER


def test_signs_that_need_shift_are_the_same():
    shift = Qt.KeyboardModifier.ShiftModifier
    assert key_of(event(K.Key_Asterisk, "*", shift)) == "*"
    assert key_of(event(K.Key_Plus, "+", shift)) == "+"


@pytest.mark.parametrize("text", PAD_WITHOUT_NUM_LOCK)
def test_the_pad_without_num_lock_says_so(text):
    assert key_of(event(PAD_WITHOUT_NUM_LOCK[text], "", KEYPAD)) is Key.NUM_LOCK


def test_arrows_beside_the_pad_are_arrows():
    arrows = {
        K.Key_Up: Key.UP, K.Key_Down: Key.DOWN, K.Key_Left: Key.LEFT, K.Key_Right: Key.RIGHT
    }  # fmt: skip
    for pressed, key in arrows.items():
        assert key_of(event(pressed)) is key


def test_full_width_characters_of_an_input_method_are_the_plain_ones():
    for plain, wide in zip("0123456789.*/+", "０１２３４５６７８９．＊／＋", strict=True):
        assert key_of(event(ord(wide), wide)) == plain
    assert key_of(event(ord("－"), "－")) is Key.BACK
    assert key_of(event(ord("＝"), "＝")) is Key.JUMP
    assert key_of(event(ord("ｇ"), "ｇ")) is Key.JUMP


@pytest.mark.parametrize(
    ("letter", "twin", "key"),
    [
        ("g", K.Key_F4, Key.JUMP),
        ("v", K.Key_F7, Key.VOID),
        ("d", K.Key_F8, Key.DOUBT),
        ("p", K.Key_F9, Key.PAUSE),
    ],
)
def test_letters_of_both_cases_and_their_twins_are_one_key(letter, twin, key):
    pressed = ord(letter.upper())
    assert key_of(event(pressed, letter)) is key
    assert key_of(event(pressed, letter.upper(), Qt.KeyboardModifier.ShiftModifier)) is key
    assert key_of(event(twin)) is key


@pytest.mark.parametrize(
    "key", [K.Key_Shift, K.Key_Control, K.Key_Alt, K.Key_NumLock, K.Key_CapsLock, K.Key_unknown]
)
def test_a_modifier_alone_is_no_key(key):
    assert key_of(event(key)) == ""


def test_what_has_no_meaning_has_a_name_all_the_same():
    assert key_of(event(K.Key_F2)) == "unknown"
    assert key_of(event(K.Key_A, "a")) == "A"
    assert key_of(event(0x6EE1, "满")) == "满"


@pytest.fixture
def clerk(at_work):
    clerk = at_work(small_plan(4, 3, dont_know=True))
    clerk.open()
    return clerk


def test_the_grid_takes_what_an_input_method_makes_of_the_keys(clerk):
    for wide in "１８０．＊／":
        clerk.strike(wide)
    assert clerk.marks == "1220?x000···"
    assert clerk.sounds == []


def test_without_num_lock_nothing_changes_and_the_line_says_why(clerk):
    clerk.type_on_pad("12")
    for key in PAD_WITHOUT_NUM_LOCK.values():
        clerk.press(key, modifier=KEYPAD)
        assert (clerk.marks, clerk.form.cursor) == ("12··········", 2)
        assert clerk.number == "W12"
    assert clerk.sounds == ["low"] * len(PAD_WITHOUT_NUM_LOCK)


def test_a_key_held_down_enters_one_mark(clerk):
    clerk.type("1")
    for _ in range(20):
        clerk.strike("1", repeat=True)
        clerk.strike("7", repeat=True)
    assert clerk.marks == "1···········"
    clerk.type("777")
    clerk.press(K.Key_Return)
    clerk.strike("\r", key=K.Key_Return, repeat=True)
    assert clerk.waits() is Prompt.FINISH
    assert clerk.saved == []


def test_a_key_held_down_goes_on_moving_and_taking_back(clerk):
    clerk.type("123123")
    for _ in range(3):
        clerk.strike("-", repeat=True)
    assert clerk.marks == "123·········"
    clerk.press(K.Key_Up)
    clerk.strike("", key=K.Key_Down, repeat=True)
    clerk.strike("", key=K.Key_Down, repeat=True)
    assert clerk.form.cursor == 6


def test_twins_work_where_letters_do_not_arrive(clerk):
    clerk.press(K.Key_F8)
    assert clerk.form.doubt
    clerk.press(K.Key_F9)
    assert clerk.waits() is Prompt.PAUSED
    clerk.type("1")
    clerk.press(K.Key_F7)
    assert clerk.waits() is Prompt.REASON
    clerk.press(K.Key_Escape, K.Key_F4)
    assert clerk.waits() is Prompt.JUMP


def test_the_grid_and_the_number_field_turn_the_input_method_off(clerk):
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not clerk.panel.grid.testAttribute(enabled)
    assert not clerk.panel.number.testAttribute(enabled)


def test_a_modifier_pressed_by_itself_neither_sounds_nor_counts(clerk):
    presses = clerk.desk.meter.presses
    clerk.press(K.Key_Shift, K.Key_Control, K.Key_NumLock)
    assert (clerk.sounds, clerk.desk.meter.presses) == ([], presses)
