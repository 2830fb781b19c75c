"""The settings page: every change at once, kept, and the open form stays at its cell."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.actions.batches import register_batch
from desktop.settings import Settings
from desktop.tally.reconciliation import Slip
from desktop.views.settings_view import SettingsView
from tests.open_window import focused, go_to, press, shown_window
from tests.surveys import founded

ENTER, LEFT, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right

# the platform without a screen has no window manager to tell of sizes, and says so each time
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def window(qtbot, qapp, tmp_path, monkeypatch):
    """At work in a small survey with a batch of five forms."""
    with shown_window(qtbot, qapp, tmp_path, monkeypatch) as shown:
        path = tmp_path / "a.pingyi"
        with founded(path) as survey:
            register_batch(survey, Slip("B001", "C1", 5))
        shown.session.open(path)
        yield shown


def settings(window) -> SettingsView:
    view = go_to(window, "settings")
    assert isinstance(view, SettingsView)
    return view


def open_form(window) -> tuple[str, int]:
    """The marks of the form on the desk, and the cell that is next."""
    form = window.area.stack.currentWidget().desk.form
    return "".join(form.marks[: form.cursor]), form.cursor


def kept(window) -> Settings:
    return Settings.read(window.session.home.root / "settings.json")


def changed_by(window, qtbot, key: Qt.Key) -> SettingsView:
    """Press a key that makes the window anew; the settings page that is there then."""
    before = window.area
    press(key)
    qtbot.waitUntil(lambda: window.area is not before)
    view = window.area.stack.currentWidget()
    assert isinstance(view, SettingsView)
    return view


def test_language_changes_at_once_in_both_directions(window, qtbot):
    settings(window)
    view = changed_by(window, qtbot, LEFT)
    assert kept(window).language == "zh_CN"
    assert focused() is view.look.language.buttons["zh_CN"]
    view = changed_by(window, qtbot, RIGHT)
    assert kept(window).language == "en"
    assert focused() is view.look.language.buttons["en"]


def test_a_language_changed_amid_a_form_keeps_it_at_its_cell(window, qtbot):
    go_to(window, "keying")
    press("B001", ENTER, ENTER, "12")
    assert open_form(window) == ("12", 2)
    settings(window)
    for key, language in ((LEFT, "zh_CN"), (RIGHT, "en")):
        changed_by(window, qtbot, key)
        assert window.session.settings.language == language
        go_to(window, "keying")
        assert open_form(window) == ("12", 2)
        settings(window)
    go_to(window, "keying")
    press("3")
    assert open_form(window) == ("123", 3)


def test_theme_changes_at_once_and_the_keyboard_goes_on_where_it_was(window, qtbot):
    view = settings(window)
    view.look.theme.focus()
    for theme in ("dark", "contrast"):
        view = changed_by(window, qtbot, RIGHT)
        assert window.theme.name == theme
        assert kept(window).theme == theme
        assert focused() is view.look.theme.buttons[theme]


def test_text_size_changes_at_once(window, qtbot):
    settings(window).look.text_size.focus()
    changed_by(window, qtbot, RIGHT)
    assert window.theme.scale == 1.1
    assert kept(window).text_size == 110


def test_sounds_that_are_off_cannot_be_heard(window, qtbot):
    view = settings(window)
    assert all(made.isEnabled() for made in view.hearing.values())
    view.look.sounds.focus()
    view = changed_by(window, qtbot, RIGHT)
    assert not kept(window).sounds
    assert not any(made.isEnabled() for made in view.hearing.values())


def test_each_sound_is_heard_by_its_button(window, monkeypatch):
    view, heard = settings(window), []
    monkeypatch.setattr("desktop.views.sounds.Sounds.play", lambda _, name: heard.append(name))
    for made in view.hearing.values():
        made.setFocus()
        press(ENTER)
    assert heard == ["saved", "low", "warn", "end"]


class TestBackups:
    def test_a_folder_is_backed_up_into_at_once_and_kept(self, window, tmp_path, qtbot):
        folder = tmp_path / "stick"
        folder.mkdir()
        view = settings(window)
        assert view.backup.message.text.text() == "No backups are taken yet."
        view.backup.folder.setFocus()
        press(str(folder), ENTER)
        qtbot.waitUntil(lambda: "Backed up" in view.backup.message.text.text())
        assert [path.suffix for path in folder.iterdir()] == [".pingyi"]
        survey = window.session.opened
        assert survey.home.backup_folder(survey.id) == folder

    def test_a_folder_that_is_not_there_is_named(self, window, tmp_path, qtbot):
        view = settings(window)
        view.backup.folder.setFocus()
        press(str(tmp_path / "gone"), ENTER)
        qtbot.waitUntil(lambda: "gone" in view.backup.message.text.text())
        assert view.backup.enter.isEnabled()

    def test_the_folder_that_is_set_is_shown(self, window, tmp_path):
        survey = window.session.opened
        survey.home.keep_backup_folder(survey.id, tmp_path)
        assert settings(window).backup.folder.path == tmp_path

    def test_enter_without_a_folder_asks_for_one(self, window):
        view = settings(window)
        view.backup.folder.setFocus()
        press(ENTER)
        assert view.backup.message.text.text().startswith("Name a folder first")


def test_where_everything_lies_is_said(window):
    places = settings(window).places
    assert Path(places.home.text()) == window.session.home.root
    assert Path(places.survey.text()) == window.session.opened.path
    assert places.version.text().startswith("Pingyi ")
