"""Documents of the year from their pages: every button, stopped, refused, into any folder."""

from dataclasses import replace
from fractions import Fraction

import pytest
from pypdf import PdfReader

from desktop.actions.composite import set_composite
from desktop.actions.consequences import (
    confirm_consequences,
    consequence_lines,
    import_bands,
)
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.findings import enter_finding
from desktop.actions.letter_keeping import keep_letter
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.assess.composite import Component, ComponentKind
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.year import CompositeSetting, Confirmation, LastBands
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS
from desktop.tally.letter import Letter
from desktop.views import paper_writing
from tests.gui.office import PEOPLE, Office, click
from tests.plans import Objects, small_plan
from tests.stations import Centre

AGENCIES: Objects = [
    {"code": "A1", "name": "甲局", "group": "G1", "vertical": True},
    {"code": "A2", "name": "乙局", "group": "G1"},
    {"code": "A3", "name": "丙局", "group": "G1"},
]
GRAVE = Entry("A1", "4-2", Facts(), "2005-03-01", "办公室", document="通报第3期")
FINDING = Finding("2005-06-01", "J01", InspectorKind.VOLUNTEER, "A2", FindingKind.PASTIME, "打牌")
PHONE = Component(
    "phone", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(10), {},
    {"A1": Fraction(4), "A2": Fraction(5), "A3": Fraction(3)}, "民调中心",
)  # fmt: skip
HEART = "评议\U0001f496办"
"""No font of ours has it."""


def deduct(survey, entry):
    made = enter_deduction(survey, entry, on="2005-03-02", operator="Z01")
    for state in (State.VERIFIED, State.CIRCULARISED, State.COUNTED):
        (line,) = lines(survey, DEDUCTIONS, begins=made.id)
        move_deduction(survey, line, state, on="2005-03-03", operator="Z01")


@pytest.fixture
def centre(tmp_path):
    """甲局 fails for the second time, the others excel; one finding, one component."""
    made = Centre(tmp_path / "中心", 0, operators=PEOPLE, plan=small_plan(AGENCIES))
    with made.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")
        for case in range(5):
            deduct(survey, replace(GRAVE, case=str(case)))
        import_bands(survey, LastBands(2004, "2004年通报", {"A1": "fail"}), operator="Z01")
        set_composite(survey, CompositeSetting((PHONE,)), operator="Z01")
        enter_finding(survey, FINDING)
        found = {(it.unit, it.rule.code) for it in consequence_lines(survey)}
        confirm_consequences(survey, [Confirmation(*it, "2006-01-10", "1号") for it in found])
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def beside(monkeypatch):
    """Nothing may be laid out in this process."""
    monkeypatch.delattr(paper_writing, "_filled_here")


def offered(office, name):
    """The row of buttons of a page."""
    page = office.page(name)
    return page.papers if name == "composite" else page.lines.papers


def asked(papers, folder):
    """Every button of a row, pressed once, one after the other."""
    papers.ask_folder = lambda *_: str(folder)
    yield from papers.buttons.values()


@pytest.mark.usefixtures("beside")
def test_every_button_writes_its_documents_beside_the_window(office, tmp_path):
    folder = tmp_path / "年度 文件" / "第 1 次"
    for name in ("consequences", "composite"):
        for button in asked(offered(office, name), folder):
            click(button)
            office.settle()
            assert " written" in office.message(), button.text()
    page = office.page("findings")
    page._ask_folder = lambda *_: str(folder)
    click(page.band.paper_button)
    office.settle()
    names = {path.name.partition("-")[0] for path in folder.iterdir()}
    assert names == {
        "What follows from the assessment.pdf", "Composite evaluation.pdf",
        "Half", "Letter to the superior", "Rectification notice",
        *(f"Circular of {what}.{kind}" for what in ("commendation", "criticism")
          for kind in ("pdf", "docx")),
    }  # fmt: skip


@pytest.mark.usefixtures("beside")
def test_the_office_s_letter_is_on_them(office, tmp_path):
    keep_letter(office.survey.home, office.survey.id, Letter(office="市评议办"))
    papers = offered(office, "consequences")
    papers.ask_folder = lambda *_: str(tmp_path / "out")
    click(papers.buttons["commendation", "commendation-text"])
    office.settle()
    text = "".join(it.extract_text() for it in PdfReader(*tmp_path.glob("out/*.pdf")).pages)
    assert "市评议办" in text


@pytest.mark.usefixtures("beside")
def test_what_is_stopped_leaves_nothing_behind(office, tmp_path):
    papers, folder = offered(office, "consequences"), tmp_path / "out"
    papers.ask_folder = lambda *_: str(folder)
    click(papers.buttons["consequences",])
    office.until(papers.bar.isVisible)
    click(papers.bar.stop_button)
    office.settle()
    assert office.message() == "Stopped: nothing was kept."
    assert list(folder.iterdir()) == []
    assert not papers.bar.isVisible()


@pytest.mark.usefixtures("beside")
def test_what_cannot_be_printed_is_named_in_its_own_sentence(office, tmp_path):
    keep_letter(office.survey.home, office.survey.id, Letter(office=HEART))
    papers, folder = offered(office, "consequences"), tmp_path / "out"
    papers.ask_folder = lambda *_: str(folder)
    click(papers.buttons["criticism", "criticism-text"])
    office.settle()
    assert "U+1F496" in office.message()
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file_is_named(office, tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    papers = offered(office, "composite")
    papers.ask_folder = lambda *_: str(tmp_path / "out")
    click(papers.buttons["composite",])
    office.settle()
    assert str(tmp_path / "out") in office.message()
    assert (tmp_path / "out").read_bytes() == b"mine"


@pytest.mark.usefixtures("beside")
def test_where_there_is_nothing_to_write_it_says_so(window, qtbot, tmp_path):
    bare = Centre(tmp_path / "bare", 0, operators=PEOPLE, plan=small_plan(AGENCIES))
    with bare.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")
    begun = Office(window(), qtbot, bare)
    papers = offered(begun, "consequences")
    papers.ask_folder = lambda *_: str(tmp_path / "out")
    click(papers.buttons["superior", "superior-text"])
    begun.settle()
    assert begun.message() == "There is nothing to write of this kind yet."
