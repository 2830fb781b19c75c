"""What the daily report says, beside what the survey's own queries say."""

from collections import Counter
from dataclasses import replace

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import close_batch
from desktop.actions.comparing import survey_error_rates
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.keying import key_form
from desktop.actions.merging import revoke
from desktop.actions.network import note_network
from desktop.actions.operators import register_operator
from desktop.actions.paper_errors import DateWrongError
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.sample_centre import Centre as Demo
from desktop.actions.sample_forms import sample_batches
from desktop.actions.sealing import Waiver, obstacle_groups, seal
from desktop.actions.second_keying import key_second
from desktop.actions.working import log_work
from desktop.papers.daily import daily_rows
from desktop.store import day_queries, form_queries, kinds, overview_queries, queries
from desktop.tally.forecast import Lack, Left, forecast
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.days import may, moments, set_clock, worked
from tests.plans import keyed_once, shipped_plan, small_plan
from tests.stations import PIN, Centre
from tests.surveys import founded

PEOPLE = {"C01": "clerk", "C02": "clerk", "Z01": "supervisor", "J01": "scrutineer"}


def iso(day):
    return may(day).isoformat()


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", small_plan(second_keying={"percent": 50})) as survey:
        set_clock(survey, 8)
        for code, role in PEOPLE.items():
            register_operator(survey, code, name=f"{code}名", roles=[role], pin=PIN)
        register_batch(survey, Slip("B001", "C1", 4))
        yield survey


def key(survey, *numbers, batch="B001", marks="111111", void="", operator="C01"):
    for number in numbers:
        key_form(survey, Form(batch, number, marks, void), operator=operator)


def agrees(survey, report):
    """Every figure that another query of the survey gives too, on its last evening."""
    whole = overview_queries.total(overview_queries.batch_progress(survey))
    rows = list(queries.batch_rows(survey))
    channels = report.channels
    assert sum(held.registered for held in channels) == sum(row.slip for row in rows)
    assert sum(held.keyed for held in channels) == whole.keyed == sum(row.keyed for row in rows)
    assert sum(held.valid for held in channels) == sum(row.valid for row in rows)
    assert sum(held.left for held in channels) == whole.left
    assert all(held.keyed == held.valid + sum(held.void) + held.unsettled for held in channels)
    void = Counter(reason for _, _, reason in queries.void_forms(survey))
    for at, reason in enumerate(report.reasons):
        assert sum(held.void[at] for held in channels) == void[reason.code]
    waiting = sum(len(form_queries.awaiting(survey, slip.code)) for slip in queries.slips(survey))
    assert (report.second.done, report.second.due) == (whole.second_keyed, waiting)
    assert report.second.differing == whole.differing
    assert report.second.rates == survey_error_rates(survey).overall
    assert report.rulings.waiting == whole.ruling
    assert report.rulings.made == len(list(survey.records_of(kinds.RULED)))
    groups = [] if survey.is_sealed else obstacle_groups(survey)
    assert [(held.kind, held.count) for held in report.obstacles] == [
        (group.kind, len(group.problems)) for group in groups
    ]
    assert (report.forecast.left.first, report.forecast.left.second) == (
        whole.left,
        whole.second_due + whole.second_ahead,
    )


def test_a_day_by_hand(survey):
    reason = survey.plan.void_reasons[1].code
    enter_issue(survey, Issue("C1", "issued", 12, "2006-05-08", "评议办", "财政局"))
    enter_issue(survey, Issue("C1", "returned", 5, "2006-05-08", "财政局", "评议办"))
    key(survey, 1, 2)
    set_clock(survey, 9)
    key(survey, 3, void=reason)
    doubt_form(survey, "B001", 2, note="缺角", operator="C01")
    report = daily_rows(survey)
    assert report.day == may(9)
    first, second = report.channels
    assert (first.name, first.issued, first.returned, first.registered) == ("单位互评", 12, 5, 4)
    assert (first.keyed, first.today, first.valid, first.unsettled, first.left) == (3, 1, 1, 1, 1)
    assert first.void == (0, 1, *(0,) * (len(report.reasons) - 2))
    assert (second.name, second.issued, second.returned, second.keyed) == (
        "报纸读者评议",
        None,
        None,
        0,
    )
    assert (report.rulings.waiting, report.rulings.made) == (1, 0)
    assert [(held.name, held.first, held.second, held.again) for held in report.people] == [
        ("C01名", 1, 0, 0)
    ]
    agrees(survey, report)


