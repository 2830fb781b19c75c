"""The page Plan: read, printed, taken over; approvals put on record by clicks and keys."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.store import paper_queries
from desktop.store.survey_file import open_survey
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import read_plan
from desktop.views import paper_buttons
from desktop.views.form_preview import FormPreview
from desktop.views.parts import filled
from desktop.views.plan_view import PlanView
from desktop.views.rule_pane import RulePane
from desktop.views.theme import load_theme
from desktop.words import CHINESE, ENGLISH
from tests.gui.conftest import PIN, survey_at
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import named

ENTER = Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton
PEOPLE = {"Z01": ("supervisor",), "J01": ("scrutineer",)}


@pytest.fixture
def begin(window, file, home, qtbot):
    """Puts somebody before the page of a survey founded on this plan."""

    def make(plan: Plan | None = None, *, who: str = "Z01", **options: Any) -> PlanView:
        made = window()
        made.session.take(survey_at(file(plan, operators=PEOPLE, **options), home))
        made.session.sign_in(who, PIN)
        made.show_survey()
        made.area.show_page("plan")
        view = made.area.stack.currentWidget()
        qtbot.waitUntil(lambda: bool(view.head.state.text()))
        return view  # type: ignore[no-any-return]

    return make


def approvals(view: PlanView) -> list[str]:
    found = paper_queries.approvals(view._session.opened)
    return [name for held in found for name in held.names]


def approve(view: PlanView, names: str) -> None:
    view.show_section("approvals")
    panel = view.panel("approvals")
    panel.names.setFocus()  # type: ignore[attr-defined]
    panel.names.insert(names)  # type: ignore[attr-defined]  # as an input method does
    QTest.keyClick(panel.names, ENTER)  # type: ignore[attr-defined]


def shown(view: QWidget) -> str:
    return view.text.toPlainText()  # type: ignore[attr-defined, no-any-return]


def test_the_page_says_when_the_plan_was_frozen_and_what_it_says(begin):
    view = begin()
    assert view.head.title.text() == "评议"
    assert "Frozen on 8 May 2006" in view.head.state.text()
    assert "Nobody's approval is on record yet." in view.head.state.text()
    text = shown(view.panel("facts"))
    for part in ("3 × 2 = 6 cells", "内容1", "基本满意", "单位互评", "规则性填写", "top 5"):
        assert part in text
    assert view._session.opened.plan_hash in text.replace(" ", "").replace("\u00a0", "")


def test_agencies_are_filtered_as_one_types(begin, qtbot):
    view = begin()
    qtbot.mouseClick(view.sections.buttons["agencies"], LEFT)
    table = view.panel("agencies").table
    assert [row.texts[:3] for row in table.model.rows()] == [
        ("1", "A1", "单位1"), ("2", "A2", "单位2"), ("3", "A3", "单位3"),
    ]  # fmt: skip
    QTest.keyClicks(table.filter, "A2")
    assert table.model.rowCount() == 1
    assert table.count.text() == "1 of 3"


def test_parts_are_reached_by_keys(begin):
    view = begin()
    view.sections.focus()
    QTest.keyClick(view.sections.buttons["facts"], Qt.Key.Key_Right)
    QTest.keyClick(view.sections.buttons["agencies"], Qt.Key.Key_Space)
    assert view.stack.currentWidget() is view.panel("agencies")


@pytest.mark.parametrize("section", ["facts", "rule"])
def test_long_texts_are_scrolled_by_keys(begin, section):
    view = begin(shipped_plan("2005"))
    view.show_section(section)
    area = view.panel(section)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    first = area.verticalScrollBar().value()
    assert first > 0
    text = area.text if section == "facts" else area.pane.text
    QTest.mouseClick(text.viewport(), LEFT)
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > first


def test_names_go_on_record_and_stand_in_the_head(begin, qtbot):
    view = begin()
    approve(view, "王主任，李副主任、陈监票")
    qtbot.waitUntil(lambda: "陈监票" in view.head.state.text())
    assert approvals(view) == ["王主任", "李副主任", "陈监票"]
    panel = view.panel("approvals")
    assert panel.names.text() == ""
    assert [row.texts[0] for row in panel.table.model.rows()] == approvals(view)
    assert panel.table.model.rows()[0].texts[2] == "Z01"
    assert "On record" in view.message.text.text()
    assert not panel.nothing.isVisible()


@pytest.mark.parametrize("names", ["", " ,、 "])
def test_no_name_is_no_approval(begin, qtbot, names):
    view = begin()
    approve(view, names)
    qtbot.waitUntil(lambda: bool(view.message.text.text()))
    assert approvals(view) == []


def test_a_name_that_is_on_record_is_refused_and_stays_typed(begin, qtbot):
    view = begin()
    approve(view, "王主任")
    qtbot.waitUntil(lambda: "On record" in view.message.text.text())
    approve(view, "王主任")
    qtbot.waitUntil(lambda: "王主任" in view.message.text.text() and not view._acting.is_busy)
    assert approvals(view) == ["王主任"]
    assert view.panel("approvals").names.text() == "王主任"


def test_a_scrutineer_may_read_and_not_approve(begin, qtbot):
    view = begin(who="J01")
    approve(view, "王主任")
    qtbot.waitUntil(lambda: "supervisor" in view.message.text.text())
    assert approvals(view) == []
    assert view.panel("approvals").names.text() == "王主任"


def test_after_sealing_nothing_is_approved(begin, qtbot):
    view = begin(batches=())
    survey = view._session.opened
    waivers = [Waiver(held.kind, held.place, "演练") for held in obstacles(survey)]  # type: ignore[attr-defined]
    seal(survey, waivers, operator="Z01")
    approve(view, "王主任")
    qtbot.waitUntil(lambda: "sealed" in view.message.text.text().lower())
    assert approvals(view) == []


def test_a_copy_that_is_only_viewed_shows_all_and_records_nothing(
    window, file, tmp_path, home, qtbot
):
    path = file()
    made = window()
    made.session.take(open_survey(path, home=type(home)(tmp_path / "elsewhere")))
    made.show_survey()
    made.area.show_page("plan")
    view = made.area.stack.currentWidget()
    qtbot.waitUntil(lambda: bool(view.head.state.text()))
    approve(view, "王主任")
    qtbot.waitUntil(lambda: bool(view.message.text.text()))
    assert approvals(view) == []


def test_the_plan_is_saved_as_a_file_that_reads_as_the_same_plan(
    begin, qtbot, tmp_path, monkeypatch
):
    view = begin()
    target = tmp_path / "方案"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(view.save_plan, LEFT)
    written = tmp_path / "方案.json"
    qtbot.waitUntil(lambda: str(written) in view.message.text.text())
    assert read_plan(written.read_text(encoding="utf-8")) == view._session.opened.plan
    assert json.loads(written.read_text(encoding="utf-8"))["title"] == "评议"


def test_a_folder_that_takes_no_file_is_named(begin, qtbot, tmp_path, monkeypatch):
    view = begin()
    target = tmp_path / "none" / "a.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(view.save_plan, LEFT)
    qtbot.waitUntil(lambda: str(target) in view.message.text.text())


def test_a_new_plan_begins_from_this_one(begin, qtbot):
    view = begin()
    with qtbot.waitSignal(view.plan_edit_requested) as asked:
        qtbot.mouseClick(view.begin_plan, LEFT)
    assert asked.args == [view._session.opened.plan]


def test_the_form_is_shown_and_saved_as_it_is_printed(begin, qtbot, tmp_path, monkeypatch):
    view = begin(small_plan(60))
    qtbot.mouseClick(view.sections.buttons["form"], LEFT)
    panel = view.panel("form")
    qtbot.waitUntil(lambda: panel.preview.paper.pages == 2)
    target = tmp_path / "表.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(panel.papers.save_button, LEFT)
    qtbot.waitUntil(lambda: str(target) in view.message.text.text())
    assert target.read_bytes().startswith(b"%PDF")


def test_the_form_goes_to_the_printer(begin, qtbot, monkeypatch):
    printed: list[bytes] = []
    monkeypatch.setattr(paper_buttons, "printers", lambda: ["P"])
    monkeypatch.setattr(paper_buttons, "printer_named", lambda name: name)
    monkeypatch.setattr(paper_buttons, "print_pdf", lambda content, _: printed.append(content))
    view = begin()
    qtbot.mouseClick(view.sections.buttons["form"], LEFT)
    qtbot.mouseClick(view.panel("form").papers.print_button, LEFT)
    qtbot.waitUntil(lambda: "printer P" in view.message.text.text())
    assert printed[0].startswith(b"%PDF")


@pytest.fixture
def host(qtbot, qapp) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


@pytest.fixture
def preview(host, qtbot) -> FormPreview:
    made = FormPreview(load_theme("light", 100), ENGLISH, host)
    filled(host).addWidget(made)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_the_form_follows_the_plan_while_it_is_written(preview, qtbot):
    assert "as soon as" in preview.paper.nothing.text()
    preview.show_plan(small_plan(3))
    qtbot.waitUntil(lambda: preview.paper.pages == 1)
    preview.show_plan(small_plan(60))
    qtbot.waitUntil(lambda: preview.paper.pages == 2)
    preview.show_plan(None)
    assert preview.paper.pages == 0
    qtbot.waitUntil(lambda: not preview.is_waiting)
    assert "as soon as" in preview.paper.nothing.text()


def test_a_form_that_is_no_longer_wanted_does_not_come(preview, qtbot):
    preview.show_plan(small_plan(60))
    qtbot.waitUntil(lambda: preview._work.is_busy)
    preview.show_plan(None)
    qtbot.waitUntil(lambda: not preview.is_waiting)
    assert not preview.paper._drawing.is_open
    assert preview.paper.nothing.isVisible()


def test_a_form_that_cannot_be_printed_says_why(preview, qtbot):
    preview.show_plan(small_plan(named("😀局")))
    qtbot.waitUntil(lambda: "U+1F600" in preview.paper.nothing.text())
    preview.show_plan(small_plan(3))
    qtbot.waitUntil(lambda: preview.paper.pages == 1)


def test_nothing_is_laid_out_while_nobody_sees_it(host, qtbot):
    made = FormPreview(load_theme("light", 100), ENGLISH, host)
    filled(host).addWidget(made)
    made.show_plan(small_plan(3))
    assert not made.is_waiting
    host.show()
    qtbot.waitUntil(lambda: made.paper.pages == 1)


@pytest.fixture
def pane(host) -> RulePane:
    made = RulePane(load_theme("light", 100), ENGLISH, host)
    filled(host).addWidget(made)
    host.show()
    return made


def test_the_rule_pane_shows_the_worked_example_of_the_rules(pane):
    pane.show_plan(shipped_plan("2005"))
    text = shown(pane)
    for score in ("95.1649 points", "91.3571", "95.1677", "86.5135", "19.0330", "−3.8078"):
        assert score in text
    for part in ("6,213", "10,834 valid forms", "The usual rule gives the same.", "of 110"):
        assert part in text
    assert "Score = sum of the dimension scores" in text


def test_the_rule_pane_follows_the_plan(pane):
    plan = shipped_plan("2005")
    pane.show_plan(plan)
    pane.show_plan(replace(plan, scoring=replace(plan.scoring, denominator="forms")))
    text = shown(pane)
    assert "91.3571 points" in text
    assert "this plan gives 3.8078 less" in text
    capped = replace(plan.scoring, dimensions="sum", cap=Fraction(19))
    pane.show_plan(replace(plan, scoring=capped))
    assert "does not go with the other options" in shown(pane)
    pane.show_plan(None)
    assert "as soon as the plan is sound" in shown(pane)


def test_scores_of_two_full_marks_are_not_taken_from_one_another(pane):
    pane.show_plan(shipped_plan("four-grades"))
    assert "The usual rule gives 325.63 of 400." in shown(pane)


def test_the_rule_pane_is_as_high_as_what_it_says(pane, host):
    pane.show_plan(shipped_plan("2005"))
    wide = pane.text.height()
    assert wide > 1000
    assert not pane.text.verticalScrollBar().maximum()
    host.resize(450, 600)
    assert pane.text.height() > wide
    assert not pane.text.horizontalScrollBar().maximum()


def test_the_rule_stands_there_in_chinese(host):
    made = RulePane(load_theme("light", 100), CHINESE, host)
    made.show_plan(shipped_plan("2005"))
    assert "22×满意＋17×基本满意＋11×不满意" in made.text.toPlainText()


def test_names_are_text_and_never_markup(pane):
    plan = small_plan(dimensions=[{"code": "D1", "name": "<b>粗</b>&", "points": 20}])
    pane.show_plan(plan)
    assert shown(pane).count("<b>粗</b>&") == 2


def test_a_plan_file_name_is_proposed_from_the_title(begin, qtbot, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *given: (asked.append(given[2]), ("", ""))[1],  # type: ignore[func-returns-value]
    )
    view = begin()
    qtbot.mouseClick(view.save_plan, LEFT)
    assert [Path(name).name for name in asked] == ["评议.json"]
