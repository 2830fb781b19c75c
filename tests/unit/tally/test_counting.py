from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.counting import (
    AgencyTally,
    MarkCounter,
    Totals,
    TotalsRow,
    channel_tallies,
    count_forms,
    pooled,
)
from desktop.tally.marks import MarkCounts, MarksLengthError, MarkUnknownError
from tests.plans import grade_values, only, small_plan, tallied


def counter_of(plan, *forms):
    counter = MarkCounter(plan)
    for marks in forms:
        counter.add(marks.encode())
    return counter


def tallies(plan, *sources, totals=()):
    forms = ((source, marks.encode()) for source, sheets in sources for marks in sheets)
    return channel_tallies(plan, count_forms(plan, forms), totals)


def test_each_cell_counts_each_mark():
    counter = counter_of(small_plan(agencies=1, dont_know=True), "12", "13", "?x", "0-", "10")
    counts = dict(zip("1230?x-", counter.counts(), strict=True))
    assert counts == {
        "1": [3, 0],
        "2": [0, 1],
        "3": [0, 1],
        "0": [1, 1],
        "?": [1, 0],
        "x": [0, 1],
        "-": [0, 1],
    }


@pytest.mark.parametrize("forms", [0, 1, 15, 16, 17, 47, 239, 240, 241, 255, 256, 481])
def test_no_form_is_lost_at_the_edge_of_a_sheet(forms):
    counter = counter_of(small_plan(), *["123123"] * forms)
    assert counter.forms == forms
    assert counter.counts()[:3] == [[forms, 0, 0] * 2, [0, forms, 0] * 2, [0, 0, forms] * 2]


def test_every_mark_of_the_richest_plan_is_counted_beside_every_other():
    """Six grades and four states, each the only one of a form's cell in one form of ten."""
    plan = small_plan(2, 5, grades=grade_values(*"987654"), dont_know=True)
    codes = plan.mark_codes
    forms = [codes[at:] + codes[:at] for at in range(10)] * 25
    assert counter_of(plan, *forms).counts() == [[25] * 10] * 10
    assert counter_of(plan, *forms[:241]).counts()[0] == [25] + [24] * 9


@settings(max_examples=60)
@given(st.integers(0, 500), st.integers(1, 3), st.integers(1, 4), st.integers())
def test_counts_equal_a_count_cell_by_cell(forms, agencies, dimensions, seed):
    random = Random(seed)
    plan = small_plan(agencies, dimensions, grades=grade_values(*"9876"), dont_know=True)
    sheets = ["".join(random.choices(plan.mark_codes, k=plan.cells)) for _ in range(forms)]
    expected = [
        [sum(marks[cell] == code for marks in sheets) for cell in range(plan.cells)]
        for code in plan.mark_codes
    ]
    assert counter_of(plan, *sheets).counts() == expected


def test_counting_may_go_on_after_a_look():
    counter = counter_of(small_plan(), "123123")
    assert counter.counts()[0] == [1, 0, 0, 1, 0, 0]
    counter.add(b"111111")
    assert (counter.counts()[0], counter.forms) == ([2, 1, 1, 2, 1, 1], 2)


@pytest.mark.parametrize("marks", ["", "11111", "1111111"])
def test_a_form_of_another_length_is_never_counted(marks):
    counter = counter_of(small_plan(), "111111")
    with pytest.raises(MarksLengthError):
        counter.add(marks.encode())
    assert counter.forms == 1


@pytest.mark.parametrize("mark", [b"4", b"?", b"\x00", b"\xff"])
def test_a_mark_that_no_count_would_hold_stops_the_count(mark):
    counter = counter_of(small_plan(), "111111")
    counter.add(b"1112" + mark + b"1")
    with pytest.raises(MarkUnknownError) as caught:
        counter.counts()
    assert (caught.value.fields["agency"], caught.value.fields["dimension"]) == ("A3", "D1")


def test_sources_are_counted_apart_and_each_channel_adds_its_own():
    plan = small_plan(agencies=2, dimensions=1)
    sources = ((("C1", "A1"), ["12"]), (("C1", None), ["13", "13"]), (("C2", None), ["21"]))
    found = tallies(plan, *sources)
    assert [tally.forms for tally in found["C1"]] == [3, 3]
    assert [tally.dimensions[0].grades for tally in found["C1"]] == [(3, 0, 0), (0, 1, 2)]
    assert [tally.dimensions[0].grades for tally in found["C2"]] == [(0, 1, 0), (1, 0, 0)]


