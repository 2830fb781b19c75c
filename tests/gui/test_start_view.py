"""The start page: opening, joining, founding and dropping, by the keys a person presses."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.store import queries
from desktop.views.main_window import MainWindow
from desktop.views.new_survey_path import file_name, new_survey_path
from desktop.views.start_view import StartView
from tests.open_window import click_row, focused, press, shown_window
from tests.plans import plan_value
from tests.stations import Centre
from tests.surveys import founded

ENTER, TAB, DOWN, RIGHT = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
)
ALT = Qt.KeyboardModifier.AltModifier

# the platform without a screen has no window manager to tell of sizes, and says so each time
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def window(qtbot, qapp, tmp_path, monkeypatch):
    with shown_window(qtbot, qapp, tmp_path, monkeypatch) as shown:
        yield shown


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return tmp_path / "Documents"


def a_survey(path: Path) -> Path:
    founded(path).close()
    return path


def a_plan(folder: Path, **changes) -> Path:
    path = folder / "plan.json"
    path.write_text(json.dumps(plan_value(**changes), ensure_ascii=False), encoding="utf-8")
    return path


def lately(window: MainWindow, *paths: Path) -> None:
    """Come back to the start page with these files as the ones that were open lately."""
    for path in reversed(paths):
        window.session.choose(window.session.settings.with_recent(path))
    window.start.activate()


def said(start: StartView) -> str:
    return f"{start.message.number.text()} {start.message.text.text()}".strip()


def dropped(start: StartView, path: Path) -> bool:
    """Drop a file on the page; whether the page takes it."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, held, buttons, none)
    enter.ignore()
    QApplication.sendEvent(start, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(9, 9), action, held, buttons, none)
        QApplication.sendEvent(start, drop)
    return enter.isAccepted()


class TestOpening:
    def test_enter_opens_the_recent_file_that_has_the_focus(self, window, tmp_path):
        first, second = a_survey(tmp_path / "one.pingyi"), tmp_path / "two.pingyi"
        second.write_bytes(first.read_bytes())
        lately(window, second, first)
        press(DOWN, ENTER)
        assert window.session.opened.path == first
        assert window.area is not None

    def test_one_click_opens_a_recent_file_too(self, window, tmp_path):
        path = a_survey(tmp_path / "one.pingyi")
        lately(window, path)
        click_row(window.start.open_panel.recent, 0)
        assert window.session.opened.path == path

    def test_a_file_that_is_gone_says_so_and_opens_nothing(self, window, tmp_path):
        lately(window, tmp_path / "gone.pingyi")
        recent = window.start.open_panel.recent
        assert recent.item(0, 2).text() == "not there"
        press(ENTER)
        assert window.session.survey is None
        assert "gone.pingyi" in said(window.start)

    def test_a_typed_path_opens_with_enter(self, window, tmp_path):
        path = a_survey(tmp_path / "活动.pingyi")
        press(Qt.Key.Key_O, modifier=ALT)
        press(f'"{path}"', ENTER)
        assert window.session.opened.path == path

    def test_an_address_from_a_file_manager_is_a_path_too(self, window, tmp_path):
        path = a_survey(tmp_path / "活 动.pingyi")
        window.start.open_panel.file.line.setText(QUrl.fromLocalFile(str(path)).toString())
        window.start.open_panel.file.setFocus()
        press(ENTER)
        assert window.session.opened.path == path

    def test_a_wrong_file_is_refused_in_one_sentence_and_the_page_stays(self, window, tmp_path):
        wrong = tmp_path / "letter.pingyi"
        wrong.write_text("Dear supervisor", encoding="utf-8")
        press(Qt.Key.Key_O, modifier=ALT)
        press(str(wrong), ENTER)
        assert window.session.survey is None
        assert window.stack.currentWidget() is window.start
        assert "letter.pingyi" in said(window.start)

    def test_enter_without_a_path_asks_for_one(self, window):
        press(Qt.Key.Key_O, modifier=ALT)
        press(ENTER)
        assert said(window.start) == "Name the survey file first."

    def test_nothing_open_yet_says_what_to_do(self, window):
        assert window.start.open_panel.empty.isVisible()
        assert not window.start.open_panel.recent.isVisible()


