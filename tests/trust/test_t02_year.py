"""T2 for the year: two laptops' ledgers in any order, repeated, give one standing; T44: authority.

Withdrawing an entry restores the score before it exactly, and so does putting an import to sleep.
"""

import copy
import itertools
import os
import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.actions import merging
from desktop.actions.deductions import move_deduction
from desktop.actions.errors import RoleMissingError, SignInNeededError
from desktop.actions.ledgers import change_line
from desktop.actions.rule_sets import choose_rules
from desktop.actions.year_sealing import year_obstacles
from desktop.actions.year_standing import standing_json, year_standing
from desktop.assess.ledger import State
from desktop.assess.ledger_data import to_value
from desktop.assess.points import Facts
from desktop.assess.standing import standing
from desktop.store import kinds, ledger_queries, station_queries
from desktop.store.authority import FOUNDER_ONLY
from desktop.store.errors import BadRecordError
from desktop.store.ledgers import DEDUCTIONS
from tests import year_lines as made
from tests.stations import Centre, Machine, record_count, tables
from tools import verify_pingyi as tool

FULL = os.environ.get("PINGYI_TRUST") == "full"
PEOPLE = {
    "C01": ["clerk"], "K01": ["checker"], "S01": ["supervisor"], "S02": ["supervisor"],
    "W01": ["scrutineer"],
}  # fmt: skip
UNITS = ("A1", "A2", "A3")
COUNTED = dict(zip(State, ["2006-03-02", "2006-03-03", "2006-03-04", "2006-03-05"], strict=False))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    centre = Centre(tmp_path_factory.mktemp("t02") / "centre", 2, operators=PEOPLE)
    with centre.opened() as survey:
        choose_rules(survey, made.RULES)
    for station in centre.stations:
        centre.tell(station)
    return centre


def copied(built, root):
    """A fresh copy of one centre: hashing five PINs takes its time."""
    shutil.copytree(built.root, root)
    mine = copy.copy(built)
    mine.root, mine.supervisor = root, Machine(root / "supervisor")
    mine.stations = [Machine(root / f"station-{number}") for number in (1, 2)]
    return mine


@pytest.fixture
def centre(built, tmp_path):
    return copied(built, tmp_path / "centre")


# Any order

steps = st.tuples(
    st.integers(0, 1),
    st.sampled_from(["enter", "enter", "move", "move", "move", "correct", "hand over"]),
    st.integers(0, 9),
    st.sampled_from(UNITS),
    st.integers(1, 3),
)
histories = st.lists(steps, min_size=3, max_size=14)


def played(centre, history):
    """Both laptops at work on the ledger; every package they handed over on the way."""
    handed: list[Path] = []
    for at, act, which, unit, count in history:
        station = centre.stations[at]
        if act == "hand over":
            handed.append(shutil.copy(station.pack(), centre.root / f"handed-{len(handed)}.pyp"))
        else:
            with station.open() as survey:
                act_on(survey, act, which, replace(made.ENTRY, unit=unit, facts=Facts(count=count)))
    return handed + [station.pack() for station in centre.stations]


def act_on(survey, act, which, entry):
    known = ledger_queries.lines(survey, DEDUCTIONS)
    if act == "enter" or not known:
        made.taken(survey, made.STEPS[: which % 5], entry, operator="S01")
    elif act == "move":
        line = known[which % len(known)]
        states = dict(list(COUNTED.items())[: which % 4 + 1])
        decide(survey, line, replace(line.value, states=states))
    else:
        line = known[which % len(known)]
        decide(survey, line, replace(line.value, text=f"第{which}稿"))


def decide(survey, line, value):
    """On any laptop: a supervisor is signed in."""
    return change_line(survey, DEDUCTIONS, line, value, operator="S01", kind=DECIDED)


DECIDED = kinds.DEDUCTION_DECIDED


