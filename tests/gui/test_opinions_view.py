"""The page Opinions by keys alone: keyed, corrected, taken back; nothing typed is ever lost."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion
from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.models import network_guard
from desktop.models.network_guard import NetworkGuard
from desktop.store.opinion_queries import opinions
from desktop.views.opinions_view import OpinionsView
from tests.gui.clerk import Clerk, focused
from tests.gui.conftest import PIN, drop, survey_at
from tests.plans import small_plan
from tests.stations import record_count

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = {
    "C01": ("clerk",), "C02": ("clerk",), "K01": ("checker",), "S01": ("supervisor",),
    "J01": ("scrutineer",),
}  # fmt: skip
NAMES = ("市水务局", "市公安局", "市园林局", "公安交警支队", *(f"第{n}局" for n in range(5, 22)))
AGENCIES = [
    {"code": f"A{at:03d}", "name": name, "short": name[-3:], "group": "G1"}
    for at, name in enumerate(NAMES, 1)
]


class Keyer(Clerk):
    """Somebody at the page Opinions."""

    qtbot: Any = None

    @property
    def page(self) -> OpinionsView:  # type: ignore[override]
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, OpinionsView)
        return page

    @property
    def fields(self):
        """Form, agency and text as they stand."""
        panel = self.page.panel
        return panel.form.text(), panel.agency.line.text(), panel.text.toPlainText()

    @property
    def said(self):
        return self.page.message.text.text()

    @property
    def badge(self):
        held = self.page.message.number
        return "" if held.isHidden() else held.text()

    @property
    def shown(self):
        self.settle()
        return [row.texts for row in self.page.list.table.shown_rows()]

    @property
    def told(self):
        """Form, agency, text and operator of everything on record."""
        held = opinions(self.survey)
        return [(line.form, line.agency, line.text, line.operator) for line in held]

    def settle(self):
        def idle():
            QApplication.processEvents()
            assert all(runner.is_idle for runner in self.session.runners)
            assert not self.page.reading.is_waiting

        self.qtbot.waitUntil(idle, timeout=10_000)

    def sign_in(self, code):
        self.session.sign_in(code, PIN)
        self.window.show_survey()
        assert self.window.area
        self.window.area.show_page("opinions")
        self.settle()

    def enter(self, text=""):
        self.type(text)
        self.press(K.Key_Return)

    def key(self, form, agency, text):
        """One opinion, from the number to the record."""
        for part in (form, agency, text):
            self.enter(part)


@pytest.fixture
def keyer(window, file, home, qtbot):
    """Opens the survey; `who` is signed in, and is before the page."""

    def begin(who="C01", *, plan=None, operators=PEOPLE, **written):
        path = file(plan or small_plan(AGENCIES, 2), operators=operators)
        with survey_at(path, home) as survey:
            for operator, texts in written.items():
                for at, text in enumerate(texts, 1):
                    enter_opinion(survey, Opinion("B001", at, "A002", text), operator=operator)
        made = Keyer(window())
        made.qtbot = qtbot
        made.session.take(survey_at(path, home))
        if who:
            made.sign_in(who)
        elif not operators:
            made.go_to("opinions")
            made.settle()
        return made

    return begin


def test_form_agency_and_text_by_enter_alone_and_then_the_next_form(keyer):
    clerk = keyer()
    panel = clerk.page.panel
    assert focused() is panel.form
    clerk.enter("B001-031")
    # the cover says three forms; the same number again is meant
    assert clerk.badge == "W32"
    assert focused() is panel.form
    clerk.enter()
    assert (focused(), clerk.fields[0]) == (panel.agency.line, "B001-031")
    clerk.enter("2")
    assert (focused(), clerk.fields[1], panel.about.text()) == (
        panel.text, "市公安局", "2  市公安局",
    )  # fmt: skip
    clerk.enter("a queue too long")
    assert clerk.told == [("B001-031", "A002", "a queue too long", "C01")]
    assert clerk.said == "B001-031 saved"
    assert (focused(), clerk.fields) == (panel.form, ("", "", ""))
    assert clerk.shown == [("B001-031", "公安局", "a queue too long")]
    clerk.key("2", "", "well done")
    assert clerk.told[0] == ("B001-002", "", "well done", "C01")
    assert clerk.shown[0] == ("B001-002", "General opinion", "well done")


def test_a_scanner_a_small_letter_and_the_batch_of_before(keyer):
    clerk = keyer()
    assert clerk.page.panel.form.placeholderText() == "B001-017"
    clerk.enter("17")
    assert (clerk.badge, focused()) == ("F19", clerk.page.panel.form)
    QTest.keyClicks(focused(), "b002-1")
    clerk.press(K.Key_A, modifier=CONTROL)
    clerk.key("b002-1", "1", "x")
    assert clerk.page.panel.form.placeholderText() == "B002-"
    clerk.key("2", "1", "y")
    clerk.key("B001-003", "1", "z")
    assert [held[0] for held in clerk.told] == ["B001-003", "B002-001", "B002-002"]
    assert clerk.page.panel.form.placeholderText() == "B001-"


def test_enter_alone_is_the_same_form_again_and_it_is_said_what_stands_there(keyer):
    clerk = keyer()
    clerk.key("B001-1", "1", "first")
    clerk.settle()
    assert clerk.page.panel.hint.text() == "Enter alone: B001-001 again"
    clerk.enter()
    assert clerk.fields[0] == "B001-001"
    assert clerk.said == "1 opinion stands on B001-001 already."
    clerk.enter("2")
    clerk.enter("second")
    assert [held[:3] for held in clerk.told] == [
        ("B001-001", "A001", "first"),
        ("B001-001", "A002", "second"),
    ]


def test_a_text_without_a_number_is_not_saved_with_the_one_of_before(keyer):
    clerk = keyer()
    clerk.key("B001-1", "1", "first")
    clerk.press(K.Key_Tab, K.Key_Tab)
    clerk.enter("lost its number")
    assert len(clerk.told) == 1
    assert (clerk.badge, focused()) == ("F12", clerk.page.panel.form)
    assert clerk.fields[2] == "lost its number"


def test_the_batch_on_the_desk_is_the_first_one(keyer):
    clerk = keyer()
    clerk.go_to("keying")
    clerk.enter("B002")
    clerk.window.area.show_page("opinions")
    clerk.session.choose(replace(clerk.session.settings, theme="dark"))
    before = clerk.window.area
    clerk.qtbot.waitUntil(lambda: clerk.window.area is not before)
    clerk.settle()
    clerk.enter("1")
    assert clerk.fields[0] == "B002-001"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "A000"),
        ("2", "A002"),
        ("02", "A002"),
        ("20", "A020"),
        ("a004", "A004"),
        ("公安", "A002"),
        ("公安交", "A004"),
        ("市公", "A002"),
        ("园林", "A003"),
        ("Ａ００３", "A003"),
    ],
)
def test_an_agency_is_meant_by_number_code_or_part_of_its_name(keyer, typed, found):
    clerk = keyer()
    clerk.enter("B001-1")
    field = clerk.page.panel.agency
    written = QInputMethodEvent()
    written.setCommitString(typed)
    QApplication.sendEvent(focused(), written)
    assert field.code() == found.replace("A000", "")
    clerk.press(K.Key_Return)
    assert focused() is clerk.page.panel.text


def test_the_suggestions_are_walked_through_by_keys_and_taken_by_a_click(keyer):
    clerk = keyer()
    clerk.enter("B001-1")
    field = clerk.page.panel.agency
    rows = [field.list.item(at).text() for at in range(3)]
    assert rows == ["General opinion", "1  市水务局", "2  市公安局"]
    clerk.press(K.Key_Up, K.Key_Down, K.Key_Down, K.Key_Down)
    assert field.code() == "A003"
    clerk.press(K.Key_PageUp, K.Key_PageDown, K.Key_PageDown, K.Key_End)
    assert field.code() == "A010"
    for _ in range(9):
        clerk.press(K.Key_PageDown)
    assert field.code() == "A021"
    clerk.type("1")
    assert [field.list.item(at).text() for at in range(2)] == ["1  市水务局", "10  第10局"]
    spot = field.list.visualItemRect(field.list.item(1)).center()
    QTest.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (field.code(), clerk.fields[1], focused()) == ("A010", "第10局", clerk.page.panel.text)


def test_an_agency_that_is_not_there_is_refused_and_the_text_stays(keyer):
    clerk = keyer()
    clerk.enter("B001-1")
    clerk.enter("xyz")
    panel = clerk.page.panel
    assert (clerk.badge, focused(), panel.about.text()) == (
        "F79", panel.agency.line, "No such agency",
    )  # fmt: skip
    clerk.press(K.Key_Tab)
    clerk.enter("kept")
    assert (clerk.badge, focused(), clerk.fields) == (
        "F79", panel.agency.line, ("B001-001", "xyz", "kept"),
    )  # fmt: skip
    clerk.enter("3")
    clerk.press(K.Key_Return)
    assert [held[:3] for held in clerk.told] == [("B001-001", "A003", "kept")]


def test_esc_goes_back_field_by_field_and_loses_nothing(keyer):
    clerk = keyer()
    clerk.enter("B001-1")
    clerk.enter("2")
    clerk.type("half a text")
    panel = clerk.page.panel
    for held in (panel.agency.line, panel.form, panel.form):
        clerk.press(K.Key_Escape)
        assert focused() is held
    assert clerk.fields == ("B001-001", "市公安局", "half a text")
    clerk.enter()
    clerk.enter()
    assert (panel.agency.code(), focused()) == ("A002", panel.text)


def test_what_is_pasted_is_one_paragraph_and_a_line_has_no_breaks(keyer):
    clerk = keyer()
    clerk.enter("B001-1")
    clerk.enter()
    QGuiApplication.clipboard().setText("first\r\n\r\nsecond\tthird\n")
    clerk.press(K.Key_V, modifier=CONTROL)
    assert clerk.fields[2] == "first second third"
    assert clerk.page.panel.count.text() == "18 / 2,000"
    clerk.press(K.Key_Return, modifier=CONTROL)
    assert clerk.told[0][2] == "first second third"


def test_a_key_held_down_saves_one_opinion(keyer):
    clerk = keyer()
    clerk.enter("B001-1")
    clerk.enter()
    clerk.type("once")
    before = record_count(clerk.survey)
    clerk.strike("\r", key=K.Key_Return)
    for _ in range(5):
        clerk.strike("\r", key=K.Key_Return, repeat=True)
    assert record_count(clerk.survey) == before + 1
    assert focused() is clerk.page.panel.form


def test_a_key_held_down_goes_on_by_one_field(keyer):
    clerk = keyer(C01=["one"])
    clerk.page.list.setFocus()
    clerk.press(K.Key_Return)
    clerk.type(" more")
    clerk.press(K.Key_Escape, K.Key_Escape)
    panel, before = clerk.page.panel, record_count(clerk.survey)
    for field in (panel.agency.line, panel.text):
        clerk.strike("\r", key=K.Key_Return)
        for _ in range(5):
            clerk.strike("\r", key=K.Key_Return, repeat=True)
        assert focused() is field
    assert record_count(clerk.survey) == before


@pytest.mark.parametrize(
    ("text", "badge"), [("", "F98"), ("  ", "F98"), ("x" * 2001, "F98"), ("a\u200bb", "F98")]
)
def test_a_text_that_cannot_stand_is_refused_and_kept(keyer, text, badge):
    clerk = keyer()
    clerk.enter("B001-1")
    clerk.enter()
    clerk.page.panel.text.setPlainText(text)
    clerk.press(K.Key_Return)
    assert (clerk.badge, clerk.told, clerk.fields[2]) == (badge, [], text)
    assert focused() is clerk.page.panel.text
    clerk.type("y")
    assert clerk.said == ""


def test_the_next_form_scanned_into_the_text_is_asked_about_once(keyer):
    clerk = keyer()
    clerk.key("B001-1", "1", "see form X-001")
    assert len(clerk.told) == 1
    clerk.key("B001-2", "1", "too longB001-003")
    assert (clerk.badge, clerk.said.split(".")[0]) == (
        "W36", "The text ends with the form number B001-003",
    )  # fmt: skip
    assert (len(clerk.told), focused()) == (1, clerk.page.panel.text)
    for _ in "B001-003":
        clerk.press(K.Key_Backspace)
    clerk.press(K.Key_Return)
    assert clerk.told[1][2] == "too long"
    clerk.key("B001-2", "1", "as B001-003")
    clerk.press(K.Key_Return)
    assert [held[2] for held in clerk.told][1:] == ["too long", "as B001-003"]


def test_a_row_is_opened_for_correction_and_stands_corrected(keyer):
    clerk = keyer(C01=["one", "two"], C02=["not mine"])
    assert clerk.shown == [("B001-002", "公安局", "two"), ("B001-001", "公安局", "one")]
    assert clerk.page.head.state.text() == "You have keyed 2 opinions."
    clerk.page.list.setFocus()
    clerk.press(K.Key_Down, K.Key_Return)
    panel = clerk.page.panel
    assert (focused(), clerk.fields) == (panel.text, ("B001-001", "市公安局", "one"))
    assert panel.hint.text() == "B001-001 is corrected; what stood there stays on record."
    clerk.press(K.Key_Return)
    assert clerk.badge == "W28"
    assert panel.line is None
    clerk.page.correct(clerk.page.list.table.current())
    clerk.press(K.Key_Escape)
    clerk.enter("3")
    clerk.type(" more")
    clerk.press(K.Key_Return)
    assert clerk.said == "B001-001 saved"
    mine = [held for held in clerk.told if held[3] == "C01"]
    assert mine == [
        ("B001-001", "A003", "one more", "C01"), ("B001-002", "A002", "two", "C01"),
    ]  # fmt: skip
    assert panel.take_back_button.isHidden()
    assert clerk.shown[0] == ("B001-001", "园林局", "one more")


def test_a_correction_is_given_up(keyer):
    clerk = keyer(C01=["one"])
    for give_up in ("button", "keys"):
        clerk.page.list.setFocus()
        clerk.press(K.Key_Return)
        clerk.type(" changed")
        if give_up == "button":
            clerk.click(clerk.page.panel.give_up_button)
        else:
            clerk.press(K.Key_Escape, K.Key_Escape, K.Key_Escape)
        assert clerk.fields == ("", "", "")
        assert focused() is clerk.page.list.table.table
    assert [held[2] for held in clerk.told] == ["one"]


def test_an_opinion_is_taken_back_by_delete_and_enter(keyer):
    clerk = keyer(C01=["one", "two"])
    clerk.page.list.setFocus()
    clerk.press(K.Key_Delete)
    panel = clerk.page.panel
    assert focused() is panel.take_back_button
    assert "Enter takes the opinion on B001-002 back" in clerk.said
    clerk.press(K.Key_Escape)
    assert panel.line is None
    assert len(clerk.told) == 2
    clerk.press(K.Key_Delete, K.Key_Return)
    assert clerk.said == "Opinion on B001-002 taken back; it stays on record."
    assert [held[2] for held in clerk.told] == ["one"]
    assert clerk.shown == [("B001-001", "公安局", "one")]
    assert focused() is panel.form


def test_an_emptied_text_takes_nothing_back(keyer):
    clerk = keyer(C01=["one"])
    clerk.page.list.setFocus()
    clerk.press(K.Key_Return)
    clerk.press(K.Key_A, modifier=CONTROL)
    clerk.press(K.Key_Delete, K.Key_Return)
    assert clerk.badge == "F98"
    assert [held[2] for held in clerk.told] == ["one"]


def test_a_text_that_is_not_saved_keeps_its_place(keyer):
    clerk = keyer(C01=["one"])
    clerk.enter("B001-2")
    clerk.enter()
    clerk.type("not saved yet")
    for key in (K.Key_Return, K.Key_Delete):
        clerk.page.list.setFocus()
        clerk.press(key)
        assert clerk.said == "Save first what is typed here, or empty it."
        assert clerk.fields[2] == "not saved yet"
        assert focused() is clerk.page.panel.text


def test_one_that_was_corrected_elsewhere_meanwhile_is_refused_and_the_text_stays(keyer):
    clerk = keyer(C01=["one"])
    clerk.page.list.setFocus()
    clerk.press(K.Key_Return)
    clerk.type(" more")
    (line,) = opinions(clerk.survey)
    gone = Opinion("B001", 1, "A002", "mended")
    correct_opinion(clerk.survey, line.record, gone, operator="S01")
    clerk.press(K.Key_Return)
    assert (clerk.badge, clerk.fields[2]) == ("F90", "one more")


@pytest.mark.qt_log_ignore("raise()", extend=True)  # a tooltip, without a screen
def test_the_list_filters_as_one_types_and_shows_the_whole_text(keyer):
    clerk = keyer(C01=["queue <b>too</b> long", "well done"])
    table = clerk.page.list.table
    table.filter.setFocus()
    clerk.type("queue")
    assert [row[2] for row in clerk.shown] == ["queue <b>too</b> long"]
    spot = table.table.visualRect(table.table.model().index(0, 2)).center()
    view = table.table.viewport()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.mapToGlobal(QPoint(spot)))
    QApplication.sendEvent(view, event)
    assert QToolTip.text() == "<p>queue &lt;b&gt;too&lt;/b&gt; long</p>"
    QToolTip.hideText()
    QApplication.processEvents()


def test_a_supervisor_sees_and_mends_everybody_s(keyer):
    boss = keyer("S01", C01=["one"], C02=["two"])
    assert [(row[2], row[3]) for row in boss.shown] == [("two", "C02"), ("one", "C01")]
    assert boss.page.head.state.text() == "2 opinions are keyed."
    boss.page.list.setFocus()
    boss.press(K.Key_Return)
    boss.type(" mended")
    boss.press(K.Key_Return)
    assert sorted((held[2], held[3]) for held in boss.told) == [
        ("one", "C01"), ("two mended", "S01"),
    ]  # fmt: skip


def test_without_operators_whoever_sits_there_keys(keyer):
    nobody = keyer("", operators={})
    nobody.key("B001-1", "1", "x")
    assert nobody.told == [("B001-001", "A001", "x", "")]
    assert len(nobody.shown) == 1


@pytest.mark.parametrize(
    ("who", "sees"), [("C01", True), ("K01", True), ("S01", True), ("J01", False)]
)
def test_who_keys_and_who_supervises_have_the_page(keyer, who, sees):
    made = keyer(None)
    made.session.sign_in(who, PIN)
    made.window.show_survey()
    assert ("opinions" in made.window.area.rail.buttons) == sees


def test_what_is_typed_survives_another_look_another_page_and_signing_out(keyer):
    clerk = keyer()
    clerk.enter("B001-2")
    clerk.enter("2")
    clerk.type("half a te")
    clerk.go_to("work")
    clerk.go_to("opinions")
    assert clerk.fields == ("B001-002", "市公安局", "half a te")
    assert focused() is clerk.page.panel.text
    before = clerk.window.area
    clerk.session.choose(replace(clerk.session.settings, theme="dark"))
    clerk.qtbot.waitUntil(lambda: clerk.window.area is not before)
    assert clerk.fields == ("B001-002", "市公安局", "half a te")
    assert clerk.said == "What was typed before is here again; it is not saved yet."
    clerk.click(clerk.window.area.top.sign_out_button)
    clerk.sign_in("C02")
    assert clerk.fields == ("", "", "")
    clerk.click(clerk.window.area.top.sign_out_button)
    clerk.sign_in("C01")
    assert clerk.fields == ("B001-002", "市公安局", "half a te")
    clerk.type("xt")
    clerk.press(K.Key_Return)
    assert clerk.told == [("B001-002", "A002", "half a text", "C01")]


def test_a_crash_costs_two_seconds_and_brings_no_opinion_twice(keyer, window, home):
    clerk = keyer(C01=["one"])
    clerk.page.list.setFocus()
    clerk.press(K.Key_Return)
    clerk.type(" more")
    clerk.qtbot.waitUntil(lambda: bool(journal(home, clerk).read()), timeout=2_000)
    held = journal(home, clerk).read()
    path = clerk.survey.path
    drop(clerk.window)
    again = opened(window, path, home, clerk.qtbot)
    assert again.fields == ("B001-001", "市公安局", "one more")
    assert again.page.panel.line is not None
    again.press(K.Key_Return)
    assert [line[2] for line in again.told] == ["one more"]
    again.settle()
    # the crash falls between the record and the journal
    journal(home, again).write(held)
    drop(again.window)
    third = opened(window, path, home, clerk.qtbot)
    assert third.fields == ("", "", "")


def test_a_journal_that_says_nothing_is_put_aside(keyer, window, home):
    clerk = keyer()
    path = clerk.survey.path
    journal(home, clerk).write({"form": 3})
    drop(clerk.window)
    again = opened(window, path, home, clerk.qtbot)
    assert again.fields == ("", "", "")
    assert journal(home, again).path.with_suffix(".unread").exists()


def journal(home, clerk):
    return home.journal(clerk.survey.id, "opinion-C01")


def opened(window, path, home, qtbot):
    made = Keyer(window())
    made.qtbot = qtbot
    made.session.take(survey_at(path, home))
    made.sign_in("C01")
    return made


@pytest.fixture
def networks(monkeypatch):
    names: list[str] = []
    monkeypatch.setattr(network_guard, "interfaces_up", lambda: list(names))
    return names


def test_a_network_stops_the_page_and_the_text_goes_on_after_it(keyer, networks, home):
    clerk = keyer(plan=small_plan(AGENCIES, 2, offline=True))
    clerk.enter("B001-2")
    clerk.enter("2")
    clerk.type("half")
    networks[:] = ["WLAN"]
    NetworkGuard.of(clerk.session).look()
    assert clerk.page.stack.currentWidget() is clerk.page.offline
    clerk.type("lost")
    clerk.press(K.Key_Return)
    clerk.settle()
    assert journal(home, clerk).read()["text"] == "half"
    networks.clear()
    NetworkGuard.of(clerk.session).look()
    assert clerk.fields[2] == "half"
    clerk.type(" a text")
    clerk.press(K.Key_Return)
    assert [held[2] for held in clerk.told] == ["half a text"]


def test_a_network_that_is_up_already_keeps_the_page_shut(keyer, networks):
    networks[:] = ["WLAN"]
    clerk = keyer(plan=small_plan(AGENCIES, 2, offline=True))
    assert clerk.page.stack.currentWidget() is clerk.page.offline
    assert focused() is clerk.page.offline
    networks.clear()
    NetworkGuard.of(clerk.session).look()
    assert focused() is clerk.page.panel.form
    clerk.key("B001-1", "1", "x")
    assert len(clerk.told) == 1


def test_under_a_seal_nothing_is_keyed_and_nothing_typed_is_lost(keyer):
    boss = keyer("S01", C01=["one"])
    waivers = [Waiver(held.place, "缺", "J01") for held in obstacles(boss.survey)]
    seal(boss.survey, waivers, second="J01", operator="S01")
    boss.key("B001-1", "1", "too late")
    assert (boss.badge, boss.fields[2]) == ("F86", "too late")
    boss.page.panel.text.clear()
    boss.page.list.setFocus()
    boss.press(K.Key_Delete, K.Key_Return)
    assert boss.badge == "F86"
    assert [held[2] for held in boss.told] == ["one"]


def test_the_strip_shows_the_keys_of_the_field_that_has_the_focus(keyer):
    clerk = keyer(C01=["one"])
    strip, panel = clerk.page.strip, clerk.page.panel
    assert strip is not None
    seen = []
    for field in (panel.form, panel.agency.line, panel.text, clerk.page.list.table.table):
        field.setFocus()
        seen.append(strip.currentWidget())
    assert len(set(seen)) == 4
