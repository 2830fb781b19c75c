"""The plan editor: from a template and a workbook of agencies to a founded survey, by keys."""

import json
import time

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.assets import resource
from desktop.models.plan_drafts import unfinished
from desktop.store import paper_queries
from desktop.tally.plan_draft import ROWS, draft_value
from desktop.tally.plan_draft_findings import section_of
from desktop.tally.plan_reading import plan_to_json, read_plan
from tests import open_window, plans
from tests.plans import shipped_plan, small_plan
from tests.surveys import founded

ENTER, TAB, ESC, INSERT, F8 = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Insert, Qt.Key.Key_F8,
)  # fmt: skip
UP, DOWN, SPACE, DELETE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Delete
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(window, tmp_path, monkeypatch):
    """Opens the editor on a plan's value, or on the choice of what to begin from."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()

    def open_on(value=None):
        shown = window()
        if value is None:
            shown.edit_plan()
        else:
            shown.edit_plan(a_file(tmp_path, value))
        return shown._editor

    return open_on


def a_file(folder, value, name="plan.json"):
    path = folder / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def plan_value(*given, **changes):
    """A plan with nothing to put right and nothing to think over."""
    return plans.plan_value(*given, **{"cut": {"top": 1, "bottom": 1}} | changes)


def press(*keys, **held):
    """Keys one by one: the first opens a cell, and the others go into it."""
    for key in keys:
        for each in key if isinstance(key, str) else (key,):
            open_window.press(each, **held)
            QApplication.processEvents()  # a cell is left a moment after Enter


def workbook(path, rows):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("单位", 0)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def jump(editor, key):
    press(getattr(Qt.Key, f"Key_{key}"), modifier=ALT)


def focused():
    return QApplication.focusWidget()


def said(editor):
    return editor.message.text.text()


def at(editor, place):
    return editor.draft.at(place)


class TestTheWholePath:
    def test_from_a_template_and_a_workbook_to_a_founded_survey(self, editor, tmp_path, qtbot):
        page = editor()
        window = page.window()
        press(DOWN, ENTER)  # the first of the shipped plans, under the empty one
        assert page.draft.value["title"] == "2005年度万人评议机关活动"
        names = [f"第{number}局" for number in range(1, 121)]
        rows = [
            ["序号", "单位名称", "类别"],
            *([n, name, "政府部门"] for n, name in enumerate(names, 1)),
        ]
        jump(page, 2)
        page.desk.agencies.take_file(workbook(tmp_path / "单位.xlsx", rows))
        panel = page.desk.agencies.panel
        qtbot.waitUntil(panel.replace.isEnabled)
        assert panel.model.rowCount() == 120
        press(ENTER)
        assert [row["name"] for row in page.draft.value["agencies"]] == names
        jump(page, 0)
        press("甲", ENTER, "乙", ENTER, ENTER, SPACE)
        assert page.desk.freeze.mode == "drill"
        shown = page.draft.findings.plan
        path = tmp_path / "new.pingyi"
        page.desk.freeze.file.line.setText(str(path))
        press(ENTER)
        survey = window.session.opened
        assert survey.path == path
        assert survey.plan == shown
        assert plan_to_json(survey.plan)["agencies"][119]["name"] == "第120局"
        assert [held.names for held in paper_queries.approvals(survey)] == [("甲", "乙")]
        assert window._editor is None
        assert window.area is not None
        assert not unfinished(window.session.home)

    def test_the_hash_is_of_the_plan_that_was_shown(self, editor, tmp_path):
        page = editor(plan_to_json(shipped_plan("four-grades")))
        window = page.window()
        page.draft.change("cut.top", 4)
        page.draft.approve(("甲",))
        page.desk.freeze._choose_mode("drill")
        page.desk.freeze.file.line.setText(str(tmp_path / "new"))
        page.save_as(tmp_path / "saved.json")
        page.desk.freeze.enter.click()
        path = tmp_path / "other.pingyi"
        plan = read_plan((tmp_path / "saved.json").read_text(encoding="utf-8"))
        with founded(path, plan) as other:
            assert window.session.opened.plan_hash == other.plan_hash

    def test_what_is_lacking_is_asked_for_one_by_one(self, editor):
        page = editor(plan_value(title=""))
        jump(page, 0)
        page.desk.freeze.enter.click()
        assert page.desk.section == "title"
        assert "Something has to stand here" in said(page)
        assert focused() is page.desk.sections["title"].parts[0].line
        press("评议")
        page.desk.freeze.enter.click()
        assert focused() is page.desk.freeze.name
        press("甲", ENTER)
        page.desk.freeze.enter.click()
        assert focused() is page.desk.freeze.modes["drill"]
        assert page.window().session.survey is None

    def test_a_name_twice_is_refused(self, editor):
        page = editor(plan_value())
        jump(page, 0)
        press("甲", ENTER, "甲", ENTER)
        assert "stands among those" in said(page)
        assert page.draft.names == ("甲",)
        page.desk.freeze.names.setFocus()
        page.desk.freeze.names.setCurrentRow(0)
        press(DELETE)
        assert page.draft.names == ()

    def test_a_file_that_is_there_is_no_place_for_a_survey(self, editor, tmp_path):
        page = editor(plan_value())
        (tmp_path / "there.pingyi").write_text("x", encoding="utf-8")
        page.draft.approve(("甲",))
        page.desk.freeze._choose_mode("drill")
        page.desk.freeze.file.line.setText(str(tmp_path / "there.pingyi"))
        page.desk.freeze.enter.click()
        assert "there.pingyi" in said(page)
        assert page.draft is not None


class TestBeginning:
    def test_the_start_page_leads_here_and_back(self, window):
        shown = window()
        shown.start.show_form("found")
        shown.start.found_panel.write.click()
        assert shown.stack.currentWidget() is shown._editor
        shown._editor.back_button.click()
        assert shown.stack.currentWidget() is shown.start

    def test_a_chosen_plan_is_changed(self, window, tmp_path):
        shown = window()
        shown.start.show_form("found")
        shown.start.found_panel.change.click()
        assert shown.stack.currentWidget() is shown.start
        shown.start.found_panel.take_plan(a_file(tmp_path, plan_value(title="旧")))
        shown.start.found_panel.change.click()
        assert shown.stack.currentWidget().draft.value["title"] == "旧"

    def test_the_plan_of_a_survey(self, editor, tmp_path):
        founded(tmp_path / "old.pingyi", small_plan(title="去年")).close()
        page = editor()
        page.begin_panel.file.setFocus()
        press(str(tmp_path / "old.pingyi"), ENTER)
        assert page.draft.value["title"] == "去年"
        assert page.draft.path is None

    def test_a_file_that_is_no_plan_is_refused_and_the_choice_stays(self, editor, tmp_path):
        page = editor()
        (tmp_path / "a.json").write_text("{,", encoding="utf-8")
        page.begin_panel.file.setFocus()
        press(str(tmp_path / "a.json"), ENTER)
        assert "cannot be read from line 1" in said(page)
        assert page.draft is None

    def test_an_unsound_plan_is_no_reason_to_refuse_it(self, editor):
        page = editor(plan_value(agencies=[], colour="red"))
        assert "colour" in said(page)
        assert page.desk.problems.isVisible()

    def test_from_the_work_area_and_back(self, at_work, file):
        clerk = at_work()
        clerk.window.edit_plan(small_plan(title="新"))
        assert clerk.window._editor.draft.value["title"] == "新"
        clerk.window._editor.back_button.click()
        assert clerk.window.stack.currentWidget() is clerk.window.area


class TestFields:
    def test_a_mistake_is_framed_said_and_listed_and_goes_again(self, editor, qtbot):
        page = editor(plan_value())
        field = page.desk.sections["title"].parts[1]
        field.line.setFocus()
        press(DELETE, Qt.Key.Key_Backspace)
        qtbot.waitUntil(page.desk.problems.isVisible)
        assert "border" in field.line.styleSheet()
        assert "1900" in field.note.text()
        assert page.desk.list.item(0).text().startswith("✕")
        press("5")
        qtbot.waitUntil(page.desk.problems.isHidden)
        assert not field.line.styleSheet()
        assert page.desk.list.item(0).text().startswith("✓")

    def test_enter_in_the_list_of_mistakes_goes_to_the_field(self, editor):
        page = editor(plan_value(cut={"top": 5, "bottom": 2000}, title=""))
        page.desk.problems.list.setFocus()
        press(DOWN, ENTER)
        assert page.desk.section == "scoring"
        assert focused() is page.desk.sections["scoring"].part_of("cut.bottom").line
        press(F8)
        assert page.desk.section == "title"

    @pytest.mark.parametrize(
        ("place", "text", "value"),
        [
            ("title", " 新 ", "新"),
            ("year", "２００６", 2006),
            ("year", "x", "x"),
            ("scoring.cap", "20", "20"),
            ("scoring.cap", "", None),
            ("scoring.trim", "5%", "0.05"),
            ("validity.quorum", "50 %", "0.5"),
            ("validity.max_blank.share", "1/2", "1/2"),
            ("second_keying.percent", "100", 100),
        ],
    )
    def test_what_is_typed_is_what_the_plan_holds(self, editor, place, text, value):
        page = editor(plan_value())
        page.desk.go_to(place)
        focused().selectAll()
        press(DELETE)
        press(text)
        assert at(page, place) == value

    def test_a_share_of_blanks_takes_a_reason_and_gives_it_up(self, editor):
        page = editor(plan_value())
        page.desk.go_to("validity.max_blank.share")
        press("1/2")
        assert at(page, "validity.max_blank") == {"share": "1/2", "reason": "V4"}
        focused().selectAll()
        press(DELETE)
        assert at(page, "validity.max_blank") is None

    def test_a_choice_says_what_it_means(self, editor):
        page = editor(plan_value())
        page.desk.go_to("scoring.channels")
        press(DOWN)
        assert at(page, "scoring.channels") == "weighted"
        assert "weights" in page.desk.sections["scoring"].part_of("scoring.channels").note.text()

    def test_equal_scores_are_told_apart_in_the_order_chosen(self, editor):
        page = editor(plan_value())
        page.desk.go_to("scoring.tie_break")
        press(DOWN, DOWN, TAB, DOWN)
        assert at(page, "scoring.tie_break") == ["positive", "top_grade"]

    def test_a_group_gets_weights_of_its_own(self, editor):
        page = editor(plan_value())
        table = page.desk.sections["channels"].weights.table
        page.desk.go_to("groups[0].weights")
        press(SPACE)
        assert at(page, "groups[0].weights") == {"C1": "1", "C2": "1"}
        table.setCurrentIndex(table.model().index(0, 3))
        press(ENTER)
        press("0.4", ENTER)
        assert at(page, "groups[0].weights") == {"C1": "1", "C2": "0.4"}

    def test_the_rule_and_the_form_are_shown_where_they_are_written(self, editor, qtbot):
        page = editor(plan_value())
        jump(page, 7)
        assert page.desk.sections["scoring"].pane.isVisible()
        jump(page, 9)
        preview = page.desk.sections["pages"].preview
        qtbot.waitUntil(lambda: not preview.is_waiting)


class TestTables:
    def table(self, editor, name):
        page = editor(plan_value())
        page.desk.go_to(f"{name}[0].name")
        return page, page.desk.sections[section_of(name)].part_of(name)

    def test_cells_are_typed_over(self, editor):
        page, _ = self.table(editor, "agencies")
        press("新局", ENTER)
        assert at(page, "agencies[0].name") == "新局"

    def test_rows_are_added_moved_and_taken_out(self, editor):
        page, _ = self.table(editor, "dimensions")
        press(INSERT, "第三项", ENTER)
        names = [row["name"] for row in page.draft.value["dimensions"]]
        assert names == ["内容1", "第三项", "内容2"]
        assert at(page, "dimensions[1].code") == "D3"
        press(UP, modifier=ALT)
        assert at(page, "dimensions[0].name") == "第三项"
        press(DELETE, modifier=CTRL)
        assert [row["name"] for row in page.draft.value["dimensions"]] == ["内容1", "内容2"]

    def test_an_empty_table_takes_its_first_row_with_enter(self, editor):
        page = editor(plan_value(dimensions=[]))
        page.desk.go_to("dimensions")
        press(ENTER)
        press("服务", ENTER)
        assert at(page, "dimensions[0].name") == "服务"

    def test_space_sets_a_flag(self, editor):
        page, part = self.table(editor, "agencies")
        part.focus_on("agencies[1].vertical")
        press(SPACE)
        assert at(page, "agencies[1].vertical") is True

    def test_a_group_is_chosen_from_those_there_are(self, editor):
        groups = [{"code": "G1", "name": "政府"}, {"code": "G2", "name": "党群"}]
        page = editor(plan_value(groups=groups))
        page.desk.go_to("agencies[1].group")
        assert focused().currentIndex().data() == "政府"
        press(ENTER)
        press(DOWN, TAB)
        assert at(page, "agencies[1].group") == "G2"

    def test_a_cell_that_is_wrong_says_why_under_the_table(self, editor, qtbot):
        page, part = self.table(editor, "agencies")
        page.draft.change("agencies[2].name", "单位1")
        qtbot.waitUntil(page.desk.problems.isVisible)
        page.desk.go_to("agencies[2].name")
        assert part.wrong.text() == "“单位1” stands in row 1 already."

    def test_a_block_of_cells_is_pasted_into_other_tables(self, editor):
        page, _ = self.table(editor, "channels")
        QGuiApplication.clipboard().setText("互评\t5200\t0.4\n读者\t\t0.3\n窗口\t80\t0.3\n")
        press(Qt.Key.Key_V, modifier=CTRL)
        found = [tuple(row.values()) for row in page.draft.value["channels"]]
        assert found == [
            ("C1", "互评", 5200, "0.4"), ("C2", "读者", None, "0.3"), ("C3", "窗口", 80, "0.3"),
        ]  # fmt: skip

    def test_cells_are_copied_as_a_spreadsheet_takes_them(self, editor):
        _, part = self.table(editor, "agencies")
        part.table.selectAll()
        press(Qt.Key.Key_C, modifier=CTRL)
        text = QGuiApplication.clipboard().text()
        assert text.splitlines()[0] == "A1\t单位1\t\t政府部门\tno\t—"


class TestAgenciesFromOutside:
    def pasted(self, editor, text):
        page = editor(plan_value())
        page.desk.go_to("agencies[0].name")
        QGuiApplication.clipboard().setText(text)
        press(Qt.Key.Key_V, modifier=CTRL)
        return page, page.desk.agencies.panel

    def test_what_is_pasted_is_shown_before_it_is_taken(self, editor):
        page, panel = self.pasted(editor, "单位\t类别\n甲局\t新类\n\t新类\n")
        assert panel.isVisible()
        assert panel.model.rowCount() == 1
        assert "Row 3: has no name" in panel.problems.item(0).text()
        assert "新类" in panel.title.text()
        assert len(page.draft.value["agencies"]) == 3
        press(ENTER)
        assert [row["name"] for row in page.draft.value["agencies"]] == ["甲局"]
        assert [row["name"] for row in page.draft.value["groups"]] == ["新类"]
        assert not panel.isVisible()
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert len(page.draft.value["agencies"]) == 3

    def test_escape_takes_nothing(self, editor):
        page, panel = self.pasted(editor, "甲局\n")
        press(ESC)
        assert not panel.isVisible()
        assert len(page.draft.value["agencies"]) == 3

    def test_adding_says_first_what_is_there_already(self, editor):
        page, panel = self.pasted(editor, "单位2\n新局\n")
        panel.add.click()
        assert panel.isVisible()
        assert "already" in panel.message.text.text()
        panel.add.click()
        names = [row["name"] for row in page.draft.value["agencies"]]
        assert names == ["单位1", "单位2", "单位3", "新局"]

    def test_a_column_is_taken_for_something_else(self, editor):
        page, panel = self.pasted(editor, "甲局\t第一局\n乙局\t第二局\n")
        panel.lists[1].setFocus()
        press(UP)  # from the short name to the name
        assert panel.lists[0].currentData() is None
        panel.replace.click()
        assert [row["name"] for row in page.draft.value["agencies"]] == ["第一局", "第二局"]

    @pytest.mark.parametrize(
        ("name", "content", "word"),
        [
            ("a.xlsx", b"PK\x03\x04 no workbook", "no workbook"),
            ("a.xls", b"\xd0\xcf\x11\xe0", "no workbook"),
            ("gone.csv", None, "cannot be read"),
        ],
    )
    def test_a_file_that_does_not_read_says_so(self, editor, qtbot, tmp_path, name, content, word):
        page = editor(plan_value())
        if content:
            (tmp_path / name).write_bytes(content)
        page.desk.show_section("agencies")
        page.desk.agencies.take_file(tmp_path / name)
        panel = page.desk.agencies.panel
        qtbot.waitUntil(lambda: word in panel.message.text.text())
        assert not panel.replace.isEnabled()

    def test_csv_in_gb18030(self, editor, qtbot, tmp_path):
        page = editor(plan_value())
        (tmp_path / "a.csv").write_bytes("单位,简称\n甲局,甲\n".encode("gb18030"))
        page.desk.show_section("agencies")
        page.desk.agencies.take_file(tmp_path / "a.csv")
        qtbot.waitUntil(page.desk.agencies.panel.replace.isEnabled)
        page.desk.agencies.panel.replace.click()
        assert at(page, "agencies[0].short") == "甲"


class TestUndo:
    def test_keys_in_one_field_are_one_step(self, editor):
        page = editor(plan_value())
        press("abc")
        page.desk.go_to("year")
        press(Qt.Key.Key_Backspace, "6")
        assert (at(page, "title"), at(page, "year")) == ("评议abc", 2006)
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert at(page, "year") == 2005
        assert page.desk.sections["title"].parts[1].line.text() == "2005"
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert at(page, "title") == "评议"
        assert focused() is page.desk.sections["title"].parts[0].line
        press(Qt.Key.Key_Y, modifier=CTRL)
        assert at(page, "title") == "评议abc"
        press(Qt.Key.Key_Z, modifier=CTRL)
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert page.draft.is_filed
        assert not page.undo_button.isEnabled()

    def test_a_row_that_was_taken_out_comes_back(self, editor):
        page = editor(plan_value())
        page.desk.go_to("agencies[1].name")
        press(DELETE, modifier=CTRL)
        jump(page, 1)
        press(Qt.Key.Key_Z, modifier=CTRL)
        assert at(page, "agencies[1].name") == "单位2"
        assert page.desk.section == "agencies"


class TestNothingIsLost:
    def test_after_a_crash_the_draft_is_offered_and_goes_on(self, editor, window, qtbot, home):
        page = editor(plan_value())
        press("新")
        page.draft.approve(("甲",))
        drafts = home.root / "plans"
        qtbot.waitUntil(lambda: any(drafts.glob("draft-*.json")), timeout=5000)
        page.draft._keeping.stop()
        again = window()
        again.edit_plan()
        first = again._editor.begin_panel.list.item(0).text()
        assert first.startswith("Go on with a draft: 评议新, 3 agencies")
        again.activateWindow()
        again._editor.begin_panel.list.setFocus()
        QTest.keyClick(again._editor.begin_panel.list, ENTER)
        assert again._editor.draft.value == page.draft.value
        assert again._editor.draft.names == ("甲",)

    def test_closing_at_once_keeps_the_last_key(self, editor, home):
        page = editor(plan_value())
        press("新")
        page.window().close()
        held = json.loads(next((home.root / "plans").glob("draft-*.json")).read_bytes())
        assert held["value"]["title"] == "评议新"

    def test_what_was_not_changed_leaves_no_draft(self, editor, home):
        page = editor(plan_value())
        page.back_button.click()
        assert not list((home.root / "plans").glob("draft-*"))

    def test_another_plan_leaves_the_first_on_the_list(self, editor):
        page = editor(plan_value())
        press("新")
        page.other_button.click()
        assert "评议新" in page.begin_panel.list.item(0).text()
        page.begin_panel.remove.click()
        assert page.begin_panel.list.item(0).text() == "An empty plan"

    def test_a_draft_that_does_not_read_is_put_aside(self, editor, home):
        folder = home.root / "plans"
        folder.mkdir(parents=True)
        (folder / "draft-1.json").write_text("{", encoding="utf-8")
        (folder / "draft-2.json").write_text('{"value": {}, "path": 3}', encoding="utf-8")
        page = editor()
        press(ENTER)
        assert "put aside" in said(page)
        assert not list(folder.glob("*.json"))

    def test_a_change_of_look_keeps_what_is_written(self, editor, home):
        page = editor(plan_value())
        press("新")
        page.window()._make_again()
        assert list((home.root / "plans").glob("draft-*.json"))


class TestFiles:
    def test_saved_and_opened_again(self, editor, tmp_path, monkeypatch):
        page = editor(plan_value())
        press("新")
        path = tmp_path / "kept.json"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        press(Qt.Key.Key_S, modifier=CTRL)
        assert str(path) in said(page)
        assert page.head.state.text() == "As in kept.json"
        assert read_plan(path.read_text(encoding="utf-8")).title == "评议新"
        assert '\n  "title": "评议新"' in path.read_text(encoding="utf-8")
        press("者")
        assert page.head.state.text().startswith("Changed since kept.json")

    def test_an_unsound_plan_is_saved_as_it_stands(self, editor, tmp_path):
        page = editor(plan_value(title=""))
        page.save_as(tmp_path / "kept")
        held = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
        assert draft_value(held)[0] == page.draft.value

    def test_a_place_that_refuses_is_told(self, editor, tmp_path):
        page = editor(plan_value())
        page.save_as(tmp_path / "none" / "kept.json")
        assert "cannot be written" in said(page)
        assert page.draft.path != tmp_path / "none" / "kept.json"


MISTAKES = [
    "title", "year", "dont_know", "offline", "second_keying.percent", "cut", "cut.top",
    "cut.bottom", "scoring.cap", "scoring.trim", "scoring.min_votes", "scoring.denominator",
    "scoring.dimensions", "scoring.channels", "scoring.missing_channel", "scoring.exclude_self",
    "scoring.tie_break", "scoring.display.scale", "scoring.display.decimals",
    "validity.max_blank.share", "validity.max_blank.reason", "validity.one_grade",
    "validity.quorum", "validity.returned_above_issued", "groups[0].weights",
    *(name for name in ROWS),
    *(f"{name}[0].{key}" for name, row in ROWS.items() for key in row if key != "weights"),
]  # fmt: skip


@pytest.fixture
def full_desk(editor):
    value = plan_value(
        bands=[{"code": "B1", "name": "优", "from": None, "to": None}],
        adjustments=[{"agency": "A1", "points": "1", "reason": "r"}],
        vetoes=[{"agency": "A1", "band": "B1", "reason": "r"}],
        pages=[{"rows": 3, "check": "1"}],
        validity={"max_blank": {"share": "1/2", "reason": "V4"}},
    )
    return editor(value).desk


def test_every_place_has_its_field_and_its_name(full_desk):
    for place in MISTAKES:
        section = full_desk.sections[section_of(place)]
        part = section.part_of(place)
        assert part.holds(place) or part.is_within(place), place
        assert section.name_of(place), place
        full_desk.go_to(place)
        assert full_desk.section == section_of(place)
        assert part.isAncestorOf(focused()) or focused() is part, place


def test_every_key_of_a_plan_is_written_somewhere(full_desk):
    for key in full_desk.draft.value:
        part = full_desk.sections[section_of(key)].part_of(key)
        assert part.holds(key) or part.is_within(key), key


def longest(keys):
    """Seconds of this thread's own that the slowest of these keys took, painting included."""
    took = []
    for key in keys:
        began = time.thread_time()  # other programs on the machine are not the window's fault
        press(key)
        QApplication.processEvents()
        took.append(time.thread_time() - began)
    return max(took)


def test_no_key_waits_with_120_agencies(editor, qtbot):
    page = editor(json.loads(resource("plans", "2005.json").read_text(encoding="utf-8")))
    page.desk.go_to("agencies[60].name")
    qtbot.waitUntil(lambda: len(page.desk.sections) == 10)
    took = {"cell": longest([*"abcdefghij", ENTER]), "rows": longest([INSERT, "x", ENTER])}
    began = time.thread_time()
    page.draft._look()
    QApplication.processEvents()
    took["look"] = time.thread_time() - began
    page.desk.go_to("title")
    took["line"] = longest("abcdefghij")
    assert max(took.values()) < 0.1, took
    assert at(page, "agencies[60].name") == "abcdefghij"
