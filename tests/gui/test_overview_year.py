"""What is due in the year's ledgers stands in the overview, and each line leads to its page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.actions.complaints import enter_complaint
from desktop.actions.consequences import confirm_consequence, withdraw_confirmation
from desktop.actions.deductions import enter_deduction, today
from desktop.actions.findings import change_finding, enter_finding
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.actions.terms import shipped_terms
from desktop.actions.year_sealing import seal_year
from desktop.assess.complaints import Complaint, Handling
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import Entry
from desktop.assess.points import Facts
from desktop.assess.working_days import Holidays
from desktop.assess.year import Confirmation
from desktop.models.year_due import read_year_due
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import CONFIRMATIONS, FINDINGS
from desktop.views.page_list import page_title
from tests.gui.clerk import focused
from tests.gui.office import PEOPLE, Office
from tests.plans import small_plan
from tests.stations import Centre

COMING = 2100
"""A plan's year that is not over."""
OF_YEAR = {
    f"{page_title(page)} ›" for page in ("assessment", "findings", "complaints", "consequences")
}
FINDING = Finding(
    "2005-03-01", "监督员01", InspectorKind.VOLUNTEER, "A2", FindingKind.PASTIME, "上班打牌",
    fed_back="2005-03-02", due="2005-03-12",
)  # fmt: skip


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path / "centre", 0, operators=PEOPLE)


@pytest.fixture
def office(window, qtbot, centre):
    """Whoever is named at the overview, after these acts."""

    def begin(*acts, who="Z01"):
        with centre.opened() as survey:
            for act in acts:
                act(survey)
        return Office(window(), qtbot, centre, who)

    return begin


def rules(survey):
    choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")


def draft(survey):
    entry = Entry("A1", "1-1a", Facts(), "2005-03-01", "市委办公室", document="第3期")
    enter_deduction(survey, entry, operator="Z01")


def complain(survey, received="2005-03-01"):
    held = Complaint(received, "hotline", "服务态度", "A1", Handling.OWN, "无人接待", "某市民")
    enter_complaint(survey, held, operator="Z01")


def due_today(survey):
    """Received so long ago that it is to be accepted today, by the terms that are shipped."""
    now, term = date.fromisoformat(today(survey)), shipped_terms().standard.accept
    days = (now - timedelta(days=back) for back in range(60))
    complain(survey, next(day for day in days if term.ends(day, Holidays()) == now).isoformat())


def rectified(survey, **changes):
    held = Confirmation("A1", "commend", "2005-12-30", "第1号", deadline="2006-01-31", **changes)
    confirm_consequence(survey, held, operator="Z01")


def errands_of(office):
    return office.page("overview")._panels["glance"].errands


def shown(errands):
    return {
        key: (line.number.text(), line.what.text(), line.where.text(), line.page.text())
        for key, line in errands.lines.items()
        if line.page.text() in OF_YEAR
    }


def waits_for(office, errands, *keys):
    office.until(lambda: list(shown(errands)) == list(keys))
    return shown(errands)


def kinds(centre):
    with centre.opened() as survey:
        return [(held.kind, len(held.units)) for held in read_year_due(survey)]


def test_nothing_of_the_year_stands_there_while_nobody_uses_it(office):
    errands = errands_of(office())
    assert shown(errands) == {}
    assert not errands.of_year.isVisible()


def test_what_is_due_stands_below_with_its_units(office):
    begun = office(complain, lambda survey: enter_finding(survey, FINDING, operator="Z01"))
    errands = errands_of(begun)
    told = waits_for(begun, errands, "complaints-overdue", "findings-overdue")
    assert told["complaints-overdue"] == ("1", "complaints are overdue", "单位1", "Complaints ›")
    assert told["findings-overdue"][2:] == ("单位2", "Findings ›")
    assert errands.of_year.isVisible()


def test_a_line_leads_to_its_page(office):
    begun = office(rules, draft)
    errands = errands_of(begun)
    waits_for(begun, errands, "drafts", "unconfirmed")
    errands.lines["drafts"].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert begun.window.area.page == "assessment"


def test_a_complaint_of_today_is_due_and_not_overdue(centre):
    with centre.opened() as survey:
        due_today(survey)
    assert kinds(centre) == [("complaints-today", 1)]


def test_what_was_to_be_done_by_a_day_is_due_until_it_is_done(centre):
    with centre.opened() as survey:
        rules(survey)
        rectified(survey)
    assert ("deadlines", 1) in kinds(centre)
    with centre.opened() as survey:
        rectified(survey, done="2006-01-20")
    assert "deadlines" not in dict(kinds(centre))


def test_nothing_is_due_of_what_was_taken_back(centre):
    with centre.opened() as survey:
        rules(survey)
        rectified(survey)
        (line,) = lines(survey, CONFIRMATIONS)
        withdraw_confirmation(survey, line, "考评结果已变", "2006-02-01", operator="Z01")
    assert "deadlines" not in dict(kinds(centre))


def test_consequences_wait_only_once_the_year_is_over(tmp_path):
    coming = Centre(tmp_path / "coming", 0, operators=PEOPLE, plan=small_plan(year=COMING))
    over = Centre(tmp_path / "over", 0, operators=PEOPLE)
    for held in (coming, over):
        with held.opened() as survey:
            rules(survey)
    assert kinds(coming) == []
    assert kinds(over) == [("unconfirmed", 3)]


def test_a_line_in_dispute_waits_for_a_decision_and_for_nothing_else(tmp_path):
    both = Centre(tmp_path / "both", 1)
    (station,) = both.stations
    with station.open() as survey:
        enter_finding(survey, FINDING)
    both.merge(station)
    for machine, text in ((both.supervisor, "甲"), (station, "乙")):
        with machine.open() as survey:
            (line,) = lines(survey, FINDINGS)
            change_finding(survey, line, replace(FINDING, text=text))
    both.merge(station)
    assert kinds(both) == [("disputed-of-findings", 1)]


def test_a_sealed_year_waits_for_nothing(centre):
    with centre.opened() as survey:
        rules(survey)
        complain(survey)
        seal_year(survey, "2005-12-31", second="J01", operator="Z01")
    assert kinds(centre) == []
