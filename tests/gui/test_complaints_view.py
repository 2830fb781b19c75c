"""The page Complaints by keys alone: what is due, the register, deductions, pledges, requests."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.actions.complaints import enter_complaint
from desktop.actions.promises import enter_pledge, enter_request
from desktop.assess.complaints import Complaint, ComplaintState, Handling, SentBack
from desktop.assess.ledger import State
from desktop.assess.promises import Kept, Pledge, Request
from desktop.assess.working_days import Term
from desktop.store.ledger_queries import setting
from desktop.store.ledgers import COMPLAINTS, DEDUCTIONS, HOLIDAYS, PLEDGES, REQUESTS, TERMS
from tests.gui.clerk import focused
from tests.gui.ledgers import K, LedgerOffice, shown, with_rules
from tests.gui.office import PEOPLE, click, write
from tests.stations import Centre

# 20 June 2005, the page's today, is a Monday
COMPLAINT = Complaint("2005-06-17", "Hotline", "noise", "A2", Handling.OWN, "at night", "Li")
LATE = replace(COMPLAINT, received="2005-06-13")
DUE_TODAY = replace(COMPLAINT, received="2005-06-16")
IN_HAND = replace(COMPLAINT, received="2005-06-01", accepted="2005-06-02")


@pytest.fixture
def centre(tmp_path):
    return with_rules(Centre(tmp_path / "centre", 1, operators=PEOPLE, batches={"B001": 1}))


@pytest.fixture
def office(window, qtbot, centre):
    """Opens the page; these are on record."""

    def begin(*complaints, who="Z01", pledges=(), requests=()):
        with centre.opened() as survey:
            for enter, lines in (
                (enter_complaint, complaints), (enter_pledge, pledges), (enter_request, requests),
            ):  # fmt: skip
                for held in lines:
                    enter(survey, held)
        made = LedgerOffice(window(), qtbot, centre, who)
        made.page("complaints")
        return made

    return begin


def page_of(office):
    return office.page("complaints")


def part(office, name):
    """A part of the page, brought to the front."""
    page = page_of(office)
    page.show_part(name)
    office.settle()
    return page.parts[name]


def counts(due):
    return {when: int(made.text().split()[-1]) for when, made in due.when.buttons.items()}


class TestDue:
    def test_what_is_due_first_stands_first_and_days_narrow_it(self, office):
        at = office(
            IN_HAND, DUE_TODAY, LATE, COMPLAINT,
            replace(IN_HAND, finished="2005-06-10", complainant=""),
        )  # fmt: skip
        page = page_of(at)
        due = page.parts["due"]
        rows = [row[:3] for row in shown(due.panel)]
        assert rows == [
            ("2005-06-15", "5 d over", "Accept"),
            ("2005-06-20", "today", "Accept"),
            ("2005-06-21", "in 1 d", "Accept"),
            ("2005-06-23", "in 3 d", "Finish"),
        ]
        assert counts(due) == {"all": 4, "overdue": 1, "today": 1, "week": 2, "later": 0}
        assert page.head.state.text() == (
            "2005-06-20: 1 overdue, 1 due today; 4 of 5 complaints open."
        )
        click(due.when.buttons["week"])
        assert len(shown(due.panel)) == 2

    def test_enter_does_the_next_step_and_the_next_row_follows(self, office):
        at = office(LATE, DUE_TODAY)
        due = page_of(at).parts["due"]
        assert due.panel.list.table.hasFocus()
        at.record("\n", "\n")
        assert {held.accepted for held in at.held(COMPLAINTS)} == {"", "2005-06-20"}
        at.until(lambda: shown(due.panel)[0][2] == "Accept")
        assert due.panel.list.table.hasFocus()

    def test_a_click_on_the_next_step_opens_it(self, office):
        due = page_of(office(LATE)).parts["due"]
        table = due.panel.list.table
        spot = table.visualRect(table.model().index(0, 2)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
        assert due.panel.form.isVisible()
        assert due.panel.form.title.text().startswith("Accept")

    def test_a_result_is_needed_and_then_somebody_is_answered(self, office):
        at = office(IN_HAND)
        at.record("\n", "\n", "\n")
        assert at.message() == "Still missing: Result"
        at.record("fined\n")
        at.record("\n", "6-20\n")
        (held,) = at.held(COMPLAINTS)
        assert (held.finished, held.result, held.answered) == ("2005-06-20", "fined", "2005-06-20")
        assert held.state is ComplaintState.ANSWERED
        at.until(lambda: not shown(page_of(at).parts["due"].panel))


class TestRegister:
    def test_a_complaint_is_entered_with_keys_alone(self, office):
        at = office()
        panel = part(at, "register")
        at.press(K.Key_N, control=True)
        at.record("6-17\n", "3\n", "noise\n", "2\n", "\n", "A3\n", "at night\n")
        assert at.held(COMPLAINTS) == [
            Complaint(
                "2005-06-17", "Microblog", "noise", "A3", Handling.ASSIGNED, "at night"
            )
        ]  # fmt: skip
        assert panel.form.texts()["received"] == "2005-06-17"
        assert focused().accessibleName() == "Kind"

    def test_nobody_answers_who_gave_no_name(self, office):
        at = office(replace(IN_HAND, finished="2005-06-10", result="x", complainant=""))
        panel = part(at, "register")
        assert list(panel.detail.steps) == ["send-back"]

    def test_it_is_sent_back_and_finished_once_more(self, office):
        at = office(replace(IN_HAND, finished="2005-06-10", result="x"))
        panel = part(at, "register")
        panel.detail.steps["send-back"].setFocus()
        at.record("\n", "6-15\n")
        (held,) = at.held(COMPLAINTS)
        assert held.sent_back == (SentBack("2005-06-15", "2005-06-10"),)
        assert held.state is ComplaintState.ACCEPTED
        at.until(lambda: "finish" in panel.detail.steps)
        at.record("\n", "6-18\n", K.Key_End, ", again\n")
        assert at.held(COMPLAINTS)[0].result == "x, again"

    def test_it_is_extended_by_a_decision(self, office):
        at = office(IN_HAND)
        panel = part(at, "register")
        panel.detail.steps["extend"].setFocus()
        at.record("\n", "7-30\n", "the deputy head\n")
        (held,) = at.held(COMPLAINTS)
        assert (held.extended, held.extension) == ("2005-07-30", "the deputy head")
        at.until(lambda: shown(panel)[0][5] == "2005-07-30")

    def test_a_correction_needs_the_steps_before(self, office):
        at = office(replace(IN_HAND, finished="2005-06-10", result="x"))
        panel = part(at, "register")
        at.press(K.Key_F2)
        panel.form.focus("accepted")
        at.press(K.Key_Delete)
        click(panel.form.submit_button)
        at.settle()
        assert at.message() == "Enter the day it was accepted first."
        assert at.held(COMPLAINTS)[0].accepted == "2005-06-02"

    def test_a_scrutineer_is_refused_and_what_he_typed_comes_back(self, office):
        at = office(who="J01")
        panel = part(at, "register")
        at.press(K.Key_N, control=True)
        at.record("6-17\n", "3\n", "noise\n", "2\n", "\n", "A3\n", "at night\n")
        assert "J01" in at.message()
        assert panel.form.texts()["text"] == "at night"
        assert at.held(COMPLAINTS) == []


class TestProposals:
    def test_enter_drafts_and_del_passes_over(self, office):
        at = office(
            replace(IN_HAND, accepted="2005-06-10"),
            replace(
                IN_HAND,
                unit="A3",
                finished="2005-06-14",
                sent_back=(SentBack("2005-06-13", "2005-06-10"),),
            ),
        )
        panel = part(at, "proposals")
        assert [row[1:3] for row in shown(panel)] == [("单位2", "late"), ("单位3", "sent back")]
        assert [row[5] for row in shown(panel)] == ["-1", "-2"]
        tabs = page_of(at).tabs
        assert tabs.tabText(2) == "Deductions proposed"  # what stands beside it stays in its place
        panel.list.table.setFocus()
        at.press(K.Key_Delete)
        assert [row[1] for row in shown(panel)] == ["单位3"]
        at.record("\n")
        (entry,) = at.held(DEDUCTIONS)
        assert (entry.unit, entry.rule, entry.state) == ("A3", "3-1b", State.DRAFT)
        at.until(lambda: not shown(panel))
        click(panel.again_button)
        assert [row[1] for row in shown(panel)] == ["单位2"]

    def test_nothing_late_proposes_nothing(self, office):
        panel = part(office(IN_HAND), "proposals")
        assert panel.nothing.isVisible()
        assert panel.list.isHidden()


class TestSettings:
    def test_a_kind_gets_deadlines_of_its_own_and_what_is_due_follows(self, office):
        at = office(COMPLAINT)
        page = page_of(at)
        terms = part(at, "settings").terms
        terms.add_button.setFocus()
        at.press("\n", "noise")
        terms.lines[-1].accept.setValue(1)
        terms.lines[-1].accept_by.setCurrentIndex(1)
        click(terms.save_button)
        at.settle()
        held = setting(at.survey, TERMS)
        assert held is not None
        assert held.value.of("noise").accept == Term(1, working=False)
        assert held.value.of("dust").accept == Term(2, working=True)
        at.until(lambda: shown(page.parts["due"].panel)[0][0] == "2005-06-18")

    def test_a_calendar_is_pasted_and_a_wrong_line_is_named(self, office):
        at = office(COMPLAINT)
        page = page_of(at)
        calendar = part(at, "settings").calendar
        assert calendar.sum.text() == ("No holidays are entered yet: only weekends are taken out.")
        assert calendar.sum.property("tone") == "warn"
        assert calendar.text.placeholderText().split() == [
            "2005-05-01~2005-05-07", "+2005-04-23", "+2005-04-24",
        ]  # fmt: skip
        calendar.text.setFocus()
        calendar.text.insertPlainText("2005-06-20~2005-06-22\nsometime")
        assert "Line 2" in calendar.sum.text()
        click(calendar.save_button)
        assert "Line 2" in at.message()
        calendar.text.setPlainText("2005-06-20~2005-06-22\n+2005-06-25")
        assert calendar.sum.text() == "3 holidays, 1 worked weekend days"
        assert calendar.sum.property("tone") == "quiet"
        click(calendar.save_button)
        at.settle()
        held = setting(at.survey, HOLIDAYS)
        assert held is not None
        assert len(held.value.free) == 3
        at.until(lambda: shown(page.parts["due"].panel)[0][0] == "2005-06-24")

    def test_settings_are_the_supervisors(self, office):
        at = office(COMPLAINT, who="C01")
        calendar = part(at, "settings").calendar
        calendar.text.setPlainText("2005-06-20")
        click(calendar.save_button)
        at.settle()
        assert "C01" in at.message()
        assert setting(at.survey, HOLIDAYS) is None
        assert calendar.text.toPlainText() == "2005-06-20"


class TestPromises:
    def test_a_pledge_is_entered_and_found_broken(self, office):
        at = office()
        panel = part(at, "pledges")
        at.press(K.Key_N, control=True)
        at.record("6-30\n", "share\n", "2\n", "97 per cent in time\n")
        assert at.held(PLEDGES) == [Pledge("A2", "97 per cent in time", "share", "2005-06-30")]
        at.press(K.Key_Escape)
        panel.detail.steps["broken"].setFocus()
        at.record("\n", "7-1\n", "91 per cent\n")
        (held,) = at.held(PLEDGES)
        assert (held.kept, held.on, held.note) == (Kept.BROKEN, "2005-07-01", "91 per cent")
        at.until(lambda: shown(panel)[0][3] == "Broken")

    def test_a_pledge_that_is_overdue_says_so(self, office):
        at = office(pledges=[Pledge("A1", "x", "y", "2005-06-10")])
        assert shown(part(at, "pledges"))[0][3] == "10 d over"

    def test_a_request_is_entered_and_answered(self, office):
        at = office()
        panel = part(at, "requests")
        at.press(K.Key_N, control=True)
        at.record("6-1\n", "a meeting\n", "\n", "1\n", "fewer visits\n")
        request = Request("2005-06-01", "a meeting", "A1", "fewer visits")
        assert at.held(REQUESTS) == [request]
        at.press(K.Key_Escape)
        at.record("\n", "5-1\n", "done\n")
        assert at.held(REQUESTS) == [replace(request, answered="2006-05-01", answer="done")]
        at.until(lambda: shown(panel)[0][3] == "Answered")

    def test_an_answer_before_the_request_is_refused(self, office):
        at = office(requests=[Request("2005-06-01", "a meeting", "A1", "fewer visits")])
        part(at, "requests")
        at.record("\n", "2005-05-01\n", "done\n")
        assert "2005-06-01" in at.message()
        assert at.held(REQUESTS)[0].is_open


def test_the_parts_are_reached_by_alt_and_a_digit(office):
    at = office(COMPLAINT)
    page = page_of(at)
    for digit, name in enumerate(page.parts | dict.fromkeys(["register", "proposals"]), 1):
        QTest.keyClick(focused(), K(ord(str(digit))), Qt.KeyboardModifier.AltModifier)
        assert page.shown == name


def test_the_filter_finds_units_and_kinds_as_one_types(office):
    at = office(COMPLAINT, replace(COMPLAINT, unit="A3", kind="dust"))
    panel = part(at, "register")
    write(panel.list.filter, "dust")
    assert [row[2] for row in shown(panel)] == ["单位3"]


def test_without_a_rule_set_the_deductions_lead_to_the_assessment(window, qtbot, tmp_path):
    bare = Centre(tmp_path / "bare", 1, operators=PEOPLE, batches={"B001": 1})
    at = LedgerOffice(window(), qtbot, bare)
    panel = part(at, "proposals")
    assert (panel.rules_button.isVisible(), panel.hint.isVisible()) == (True, False)
    assert focused() is panel.rules_button
    with qtbot.waitSignal(page_of(at).page_requested) as asked:
        at.press(K.Key_Return)
    assert asked.args == ["assessment"]


def test_with_nothing_proposed_the_focus_stays_on_the_part(office):
    at = office(COMPLAINT)
    panel = part(at, "proposals")
    assert panel.nothing.isVisible()
    assert focused() is panel
