"""The overview's aggregates: every figure by hand, and against the queries of single forms."""

from dataclasses import astuple, replace

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import assign_batch, close_batch
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.keying import key_form
from desktop.actions.rulings import doubt_form
from desktop.actions.second_keying import key_second
from desktop.store import form_queries, overview_queries, queries
from desktop.store.overview_queries import Counts
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import keyed_once, small_plan
from tests.stations import Centre
from tests.surveys import founded

HALF = small_plan(second_keying={"percent": 50})
PEOPLE = {"C01": ["clerk"], "C02": ["clerk"], "Z01": ["supervisor"]}


def progress(survey):
    return {held.code: held for held in overview_queries.batch_progress(survey)}


def agree(survey):
    """The same figures from the queries that go form by form."""
    rows = {row.batch: row for row in queries.batch_rows(survey)}
    for code, held in progress(survey).items():
        counts, row = held.counts, rows[code]
        assert (counts.registered, counts.keyed) == (row.slip, row.keyed)
        assert (counts.missing, counts.extra) == (row.missing, row.extra)
        assert counts.void == sum(row.void.values())
        assert counts.differing + counts.ruling == row.unsettled
        assert counts.second_due == len(form_queries.awaiting(survey, code))
        assert held.is_closed == form_queries.is_closed(survey, code)
        assert held.station == form_queries.assigned_station(survey, code)


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", HALF) as survey:
        yield survey


def test_a_registered_batch_is_all_missing(survey):
    register_batch(survey, Slip("B001", "C1", 5, "A1"))
    (held,) = overview_queries.batch_progress(survey)
    assert (held.code, held.channel, held.origin, held.station) == ("B001", "C1", "A1", None)
    assert held.counts == Counts(registered=5, missing=5, left=5, second_ahead=3, batches=1)
    assert not held.is_closed


def test_keyed_void_extra_and_missing(survey):
    register_batch(survey, Slip("B001", "C1", 5))
    for number, void in ((1, ""), (2, "photocopy"), (7, "")):
        reason = survey.plan.void_reasons[0].code if void else ""
        key_form(survey, Form("B001", number, "123123", reason))
    counts = progress(survey)["B001"].counts
    assert (counts.keyed, counts.void, counts.extra, counts.missing) == (3, 1, 1, 3)
    agree(survey)


def test_a_doubtful_form_waits_for_a_ruling(survey):
    register_batch(survey, Slip("B001", "C1", 2))
    key_form(survey, Form("B001", 1, "123123"))
    doubt_form(survey, "B001", 1, note="字迹")
    assert progress(survey)["B001"].counts.ruling == 1
    agree(survey)


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, batches={"B001": 4, "B002": 2}, operators=PEOPLE, plan=HALF)


def second(machine, number, marks="111111", operator="C02"):
    with machine.open() as survey:
        key_second(survey, Form("B001", number, marks), operator=operator)


def seen(centre):
    with centre.opened(write=False) as survey:
        agree(survey)
        return progress(survey)


def closed(centre):
    """C01 keys and closes B001 at the first station; the numbers drawn for second keying."""
    one = centre.stations[0]
    one.key(1, 2, 3, 4, marks="111111", operator="C01")
    with one.open() as station:
        close_batch(station, "B001", operator="C01")
        drawn = form_queries.drawn(station, "B001")
    centre.merge(one)
    assert len(drawn) == 2
    return drawn


def test_second_keyings_are_due_until_another_keys_them(centre):
    two = centre.stations[1]
    drawn = closed(centre)
    counts = seen(centre)["B001"].counts
    assert (counts.second_due, counts.second_keyed, counts.second_ahead) == (2, 0, 0)
    assert (counts.closed, counts.keyed) == (1, 4)
    second(two, drawn[0])
    centre.merge(two)
    counts = seen(centre)["B001"].counts
    assert (counts.second_due, counts.second_keyed, counts.second) == (1, 1, 2)
    second(two, drawn[1], "333333")
    centre.merge(two)
    counts = seen(centre)["B001"].counts
    assert (counts.second_due, counts.second_keyed, counts.differing) == (0, 2, 1)
    assert seen(centre)["B002"].counts.second_ahead == 1


def test_ones_own_second_keying_is_still_due(centre):
    two = centre.stations[1]
    drawn = closed(centre)
    second(two, drawn[0], operator="C01")
    centre.merge(two)
    assert seen(centre)["B001"].counts.second_due == 2


def test_two_stations_where_nobody_signs_in_are_two_people(tmp_path):
    centre = Centre(
        tmp_path, 2, batches={"B001": 2}, plan=small_plan(second_keying={"percent": 100})
    )
    one, two = centre.stations
    one.key(1, 2, marks="111111")
    with one.open() as station:
        close_batch(station, "B001")
    second(two, 1, operator="")
    centre.merge(one, two)
    counts = seen(centre)["B001"].counts
    assert (counts.second_keyed, counts.second_due) == (1, 1)


def test_a_drawn_number_that_is_missing_is_neither_due_nor_done(centre):
    """A closing of an uneven batch, by a supervisor, draws numbers of which there is no paper."""
    one = centre.stations[0]
    one.key(1, marks="111111", operator="C01")
    with one.open() as station:
        close_batch(station, "B001", reason="缺三份", operator="Z01", seed="1")
        drawn = form_queries.drawn(station, "B001")
    centre.merge(one)
    counts = seen(centre)["B001"].counts
    assert (counts.second_due, counts.second_keyed) == (int(1 in drawn), 0)
    assert (counts.missing, counts.left) == (3, 0)


def test_handed_out_and_added_up_by_channel(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 4, "B002": 6}, plan=keyed_once())
    with centre.stations[0].open() as station:
        key = station.key.station
    with centre.opened() as survey:
        register_batch(survey, Slip("N001", "C2", 3))
        assign_batch(survey, "B002", key)
    with centre.opened(write=False) as survey:
        batches = overview_queries.batch_progress(survey)
        first, second = overview_queries.channel_progress(survey, batches)
        assert [held.station for held in batches] == [None, key, None]
        assert (first.code, first.name, first.issued, first.returned) == (
            "C1",
            "单位互评",
            100,
            None,
        )
        assert first.counts == Counts(registered=10, handed_out=6, missing=10, left=10, batches=2)
        assert (second.code, second.issued, second.counts.registered) == ("C2", None, 3)
        whole = overview_queries.total(batches)
        assert whole == first.counts + second.counts
        assert astuple(whole) == astuple(
            replace(first.counts, registered=13, missing=13, left=13, batches=3)
        )
    assert overview_queries.total([]) == Counts()


def test_the_issue_register_comes_before_the_plan(survey):
    def lines(*numbers):
        for way, forms in numbers:
            enter_issue(survey, Issue("C1", way, forms, "2006-05-08", "评议办", "财政局"))
        (first, second) = overview_queries.channel_progress(survey, ())
        assert (second.issued, second.returned) == (None, None)
        return first.issued, first.returned

    assert lines() == (100, None)
    assert lines(("issued", 120)) == (120, None)
    assert lines(("issued", 30), ("returned", 40)) == (150, 40)


def test_a_register_of_what_came_back_alone_leaves_the_plans_figure(survey):
    enter_issue(survey, Issue("C1", "returned", 40, "2006-05-08", "评议办", "财政局"))
    (first, _) = overview_queries.channel_progress(survey, ())
    assert (first.issued, first.returned) == (100, 40)
