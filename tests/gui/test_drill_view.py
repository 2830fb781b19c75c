"""The page Practice: ten papers and a score, and nothing of it in the survey."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.models.practice import (
    Paper,
    PracticeList,
    fewest_presses,
    practice_papers,
    practice_plan,
)
from desktop.models.work_meter import WorkMeter
from desktop.tally.form import Form
from desktop.tally.marks import check_marks
from desktop.views.drill_view import DrillView
from desktop.views.practice_paper import PaperSheet
from desktop.views.theme import load_theme
from tests.gui.clerk import Clerk, focused, is_whole
from tests.plans import grade_values, shipped_plan, small_plan
from tests.stations import record_count, tables

K = Qt.Key
WRONG = {"1": "2", "2": "3", "3": "1", "0": "1", "x": "1"}


class Learner(Clerk):
    """Somebody at the page Practice, keying papers as they are."""

    @property
    def page(self) -> DrillView:  # type: ignore[override]
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, DrillView)
        return page

    @property
    def figures(self):
        return [held.text() for held in self.page.score.figures]

    @property
    def mistakes(self):
        return self.page.score.mistakes.stringList()

    @property
    def papers(self):
        assert self.page.worklist
        return self.page.worklist.papers

    def key_paper(self, paper, marks=""):
        self.open()
        self.type("v1" if paper.is_void else (marks or paper.marks).replace("x", "*"))
        self.finish()

    def key_all(self, changed=None):
        """Every paper as it is, or with other marks by number."""
        for paper in list(self.papers):
            self.key_paper(paper, (changed or {}).get(paper.number, ""))


@pytest.fixture
def learner(at_work):
    def begin(plan=None):
        learner = Learner(at_work(plan or small_plan(4, 2), batch="").window)
        assert learner.window.area
        learner.window.area.show_page("drill")
        return learner

    return begin


def plain(papers):
    """A paper that is nothing special."""
    return next(held for held in papers if not held.is_void and "x" not in held.marks)


def changed(marks, cell):
    return marks[:cell] + WRONG[marks[cell]] + marks[cell + 1 :]


def test_papers_keyed_as_they_are_score_full(learner):
    learner = learner()
    assert focused() is learner.page.start_button
    learner.press(K.Key_Return)
    learner.key_all()
    assert learner.page.stack.currentWidget() is learner.page.score
    assert learner.figures[:2] == ["72 of 72", "10 of 10"]
    assert learner.mistakes == []
    assert not learner.page.score.list.isVisible()
    assert focused() is learner.page.score.again_button


def test_a_wrong_cell_is_named(learner):
    learner = learner()
    learner.press(K.Key_Return)
    paper = plain(learner.papers)
    learner.key_all({paper.number: changed(paper.marks, 5)})
    assert learner.figures[:2] == ["71 of 72", "9 of 10"]
    on_paper = paper.marks[5]
    told = f"form {paper.number}, row 003, 内容2: paper {on_paper}, keyed {WRONG[on_paper]}"
    assert learner.mistakes == [told]


def test_nothing_of_a_practice_is_on_record_or_in_the_stretch_of_work(learner, home):
    learner = learner()
    before, held = record_count(learner.survey), tables(learner.survey)
    meter = learner.window.stretch.meter
    learner.press(K.Key_Return)
    learner.key_all()
    assert (record_count(learner.survey), tables(learner.survey)) == (before, held)
    assert meter.is_empty
    learner.session.journals.drain()
    assert not home.journal(learner.survey.id, "practice").path.exists()


def test_a_void_paper_kept_and_a_good_one_voided_are_mistakes():
    plan = small_plan(4, 2)
    papers = (Paper(1, "xxxxxxxx", is_void=True), Paper(2, "11111111"), Paper(3, "11111111"))
    worklist = PracticeList(plan, papers)
    worklist.keyed = {
        1: Form("P", 1, "xxxxxxxx"), 2: Form("P", 2, "", "V1"), 3: Form("P", 3, "11111112")
    }  # fmt: skip
    score = worklist.score(WorkMeter())
    assert (score.forms, score.clean, score.cells, score.right) == (3, 0, 16, 7)
    assert [held.cell for held in score.mistakes] == [None, None, 7]


def test_again_brings_other_papers(learner):
    learner = learner(small_plan(20, 3))
    learner.press(K.Key_Return)
    first = learner.papers
    learner.open()
    learner.type("7")
    learner.press(K.Key_Escape, K.Key_Escape)
    assert focused() is learner.page.start_button
    learner.press(K.Key_Return)
    learner.key_paper(learner.papers[0])
    learner.press(K.Key_Escape)
    assert learner.figures[1] == "1 of 1"
    learner.press(K.Key_Return)
    assert learner.papers != first
    assert learner.panel.number.text() == "P-001"


def test_other_numbers_than_the_papers_left_are_refused(learner):
    learner = learner()
    learner.press(K.Key_Return)
    learner.key_paper(learner.papers[0])
    for text, number in (("1", "F11"), ("11", "F12"), ("B001-002", "F13")):
        learner.panel.number.selectAll()
        learner.open(text)
        assert (learner.number, learner.desk.form) == (number, None)
    learner.panel.number.selectAll()
    learner.open("5")
    assert learner.page.paper.name.text() == "Paper P-005"


def test_the_paper_is_turned_with_the_row_and_by_its_buttons(learner):
    learner = learner(small_plan(40, 2))
    learner.press(K.Key_Return)
    learner.open()
    paper, sheet = learner.page.paper, learner.page.paper.sheet
    assert (sheet.pages, sheet.page_rows, sheet.page) == (2, 15, 0)
    learner.click(paper.on_button)
    assert (sheet.page, focused()) == (1, learner.panel.grid)
    learner.press(K.Key_PageUp, modifier=Qt.KeyboardModifier.AltModifier)
    assert sheet.page == 0
    learner.type("7" * 15)
    assert sheet.page == 1
    assert paper.page.text() == "page 2 of 2"
    assert not paper.on_button.isEnabled()
    learner.type("-")
    assert sheet.page == 0


def test_paper_and_form_stand_whole_beside_each_other(learner):
    learner = learner(shipped_plan("2005"))
    learner.press(K.Key_Return)
    learner.open()
    panel, page = learner.panel, learner.page
    assert not panel.map.isVisible()
    for held in (page.paper.sheet, page.paper.on_button, panel.grid, panel.agency):
        assert is_whole(held, learner.window)
    assert page.paper.sheet.height() > 440


def test_a_practice_outlives_a_lock_but_not_the_page(learner, home):
    learner = learner()
    learner.press(K.Key_Return)
    learner.open()
    learner.type("12")
    learner.page.put_away()
    learner.window.area.activate()
    learner.type("3")
    assert learner.marks == "123·····"
    learner.session.journals.drain()
    assert not home.journal(learner.survey.id, "practice").path.exists()


def test_the_strip_says_where_esc_leads(learner):
    learner = learner()
    learner.press(K.Key_Return)
    texts = {held.text() for held in learner.page.strip.findChildren(QLabel)}
    assert "end the practice" in texts
    assert "F10" not in texts


@pytest.mark.parametrize("grades", [2, 3, 4, 6])
def test_papers_hold_marks_of_the_plan_and_what_is_to_be_learnt(grades):
    values = grade_values(*map(str, range(grades, 0, -1)))
    plan = practice_plan(small_plan(50, 5, grades=values))
    papers = practice_papers(plan, 7)
    assert len(plan.agencies) == 30
    for paper in papers:
        check_marks(plan, paper.marks)
    assert sum(paper.is_void for paper in papers) == 1
    assert any(paper.marks.count("x") == 1 for paper in papers)
    assert any("0" * 10 in paper.marks for paper in papers)
    assert papers == practice_papers(plan, 7)
    assert papers != practice_papers(plan, 8)


def test_the_smallest_plan_has_papers_too():
    plan = practice_plan(small_plan(1, 1))
    assert all(len(paper.marks) == 1 for paper in practice_papers(plan, 1))


@pytest.mark.parametrize(
    ("marks", "presses"),
    [("111111", 5), ("112111", 7), ("123111", 7), ("111000", 4), ("x11111", 6), ("1xx111", 7)],
)
def test_the_fewest_presses_of_a_paper(marks, presses):
    plan = small_plan(2, 3)
    assert fewest_presses(plan, Paper(1, marks)) == presses


@pytest.mark.parametrize("grades", [3, 6])
def test_each_mark_looks_otherwise_on_paper(qtbot, grades):
    values = grade_values(*map(str, range(grades, 0, -1)))
    plan = small_plan(2, 8, grades=values)
    pictures, held = [], QWidget()
    qtbot.addWidget(held)
    for mark in "123x0":
        sheet = PaperSheet(plan, load_theme("light", 100), held)
        sheet.resize(560, 480)
        sheet.paper = Paper(1, mark + "1" * 15)
        pictures.append(sheet.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
