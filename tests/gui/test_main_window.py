"""The window around the pages: who works, who is locked out, how a file is opened and refused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.actions.closing import close_batch
from desktop.actions.keying import key_form
from desktop.actions.sealing import seal
from desktop.messages import warning
from desktop.models.keys import Prompt
from desktop.store import kinds, work_queries
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from desktop.views.form_grid import FormGrid
from tests.gui.clerk import Clerk, focused, is_whole, within
from tests.gui.conftest import PIN, drop, survey_at
from tests.plans import keyed_once, shipped_plan, small_plan
from tests.stations import record_count
from tests.tampering import tamper

K = Qt.Key
PEOPLE = {
    "C01": ("clerk",), "C02": ("clerk",), "S01": ("supervisor",), "W01": ("scrutineer",)
}  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROLS = (QPushButton, QToolButton, QLineEdit, QComboBox, QAbstractSpinBox, FormGrid)


def sign_in(clerk, code="C01", pin=PIN, caller=""):
    """Type code, PIN and perhaps a caller, Enter after each."""
    view = clerk.window.sign_in
    view.code.setFocus()
    view.code.selectAll()
    clerk.type(code)
    clerk.press(K.Key_Return)
    if caller:
        view.caller.setText(caller)
    clerk.type(pin)
    clerk.press(K.Key_Return)


def is_asked(clerk):
    """Whether the page that asks for the PIN is in front."""
    return clerk.window.stack.currentWidget() is clerk.window.sign_in


def told(clerk):
    return clerk.window.sign_in.message.number.text()


def dress(clerk, qtbot, **change):
    """Choose another look, and wait until the pages are made anew."""
    before = clerk.window.area
    clerk.session.choose(replace(clerk.session.settings, **change))
    qtbot.waitUntil(lambda: clerk.window.area not in (None, before))


def pages(clerk):
    return list(clerk.window.area.rail.buttons)


@pytest.fixture
def clerk(at_work):
    return at_work(operators=PEOPLE)


def test_a_survey_with_operators_asks_who_works(clerk):
    assert is_asked(clerk)
    assert focused() is clerk.window.sign_in.code
    sign_in(clerk)
    assert not is_asked(clerk)
    assert clerk.session.code == "C01"
    clerk.take_batch()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    (held,) = clerk.survey.records_of(kinds.FORM)
    assert held.header.operator == "C01"


def test_a_survey_without_operators_asks_nobody(at_work):
    clerk = at_work()
    assert not is_asked(clerk)
    assert not clerk.window.area.top.sign_out_button.isVisible()
    clerk.press(K.Key_L, modifier=CONTROL)
    assert not is_asked(clerk)


@pytest.mark.parametrize(("code", "keys"), [("C01", True), ("S01", False), ("W01", False)], ids=str)
def test_each_sees_the_pages_of_his_roles(clerk, code, keys):
    sign_in(clerk, code)
    assert ("keying" in pages(clerk)) is keys
    assert ("second" in pages(clerk)) is keys
    assert {"work", "settings", "help"} <= set(pages(clerk))


def test_unknown_people_and_callers_are_refused(clerk):
    sign_in(clerk, "X99")
    assert (told(clerk), is_asked(clerk)) == ("F41", True)
    sign_in(clerk, "C01", caller="X98")
    assert (told(clerk), is_asked(clerk)) == ("F41", True)
    sign_in(clerk, "C01", caller="C01")
    assert (told(clerk), is_asked(clerk)) == ("F45", True)


def test_five_wrong_pins_lock_the_operator_and_nobody_else(clerk):
    for _ in range(4):
        sign_in(clerk, "C01", "9999")
        assert (told(clerk), clerk.window.sign_in.pin.text()) == ("F42", "")
    assert list(clerk.survey.records_of(kinds.LOCKED)) == []
    sign_in(clerk, "C01", "9999")
    assert told(clerk) == "F43"
    sign_in(clerk, "C01", PIN)
    assert (told(clerk), is_asked(clerk)) == ("F43", True)
    (held,) = clerk.survey.records_of(kinds.LOCKED)
    assert held.data == {"operator": "C01"}
    sign_in(clerk, "C02", PIN)
    assert clerk.session.code == "C02"


def test_the_screen_locks_and_the_form_stays_at_its_cell(clerk):
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    clerk.type("123")
    clerk.press(K.Key_L, modifier=CONTROL)
    assert is_asked(clerk)
    assert focused() is clerk.window.sign_in.pin
    clerk.type("9999")
    clerk.press(K.Key_Return)
    assert (told(clerk), is_asked(clerk)) == ("F42", True)
    clerk.type(PIN)
    clerk.press(K.Key_Return)
    assert (clerk.marks, clerk.form.cursor) == ("123···", 3)
    assert focused() is clerk.panel.grid
    clerk.type("19")
    assert clerk.marks == "123133"


def test_what_is_keyed_after_a_lock_survives_a_crash_too(clerk, window, home, qtbot):
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    clerk.type("12")
    clerk.window.lock()
    clerk.type(PIN)
    clerk.press(K.Key_Return)
    clerk.type("3")
    journal = home.journal(clerk.survey.id, "keying-C01")
    qtbot.waitUntil(lambda: journal.read()["marks"] == "123   ", timeout=2000)
    path = clerk.survey.path
    drop(clerk.window)
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    sign_in(clerk)
    assert clerk.marks == "123···"


def test_ten_minutes_without_a_key_lock_the_screen(clerk, qtbot):
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    assert clerk.window._idle.interval() == 600_000
    clerk.window._idle.setInterval(200)
    for _ in range(5):
        # by way of the window, as the system hands keys over
        QTest.keyClick(clerk.window.windowHandle(), Qt.Key.Key_1)
        QTest.qWait(80)
        assert not is_asked(clerk)
    qtbot.waitUntil(lambda: is_asked(clerk), timeout=2000)


def test_somebody_else_does_not_see_the_form_that_was_left(clerk):
    sign_in(clerk, "C01")
    clerk.take_batch()
    clerk.open()
    clerk.type("123")
    clerk.window.lock()
    sign_in(clerk, "C02")
    clerk.take_batch()
    assert clerk.desk.form is None
    clerk.open()
    assert clerk.marks == "······"
    clerk.type("33")
    clerk.window.lock()
    sign_in(clerk, "C01")
    assert clerk.marks == "123···"


def test_signing_out_puts_the_stretch_of_work_on_record(clerk):
    sign_in(clerk, "C01", caller="C02")
    clerk.take_batch()
    clerk.open()
    clerk.type("12-39+1")
    clerk.finish()
    clerk.open()
    clerk.type("123d")
    clerk.press(K.Key_Escape, K.Key_Escape)
    clerk.window.sign_out()
    assert is_asked(clerk)
    (held,) = clerk.survey.records_of(kinds.WORKED)
    assert held.header.operator == "C01"
    # two numbers, the marks, one step back, Enter twice, D, Esc twice
    assert held.data["presses"] == 2 + 7 + 2 + 4 + 2
    assert (held.data["forms"], held.data["fills"], held.data["corrections"]) == (1, 2, 1)
    assert held.data["caller"] == "C02"
    assert (held.data["idle"], held.data["pauses"]) == (0, 0)
    (stretch,) = work_queries.work_stretches(clerk.survey, "C01")
    assert stretch.began <= stretch.ended


def test_a_crash_costs_no_more_than_the_work_since_the_last_form(clerk, window, home):
    sign_in(clerk)
    path = clerk.survey.path
    clerk.take_batch()
    for marks in ("777", "888"):
        clerk.open()
        clerk.type(marks)
        clerk.finish()
    clerk.session.journals.drain()
    drop(clerk.window)
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    clerk.type("999")
    clerk.finish()
    clerk.window.sign_out()
    kept, later = work_queries.work_stretches(clerk.survey, "C01")
    assert (kept.forms, kept.fills) == (2, 6)
    assert (later.forms, later.fills) == (1, 3)


@pytest.mark.parametrize("held", [{"forms": 1}, {"other": True}])
def test_a_stretch_that_does_not_read_is_put_aside_and_keying_goes_on(clerk, home, held):
    journal = home.journal(clerk.survey.id, "stretch-C01")
    journal.write(held)
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    clerk.type("777")
    clerk.finish()
    assert journal.path.with_suffix(".unread").is_file()
    clerk.window.sign_out()
    (stretch,) = work_queries.work_stretches(clerk.survey, "C01")
    assert stretch.forms == 1


def test_whoever_only_signs_in_and_out_leaves_no_stretch(clerk):
    before = record_count(clerk.survey)
    sign_in(clerk)
    clerk.window.sign_out()
    assert record_count(clerk.survey) == before


def test_the_next_person_after_a_lock_ends_the_stretch_of_the_one_before(clerk):
    sign_in(clerk, "C01")
    clerk.take_batch()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    clerk.window.lock()
    sign_in(clerk, "C02")
    clerk.take_batch()
    clerk.open()
    clerk.type("1")
    clerk.window.sign_out()
    found = [
        (held.header.operator, held.data["forms"]) for held in clerk.survey.records_of(kinds.WORKED)
    ]
    assert found == [("C01", 1), ("C02", 0)]


def test_closing_the_window_keeps_the_form_and_records_the_stretch(at_work, window, home):
    clerk = at_work()
    path = clerk.survey.path
    clerk.open()
    clerk.type("123")
    assert clerk.window.close()
    assert clerk.session.survey is None
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    clerk.go_to("keying")
    assert clerk.marks == "123···"
    (held,) = clerk.survey.records_of(kinds.WORKED)
    assert (held.data["presses"], held.data["forms"]) == (4, 0)


def test_a_supervisor_closes_an_uneven_batch_with_pin_and_reason(clerk):
    sign_in(clerk)
    clerk.take_batch()
    clerk.open("2")
    clerk.type("789")
    clerk.finish()
    clerk.press(K.Key_F10)
    closing = clerk.page.closing
    assert "missing: 001 003" in closing.problems.text()

    def override(code, pin, reason):
        for field, text in ((closing.code, code), (closing.pin, pin), (closing.reason, reason)):
            field.setFocus()
            field.selectAll()
            clerk.type(text)
        closing.close_button.setFocus()
        clerk.press(K.Key_Return)
        return closing.message.number.text() if clerk.page.desk else ""

    assert override("S01", "9999", "two are lost") == "F42"
    assert closing.pin.text() == ""
    assert override("C02", PIN, "two are lost") == "F29"
    assert override("C01", PIN, "two are lost") == "F29"
    assert list(clerk.survey.records_of(kinds.CLOSED)) == []
    assert override("S01", PIN, "two are lost") == ""
    (held,) = clerk.survey.records_of(kinds.CLOSED)
    assert (held.header.operator, held.data["reason"]) == ("S01", "two are lost")
    assert clerk.session.code == "C01"


def test_the_zero_report_is_the_supervisors_and_opens_keying(window, home, tmp_path, qtbot):
    from desktop.actions.founding import found
    from desktop.actions.operators import register_operator

    with found(tmp_path / "a.pingyi", small_plan(), mode="drill", home=home) as survey:
        for code, roles in PEOPLE.items():
            register_operator(survey, code, name=code, roles=roles, pin=PIN)
    clerk = Clerk(window())
    clerk.session.take(survey_at(tmp_path / "a.pingyi", home))
    sign_in(clerk, "C01")
    assert clerk.page.stack.currentWidget() is clerk.page.zero
    assert not clerk.page.zero.button.isEnabled()
    clerk.window.sign_out()
    sign_in(clerk, "S01")
    clerk.go_to("keying")
    assert focused() is clerk.page.zero.button
    clerk.press(K.Key_Return)
    qtbot.waitUntil(lambda: focused() is clerk.page.chooser.code)
    assert len(list(clerk.survey.records_of(kinds.ZERO))) == 1


def test_the_language_changes_at_once_and_the_form_stays(at_work, qtbot):
    clerk = at_work(small_plan(dont_know=False))
    clerk.open()
    clerk.type("123")
    dress(clerk, qtbot, language="zh_CN")
    assert (clerk.marks, clerk.form.cursor) == ("123···", 3)
    clerk.type(".")
    said = warning("dont_know_absent", "zh_CN")
    assert clerk.message == said.sentence + said.remedy != ""
    dress(clerk, qtbot, language="en")
    clerk.type(".")
    assert clerk.message.startswith("This plan has no")
    assert clerk.marks == "123···"


@pytest.mark.parametrize("change", [{"theme": "contrast"}, {"text_size": 150}])
def test_a_change_of_look_keeps_the_form_at_its_cell(at_work, qtbot, change):
    clerk = at_work()
    clerk.open()
    clerk.type("123")
    dress(clerk, qtbot, **change)
    assert (clerk.marks, clerk.form.cursor) == ("123···", 3)
    assert focused() is clerk.panel.grid


def cut_off(window):
    """Controls and labels that are shown and do not lie whole in the window."""
    shown = visible(window, *CONTROLS, QLabel)
    return [describe(held) for held in shown if not is_whole(held, window)]


def too_small(window):
    """Buttons and labels that have less room than their text needs."""
    shown = visible(window, QPushButton, QToolButton, QLabel)
    plain = [held for held in shown if not (isinstance(held, QLabel) and held.wordWrap())]
    narrow = [held for held in plain if held.width() < held.minimumSizeHint().width()]
    return [held.text() for held in narrow if held.text()]


def too_low(window):
    """Wrapping labels whose text needs more height than they have."""
    wrapped = [held for held in visible(window, QLabel) if held.wordWrap()]
    return [held.text() for held in wrapped if held.height() < held.heightForWidth(held.width())]


def visible(window, *types):
    held = window.findChildren(QWidget)
    return [widget for widget in held if isinstance(widget, types) and widget.isVisible()]


def describe(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    return type(widget).__name__, text, within(widget, widget.window()).getRect()


def states(clerk):
    """The keying page in every state that shows other controls; each is looked at."""
    yield "batches"
    clerk.type("NEW1")
    clerk.press(K.Key_Return)
    yield "a new slip"
    clerk.page.chooser.refresh()
    clerk.take_batch()
    yield "number"
    clerk.open()
    yield "cells"
    clerk.type("12313v")
    yield "reasons"
    clerk.press(K.Key_Escape)
    clerk.type("g")
    yield "a row to go to"
    clerk.press(K.Key_Escape)
    clerk.type("d")
    clerk.press(K.Key_Return)
    yield "a long message"
    clerk.press(K.Key_Escape, K.Key_Escape)
    clerk.take_batch("B002")
    clerk.press(K.Key_Escape, K.Key_Escape)
    clerk.session.journals.drain()
    clerk.page._draft().drop()
    clerk.session.journals.drain()
    clerk.take_batch("B002")
    clerk.press(K.Key_F10)
    yield "closing"


@pytest.mark.parametrize(
    ("size", "text_size", "language"),
    [
        ((1366, 768), 100, "en"),
        ((1366, 768), 100, "zh_CN"),
        ((1920, 1080), 150, "en"),
        ((1920, 1080), 150, "zh_CN"),
    ],
)
def test_nothing_is_cut_off_and_nothing_scrolls_but_the_form(
    at_work, size, text_size, language, qtbot
):
    clerk = at_work(shipped_plan("2005"), batch="", batches=(("B001", 50), ("B002", 20)))
    if (language, text_size) != ("en", 100):
        dress(clerk, qtbot, language=language, text_size=text_size)
    clerk.window.resize(*size)
    qtbot.wait(20)
    for state in states(clerk):
        QTest.qWait(1)
        assert clerk.window.size().toTuple() == size, state
        assert (cut_off(clerk.window), too_small(clerk.window), too_low(clerk.window)) == (
            [], [], []
        ), state  # fmt: skip


def test_a_survey_opens_at_once_and_is_verified_beside(window, file, home, qtbot):
    path = file()
    clerk = Clerk(window())
    clerk.session.open(path)
    clerk.go_to("keying")
    survey = clerk.survey
    assert not survey._checked
    assert clerk.session._check is not None
    clerk.take_batch()
    clerk.open()
    clerk.type("789")
    assert record_count(survey) == before_keying(path, home)
    clerk.finish()
    assert survey._checked
    assert len(list(survey.records_of(kinds.FORM))) == 1


def before_keying(path, home):
    with open_survey(path, home=home) as survey:
        return record_count(survey)


def test_the_verification_ends_by_itself_too(window, file, qtbot):
    clerk = Clerk(window())
    clerk.session.open(file())
    survey = clerk.survey
    qtbot.waitUntil(lambda: survey._checked, timeout=20_000)
    assert clerk.session._check is None
    assert clerk.session.survey is survey


def forged(file, home):
    path = file()
    with survey_at(path, home) as survey:
        key_form(survey, Form("B001", 1, "222222"))
    tamper(path, "UPDATE record SET body = replace(body, '222222', '111111')")
    return path


def test_a_tampered_file_is_closed_with_its_sentence_and_nothing_was_signed(
    window, file, home, qtbot
):
    path = forged(file, home)
    before = path.read_bytes()
    clerk = Clerk(window())
    clerk.session.open(path)
    qtbot.waitUntil(lambda: clerk.session.survey is None, timeout=20_000)
    assert clerk.window.stack.currentWidget() is clerk.window.start
    assert clerk.window.start.message.number.text() == "F59"
    assert path.read_bytes() == before


def test_a_tampered_file_signs_nothing_for_a_clerk_who_was_quicker(window, file, home, qtbot):
    path = forged(file, home)
    before = path.read_bytes()
    clerk = Clerk(window())
    clerk.session.open(path)
    clerk.go_to("keying")
    clerk.take_batch("B002")
    clerk.open()
    clerk.type("789")
    clerk.finish()
    assert clerk.saved == []
    assert path.read_bytes() == before
    if clerk.session.survey:
        clerk.finish()
        assert clerk.saved == []
    assert path.read_bytes() == before


def test_a_sealed_survey_refuses_every_form(window, file, home):
    path = file(keyed_once(), batches=(("B001", 1),))
    with survey_at(path, home) as survey:
        key_form(survey, Form("B001", 1, "123123"))
        close_batch(survey, "B001")
        seal(survey)
    before = path.read_bytes()
    clerk = Clerk(window())
    clerk.session.take(survey_at(path, home))
    clerk.go_to("keying")
    clerk.type("NEW1")
    clerk.press(K.Key_Return)
    clerk.page.chooser.register_button.setFocus()
    clerk.press(K.Key_Return)
    assert clerk.page.chooser.message.number.text() == "F86"
    assert clerk.window.close()
    assert path.read_bytes() == before


def test_a_survey_of_another_machine_is_viewed_and_not_keyed(window, file, home, tmp_path):
    path = file()
    before = path.read_bytes()
    made = window()
    made.session.home = Home(tmp_path / "another machine")
    clerk = Clerk(made)
    clerk.session.open(path)
    assert clerk.survey.station is None
    assert clerk.window.area
    assert clerk.window.area.top.mode.text() == "view only"
    clerk.go_to("keying")
    clerk.take_batch()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    assert (clerk.number, clerk.saved) == ("F50", [])
    assert clerk.waits() is Prompt.CELLS
    assert clerk.window.close()
    assert path.read_bytes() == before


def test_a_survey_that_is_open_elsewhere_is_refused_and_what_is_open_stays(at_work, window, home):
    clerk = at_work()
    clerk.open()
    clerk.type("1")
    other = window()
    other.open(clerk.survey.path)
    assert other.session.survey is None
    assert other.start.message.number.text() == "F55"
    clerk.window.open(clerk.survey.path.with_name("absent.pingyi"))
    assert clerk.marks == "1·····"


def test_the_survey_is_closed_back_to_the_start_page(at_work, home):
    clerk = at_work()
    path = clerk.survey.path
    clerk.open()
    clerk.type("123")
    clerk.window.close_survey()
    assert clerk.window.stack.currentWidget() is clerk.window.start
    clerk.session.take(survey_at(path, home))
    clerk.go_to("keying")
    assert clerk.marks == "123···"


def test_pages_are_changed_with_the_keys_and_the_form_stays(at_work, qtbot):
    clerk = at_work(operators=PEOPLE)
    sign_in(clerk)
    clerk.take_batch()
    clerk.open()
    clerk.type("123")
    clerk.press(Qt.Key(ord("1") + pages(clerk).index("help")), modifier=CONTROL)
    qtbot.waitUntil(lambda: clerk.window.area.page == "help")
    clerk.press(K.Key_1, modifier=CONTROL)
    qtbot.waitUntil(lambda: clerk.window.area.page == "keying")
    assert focused() is clerk.panel.grid
    clerk.type("1")
    assert clerk.marks == "1231··"


def test_the_line_at_the_foot_shows_the_form_that_was_saved(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    shown = clerk.window.area.standing.text.text()
    assert shown.startswith("saved B001-001")
    assert clerk.survey.tip.head[:8].upper() in shown
