"""Findings by half-months, and the customer's round: 42 findings to 25 units by ten inspectors."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.assess.findings import (
    Finding,
    FindingKind,
    FindingState,
    HalfMonth,
    InspectorKind,
    finding_as_of,
    half_month_report,
)

ONE = Finding("2006-03-16", "1号", InspectorKind.VOLUNTEER, "A1", FindingKind.ORDER, "无人在岗")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ((2006, 3, 1), 1, 15),
        ((2006, 3, 15), 1, 15),
        ((2006, 3, 16), 16, 31),
        ((2006, 2, 28), 16, 28),
        ((2008, 2, 20), 16, 29),
        ((2006, 12, 31), 16, 31),
    ],
)
def test_a_month_has_two_halves(day, first, last):
    held = HalfMonth.holding(date(*day))
    assert (held.first.day, held.last.day, held.last.month) == (first, last, day[1])


def test_a_finding_goes_from_feedback_to_its_closing():
    steps: dict[str, Any] = {
        "fed_back": "2006-03-20",
        "rectified": "2006-03-30",
        "closed": "2006-04-01",
    }
    held, states = ONE, [ONE.state]
    for step, on in steps.items():
        held = replace(held, **{step: on})
        states.append(held.state)
    assert states == list(FindingState)


def test_overdue_once_it_was_fed_back_and_its_day_has_passed():
    held = replace(ONE, fed_back="2006-03-20", due="2006-04-03")
    assert not held.is_overdue("2006-04-03")
    assert held.is_overdue("2006-04-04")
    assert not replace(held, rectified="2006-04-10").is_overdue("2006-04-11")
    assert not replace(ONE, due="2006-04-03").is_overdue("2006-05-01")
    assert not replace(held, due="").is_overdue("2007-01-01")


def test_the_report_of_a_half_month_and_what_is_open_before_it():
    before = replace(ONE, found="2006-03-15")
    closed = replace(before, closed="2006-03-20")
    after = replace(ONE, found="2006-04-01")
    report = half_month_report([after, ONE, closed, before], date(2006, 3, 20))
    assert (list(report.findings), list(report.open_before)) == ([ONE], [before])
    assert report.units == 1


def test_what_was_known_of_a_finding_on_a_day():
    told = replace(ONE, fed_back="2006-03-20", due="2006-04-20")
    done = replace(told, rectified="2006-04-03", proof="照片", closed="2006-06-02")
    known = {"2006-03-19": ONE, "2006-03-20": told, "2006-06-02": done}
    assert {day: finding_as_of(done, day) for day in known} == known
    assert finding_as_of(done, "2006-03-15") is None


def test_ten_inspectors_told_25_units_of_42_findings():
    kinds = list(InspectorKind)
    round_of = [
        Finding(
            f"2006-03-{1 + at % 15:02d}",
            f"{1 + at % 10}号",
            kinds[at % 10 % len(kinds)],
            f"A{1 + at % 25:03d}",
            list(FindingKind)[at % 6],
            "见记录",
            fed_back="2006-03-16",
        )
        for at in range(42)
    ]
    report = half_month_report(round_of, date(2006, 3, 10))
    assert (len(report.findings), report.units) == (42, 25)
    assert len({held.inspector for held in report.findings}) == 10