def test_the_day_before_is_told_as_it_was_told_that_evening(survey):
    key(survey, 1, 2, 3, 4)
    close_batch(survey, "B001", operator="C01")
    log_work(survey, worked(8, 4), operator="C01")
    told = daily_rows(survey)
    set_clock(survey, 9)
    drawn = form_queries.drawn(survey, "B001")
    for number in drawn:
        key_second(survey, Form("B001", number, "111112"), operator="C02")
    register_batch(survey, Slip("B002", "C2", 2))
    log_work(survey, worked(9, 2), operator="C02")
    today = daily_rows(survey)
    assert daily_rows(survey, iso(8)) == told
    assert (told.second.due, told.second.done) == (2, 0)
    assert (today.second.due, today.second.done, today.second.today) == (0, 2, 2)
    assert (told.batches.all, today.batches.all) == (1, 2)
    assert today.second.rates.pending == 2
    agrees(survey, today)


def test_batches_of_the_day_are_drawn_together_by_their_place_in_the_list(survey):
    set_clock(survey, 9)
    for code in ("B002", "B003", "B005"):
        register_batch(survey, Slip(code, "C1", 1))
        key(survey, 1, batch=code)
        close_batch(survey, code, operator="C01")
    set_clock(survey, 10)
    register_batch(survey, Slip("B004", "C1", 1))
    held = daily_rows(survey, iso(9)).batches
    assert held.registered == held.begun == held.closed == (("B002", "B005"),)
    assert (held.counts, held.all, held.all_closed) == ((3, 3, 3), 4, 3)
    key(survey, 1, batch="B004")
    key(survey, 1)
    begun = daily_rows(survey).batches
    assert (begun.begun, begun.counts) == ((("B001", "B001"), ("B004", "B004")), (1, 2, 0))


def test_a_batch_that_differs_from_its_slip_is_one_closed_short_or_gone_beyond(survey):
    register_batch(survey, Slip("B002", "C1", 3))
    register_batch(survey, Slip("B003", "C2", 1))
    key(survey, 1, 2)
    key(survey, 1, batch="B002")
    key(survey, 1, 9, batch="B003")
    close_batch(survey, "B002", reason="缺两份", operator="Z01")
    found = daily_rows(survey).uneven
    assert [(held.code, held.missing, held.extra, held.closed) for held in found] == [
        ("B002", 2, 0, True),
        ("B003", 0, 1, False),
    ]
    assert found[1].channel == "报纸读者评议"


def test_rulings_are_counted_by_their_day(survey):
    key(survey, 1, 2)
    for number in (1, 2):
        doubt_form(survey, "B001", number, note="缺角", operator="C01")
        set_clock(survey, 8 + number)
        paper = [Form("B001", number, "111111")]
        rule_form(survey, "B001", number, paper, reason="清楚", second="J01", operator="Z01")
    held = daily_rows(survey, iso(9)).rulings, daily_rows(survey, iso(10)).rulings
    # the second paper was flagged when the first had been ruled on
    assert [(one.made, one.today, one.waiting) for one in held] == [(1, 1, 1), (2, 1, 0)]


def test_the_pace_is_that_of_the_overview_on_the_next_morning(survey):
    for day, forms in ((8, 40), (9, 60)):
        set_clock(survey, day)
        log_work(survey, worked(day, forms), operator="C01")
    report = daily_rows(survey)
    assert report.today
    assert (report.today.forms, report.clerks, report.people[0].pace) == (60, 1, report.today)
    expected = forecast(day_queries.stints(survey), Left(4, 2), may(10))
    assert report.forecast == expected
    assert expected.measured
    assert expected.measured.days == (may(8), may(9))
    assert expected.measured.forms_per_day == 50
    assert expected.finish == may(10)


def test_without_work_on_record_there_is_no_date(survey):
    key(survey, 1)
    report = daily_rows(survey)
    assert (report.today, report.clerks, report.people[0].pace) == (None, 0, None)
    assert report.forecast.lacks == {Lack.WORK}
    assert report.forecast.finish is None


@pytest.mark.parametrize("day", ["2006-5-8", "8. Mai", "2006-02-30", "20060508"])
def test_what_is_no_day_is_refused(survey, day):
    with pytest.raises(DateWrongError):
        daily_rows(survey, day)


def test_a_day_without_a_record_is_empty(survey):
    key(survey, 1)
    report = daily_rows(survey, iso(20))
    assert (report.last, report.people, report.imports) == (None, (), ())
    assert (report.channels[0].keyed, report.channels[0].today) == (1, 0)


