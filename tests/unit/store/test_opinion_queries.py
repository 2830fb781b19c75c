"""Which opinions stand: a function of the records, at a station, merged and in an edition."""

import random

import pytest

from desktop.actions import merging, sealing
from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion
from desktop.store import kinds
from desktop.store.log_queries import log_lines
from desktop.store.opinion_queries import newest_opinions, opinions, opinions_by_agency
from desktop.store.survey_file import open_survey
from tests.stations import Centre, tables
from tests.surveys import keyed
from tests.tampering import insertion, rebuild_tables, tamper
from tools import verify_pingyi as tool

PEOPLE = {"C01": ["clerk"], "S01": ["supervisor"], "J01": ["scrutineer"]}


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, operators=PEOPLE)


def enter(survey, text, number=1, agency="A1"):
    return enter_opinion(survey, Opinion("B001", number, agency, text), operator="C01")


def correct(survey, record, text, number=1, agency="A1", operator="C01"):
    opinion = Opinion("B001", number, agency, text)
    return correct_opinion(survey, record.id, opinion, operator=operator)


def texts(machine):
    with machine.open(write=False) as survey:
        return [line.text for line in opinions(survey)]


def test_agencies_stand_in_paper_order_texts_by_form_and_the_whole_survey_last(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        for text, number, agency in (
            ("三", 30, "A3"), ("总", 1, ""), ("十二", 12, "A3"), ("一", 2, "A1"),
        ):  # fmt: skip
            enter_opinion(survey, Opinion("B001", number, agency, text))
        found = opinions_by_agency(survey)
        assert [line.text for line in newest_opinions(survey)] == ["一", "十二", "总", "三"]
    assert list(found.items()) == [("A1", ["一"]), ("A3", ["十二", "三"]), ("", ["总"])]


def test_what_a_station_keyed_comes_with_its_package_and_once(centre):
    one, two = centre.stations
    with one.open() as survey:
        enter(survey, "甲")
        correct(survey, enter(survey, "乙", 2), "丙", 3)
    with two.open() as survey:
        enter(survey, "丁", 2)
    centre.merge(one, two)
    assert texts(centre.supervisor) == ["甲", "丁", "丙"]
    centre.merge(one, two)
    centre.merge(two, one)
    assert texts(centre.supervisor) == ["甲", "丁", "丙"]
    assert texts(one) == ["甲", "丙"]
    assert [held.verify() for held in (centre.supervisor, one, two)] == [[]] * 3
    assert tool.verify([centre.supervisor.path, one.path, two.path]).wrongs == []


def test_what_a_revoked_import_brought_sleeps_and_comes_back_with_it(centre):
    (station, _) = centre.stations
    with station.open() as survey:
        enter(survey, "甲")
    identity = centre.merge(station).identity
    with centre.opened() as survey:
        enter(survey, "乙")
        undoing = merging.revoke(survey, identity, reason="试")
        assert [line.text for line in opinions(survey)] == ["乙"]
        merging.revoke(survey, undoing, reason="试")
        assert {line.text for line in opinions(survey)} == {"甲", "乙"}


def test_two_corrections_of_one_opinion_stand_both_whatever_order_they_came_in(tmp_path):
    centre = Centre(tmp_path, 1, operators=PEOPLE)
    (station,) = centre.stations
    with station.open() as survey:
        made = enter(survey, "原来")
    centre.merge(station)
    with station.open() as survey:
        correct(survey, made, "站上改的")
    with centre.opened() as survey:
        mended = correct(survey, made, "主管改的", operator="S01")
    centre.merge(station)
    assert sorted(texts(centre.supervisor)) == ["主管改的", "站上改的"]
    with centre.opened() as survey:
        # taking back touches what it names alone
        correct(survey, mended, "", operator="S01")
    assert texts(centre.supervisor) == ["站上改的"]
    assert centre.supervisor.verify() == []
    checked = tool.check_survey(centre.supervisor.path, "a", tool.Report())
    assert checked
    heads = [head["data"]["text"] for head in checked.state.of(kinds.OPINION)]
    assert sorted(heads) == ["", "站上改的"]


def test_a_sealed_edition_shows_them_as_they_stood(centre):
    with centre.opened() as survey:
        made = enter(survey, "甲")
        waivers = [sealing.Waiver(it.place, "缺", "J01") for it in sealing.obstacles(survey)]
        sealing.seal(survey, waivers, operator="S01")
        sealing.unseal(survey, reason="补记", second="J01", operator="S01")
        correct(survey, made, "乙", operator="S01")
        with sealing.edition_of(survey, 1) as edition:
            assert opinions_by_agency(edition) == {"A1": ["甲"]}
        assert opinions_by_agency(survey) == {"A1": ["乙"]}


def test_the_log_says_on_which_form_and_never_what_was_written(centre):
    with centre.opened() as survey:
        made = enter(survey, "窗口排队久", 17)
        correct(survey, made, "排队太久", 18)
        lines = log_lines(survey)[:2]
        assert [(line.kind, line.about) for line in lines] == [
            (kinds.OPINION, "B001-018"),
            (kinds.OPINION, "B001-017"),
        ]
        assert "排队" not in repr(log_lines(survey))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_in_which_records_arrive_does_not_matter(tmp_path, seed):
    chance = random.Random(seed)
    path = tmp_path / "a.pingyi"
    with keyed(path, ["111111"]) as survey:
        made = []
        for at in range(8):
            made.append(enter_opinion(survey, Opinion("B001", at % 3 + 1, "A1", f"{at}")))
            if at % 2:
                old = chance.choice([line.record for line in opinions(survey)])
                text = chance.choice(["", f"改{at}"])
                correct_opinion(survey, old, Opinion("B001", 1, "A2", text))
        expected, held = opinions(survey), tables(survey)
        records = list(survey.records())[1:]
    chance.shuffle(records)
    statements = [insertion(at, record) for at, record in enumerate(records, 2)]
    tamper(path, "DELETE FROM record WHERE number > 1", *statements)
    rebuild_tables(path)
    with open_survey(path) as survey:
        assert opinions(survey) == expected
        assert tables(survey)["replaced"] == held["replaced"]