class TestJoining:
    def test_kit_name_and_enter_make_a_station_in_the_documents(self, window, tmp_path, documents):
        kit = Centre(tmp_path / "centre", stations=0).kit()
        press(Qt.Key.Key_J, modifier=ALT)
        press(str(kit), ENTER, "三号", ENTER, ENTER)
        assert window.session.opened.path == documents / "评议 三号.pingyi"
        assert window.session.joined
        assert window.session.opened.station

    def test_what_is_no_kit_is_told_before_anything_is_asked(self, window, tmp_path):
        wrong = tmp_path / "photo.pyp"
        wrong.write_bytes(b"not a kit")
        press(Qt.Key.Key_J, modifier=ALT)
        press(str(wrong))
        assert "photo.pyp" in said(window.start)

    def test_a_station_without_a_name_is_not_made(self, window, tmp_path, documents):
        kit = Centre(tmp_path / "centre", stations=0).kit()
        press(Qt.Key.Key_J, modifier=ALT)
        press(str(kit))
        window.start.join_panel.enter.click()
        assert said(window.start) == "Give this station a name first."
        assert focused() is window.start.join_panel.name
        assert not list(documents.iterdir())


class TestFounding:
    def test_a_shipped_plan_is_named_by_its_title_and_founds_a_drill(self, window, documents):
        panel = window.start.found_panel
        press(Qt.Key.Key_F, modifier=ALT)
        press(TAB, TAB, DOWN, DOWN)
        assert panel.templates.itemText(1) == "2005年度万人评议机关活动"
        assert panel.templates.currentText() == "四等次评议（样例）"
        assert panel.preview.currentWidget() is panel.preview.facts
        panel.modes["drill"].setFocus()
        press(ENTER, ENTER)
        assert window.session.opened.mode == "drill"
        assert window.session.opened.path == documents / "四等次评议（样例）.pingyi"

    def test_what_was_understood_is_shown_before_anything_is_founded(self, window, tmp_path):
        panel = window.start.found_panel
        panel.take_plan(a_plan(tmp_path, second_keying={"percent": 25}))
        told = dict(panel.preview.told)
        assert told["Agencies"] == "3 in 1 groups: 政府部门"
        assert told["Dimensions"] == "内容1, 内容2"
        assert told["Grades"] == "1 满意 (22), 2 基本满意 (17), 3 不满意 (11)"
        assert told["Channels"] == "单位互评 (100), 报纸读者评议"
        assert told["Second keying"].startswith("25 %")

    def test_a_plan_with_mistakes_lists_them_and_founds_nothing(self, window, tmp_path, documents):
        panel = window.start.found_panel
        press(Qt.Key.Key_F, modifier=ALT)
        press(str(a_plan(tmp_path, year="soon", dimensions="three")))
        listed = panel.preview.problems
        assert panel.preview.currentWidget() is listed
        places = {listed.item(row).text().split(":")[0] for row in range(listed.count())}
        assert {"year", "dimensions"} <= places
        assert said(window.start)
        panel.modes["official"].click()
        panel.file.line.setText(str(documents / "new.pingyi"))
        panel.enter.click()
        assert window.session.survey is None
        assert not list(documents.iterdir())

    def test_nothing_is_official_that_nobody_said_is(self, window, tmp_path, documents):
        panel = window.start.found_panel
        panel.take_plan(a_plan(tmp_path))
        panel.file.setFocus()
        window.start.show_form("found")
        panel.enter.click()
        assert said(window.start) == "Say first whether it is a drill or official."
        assert not list(documents.iterdir())

    def test_official_is_said_by_its_own_button(self, window, tmp_path):
        panel = window.start.found_panel
        window.start.show_form("found")
        panel.take_plan(a_plan(tmp_path))
        press(TAB)
        assert focused() is panel.modes["official"]
        press(ENTER, ENTER)
        assert window.session.opened.mode == "official"
        assert not queries.zero_declared(window.session.opened)

    def test_a_file_that_is_there_is_never_proposed(self, window, tmp_path, documents):
        taken = documents / "评议.pingyi"
        taken.write_bytes(b"somebody's")
        panel = window.start.found_panel
        window.start.show_form("found")
        panel.take_plan(a_plan(tmp_path))
        assert panel.file.path == documents / "评议 2.pingyi"
        press(ENTER, ENTER)
        assert window.session.opened.path == documents / "评议 2.pingyi"
        assert taken.read_bytes() == b"somebody's"

    @pytest.mark.parametrize("typed", ["taken.pingyi", "taken"])
    def test_a_file_that_is_there_is_never_overwritten(self, window, tmp_path, documents, typed):
        taken = documents / "taken.pingyi"
        taken.write_bytes(b"somebody's")
        panel = window.start.found_panel
        window.start.show_form("found")
        panel.take_plan(a_plan(tmp_path))
        press(ENTER)
        panel.file.line.selectAll()
        press(str(documents / typed), ENTER)
        assert window.session.survey is None
        assert taken.read_bytes() == b"somebody's"
        assert "taken.pingyi" in said(window.start)
        assert panel.file.path == documents / typed


