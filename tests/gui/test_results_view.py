"""The page Results: figures of a verified file, seen, filtered, compared, copied and saved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey, results_file
from desktop.actions.keying import key_form
from desktop.actions.operators import register_operator
from desktop.actions.rulings import doubt_form
from desktop.actions.sealing import seal
from desktop.models.rows_model import KEY_ROLE
from desktop.store import paper_queries
from desktop.store.errors import UncheckedError
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from desktop.views.results_view import ResultsView
from tests.gui.clerk import focused
from tests.gui.conftest import PIN
from tests.plans import small_plan
from tests.surveys import founded

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
GROUPS = [
    {"code": "G1", "name": "政府部门"},
    {"code": "G2", "name": "公共服务单位", "ranked": False, "published": False},
]
AGENCIES = [
    {"code": "A1", "name": "市文化局", "group": "G1"},
    {"code": "A2", "name": "市农业局", "group": "G1"},
    {"code": "A3", "name": "市水利局", "group": "G1"},
    {"code": "A4", "name": "供电公司", "group": "G2"},
    {"code": "A5", "name": "市林业局", "group": "G1"},
]
PEOPLE = {"Z01": ("supervisor",), "J01": ("scrutineer",), "C01": ("clerk",)}
FORMS = {
    ("B001", 1): "1112131100",
    ("B001", 2): "1122211200",
    ("B001", 4): "1111131100",
    ("B002", 1): "2211111100",
}
"""The fifth agency's cells stay blank: it has no score."""


def plan(**changes):
    held = {"groups": GROUPS, "cut": {"top": 1, "bottom": 1}, "second_keying": {"percent": 0}}
    return small_plan(AGENCIES, 2, **(held | changes))


@pytest.fixture
def file(tmp_path, home):
    """A survey of two channels; form B001-003 is missing."""

    def make(forms=FORMS, **changes):
        path = tmp_path / "a.pingyi"
        with founded(path, plan(**changes), home=home, mode="drill") as survey:
            register_batch(survey, Slip("B001", "C1", 4))
            register_batch(survey, Slip("B002", "C2", 1))
            for code, roles in PEOPLE.items():
                register_operator(survey, code, name=code, roles=roles, pin=PIN)
            for (batch, number), marks in forms.items():
                key_form(survey, Form(batch, number, marks), operator="C01")
        return path

    return make


class Desk:
    """Somebody at the page."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    @property
    def page(self) -> ResultsView:
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, ResultsView)
        return page

    @property
    def state(self):
        return self.page.head.state.text()

    @property
    def message(self):
        return self.page.message.text.text()

    def part(self, name):
        return self.page.parts[name]

    def open(self, name):
        """Alt with the digit of a part, as its hint says."""
        place = [self.page.tabs.tabData(at) for at in range(self.page.tabs.count())].index(name)
        QTest.keyClick(focused(), Qt.Key(K.Key_1 + place), ALT)
        assert self.page.shown == name
        return self.part(name)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(focused(), key, modifier)

    def click(self, widget):
        QTest.mouseClick(widget, LEFT)

    def until(self, true):
        self.qtbot.waitUntil(lambda: bool(true()), timeout=10_000)


@pytest.fixture
def at_page(window, home, qtbot):
    """Opens the page on a survey's file and waits for its figures."""

    def begin(path, who="Z01"):
        shown = window()
        shown.session.take(open_survey(path, home=home, write=True))
        shown.session.sign_in(who, PIN)
        shown.show_survey()
        shown.area.show_page("results")
        desk = Desk(shown, qtbot)
        desk.until(lambda: desk.page.counting.latest)
        return desk

    return begin


