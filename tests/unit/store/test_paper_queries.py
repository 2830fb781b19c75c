"""Kinds without a table: read from the log, carried by kits and packages, verified."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.actions import merging, sealing
from desktop.actions.approving import approve_plan
from desktop.actions.history import HistoryRow, enter_history
from desktop.actions.issuing import Issue, correct_issue, enter_issue
from desktop.actions.network import note_network
from desktop.store import kinds, station_queries
from desktop.store.keys import Home
from desktop.store.paper_queries import (
    approvals,
    history,
    issued_by_channel,
    issues,
    networks_seen,
)
from desktop.store.projection import standing_records
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from tests.stations import Centre, tables
from tests.surveys import founded
from tests.tampering import insertion, rebuild_tables, tamper
from tools import verify_pingyi as tool

OUT = Issue("C1", "issued", 60, "2005-12-01", "评议办", "张三")
PEOPLE = {"C01": ["clerk"], "F01": ["checker"], "S01": ["supervisor"], "J01": ["scrutineer"]}
ANY = "ab" * 32
ROW: dict[str, Any] = {"agency": "A1", "rank": 1, "score": "97.5"}
DATA: dict[str, dict[str, Any]] = {
    kinds.ISSUE: {
        "channel": "C1", "way": "issued", "forms": 5, "on": "2006-05-08", "giver": "x",
        "taker": "y", "signed": "", "note": "",
    },
    kinds.APPROVED: {"plan": ANY, "names": ["x"]},
    kinds.HISTORY: {
        "year": 2004, "source": "x", "rows": [ROW],
    },
    kinds.NETWORK: {"interfaces": ["eth0"]},
    kinds.OPINION: {"batch": "B001", "number": 17, "agency": "A1", "text": "窗口排队久"},
}  # fmt: skip


def entered(survey):
    """One record of each kind, and one of each that replaces another."""
    first = enter_issue(survey, OUT)
    enter_issue(survey, replace(OUT, way="returned", forms=20))
    correct_issue(survey, first.id, replace(OUT, forms=50))
    approve_plan(survey, ["王主任"])
    enter_history(survey, 2004, "通报", [HistoryRow("A1", 7)])
    enter_history(survey, 2004, "通报", [HistoryRow("A1", 1, "97.5")])
    note_network(survey, ["eth0"])


def told(survey):
    return (
        issues(survey), issued_by_channel(survey), approvals(survey), history(survey),
        networks_seen(survey),
    )  # fmt: skip


@pytest.fixture
def centre(tmp_path):
    centre = Centre(tmp_path, 2, operators=PEOPLE)
    with centre.opened() as survey:
        entered(survey)
    return centre


def seen(machine):
    with machine.open(write=False) as survey:
        return told(survey)


def test_a_kit_tells_a_station_and_a_receipt_brings_its_networks_back(centre):
    one, two = centre.stations
    assert seen(one) == ([], {}, [], {}, [])
    with one.open() as survey:
        note_network(survey, ["wlan0"], operator="J01")
    centre.merge(one)
    for station in (one, two):
        centre.tell(station)
        assert seen(station)[:4] == seen(centre.supervisor)[:4]
    assert seen(one) == seen(centre.supervisor)
    assert issued_of(centre.supervisor) == {"C1": (50, 20)}
    assert [held.verify() for held in (centre.supervisor, one, two)] == [[]] * 3
    assert tool.verify([centre.supervisor.path, one.path, two.path]).wrongs == []


def issued_of(machine):
    return seen(machine)[1]


def test_the_tables_made_again_say_the_same(centre):
    before = seen(centre.supervisor)
    with centre.opened() as survey:
        held = tables(survey)
        survey.rebuild()
        assert tables(survey) == held
    assert seen(centre.supervisor) == before
    assert centre.supervisor.verify() == []


def test_a_sealed_edition_shows_them_as_they_stood(centre):
    before = seen(centre.supervisor)
    with centre.opened() as survey:
        waivers = [sealing.Waiver(it.place, "缺", "J01") for it in sealing.obstacles(survey)]
        sealing.seal(survey, waivers, operator="S01")
        sealing.unseal(survey, reason="补记", second="J01", operator="S01")
        enter_issue(survey, OUT)
        with sealing.edition_of(survey, 1) as edition:
            assert told(edition) == before
    assert seen(centre.supervisor) != before


@pytest.mark.parametrize("kind", DATA)
@pytest.mark.parametrize("operator", ["", *PEOPLE, "X01"])
def test_a_record_without_the_role_replaces_nothing_and_is_left_aside(tmp_path, kind, operator):
    may = tool.MAY.get(kind, tool.SUPERVISOR)
    stands = operator == "" or bool(set(PEOPLE.get(operator, [])) & may)
    centre = Centre(tmp_path, 0, operators=PEOPLE)
    with centre.opened() as survey:
        data = DATA[kind] | ({"plan": survey.plan_hash} if kind == kinds.APPROVED else {})
        with survey.transaction():
            first = survey.append(kind, data)
        with survey.transaction():
            made = survey.append(kind, data, parents=[first.id], operator=operator)
        head = made.id if stands else first.id
        assert [held.id for held in standing_records(survey.db, kind)] == [head]
        assert [held for held, _ in station_queries.ignored(survey)] == (
            [] if stands else [made.id]
        )
    assert centre.supervisor.verify() == []
    report = tool.Report()
    checked = tool.check_survey(centre.supervisor.path, "a", report)
    assert checked
    assert report.wrongs == []
    assert [held["id"] for held in checked.state.of(kind)] == [head]


@pytest.mark.parametrize("other", DATA)
@pytest.mark.parametrize("kind", DATA)
def test_a_record_replaces_its_own_kind_alone(tmp_path, kind, other):
    with founded(tmp_path / "a.pingyi") as survey:
        with survey.transaction():
            first = survey.append(kind, DATA[kind])
            made = survey.append(other, DATA[other], parents=[first.id])
        heads = [record.id for record in standing_records(survey.db, kind)]
    assert heads == ([made.id] if kind == other else [first.id])


@pytest.mark.parametrize("kind", [kinds.ISSUE, kinds.APPROVED, kinds.HISTORY])
def test_what_a_station_signed_for_the_supervisor_is_ignored_everywhere(centre, kind):
    """A merge refuses it; in a file that holds it all the same it says nothing."""
    (station, _) = centre.stations
    with station.open() as survey:
        before = told(survey)
        first = next(iter(survey.records_of(kinds.FOUNDED)))
        with survey.transaction():
            survey.append(kind, DATA[kind], parents=[first.id])
        assert told(survey) == before
        assert [reason for _, reason in station_queries.ignored(survey)] == [
            "only the supervisor's station may record this"
        ]
    assert "only the supervisor's station" in str(centre.merge(station).sources[0].refused)
    assert station.verify() == []
    assert tool.verify([station.path]).wrongs == []


def test_a_sighting_sleeps_with_its_import_and_comes_back(centre):
    (station, _) = centre.stations
    with station.open() as survey:
        note_network(survey, ["wlan0"])
    identity = centre.merge(station).identity
    whole = seen(centre.supervisor)
    with centre.opened() as survey:
        undoing = merging.revoke(survey, identity, reason="试")
        assert len(networks_seen(survey)) == 1
        merging.revoke(survey, undoing, reason="试")
    assert seen(centre.supervisor) == whole
    assert len(whole[4]) == 2


def test_an_approval_of_another_plan_says_nothing_here(tmp_path):
    with founded(tmp_path / "a.pingyi") as survey:
        with survey.transaction():
            survey.append(kinds.APPROVED, DATA[kinds.APPROVED])
        assert approvals(survey) == []
    assert verify_survey(tmp_path / "a.pingyi") == []


WRONG: dict[str, list[dict[str, Any]]] = {
    kinds.ISSUE: [
        {"channel": ""}, {"channel": "C9"}, {"way": ""}, {"way": "Issued"}, {"way": "lent"},
        {"on": ""}, {"on": "2005-02-29"}, {"on": "20051231"}, {"on": "2005-12-31\n"},
        {"forms": -1}, {"giver": " "}, {"taker": ""},
    ],
    kinds.APPROVED: [
        {"plan": ""}, {"plan": "AB" * 32}, {"plan": "ab" * 31},
        {"names": []}, {"names": [""]}, {"names": ["x", "x"]}, {"names": [1]}, {"names": [["x"]]},
    ],
    kinds.HISTORY: [
        {"year": 0}, {"year": 1899}, {"year": 3000}, {"source": ""}, {"rows": []}, {"rows": [1]},
        {"rows": [ROW, ROW]},
        *(
            {"rows": [ROW | {name: value}]}
            for name, value in (
                ("agency", "A9"), ("rank", 0), ("rank", -1), ("rank", True), ("rank", "1"),
                ("score", "x"), ("score", "1/0"), ("score", None), ("score", "97.5 "), ("more", 1),
                ("score", "1" * 13), ("score", "1/" + "0" * 12 + "1"),
            )
        ),
    ],
    kinds.NETWORK: [
        {"interfaces": []}, {"interfaces": [" "]}, {"interfaces": ["a", "a"]},
        {"interfaces": [1]}, {"interfaces": [{}]},
    ],
    kinds.OPINION: [
        {"batch": ""}, {"batch": "B-1"}, {"number": 0}, {"number": 100_000}, {"agency": "A9"},
        {"agency": " "}, {"text": " "}, {"text": "\u3000"}, {"text": "一" * 2001},
        *({"text": f"一{break_}二"} for break_ in "\n\r\t\x00\x1f\x7f\x85\u2028\u2029"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "wrong"), [(kind, wrong) for kind in WRONG for wrong in WRONG[kind]], ids=str
)
def test_what_no_program_records_is_found_by_both(tmp_path, kind, wrong):
    path = tmp_path / "a.pingyi"
    with founded(path) as survey, survey.transaction():
        survey.append(kind, DATA[kind] | wrong)
    (problem,) = verify_survey(path)
    assert any(said in problem.sentence() for said in ("wrong shape", "is not a batch code"))
    assert len(tool.verify([path]).wrongs) == 1


@pytest.mark.parametrize("score", ["", "0", "-1", "97.85", "1957/20", "0.000000000001"])
def test_every_number_of_a_plan_is_a_score(tmp_path, score):
    path = tmp_path / "a.pingyi"
    rows = [{"agency": "A1", "rank": None, "score": score}]
    with founded(path) as survey, survey.transaction():
        survey.append(kinds.HISTORY, DATA[kinds.HISTORY] | {"rows": rows})
    assert verify_survey(path) == []
    assert tool.verify([path]).wrongs == []


def test_a_line_that_was_changed_with_another_tool_is_found(tmp_path):
    path = tmp_path / "a.pingyi"
    with founded(path) as survey:
        entered(survey)
    tamper(path, "DELETE FROM replaced WHERE family = 'issue'")
    assert ["table replaced" in problem.sentence() for problem in verify_survey(path)] == [True]
    tamper(path, """UPDATE record SET body = replace(body, '"forms":50,', '"forms":51,')""")
    rebuild_tables(path)
    with open_survey(path) as survey:
        assert issued_by_channel(survey) == {"C1": (51, 20)}
    assert "signature" in verify_survey(path)[0].sentence()
    assert tool.verify([path]).wrongs


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_records_arrive_does_not_matter(history_file, chance):
    path, records, expected = history_file
    # a chain arrives in its order; here it does not matter either, and corrections come first
    chance.shuffle(records)
    statements = [insertion(at, record) for at, record in enumerate(records, 2)]
    tamper(path, "DELETE FROM record WHERE number > 1", *statements)
    rebuild_tables(path)
    with open_survey(path) as survey:
        assert told(survey) == expected


@pytest.fixture(scope="module")
def history_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("order") / "a.pingyi"
    chance = random.Random(5)
    with founded(path, home=Home(path.parent / "home")) as survey:
        entered(survey)
        for _ in range(12):
            line = chance.choice(issues(survey)).record
            correct_issue(survey, line, replace(OUT, forms=chance.randint(1, 99)))
            enter_issue(survey, replace(OUT, forms=chance.randint(1, 99)))
            enter_history(survey, chance.choice([2002, 2003]), "x", [HistoryRow("A2", 3)])
        records = list(survey.records())[1:]
        expected = told(survey)
    return path, records, expected