class TestDropping:
    def test_a_survey_opens(self, window, tmp_path):
        path = a_survey(tmp_path / "one.pingyi")
        assert dropped(window.start, path)
        assert window.session.opened.path == path

    def test_a_kit_goes_into_its_form_and_the_name_is_asked(self, window, tmp_path):
        kit = Centre(tmp_path / "centre", stations=0).kit()
        assert dropped(window.start, kit)
        panel = window.start.join_panel
        assert window.start.forms.currentWidget() is panel
        assert panel.kit.path == kit
        assert focused() is panel.name

    def test_a_plan_goes_into_its_form(self, window, tmp_path):
        assert dropped(window.start, a_plan(tmp_path))
        assert window.start.forms.currentWidget() is window.start.found_panel
        assert window.start.found_panel.preview.told

    def test_anything_else_is_not_taken(self, window, tmp_path):
        assert not dropped(window.start, tmp_path / "letter.txt")

    def test_no_line_takes_a_dropped_file_as_text(self, window):
        start = window.start
        fields = (start.open_panel.file, start.join_panel.kit, start.found_panel.plan)
        assert not any(field.line.acceptDrops() for field in fields)


def test_the_demo_opens_as_a_drill(window, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    press(Qt.Key.Key_D, modifier=ALT)
    press(ENTER)
    assert window.session.opened.mode == "drill"


def test_a_choice_of_look_keeps_the_focus_on_the_page_made_anew(window, qtbot):
    window.start.look.theme.focus()
    before = window.start
    press(RIGHT)
    qtbot.waitUntil(lambda: window.start is not before)
    assert window.session.settings.theme == "dark"
    assert focused() is window.start.look.theme.buttons["dark"]


def test_tab_goes_down_the_page_from_the_choices_to_the_look(window):
    start = window.start
    start.entries["open"].setFocus()
    names = []
    for _ in range(10):
        held = focused()
        assert isinstance(held, QPushButton | QLineEdit)
        names.append(held.accessibleName() or held.text())
        press(TAB)
    assert focused() is start.entries["open"]
    assert names == [
        *("Open a survey", "Join with a kit", "Found a survey", "Try the demo"),
        *("Survey file", "Choose…", "Open"),
        *("Language: English", "Theme: Light", "Text size: 100 %"),
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2005年度/评议", "2005年度 评议"),
        ('a<b>:"c"', "a b c"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        (" . ", "pingyi"),
        ("评" * 90, "评" * 60),
    ],
)
def test_a_title_is_a_file_name_on_every_system(title, name):
    assert file_name(title) == name


def test_proposed_names_count_on(tmp_path):
    for taken in ("评议.pingyi", "评议 2.pingyi"):
        (tmp_path / taken).touch()
    assert new_survey_path("评议", tmp_path) == tmp_path / "评议 3.pingyi"