def meaning(centre):
    """The standing on three days, and all tables but the supervisor's imports."""
    with centre.opened() as survey:
        days = ("2006-03-04", "2006-03-05", made.DAY)
        found = [standing_json(year_standing(survey, day)) for day in days]
        return found, tables(survey, "import"), len(year_obstacles(survey))


@settings(
    max_examples=150 if FULL else 12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(history=histories, random=st.randoms(use_true_random=False))
def test_t02_ledgers_merged_in_any_order_and_repeated_give_one_standing(
    built, tmp_path_factory, history, random
):
    root = tmp_path_factory.mktemp("t02")
    straight = copied(built, root / "straight")
    packages = played(straight, history)
    mixed = copied(built, root / "mixed")
    for package in packages:
        straight.merge(package)
    sources = packages + random.choices(packages, k=2)
    random.shuffle(sources)
    while sources:
        mixed.merge(*[sources.pop() for _ in range(min(len(sources), random.randint(1, 3)))])
    assert meaning(mixed) == meaning(straight)
    assert mixed.supervisor.verify() == []
    assert tool.verify([mixed.supervisor.path]).wrongs == []


entries = st.lists(
    st.builds(
        lambda unit, rule, count, due, day, last: replace(
            made.ENTRY,
            unit=unit,
            rule=rule,
            facts=Facts(count=count, due=due, rate=Fraction(due, 7), amount=Fraction(31, 3)),
            states=dict(zip(State, [day] * 4 + ["2006-12-31"], strict=False)) if last else COUNTED,
        ),
        st.sampled_from(UNITS),
        st.sampled_from([rule.code for rule in made.RULES.rules]),
        st.integers(1, 9),
        st.integers(9, 99),
        st.sampled_from(["2006-01-01", "2006-03-05", "2006-06-30"]),
        st.booleans(),
    ),
    max_size=12,
)
PARENTS = {"A1": None, "A2": "A1", "A3": None}


@settings(max_examples=1_000 if FULL else 200)
@given(entries=entries, random=st.randoms(use_true_random=False))
def test_t02_the_order_of_entries_never_matters(entries, random):
    mixed = list(entries)
    random.shuffle(mixed)
    for day in ("2006-03-05", "2006-06-30", made.DAY):
        assert standing(made.RULES, PARENTS, mixed, day) == standing(
            made.RULES, PARENTS, entries, day
        )


@settings(max_examples=1_000 if FULL else 200)
@given(entries=entries, at=st.integers(0, 11))
def test_t02_withdrawing_restores_the_score_before_exactly(entries, at):
    entries = [replace(held, states=COUNTED) for held in entries]
    one = replace(made.ENTRY, rule="2-1", facts=Facts(count=1, due=7), states=COUNTED)
    withdrawn = replace(one, states={**COUNTED, State.WITHDRAWN: "2006-10-01"})
    place = at % (len(entries) + 1)
    ledger = [*entries[:place], withdrawn, *entries[place:]]
    before = standing(made.RULES, PARENTS, entries, made.DAY)
    assert standing(made.RULES, PARENTS, ledger, made.DAY) == before
    meanwhile = standing(made.RULES, PARENTS, ledger, "2006-09-30")
    counted = standing(made.RULES, PARENTS, [*entries, one], "2006-09-30")
    assert [(row.unit, row.unfloored) for row in meanwhile] == [
        (row.unit, row.unfloored) for row in counted
    ]
    assert {row.unit: row.unfloored for row in counted} != {
        row.unit: row.unfloored for row in before
    }


def test_t02_an_entry_withdrawn_on_record_leaves_the_standing_as_it_was(centre):
    with centre.opened() as survey:
        made.taken(survey, made.STEPS[:3], replace(made.ENTRY, unit="A2"))
        before = year_standing(survey, made.DAY).hash
        line = made.taken(survey, made.STEPS[:3])
        assert year_standing(survey, made.DAY).hash != before
        (held,) = ledger_queries.lines(survey, DEDUCTIONS, begins=line)
        states = {**held.value.states, State.WITHDRAWN: "2006-11-01"}
        value = replace(held.value, states=states)
        decide(survey, held, value)
        assert year_standing(survey, made.DAY).hash == before


def test_t02_a_revoked_import_takes_its_entries_along_and_brings_them_back(centre):
    one, _ = centre.stations
    with centre.opened() as survey:
        made.taken(survey, made.STEPS[:3], replace(made.ENTRY, unit="A2"))
    hashes = [standing_hash(centre)]
    with one.open() as survey:
        made.taken(survey, made.STEPS[:3], operator="S01")
    target = centre.merge(one).identity
    hashes.append(standing_hash(centre))
    for _ in range(2):
        with centre.opened() as survey:
            target = merging.revoke(survey, target, reason="试")
        hashes.append(standing_hash(centre))
    assert hashes[0] == hashes[2]
    assert hashes[1] == hashes[3] != hashes[0]


def standing_hash(centre):
    with centre.opened(write=False) as survey:
        return year_standing(survey, made.DAY).hash


def test_t02_a_dispute_counts_nothing_until_it_is_settled(centre):
    """Both laptops took one entry further: differently, then alike."""
    one, two = centre.stations
    with one.open() as survey:
        line = made.taken(survey, made.STEPS[:1], operator="K01")
    centre.merge(one)
    changes: list[dict[str, Any]] = [{}, {"text": "乙"}]
    for machine, change in zip((centre.supervisor, one), changes, strict=True):
        with machine.open() as survey:
            (held,) = ledger_queries.lines(survey, DEDUCTIONS, begins=line)
            value = replace(held.value, states=COUNTED, **change)
            decide(survey, held, value)
    with centre.opened(write=False) as survey:
        assert sum(len(row.lines) for row in year_standing(survey).rows) == 1
    for order in itertools.permutations((one, two)):
        centre.merge(*order)
    with centre.opened() as survey:
        found = year_standing(survey)
        assert [len(row.lines) for row in found.rows] == [0, 0, 0]
        (held,) = found.disputed
        decide(survey, held, held.value)
        found = year_standing(survey)
        assert sum(len(row.lines) for row in found.rows) == 1
        assert found.disputed == []


# T44: nobody takes an entry further than his role


def forged(machine, kind, operator, **changes):
    """Signed by a program that asks nobody."""
    with machine.open() as survey:
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        value = to_value(replace(line.value, **changes))
        with survey.transaction():
            data = {"line": line.id, "value": value}
            return survey.append(kind, data, parents=line.heads, operator=operator)


@pytest.fixture
def entered(centre):
    """A draft of one station, which everybody knows."""
    one, _ = centre.stations
    with one.open() as survey:
        made.taken(survey, ())
    centre.merge(one)
    return centre


VERIFIED = {state: COUNTED[state] for state in (State.DRAFT, State.VERIFIED)}
FORGED = [(kinds.DEDUCTION_DECIDED, who) for who in ("", "C01", "K01", "W01", "nobody")] + [
    (kinds.DEDUCTION_VERIFIED, who) for who in ("", "C01", "W01", "nobody")
]


@pytest.mark.parametrize(("kind", "operator"), FORGED)
def test_t44_a_forged_decision_is_ignored_and_listed(entered, kind, operator):
    """With "" the station signs alone, and nobody answers for it."""
    one, _ = entered.stations
    states = COUNTED if kind == kinds.DEDUCTION_DECIDED else VERIFIED
    late = forged(one, kind, operator, states=states)
    before = standing_hash(entered)
    entered.merge(one)
    with entered.opened(write=False) as survey:
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        assert line.value.state is State.DRAFT
        assert not line.is_disputed
        assert [held for held, _ in station_queries.ignored(survey)] == [late.id]
    assert standing_hash(entered) == before
    report = tool.verify([entered.supervisor.path])
    assert report.wrongs == []
    assert any("1 records are left aside" in line for line in report.lines)


def test_t44_a_clerk_verifies_nothing_and_a_checker_does(entered):
    one, _ = entered.stations
    for operator, state in (("C01", State.DRAFT), ("K01", State.VERIFIED)):
        forged(one, kinds.DEDUCTION_VERIFIED, operator, states=VERIFIED)
        entered.merge(one)
        with entered.opened(write=False) as survey:
            (line,) = ledger_queries.lines(survey, DEDUCTIONS)
            assert line.value.state is state


@pytest.mark.parametrize("kind", [kinds.DEDUCTION, kinds.DEDUCTION_VERIFIED])
def test_t44_no_draft_says_that_it_is_counted(entered, kind, monkeypatch):
    """By a station whose program checks nothing: the whole package is refused."""
    one, _ = entered.stations
    with pytest.raises(BadRecordError):
        forged(one, kind, "K01", states=COUNTED)
    with monkeypatch.context() as patch:
        for room in ("survey_file", "checking"):
            patch.setattr(f"desktop.store.{room}.check_content", lambda plan, record: None)
        forged(one, kind, "K01", states=COUNTED)
        package = one.pack()
    (source,) = entered.merge(package).sources
    assert "only a supervisor takes an entry as far as this" in str(source.refused)
    with entered.opened(write=False) as survey:
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        assert line.value.state is State.DRAFT


@pytest.mark.parametrize("operator", ["C01", "K01", "W01"])
def test_t44_the_acts_refuse_it_in_words(entered, operator):
    with entered.opened() as survey:
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        value = replace(line.value, states=COUNTED)
        with pytest.raises(RoleMissingError):
            change_line(survey, DEDUCTIONS, line, value, operator=operator, kind=DECIDED)


@pytest.mark.parametrize("wished", [State.VERIFIED, State.CIRCULARISED, State.WITHDRAWN])
def test_t44_on_a_station_nobody_decides_without_being_signed_in(entered, wished):
    """A draft may be entered so; on the supervisor's own laptop that laptop answers."""
    one, _ = entered.stations
    with one.open() as survey:
        if wished is State.CIRCULARISED:
            made.taken(survey, made.STEPS[:1], operator="K01")
        lines = ledger_queries.lines(survey, DEDUCTIONS)
        line = max(lines, key=lambda held: list(State).index(held.value.state))
        before = record_count(survey)
        with pytest.raises(SignInNeededError, match="sign in first"):
            move_deduction(survey, line, wished, on=made.DAY)
        assert record_count(survey) == before
        move_deduction(survey, line, wished, on=made.DAY, operator="S01")
    with entered.opened() as survey:
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        move_deduction(survey, line, State.VERIFIED, on=made.DAY)


@pytest.mark.parametrize("kind", sorted(kinds.YEAR.keys() & FOUNDER_ONLY))
def test_t44_a_station_decides_nothing_for_the_office(centre, kind):
    """What is the supervisor's alone is refused from a station, package and all."""
    one, _ = centre.stations
    with one.open() as survey:
        heads = station_queries.chain_heads(survey)
        with survey.transaction():
            survey.append(kind, data_of(kind, heads))
    (source,) = centre.merge(one).sources
    assert "only the supervisor's station may record this" in str(source.refused)


def data_of(kind, heads):
    if kind == kinds.YEAR_SEALED:
        day = {"edition": 1, "day": made.DAY}
        return day | {"standing": "0" * 64, "heads": heads, "second": "S02"}
    if kind == kinds.YEAR_UNSEALED:
        return {"edition": 1, "reason": "x", "second": "S02"}
    values = {
        kinds.RULES: made.RULES, kinds.HOLIDAYS: made.HOLIDAYS, kinds.TERMS: made.TERMS,
        kinds.COMPOSITE: made.COMPOSITE, kinds.BANDS: made.BANDS,
        kinds.CONSEQUENCE: made.CONFIRMATION, kinds.ANNULLED: made.ANNULMENT,
    }  # fmt: skip
    return {"line": "", "value": to_value(values[kind])}
