"""What a hurried clerk types into the year's ledgers, and what the acts say to it."""

from dataclasses import replace

import pytest

from desktop.actions.bands_table import BandYearError, read_bands_table
from desktop.actions.complaints import enter_complaint
from desktop.actions.deductions import (
    DayAheadError,
    OfficeMissingError,
    RuleUnknownError,
    correct_deduction,
    enter_deduction,
    move_deduction,
    today,
)
from desktop.actions.entry_table import read_entry_table
from desktop.actions.errors import FileInvalidError, ObstaclesError
from desktop.actions.findings import enter_finding
from desktop.actions.ledgers import change_line
from desktop.actions.proposals import (
    FindingDraftedError,
    check_undrafted,
    complaint_proposals,
    draft_of_finding,
)
from desktop.actions.rule_sets import choose_rules
from desktop.actions.terms import CalendarTwiceError, read_calendar, set_holidays
from desktop.actions.year_sealing import seal_year, year_obstacles
from desktop.assess.complaints import Complaint, Handling
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import State
from desktop.store import kinds
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS, FINDINGS
from tests.surveys import keyed
from tests.year_lines import ENTRY, RULES

CASE = Complaint("2006-04-27", "热线", "投诉", "A1", Handling.OWN, "无人接待")
FOUND = Finding(
    "2006-03-01", "监督员01", InspectorKind.VOLUNTEER, "A2", FindingKind.PASTIME, "上班打牌",
    verified="2006-03-02",
)  # fmt: skip


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "s.pingyi", ["112233"]) as held:
        choose_rules(held, RULES)
        yield held


def in_state(survey, *days, entry=ENTRY):
    """The entry as a draft and, by these days, verified, counted, withdrawn."""
    made = enter_deduction(survey, entry, on="2006-03-01")
    for day, state in zip(days, (State.VERIFIED, State.COUNTED, State.WITHDRAWN), strict=False):
        (line,) = lines(survey, DEDUCTIONS, begins=made.id)
        move_deduction(survey, line, state, on=day)
    return made.id


def test_a_day_of_another_century_is_refused_wherever_it_is_typed(survey):
    late = "2106-03-01"
    line_id = in_state(survey)
    (line,) = lines(survey, DEDUCTIONS, begins=line_id)
    for act in (
        lambda: enter_deduction(survey, replace(ENTRY, date=late)),
        lambda: enter_deduction(survey, ENTRY, on=late),
        lambda: correct_deduction(survey, line, replace(ENTRY, date=late)),
        lambda: move_deduction(survey, line, State.VERIFIED, on=late),
        lambda: enter_complaint(survey, replace(CASE, received=late)),
        lambda: enter_finding(survey, replace(FOUND, found=late)),
    ):
        with pytest.raises(DayAheadError, match="2106-03-01 has not come yet"):
            act()
    assert len(lines(survey, DEDUCTIONS)) == 1


def test_what_got_such_a_day_on_another_computer_can_be_withdrawn(survey):
    in_state(survey)
    (line,) = lines(survey, DEDUCTIONS)
    ahead = replace(line.value, states={State.DRAFT: "2006-03-01", State.VERIFIED: "2106-03-01"})
    change_line(survey, DEDUCTIONS, line, ahead, kind=kinds.DEDUCTION_VERIFIED)
    (line,) = lines(survey, DEDUCTIONS)
    move_deduction(survey, line, State.WITHDRAWN, on="2106-03-01")
    assert year_obstacles(survey, "2006-03-31") == []


def test_an_entry_without_its_office_is_told_the_offices(survey):
    with pytest.raises(OfficeMissingError, match="监察局"):
        enter_deduction(survey, replace(ENTRY, office=" "))


def test_the_seal_waits_for_what_counts_only_later(survey):
    late = in_state(survey, "2006-03-02", "2006-12-05")
    gone = in_state(survey, "2006-03-02", "2006-03-03", "2006-12-05")
    idle = in_state(survey, "2006-03-02")
    (line,) = lines(survey, DEDUCTIONS, begins=idle)
    move_deduction(survey, line, State.WITHDRAWN, on="2006-12-05")
    found = {held.place for held in year_obstacles(survey, "2006-03-31")}
    assert found == {late[:8], gone[:8]}
    with pytest.raises(ObstaclesError):
        seal_year(survey, "2006-03-31", second="监票人")
    assert year_obstacles(survey) == year_obstacles(survey, "2006-12-05") == []


def test_a_complaint_that_nobody_dealt_with_is_proposed_from_the_day_after_its_term(survey):
    enter_complaint(survey, CASE)
    assert complaint_proposals(survey, "2006-05-01") == []
    (proposal,) = complaint_proposals(survey, "2006-05-02")
    assert (proposal.purpose, proposal.entry.rule) == ("overdue", "3-1a")
    assert complaint_proposals(survey) == complaint_proposals(survey, today(survey))


def test_a_finding_is_drafted_by_a_rule_once(survey):
    enter_finding(survey, FOUND)
    (line,) = lines(survey, FINDINGS)
    with pytest.raises(RuleUnknownError, match="9-9"):
        draft_of_finding(RULES, line, "9-9", "2006-03-02")
    check_undrafted(survey, line, "4-4")
    entry = replace(draft_of_finding(RULES, line, "4-4", "2006-03-02"), office="监察局")
    made = enter_deduction(survey, entry, on="2006-03-03")
    with pytest.raises(FindingDraftedError, match=made.id[:8]):
        check_undrafted(survey, line, "4-4")
    check_undrafted(survey, line, "4-6")
    (held,) = lines(survey, DEDUCTIONS)
    move_deduction(survey, held, State.WITHDRAWN, on="2006-03-03")
    check_undrafted(survey, line, "4-4")


def test_a_day_is_not_free_and_worked(survey):
    with pytest.raises(CalendarTwiceError, match="2006-05-01"):
        set_holidays(survey, read_calendar("2006-05-01\n+2006-05-01"))


def test_two_rows_that_say_the_same_a_day_left_out_and_a_day_to_come_are_named(survey, tmp_path):
    path = tmp_path / "台账.csv"
    row = "A1,4-4,{},监察局\n"
    days = ("2006-03-01", "2006-03-01", "", "2106-03-01")
    path.write_text("单位,细则,日期,依据提供单位\n" + "".join(map(row.format, days)), "utf-8")
    with pytest.raises(FileInvalidError) as caught:
        read_entry_table(survey, path)
    said = [(held.place, held.sentence()) for held in caught.value.problems]
    assert [place for place, _ in said] == ["3", "4", "5"]
    texts = ("says what row 2 says", "names no day", "2106-03-01 has not come yet")
    assert all(text in line for text, (_, line) in zip(texts, said, strict=True))


@pytest.mark.parametrize("year", [-5, 0, 2003, 2005, 2106])
def test_last_years_bands_are_of_the_year_before(survey, tmp_path, year):
    path = tmp_path / "档次.csv"
    path.write_text("单位,档次\nA1,优秀\n", "utf-8")
    with pytest.raises(BandYearError, match="those of 2004"):
        read_bands_table(survey, path, year, "")
    assert read_bands_table(survey, path, 2004, "").bands
