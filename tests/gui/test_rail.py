"""The pages at the left: by mouse, by digit and in turn, few and many, on a low screen too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.assets import resource
from desktop.views.page_list import PAGES, page_title
from desktop.views.rail import Rail, RailEntry, tinted_icon
from desktop.views.theme import apply_theme, load_theme
from tests.gui.clerk import is_whole

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
DIGITS = [*range(K.Key_1, K.Key_9 + 1), K.Key_0]
SUPERVISED = [entry for entry in PAGES if entry.id not in ("keying", "second", "drill")]
"""What a supervisor who signed in may see."""
FEW = [entry for entry in PAGES if entry.part in ("key", "program")]


@pytest.fixture
def made(qtbot, qapp):
    """Makes a rail beside a field that has the focus; what is chosen is kept in `chosen`."""

    def make(entries=PAGES, *, size=100, height=700, theme="light"):
        dress = load_theme(theme, size)
        apply_theme(qapp, dress)
        window = QWidget()
        qtbot.addWidget(window)
        held = [RailEntry(one.id, page_title(one.id), one.icon, one.part) for one in entries]
        rail, field = Rail(held, dress, window), QLineEdit()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(rail)
        row.addWidget(field)
        window.resize(600, height)
        with qtbot.waitActive(window):
            window.show()
        field.setFocus()
        rail.chosen = []  # type: ignore[attr-defined]
        rail.page_chosen.connect(rail.chosen.append)  # type: ignore[attr-defined]
        rail.page_chosen.connect(rail.show_page)
        rail.show_page(entries[0].id)
        rail.field, rail.held = field, window  # type: ignore[attr-defined]
        return rail

    return make


def press(rail, key, modifier=CONTROL):
    QTest.keyClick(rail.field, key, modifier)


def current(rail):
    return [page for page, held in rail.buttons.items() if held.isChecked()]


@pytest.mark.parametrize("entries", [PAGES, FEW], ids=["many", "few"])
def test_each_digit_brings_its_page(made, entries):
    rail = made(entries)
    expected = [entry.id for entry in entries][: len(DIGITS)]
    for key in DIGITS:
        press(rail, Qt.Key(key))
    assert rail.chosen == expected
    assert current(rail) == [expected[-1]]


def test_pages_follow_each_other_round_in_both_directions(made):
    rail = made()
    ids = [entry.id for entry in PAGES]
    for _ in ids:
        press(rail, K.Key_PageDown)
    assert rail.chosen == [*ids[1:], ids[0]]
    rail.chosen.clear()
    for _ in ids:
        press(rail, K.Key_PageUp)
    assert rail.chosen == [*reversed(ids[1:]), ids[0]]


def test_keys_without_control_are_the_pages_own(made):
    rail = made()
    press(rail, K.Key_3, Qt.KeyboardModifier.NoModifier)
    press(rail, K.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    assert (rail.chosen, rail.field.text()) == ([], "3")


def test_a_click_chooses_a_page_and_the_focus_stays(made):
    rail = made()
    QTest.mouseClick(rail.buttons["log"], Qt.MouseButton.LeftButton)
    assert (rail.chosen, current(rail)) == (["log"], ["log"])
    assert rail.field.hasFocus()


def test_each_page_tells_its_key_where_it_has_one(made):
    rail = made()
    tips = [held.toolTip() for held in rail.buttons.values()]
    assert tips[0] == "Overview (Ctrl+1)"
    assert tips[9] == "Log (Ctrl+0)"
    assert tips[10:12] == ["Keying", "Second"]
    assert tips[15] == "Assessment"


def test_a_page_that_is_not_there_changes_nothing(made):
    rail = made(FEW)
    rail.show_page("seal")
    assert current(rail) == ["keying"]


def test_few_pages_are_drawn_large_and_many_beside_their_icon(made):
    style = Qt.ToolButtonStyle
    for entries, expected in (
        (PAGES, style.ToolButtonTextBesideIcon),
        (FEW, style.ToolButtonTextUnderIcon),
    ):
        assert {held.toolButtonStyle() for held in made(entries).buttons.values()} == {expected}


@pytest.mark.parametrize(
    ("entries", "size", "height"),
    [
        (PAGES, 100, 690),
        (SUPERVISED, 110, 690),
        (PAGES, 150, 960),
        *((FEW, size, height) for size, height in ((100, 690), (110, 690), (150, 960))),
    ],
)
def test_every_page_has_room_and_no_word_is_cut(made, entries, size, height):
    rail = made(entries, size=size, height=height)
    for page, held in rail.buttons.items():
        held.setChecked(True)  # in bold
        assert is_whole(held, rail.window()), page
        assert held.sizeHint().width() <= held.width(), page
    assert rail.height() == height


def test_on_a_low_screen_the_window_stays_low_and_the_current_page_is_in_sight(made):
    rail = made(height=300)
    assert rail.window().height() == 300
    assert not is_whole(rail.buttons["help"], rail.window())
    for page in ("help", "overview"):
        rail.show_page(page)
        assert is_whole(rail.buttons[page], rail.window())
    for page, held in rail.buttons.items():
        assert held.sizeHint().width() <= held.width(), page


def test_the_icon_of_every_page_is_another(qapp):
    theme = load_theme("light", 100)
    drawn = set()
    for entry in PAGES:
        picture = tinted_icon(entry.icon, theme, 20).pixmap(20).toImage()
        drawn.add(bytes(picture.constBits()))
        assert resource("icons", "rail", f"{entry.icon}.svg").is_file()
    assert len(drawn) == len(PAGES)


@pytest.mark.parametrize("fine", [1, 2, 3])
def test_an_icon_is_drawn_for_every_screen(qapp, fine):
    theme = load_theme("light", 100)
    icon = tinted_icon("keying", theme, 20, 4)
    picture = icon.pixmap(icon.availableSizes()[0], fine, QIcon.Mode.Normal, QIcon.State.On)
    assert (picture.width(), picture.height()) == (24 * fine, 20 * fine)
    image, accent = picture.toImage(), theme.colours["accent"].rgb()
    solid = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    assert accent in solid
    assert not any(image.pixelColor(x, 0).alpha() for x in range(20 * fine, image.width()))