def test_a_channel_without_forms_has_zeros():
    plan = small_plan(agencies=2, dimensions=1)
    assert tallies(plan)["C2"] == [AgencyTally(0, (MarkCounts((0, 0, 0)),))] * 2


def test_states_land_in_their_own_counts():
    plan = small_plan(agencies=1, dimensions=2, dont_know=True)
    first, second = tallies(plan, (("C1", None), ["1?", "0x", "--"]))["C1"][0].dimensions
    assert first == MarkCounts((1, 0, 0), blank=1, not_applicable=1)
    assert second == MarkCounts((0, 0, 0), dont_know=1, invalid=1, not_applicable=1)


def test_without_dont_know_the_other_states_keep_their_places():
    plan = small_plan(agencies=1, dimensions=3)
    counts = tallies(plan, (("C1", None), ["0x-"]))["C1"][0].dimensions
    assert [(c.blank, c.invalid, c.not_applicable) for c in counts] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]


@pytest.mark.parametrize(("exclude", "own"), [(False, (2, 0, 1)), (True, (0, 0, 1))])
def test_an_agencys_own_forms_can_be_left_out(exclude, own):
    plan = small_plan(agencies=2, dimensions=1, scoring={"exclude_self": exclude})
    sources = ((("C1", "A1"), ["11", "11"]), (("C1", "A2"), ["33"]))
    first, second = tallies(plan, *sources)["C1"]
    assert first.dimensions[0].grades == own
    assert first.forms == sum(own)
    assert second.dimensions[0].grades == ((2, 0, 0) if exclude else (2, 0, 1))


def test_an_unknown_origin_leaves_nothing_out():
    plan = small_plan(agencies=1, dimensions=1, scoring={"exclude_self": True})
    assert tallies(plan, (("C1", "SCHOOL"), ["1"]))["C1"][0].forms == 1


def totals_of(plan, channel, counts, forms=0):
    rows = [
        TotalsRow(agency.code, dimension.code, MarkCounts(counts), forms)
        for agency in plan.agencies
        for dimension in plan.dimensions
    ]
    return Totals(channel, "城调队", tuple(rows))


def test_totals_join_their_channels_marks():
    plan = small_plan(agencies=1)
    result = only(plan, {"C2": ["11"]}, [totals_of(plan, "C2", (1, 2, 3))] * 2)
    assert [dimension.counts.grades for dimension in result.dimensions] == [(3, 4, 6)] * 2
    assert [channel.forms for channel in result.channels] == [0, 1]
    assert result.channels[1].dimensions == result.dimensions


def test_totals_of_one_cell_leave_the_others_alone():
    plan = small_plan(agencies=2)
    row = TotalsRow("A2", "D2", MarkCounts((7, 0, 0)))
    results = {r.code: r for r in tallied(plan, {}, [Totals("C1", "城调队", (row,))])}
    assert [d.counts.votes for d in results["A2"].dimensions] == [0, 7]
    assert results["A1"].votes == 0


def test_totals_bring_their_stated_forms_to_the_denominator():
    plan = small_plan(agencies=1, scoring={"denominator": "forms"})
    result = only(plan, {"C1": ["11"]}, [totals_of(plan, "C1", (6, 0, 0), forms=10)])
    assert result.channels[0].forms == 11
    assert result.score == 2 * Fraction(7 * 22, 11)


def test_pooled_adds_the_channels_agency_by_agency():
    plan = small_plan(agencies=2, dimensions=1)
    found = tallies(plan, (("C1", None), ["12"]), (("C2", None), ["32", "22"]))
    whole = pooled(found.values())
    assert [tally.forms for tally in whole] == [3, 3]
    assert [tally.dimensions[0].grades for tally in whole] == [(1, 1, 1), (0, 3, 0)]


def test_more_forms_than_wait_to_be_added_up():
    """Sheets are added up in between, so memory stays flat: 300 sheets of 240 forms."""
    plan = small_plan(1, 1)
    counter = MarkCounter(plan)
    for at in range(72_001):
        counter.add(b"123"[at % 3 : at % 3 + 1])
    assert [column[0] for column in counter.counts()[:3]] == [24_001, 24_000, 24_000]
