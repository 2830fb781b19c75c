"""The help: pages by keyboard, finding, the numbered messages, the key card, and back again."""

import re
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from desktop.messages import all_messages
from desktop.views.help_pages import help_pages
from desktop.views.help_view import OVERSEEN, HelpView
from tests.open_window import await_page, focused, go_to, press, shown_window
from tests.surveys import founded

DOWN, ENTER, ESCAPE, F1 = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F1,
)
CONTROL = Qt.KeyboardModifier.ControlModifier

# the platform without a screen has no window manager to tell of sizes, and says so each time
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def window(qtbot, qapp, tmp_path, monkeypatch):
    with shown_window(qtbot, qapp, tmp_path, monkeypatch) as shown:
        founded(tmp_path / "a.pingyi").close()
        shown.session.open(tmp_path / "a.pingyi")
        go_to(shown, "keying")
        yield shown


@pytest.fixture
def view(window) -> HelpView:
    press(F1)
    shown = window.area.stack.currentWidget()
    assert isinstance(shown, HelpView)
    return shown


def current_page(view: HelpView) -> str:
    return view.contents.currentItem().text()


def marked(view: HelpView) -> list[str]:
    held: list[QTextEdit.ExtraSelection] = view.text.extraSelections()
    return [one.cursor.selectedText() for one in held]


def shown_pages(view: HelpView) -> list[str]:
    rows = range(view.contents.count())
    return [view.contents.item(row).text() for row in rows if not view.contents.isRowHidden(row)]


class Section(NamedTuple):
    level: int
    text: str


def sections(view: HelpView) -> list[Section]:
    text = view._pages[view.contents.currentRow()].text
    found = re.findall(r"^(#+) (.+)$", text, re.MULTILINE)
    return [Section(len(marks), title) for marks, title in found]


def test_f1_on_the_keying_page_opens_the_keys_and_escape_goes_back(window, view):
    assert current_page(view) == "Keys"
    press(ESCAPE)
    assert window.area.page == "keying"


def test_f1_elsewhere_tells_of_the_pages_and_escape_goes_back_there(window):
    go_to(window, "settings")
    press(F1)
    view = window.area.stack.currentWidget()
    assert current_page(view) == "Pages"
    press(F1, ESCAPE)
    assert window.area.page == "settings"


@pytest.mark.parametrize(("place", "page"), list(enumerate(OVERSEEN)))
def test_f1_on_a_supervisors_page_opens_its_section(view, place, page):
    view.open_for(page)
    assert current_page(view) == "The supervisor's pages"
    title = view.text.textCursor().block().text()
    assert title == [line for line in sections(view) if line.level == 2][place].text
    bar, top = view.text.verticalScrollBar(), view.text.cursorRect().top()
    assert 0 <= top < view.text.height() / 4 or bar.value() == bar.maximum()


def test_control_1_leaves_the_help_too(window, view):
    press(Qt.Key.Key_1, modifier=CONTROL)
    first = next(iter(window.area.rail.buttons))
    assert await_page(window, first) is not view


def test_arrows_turn_the_pages(view):
    assert focused() is view.contents
    press(DOWN)
    assert current_page(view) == "Pages"
    assert view.text.toPlainText().startswith("Pages")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_last_page_lists_every_numbered_message(language):
    last = help_pages(language, "Numbered messages")[-1]
    missing = [held.number for held in all_messages(language) if held.number not in last.text]
    assert last.text.startswith("# Numbered messages")
    assert not missing


def test_a_word_is_found_marked_and_only_its_pages_stay(view):
    press(Qt.Key.Key_F, modifier=CONTROL)
    press("ESC")
    assert shown_pages(view) == [
        page.title for page in help_pages("en", "Numbered messages") if page.holds("esc")
    ]
    assert {text.lower() for text in marked(view)} == {"esc"}
    assert view.text.textCursor().selectedText().lower() == "esc"


def test_enter_goes_through_every_place_on_every_page(view):
    press(Qt.Key.Key_F, modifier=CONTROL)
    press("esc")
    pages = {current_page(view)}
    for _ in range(200):
        press(ENTER)
        pages.add(current_page(view))
        assert view.text.textCursor().selectedText().lower() == "esc"
    assert len(pages) > 2
    assert pages == set(shown_pages(view))


def test_what_is_nowhere_is_said_to_be_nowhere(view):
    press(Qt.Key.Key_F, modifier=CONTROL)
    press("qqqq")
    assert view.found.text() == "Nothing is said of this."
    assert not marked(view)
    press(ENTER, ESCAPE)
    assert len(shown_pages(view)) == view.contents.count()
    assert view.isVisible()


def test_the_key_card_is_one_page_where_it_was_asked_for(view, tmp_path, monkeypatch):
    opened: list[object] = []
    monkeypatch.setattr("desktop.views.help_view.QDesktopServices.openUrl", opened.append)
    view.choose_file = lambda _, proposed: str(tmp_path / "card.pdf")
    view.card_button.setFocus()
    press(ENTER)
    assert len(PdfReader(tmp_path / "card.pdf").pages) == 1
    assert str(tmp_path / "card.pdf") in view.message.text.text()
    assert opened


def test_a_card_that_cannot_be_written_is_told(view, tmp_path):
    view.choose_file = lambda _, proposed: str(tmp_path / "nowhere" / "card.pdf")
    view.card_button.setFocus()
    press(ENTER)
    assert "card.pdf" in view.message.text.text()
