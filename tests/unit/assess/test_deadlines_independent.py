"""Deadlines of 1,000 random complaints, over random calendars, against another calendar library."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from dateutil.rrule import (  # type: ignore[import-untyped]
    DAILY,
    FR,
    MO,
    TH,
    TU,
    WE,
    rrule,
    rruleset,
)

from desktop.assess.complaints import Complaint, Due, Handling, SentBack, Terms, due, was_late
from desktop.assess.working_days import Holidays, Term

SHIPPED = sorted((Path(__file__).parents[3] / "resources" / "assess").glob("holidays-*.json"))
CASE = Complaint("2006-04-28", "热线", "咨询", "A1", Handling.FORWARDED, "无人接电话", "某市民")
YEARS = (1999, 2000, 2005, 2006, 2008, 2023, 2024)


def moment(day):
    return datetime.combine(day, time.min)


class Calendar:
    """Working days as a rule with exceptions, as the library keeps them."""

    def __init__(self, free, worked, first, last):
        self.rule = rruleset(cache=True)
        week = (MO, TU, WE, TH, FR)
        self.rule.rrule(rrule(DAILY, dtstart=moment(first), until=moment(last), byweekday=week))
        for day in set(free) - set(worked):
            self.rule.exdate(moment(day))
        for day in worked:
            self.rule.rdate(moment(day))

    def after(self, begun, days):
        """The day itself does not count; neither does a Saturday that nobody works."""
        found = list(self.rule.xafter(moment(begun), count=days)) if days else [moment(begun)]
        return found[-1].date()


def chance_calendar(random, year):
    """Weeks off wherever they fall, weekends worked for them, and some days that are both."""
    days = [date(year, 1, 1) + timedelta(days=at) for at in range(365)]
    free, worked = set(), set()
    for _ in range(random.randint(0, 5)):
        begun = random.randrange(350)
        free.update(days[begun : begun + random.randint(1, 8)])
    weekend = [day for day in days if day.weekday() > 4]
    worked.update(random.sample(weekend, random.randint(0, 9)))
    worked.update(random.sample(sorted(free), min(len(free), random.randint(0, 1))))
    first, last = date(year, 1, 1), date(year + 2, 1, 1)
    return Holidays(tuple(free), frozenset(worked)), Calendar(free, worked, first, last)


def term_ends(term, begun, calendar):
    return calendar.after(begun, term.days) if term.working else begun + timedelta(days=term.days)


def chance_terms(random):
    return Terms(*(Term(random.randint(0, 40), random.random() < 0.8) for _ in range(2)))


def later(random, day):
    return day + timedelta(days=random.randint(0, 40))


def test_a_thousand_complaints_are_due_where_another_calendar_has_it():
    random = Random(2006)
    seen = {"accept": 0, "finish": 0, "answer": 0, "late": 0, "in time": 0}
    for _ in range(200):
        year = random.choice(YEARS)
        holidays, calendar = chance_calendar(random, year)
        for _ in range(5):
            received = date(year, 1, 1) + timedelta(days=random.randrange(330))
            terms = chance_terms(random)
            held = replace(CASE, received=received.isoformat())
            by = term_ends(terms.accept, received, calendar)
            assert due(held, terms, holidays) == Due("accept", by)
            late = follow(random, held, terms, holidays, calendar, seen)
            seen["accept"] += 1
            seen["late" if late else "in time"] += 1
    assert min(seen.values()) > 100


def follow(random, held, terms, holidays, calendar, seen):
    """Accepted, perhaps extended or sent back, finished; whether any of it was late."""
    received = date.fromisoformat(held.received)
    accepted = later(random, received)
    begun, was_late_before = accepted, False
    held = replace(held, accepted=accepted.isoformat())
    if random.random() < 0.3:
        done = later(random, accepted)
        begun = later(random, done)
        was_late_before = done > term_ends(terms.finish, accepted, calendar)
        held = replace(held, sent_back=(SentBack(begun.isoformat(), done.isoformat()),))
    by = term_ends(terms.finish, begun, calendar)
    if random.random() < 0.3:
        extended = later(random, accepted)
        by = max(by, extended)
        held = replace(held, extended=extended.isoformat())
    assert due(held, terms, holidays) == Due("finish", by)
    finished = later(random, begun)
    held = replace(held, finished=finished.isoformat())
    assert due(held, terms, holidays) == Due("answer", by)
    late = accepted > term_ends(terms.accept, received, calendar)
    late = late or was_late_before or finished > by
    assert was_late(held, terms, holidays) is late
    seen["finish"] += 1
    seen["answer"] += 1
    return late


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_shipped_calendars_too_for_every_day_of_the_year(path):
    plain = json.loads(path.read_text(encoding="utf-8"))
    free, worked = ([date.fromisoformat(day) for day in plain[name]] for name in ("free", "worked"))
    year = max(day.year for day in free)
    calendar = Calendar(free, worked, date(year - 1, 12, 1), date(year + 1, 3, 1))
    for at in range(365):
        begun = date(year, 1, 1) + timedelta(days=at)
        for days in (1, 2, 15):
            found = Term(days, working=True).ends(begun, Holidays(free, worked))
            assert found == calendar.after(begun, days)