def rows(listed, *columns):
    """The texts of some columns as shown, row by row."""
    model = listed.table.model()
    return [
        tuple(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ]


def ranking(desk):
    return rows(desk.part("ranking").list, 0, 4)


def choose(box, value):
    """Take a choice with the keys, as somebody does who has come to the list by Tab."""
    box.setFocus()
    QTest.keyClick(box, K.Key_Home)
    for _ in range(box.findData(value)):
        QTest.keyClick(box, K.Key_Down)
    assert box.currentData() == value


def test_the_ranking_stands_in_order_and_says_who_has_no_rank_and_why(file, at_page):
    desk = at_page(file())
    assert ranking(desk) == [
        ("1", "市文化局"), ("2", "市农业局"), ("3", "市水利局"),
        ("not ranked", "供电公司"), ("incomplete", "市林业局"),
    ]  # fmt: skip
    remarks = [
        text for (text,) in rows(desk.part("ranking").list, desk.part("ranking")._columns.remarks)
    ]
    assert remarks == ["top 1", "", "bottom 1", "not ranked, not published", "incomplete"]
    assert desk.part("ranking").bands._keys == {"A1", "A3"}


def test_the_head_says_how_final_the_figures_are(file, at_page, home):
    path = file()
    desk = at_page(path)
    assert desk.state == "4 valid forms are counted; not sealed yet, so figures may still change."
    assert desk.page.rulings_button.isHidden()
    desk.window.session.close()
    with open_survey(path, home=home, write=True) as survey:
        doubt_form(survey, "B001", 1, note="?", operator="C01")
    desk = at_page(path)
    assert desk.state.startswith("Provisional: 3 valid forms are counted; 1 are unsettled")
    desk.click(desk.page.rulings_button)
    assert desk.window.area.page == "rulings"


def test_before_the_first_form_the_page_says_what_to_do(file, at_page):
    desk = at_page(file({}))
    assert desk.state == "No form is counted yet: key forms, or merge packages."
    assert {rank for rank, _ in ranking(desk)} == {"incomplete"}
    charts = desk.open("charts")
    assert not charts.nothing.isHidden()
    assert charts.view.isHidden()
    desk.open("agency")
    desk.open("reconciliation")
    desk.click(desk.page.merge_button)
    assert desk.window.area.page == "merge"


def test_a_channel_shows_its_own_scores_votes_and_ranks(file, at_page):
    desk = at_page(file())
    panel = desk.part("ranking")
    choose(panel.channel, "C2")
    assert rows(panel.list, 1, 4)[:3] == [("1", "市农业局"), ("1", "市水利局"), ("3", "市文化局")]
    assert rows(panel.list, 6, 8)[0] == ("44.0000", "2")
    assert panel.list.table.isColumnHidden(2)
    assert not panel.list.table.isColumnHidden(1)
    choose(panel.channel, "")
    assert panel.list.table.isColumnHidden(1)


def test_a_group_is_shown_alone_and_a_text_filters(file, at_page):
    desk = at_page(file())
    panel = desk.part("ranking")
    choose(panel.group, "G2")
    assert ranking(desk) == [("not ranked", "供电公司")]
    choose(panel.group, "")
    panel.list.filter.setFocus()
    QTest.keyClicks(panel.list.filter, "A3")
    assert ranking(desk) == [("3", "市水利局")]


def test_columns_are_chosen(file, at_page):
    desk = at_page(file())
    panel = desk.part("ranking")
    for what, shown in (
        ("dimensions", {0, 2, 4, 6, 9, 10, 14}),
        ("channels", {0, 2, 4, 6, 11, 12, 14}),
        ("brief", {0, 2, 4, 5, 6, 7, 8, 14}),
    ):
        choose(panel.what, what)
        table = panel.list.table
        assert {at for at in range(15) if not table.isColumnHidden(at)} == shown, what


def test_what_is_shown_is_copied_for_a_spreadsheet(file, at_page):
    desk = at_page(file())
    panel = desk.part("ranking")
    choose(panel.group, "G1")
    panel.list.table.setFocus()
    desk.press(K.Key_C, CTRL)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Rank", "Rank in group", "Agency"]
    assert [line[2] for line in lines[1:]] == ["市文化局", "市农业局", "市水利局", "市林业局"]
    assert len(lines[0]) == len(lines[1]) == 8
    assert "4" in desk.message
    desk.click(panel.copy_button)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 5


def test_enter_opens_the_agency_and_page_keys_go_on_by_rank(file, at_page):
    desk = at_page(file())
    desk.part("ranking").list.table.setFocus()
    desk.press(K.Key_Down)
    desk.press(K.Key_Return)
    panel = desk.part("agency").panel
    assert desk.page.shown == "agency"
    assert panel.name.text() == "市农业局"
    assert panel.facts.text() == (
        "Rank 2 of 3; 2 of 3 in 政府部门; score 40.2500; group mean 39.6667 (+0.5833);"
        " satisfaction rate 100.00%; votes 8"
    )
    desk.press(K.Key_PageDown)
    assert panel.name.text() == "市水利局"
    for _ in range(9):
        desk.press(K.Key_PageUp)
    assert panel.name.text() == "市文化局"


# a platform without a screen cannot raise the list of names that fit, and says so
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_an_agency_is_found_by_a_part_of_its_name(file, at_page):
    desk = at_page(file())
    panel = desk.open("agency").panel
    line = panel.choice.lineEdit()
    assert line.hasSelectedText()
    QTest.keyClicks(line, "a4")
    QTest.keyClick(line, K.Key_Return)
    assert panel.name.text() == "供电公司"
    line.selectAll()
    QTest.keyClicks(line, "nobody")
    QTest.keyClick(line, K.Key_Return)
    assert panel.name.text() == "供电公司"
    assert "供电公司" in line.text()


def test_an_agency_shows_counts_channels_and_where_its_votes_came_from(file, at_page):
    desk = at_page(file())
    panel = desk.open("agency").panel
    shown = [row.texts for row in panel.dimensions.model.rows()]
    assert shown[0][0] == "内容1"
    assert shown[0][4:8] == ("3 (75.0%)", "1 (25.0%)", "0 (0.0%)", "4")
    channels = [row.texts for row in panel.channels.model.rows()]
    assert [row[:5] for row in channels] == [
        ("单位互评", "3", "6", "44.0000", "1"),
        ("报纸读者评议", "1", "2", "34.0000", "3"),
    ]
    assert panel.sources.text().splitlines() == [
        "单位互评: 3 valid forms from 1 batches: B001 3",
        "报纸读者评议: 1 valid forms from 1 batches: B002 1",
    ]
    desk.until(lambda: panel.against.picture and panel.shares.picture)


def test_charts_are_drawn_chosen_and_saved(file, at_page, tmp_path, monkeypatch):
    desk = at_page(file())
    panel = desk.open("charts")
    seen = set()
    for which in panel.titles:
        desk.click(panel.which.buttons[which])
        desk.until(lambda: not panel.view.sheet.is_waiting)
        seen.add(panel.view.sheet.picture.svg)
    assert len(seen) == 4
    path = tmp_path / "图.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.click(panel.view.save_button)
    desk.until(lambda: str(path) in desk.message)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_paper_and_forms_are_reconciled_with_the_numbers_behind(file, at_page):
    desk = at_page(file(channels=[
        {"code": "C1", "name": "单位互评", "issued": 2}, {"code": "C2", "name": "报纸读者评议"},
    ]))  # fmt: skip
    panel = desk.open("reconciliation")
    assert rows(panel.list, 0, 1, 4) == [
        ("单位互评", "total", "3"), ("单位互评", "B001", "3"),
        ("报纸读者评议", "total", "1"), ("报纸读者评议", "B002", "1"),
    ]  # fmt: skip
    assert panel.numbers.text() == "Missing: B001-003"
    warned = [panel.warnings.itemAt(at).widget() for at in range(panel.warnings.count())]
    assert [label.text() for label in warned if isinstance(label, QLabel)] == [
        "To be explained with a signature: 单位互评: issued 2, back 3: a signed explanation is"
        " needed"
    ]
    assert panel.check.text() == "Check: keyed 4 = valid 4 + void 0 + unsettled 0."
    choose(panel.which, "differing")
    assert rows(panel.list, 1) == [("total",), ("B001",)]


def test_results_are_saved_and_nothing_else_is_overwritten(file, at_page, tmp_path, monkeypatch):
    path = file()
    desk = at_page(path)
    target = tmp_path / "results.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.click(desk.page.save_button)
    desk.until(lambda: "Saved" in desk.message)
    assert target.read_bytes() == results_file(count_survey(desk.window.session.opened))
    target.write_text("notes", encoding="utf-8")
    desk.click(desk.page.save_button)
    desk.until(lambda: "holds no results" in desk.message)
    assert target.read_text(encoding="utf-8") == "notes"


def test_the_whole_hash_is_copied(file, at_page):
    desk = at_page(file())
    desk.click(desk.page.hash_button)
    assert QGuiApplication.clipboard().text() == desk.page.counting.latest.results.hash
    assert desk.page.counting.latest.results.hash[:8] in desk.page.hash_button.text()


def test_what_is_recorded_beside_is_counted_anew(file, at_page):
    desk = at_page(file())
    before = desk.page.counting.latest
    session = desk.window.session
    with session.opened.twin(write=True) as twin:
        key_form(twin, Form("B001", 3, "3322222222"), operator="C01")
    session.go_on()
    desk.until(lambda: desk.page.counting.latest is not before)
    assert desk.state.startswith("5 valid forms")
    assert "市林业局" in {name for rank, name in ranking(desk) if rank.isdecimal()}


def test_a_state_that_was_counted_is_not_counted_again(file, at_page):
    desk = at_page(file())
    before = desk.page.counting.latest
    desk.window.area.show_page("log")
    desk.window.area.show_page("results")
    desk.until(lambda: not desk.page.counting.is_waiting)
    assert desk.page.counting.latest is before


def test_tabs_go_by_arrow_keys_and_every_part_is_there(file, at_page):
    desk = at_page(file())
    desk.page.tabs.setFocus()
    for part in (
        "agency",
        "charts",
        "reconciliation",
        "what_if",
        "identical",
        "errors",
        "stability",
    ):
        desk.press(K.Key_Right)
        assert desk.page.shown == part
        assert desk.page.tabs.hasFocus()
    desk.press(K.Key_Left)
    assert desk.page.shown == "errors"


def tampered(path):
    """A mark changed where the program never changes one."""
    with open_survey(path) as survey:
        (home_path,) = {survey.path}
    content = home_path.read_bytes()
    marks = FORMS["B001", 1].encode()
    assert content.count(marks) >= 2
    home_path.write_bytes(content.replace(marks, b"3" + marks[1:]))


def test_no_figure_is_given_from_a_viewed_copy_that_was_changed(file, window, home, qtbot):
    path = file()
    tampered(path)
    shown = window()
    shown.session.take(open_survey(path, home=home))
    shown.session.sign_in("Z01", PIN)
    shown.show_survey()
    shown.area.show_page("results")
    desk = Desk(shown, qtbot)
    desk.until(lambda: desk.message)
    assert desk.state == "No figures: the file does not pass its verification."
    assert desk.page.counting.latest is None
    assert not desk.page.save_button.isEnabled()
    assert ranking(desk) == []


def test_a_viewed_copy_that_is_sound_is_counted(file, window, home, qtbot):
    shown = window()
    shown.session.take(open_survey(file(), home=home))
    shown.session.sign_in("Z01", PIN)
    shown.show_survey()
    shown.area.show_page("results")
    desk = Desk(shown, qtbot)
    desk.until(lambda: desk.page.counting.latest)
    assert len(ranking(desk)) == 5


def test_figures_wait_for_the_verification(file, window, home, qtbot):
    """A file that is open at once and verified beside gives nothing until it has passed."""
    path = file()
    tampered(path)
    shown = window()
    shown.session.open(path)
    shown.session.sign_in("Z01", PIN)
    shown.show_survey()
    shown.area.show_page("results")
    page = shown.area.stack.currentWidget()
    counted: list[object] = []
    failed: list[object] = []
    page.counting.counted.connect(counted.append)
    page.counting.failed.connect(failed.append)
    assert page.head.state.text() == "The file is being verified and counted…"
    with qtbot.waitSignal(shown.session.check_failed, timeout=20_000):
        pass
    assert counted == []
    assert [type(error) for error in failed] == [UncheckedError]


@pytest.fixture
def bring_in(tmp_path):
    """Opens the panel of earlier ranks with a table of last year."""

    def begin(desk):
        table = tmp_path / "2004.csv"
        table.write_text("单位,名次,得分\n市农业局,1,98.5\n市文化局,2,97.25\n", encoding="utf-8")
        part = desk.open("agency")
        desk.click(part.panel.history_button)
        panel = part.history
        panel.file.line.setFocus()
        QTest.keyClicks(panel.file.line, str(table))
        desk.until(lambda: len(panel.list.model.rows()) == 2)
        return panel

    return begin


def test_earlier_ranks_are_seen_then_recorded_and_shown(file, at_page, bring_in):
    desk = at_page(file())
    panel = bring_in(desk)
    assert panel.state.text() == "Understood: 2 of the plan's 5 agencies."
    assert panel.year.text() == "2004"
    desk.click(panel.record_button)
    part = desk.part("agency")
    desk.until(lambda: part.history is None)
    years = part.panel.years.model
    desk.until(lambda: len(years.rows()) == 2)
    assert [row.texts for row in years.rows()] == [("2005", "1", "41.5000"), ("2004", "2", "97.25")]
    assert desk.message == "2 ranks of 2004 are on record."


def test_a_refused_act_leaves_what_was_typed(file, at_page, bring_in):
    path = file()
    desk = at_page(path, who="J01")
    panel = bring_in(desk)
    desk.click(panel.record_button)
    desk.until(lambda: desk.message)
    assert desk.part("agency").history is panel
    assert len(panel.list.model.rows()) == 2
    assert not paper_queries.history(desk.window.session.opened)


def test_a_table_that_does_not_read_says_where(file, at_page, bring_in, tmp_path):
    desk = at_page(file())
    panel = bring_in(desk)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("单位,名次\n没有这个局,1\n", encoding="utf-8")
    panel.file.line.selectAll()
    QTest.keyClicks(panel.file.line, str(wrong))
    desk.until(lambda: "没有这个局" in desk.message or "wrong.csv" in desk.message)
    assert not panel.record_button.isEnabled()
    desk.click(panel.back_button)
    assert desk.part("agency").history is None


def test_the_page_is_whole_in_every_theme_and_language(file, at_page):
    desk = at_page(file())
    session = desk.window.session
    for changes in ({"theme": "dark"}, {"theme": "contrast"}, {"language": "zh_CN"}):
        area = desk.window.area
        session.choose(replace(session.settings, **changes))
        desk.until(lambda before=area: desk.window.area is not before)
        desk.window.area.show_page("results")
        desk.until(lambda: desk.page.counting.latest)
        for part in ("agency", "charts", "reconciliation"):
            desk.page.show_part(part)
        desk.until(lambda: not desk.part("charts").view.sheet.is_waiting)
        assert desk.window.width() == 1366


def test_the_row_under_the_cursor_keeps_its_agency_when_sorted(file, at_page):
    desk = at_page(file())
    listed = desk.part("ranking").list
    listed.select("A3")
    header = listed.table.horizontalHeader()
    place = header.sectionViewportPosition(6) + 5
    QTest.mouseClick(header.viewport(), LEFT, pos=header.rect().center().__class__(place, 5))
    assert listed.table.currentIndex().data(KEY_ROLE) == "A3"
    assert [name for _, name in ranking(desk)][:2] == ["市水利局", "市农业局"]


def test_after_the_seal_the_head_says_so_and_nothing_is_taken_in(file, at_page, bring_in, home):
    path = file(FORMS | {("B001", 3): "1111111111"})
    with open_survey(path, home=home, write=True) as survey:
        seal(survey, operator="Z01", second="J01")
    desk = at_page(path)
    assert desk.state == "Edition 1, sealed: 5 valid forms are counted."
    panel = bring_in(desk)
    desk.click(panel.record_button)
    desk.until(lambda: "sealed" in desk.message)
    assert desk.part("agency").history is panel
    assert not paper_queries.history(desk.window.session.opened)