def test_networks_of_the_day(tmp_path):
    with founded(tmp_path / "a.pingyi", keyed_once(offline=True)) as survey:
        set_clock(survey, 8)
        note_network(survey, ["eth0"])
        set_clock(survey, 9)
        note_network(survey, ["wlan0", "以太网"])
        report = daily_rows(survey)
        assert report.offline
        assert [held.interfaces for held in report.networks] == [("wlan0", "以太网")]
        assert report.networks[0].at.date() == may(9)


def test_a_sealed_survey_has_nothing_against_the_seal(tmp_path):
    """What was waived at the seal is none any more."""
    with founded(tmp_path / "a.pingyi", keyed_once()) as survey:
        register_operator(survey, "J01", name="监", roles=["scrutineer"], pin=PIN)
        register_batch(survey, Slip("B001", "C1", 1))
        assert [held.kind for held in daily_rows(survey).obstacles] == ["slips"]
        seal(survey, [Waiver("B001", "没有这份表", "J01")])
        report = daily_rows(survey)
        assert (report.sealed, report.obstacles) == (True, ())


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, batches={"B001": 10}, plan=keyed_once())


def set_clocks(centre, day):
    for machine in (centre.supervisor, *centre.stations):
        set_clock(machine, day)


def reported(centre, day=""):
    with centre.opened(write=False) as survey:
        return daily_rows(survey, day)


def test_merges_and_revocations_of_the_day(centre):
    one, two = centre.stations
    set_clocks(centre, 9)
    one.key(1, 2)
    two.key(3)
    centre.merge(one, two)
    set_clocks(centre, 10)
    one.key(4)
    made = centre.merge(one).identity
    with centre.opened() as survey:
        revoke(survey, made, reason="误合并")
    ninth, tenth = reported(centre, iso(9)), reported(centre, iso(10))
    (merged,) = ninth.imports
    assert (merged.packages, merged.stations, merged.revoked) == (2, ("S1", "S2"), False)
    again, revoked = tenth.imports
    assert (again.packages, again.stations, again.records) == (1, ("S1",), 1)
    assert (revoked.revoked, revoked.reason, revoked.stations) == (True, "误合并", ("S1",))
    assert again.at <= revoked.at


def test_people_stand_by_station_and_a_form_keyed_twice_counts_for_both(centre):
    one, two = centre.stations
    set_clocks(centre, 9)
    one.key(1, 2)
    two.key(2, 3)
    centre.merge(two, one)
    report = reported(centre)
    assert [(held.station, held.first) for held in report.people] == [("S1", 2), ("S2", 2)]
    assert report.channels[0].today == 3


def test_a_station_whose_day_is_not_here_yet_is_named(centre):
    one, two = centre.stations
    set_clocks(centre, 9)
    one.key(1)
    two.key(3)
    centre.merge(one)
    held = reported(centre).silent
    assert [station.name for station in held] == ["S2"]
    centre.merge(two)
    assert reported(centre).silent == ()


def test_the_demo_of_one_day_agrees_with_every_query(tmp_path):
    plan = shipped_plan("2005")
    batches = list(sample_batches(plan, forms=100, seed=1))
    demo = Demo(tmp_path, plan, batches, 1, moments(8).__next__)
    demo.prepare()
    demo.key_everything(lambda _: None)
    demo.merge_all(lambda _: None)
    report = daily_rows(demo.survey)
    agrees(demo.survey, report)
    assert report.rulings.waiting
    keyed = [
        record.data["pass"]
        for record in demo.survey.records_of(kinds.FORM)
        if not (record.parents or record.data["against"])
    ]
    assert sum(held.first for held in report.people) == keyed.count(1)
    assert sum(held.second for held in report.people) == keyed.count(2) == report.second.today
    again = len(list(demo.survey.records_of(kinds.FORM))) - len(keyed)
    assert sum(held.again for held in report.people) == again
    assert sum(held.today for held in report.channels) == 100
    assert {held.station for held in report.people} == {f"录入站{at}" for at in range(1, 6)}
    merged = [len(held.data["sources"]) for held in demo.survey.records_of(kinds.MERGED)]
    assert [held.packages for held in report.imports] == merged
    demo.rule_all(lambda _: None)
    ruled = daily_rows(demo.survey)
    agrees(demo.survey, ruled)
    assert ruled.rulings == replace(
        report.rulings, made=demo.tally.rulings, today=demo.tally.rulings, waiting=0
    )
    demo.close()
