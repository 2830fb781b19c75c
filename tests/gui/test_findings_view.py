"""The page Findings by keys alone: entered, followed up, narrowed, made a deduction of."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from desktop.actions.findings import change_finding, enter_finding
from desktop.actions.year_sealing import seal_year
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import State
from desktop.store.ledgers import DEDUCTIONS, FINDINGS
from tests.gui.clerk import focused
from tests.gui.ledgers import K, LedgerOffice, changed_on, shown, with_rules
from tests.gui.office import PEOPLE, click
from tests.stations import Centre

FINDING = Finding(
    "2005-06-01", "J01", InspectorKind.VOLUNTEER, "A2", FindingKind.PASTIME, "played cards"
)
TOLD = replace(FINDING, verified="2005-06-02", fed_back="2005-06-03", due="2005-06-10")
ENTERED = ("5-8\n", "J07\n", "4\n", "2\n", "3\n", "played cards\n")


@pytest.fixture
def centre(tmp_path):
    return with_rules(Centre(tmp_path / "centre", 1, operators=PEOPLE, batches={"B001": 1}))


@pytest.fixture
def office(window, qtbot, centre):
    """Opens the page; these findings are on record."""

    def begin(*findings, who="Z01"):
        with centre.opened() as survey:
            for held in findings:
                enter_finding(survey, held)
        made = LedgerOffice(window(), qtbot, centre, who)
        made.page("findings")
        return made

    return begin


def page_of(office):
    return office.page("findings")


def test_a_finding_is_entered_with_keys_alone_and_the_next_one_keeps_the_inspector(office):
    at = office()
    page = page_of(at)
    assert page.panel.nothing.enter_button.isVisible()
    at.press(K.Key_N, control=True)
    at.record(*ENTERED)
    (found,) = at.held(FINDINGS)
    assert found == Finding(
        "2005-05-08", "J07", InspectorKind.PRESS, "A3", FindingKind.PASTIME, "played cards"
    )
    at.record("1\n", "1\n", "no one there\n")
    (second,) = [held for held in at.held(FINDINGS) if held != found]
    assert (second.found, second.inspector, second.unit) == ("2005-05-08", "J07", "A1")
    assert len(shown(page.panel)) == 2
    assert page.head.state.text() == "2 findings; 2 open, 0 overdue; deductions rest on 0."


def test_a_clerk_may_enter(office):
    at = office(who="C01")
    at.press(K.Key_N, control=True)
    at.record(*ENTERED)
    assert len(at.held(FINDINGS)) == 1


@pytest.mark.parametrize(
    ("keys", "name", "said"),
    [
        (("5-40\n", "J07\n", "4\n", "2\n", "3\n", "x\n"), "found", "5-40 is no day"),
        (("5-8\n", "\n", "4\n", "2\n", "3\n", "x\n"), "inspector", "Still missing: Inspector"),
        (("5-8\n", "J07\n", "4\n", "2\n", "\n", "x\n"), "unit", "Still missing: Unit"),
        (("5-8\n", "J07\n", "4\n", "2\n", "3\n", "\n"), "text", "Still missing: What was found"),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(office, keys, name, said):
    at = office()
    page = page_of(at)
    at.press(K.Key_N, control=True)
    at.record(*keys)
    assert said in at.message()
    (field,) = [held for held in page.panel.form._filled if held.field.name == name]
    assert field.has_focus()
    assert at.held(FINDINGS) == []


def test_esc_leaves_the_form_and_what_was_typed_is_there_again(office):
    at = office(FINDING)
    page = page_of(at)
    at.press(K.Key_N, control=True)
    at.press("5-9\n", "J0", K.Key_Escape)
    assert page.panel.list.table.hasFocus()
    at.press(K.Key_N, control=True)
    assert page.panel.form.texts()["inspector"] == "J0"


def test_up_and_down_bring_inspectors_of_before_and_nothing_completes_itself(office):
    at = office(FINDING, replace(FINDING, inspector="J10"), replace(FINDING, inspector="K01"))
    page = page_of(at)
    at.press(K.Key_N, control=True)
    at.press("\n", "J", K.Key_Down)
    assert page.panel.form.texts()["inspector"] == "J01"
    at.press(K.Key_Down, K.Key_Down, K.Key_Up)
    assert page.panel.form.texts()["inspector"] == "J10"
    at.press(K.Key_Backspace, "\n")
    assert page.panel.form.texts()["inspector"] == "J1"
    page.panel.form.focus("inspector")
    at.press("K", K.Key_Down)
    assert page.panel.form.texts()["inspector"] == "K01"


def test_enter_takes_the_next_step_until_the_finding_is_closed(office):
    at = office(FINDING)
    page = page_of(at)
    assert page.panel.list.table.hasFocus()
    at.record("\n", "6-2\n")
    assert at.held(FINDINGS)[0].verified == "2005-06-02"
    at.record("\n", "6-3\n", "6-30\n")
    assert at.held(FINDINGS)[0].due == "2005-06-30"
    at.record("\n", "\n", "photographs\n")
    held = at.held(FINDINGS)[0]
    assert (held.rectified, held.proof) == ("2005-06-20", "photographs")
    at.record("\n", "\n")
    assert at.held(FINDINGS)[0].closed == "2005-06-20"
    at.until(lambda: shown(page.panel)[0][4] == "Closed")
    assert not page.panel.detail.steps


def test_a_step_before_the_one_before_is_refused_and_stays_in_the_form(office):
    at = office(FINDING)
    page = page_of(at)
    at.record("\n", "2005-05-31\n")
    assert "2005-06-01" in at.message()
    assert page.panel.form.texts() == {"on": "2005-05-31"}
    assert at.held(FINDINGS) == [FINDING]


def test_f2_corrects_and_a_step_can_be_taken_back(office):
    at = office(TOLD)
    page = page_of(at)
    at.press(K.Key_F2)
    form = page.panel.form
    assert form.texts()["fed_back"] == "2005-06-03"
    for name, text in (("fed_back", ""), ("due", ""), ("inspector", "J09")):
        form.focus(name)
        at.press(text or K.Key_Delete)
    click(form.submit_button)
    at.settle()
    (held,) = at.held(FINDINGS)
    assert held == replace(FINDING, inspector="J09", verified="2005-06-02")


def test_a_correction_leaves_no_step_out(office):
    at = office(replace(TOLD, rectified="2005-06-09", proof="x"))
    page = page_of(at)
    at.press(K.Key_F2)
    page.panel.form.focus("fed_back")
    at.press(K.Key_Delete)
    click(page.panel.form.submit_button)
    at.settle()
    assert "A step is missing" in at.message()
    assert at.held(FINDINGS)[0].fed_back == "2005-06-03"


def test_half_month_state_and_unit_narrow_the_list_and_the_figures_follow(office):
    at = office(
        FINDING,
        replace(FINDING, found="2005-06-16", unit="A1"),
        TOLD,
        replace(TOLD, found="2005-05-20", fed_back="2005-05-21", due="2005-07-01"),
    )
    page = page_of(at)
    figures = {name: held.text() for name, held in page.band.figures.items()}
    assert figures == {"units": "2", "items": "4", "open": "4", "overdue": "1", "before": "0"}
    assert page.head.state.text().startswith("4 findings; 4 open, 1 overdue")
    page.band.period.setFocus()
    at.press(K.Key_Down, K.Key_Down)
    assert page.band.period.currentText() == "6/2005, 1st to 15th"
    figures = {name: held.text() for name, held in page.band.figures.items()}
    assert figures == {"units": "1", "items": "2", "open": "2", "overdue": "1", "before": "1"}
    assert {row[4] for row in shown(page.panel)} == {"10 d over", "Found"}
    page.panel.state.setCurrentIndex(page.panel.state.findData("overdue"))
    assert [row[5] for row in shown(page.panel)] == ["2005-06-10"]
    page.band.period.setCurrentIndex(0)
    page.panel.state.setCurrentIndex(0)
    page.panel.unit.setCurrentIndex(page.panel.unit.findData("A1"))
    assert [row[0] for row in shown(page.panel)] == ["2005-06-16"]


def test_a_verified_finding_becomes_a_draft_with_keys_alone(office):
    at = office(replace(FINDING, verified="2005-06-02"))
    page = page_of(at)
    page.draft_button.setFocus()
    at.press("\n")
    assert page.deduction.list.filter.hasFocus()
    sections = [row.texts[0] for row in page.deduction.list.shown_rows()]
    assert not [section for section in sections if section.startswith("六")]
    at.press("4-4\n", "3\n")
    assert page.deduction.points.text() == "Points deducted: 6"
    at.record(K.Key_End, "\n")
    (entry,) = at.held(DEDUCTIONS)
    assert (entry.unit, entry.rule, entry.facts.count) == ("A2", "4-4", 3)
    assert (entry.state, entry.text) == (State.DRAFT, "played cards")
    assert entry.office == page.deduction.office.itemText(page.deduction.office.count() - 1)
    at.until(lambda: page.draft_button.text() == "Another deduction…")
    page.draft_button.setFocus()
    at.press("\n", "4-4\n", "3\n")
    at.press(K.Key_End, "\n")
    at.until(lambda: "already" in page.message.text.text())
    assert len(at.held(DEDUCTIONS)) == 1


def test_only_a_verified_finding_offers_a_deduction(office):
    page = page_of(office(FINDING))
    assert page.draft_button.isHidden()
    page.begin_deduction()
    assert page.message.text.text() == "Verify the finding first."


def test_two_versions_stand_side_by_side_until_one_is_taken(office, centre):
    (station,) = centre.stations
    with centre.opened() as survey:
        enter_finding(survey, FINDING)
    centre.tell(station)
    for machine, text in ((station, "slept"), (centre.supervisor, "smoked")):
        changed_on(
            machine, FINDINGS, change_finding, lambda held, text=text: replace(held, text=text)
        )
    centre.merge(station)
    at = office()
    page = page_of(at)
    assert shown(page.panel)[0][4] == "In dispute"
    at.press("\n")
    texts = [held.text() for held in page.panel.versions.buttons]
    assert texts == ["Take version 1", "Take version 2"]
    assert focused() is page.panel.versions.buttons[0]
    other = page.panel.case.line.others[0]
    at.record(K.Key_Tab, "\n")
    assert at.held(FINDINGS) == [other]
    at.until(lambda: shown(page.panel)[0][4] == "Found")


def test_what_the_sealed_year_refuses_comes_back_into_the_form(office, centre):
    with centre.opened() as survey:
        seal_year(survey, "2005-12-31", second="Z01")
    at = office()
    page = page_of(at)
    at.press(K.Key_N, control=True)
    at.record(*ENTERED)
    assert "its ledgers are closed" in at.message()
    assert page.panel.form.texts()["text"] == "played cards"
    assert at.held(FINDINGS) == []


def test_the_paper_of_the_half_month_is_written_beside_the_window(office, tmp_path):
    at = office(FINDING, replace(FINDING, found="2005-06-20"))
    page = page_of(at)
    page._ask_folder = lambda *_: str(tmp_path / "papers")
    page.band.period.setCurrentIndex(page.band.period.findData("2005-06-01"))
    click(page.band.paper_button)
    at.settle()
    (paper,) = (tmp_path / "papers").iterdir()
    assert paper.name in at.message()
    text = "".join(held.extract_text() for held in PdfReader(paper).pages)
    assert "2005-06-15" in text
    assert "2005-06-16" not in text


def test_what_is_typed_outlives_a_change_of_look(office):
    at = office()
    at.press(K.Key_N, control=True)
    at.press("5-8\n", "J07\n", "4\n")
    session, before = at.window.session, at.window.area
    session.choose(replace(session.settings, theme="dark"))
    at.until(lambda: at.window.area is not before)
    page = page_of(at)
    at.until(page.panel.form.isVisible)
    texts = page.panel.form.texts()
    assert (texts["found"], texts["inspector"], texts["inspector_kind"]) == (
        "2005-05-08", "J07", "press",
    )  # fmt: skip
    assert QApplication.activeModalWidget() is None
