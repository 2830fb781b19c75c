"""Opinions are keyed, corrected and taken back; nothing of them is counted."""

import unicodedata
from dataclasses import replace

import pytest

from desktop.actions.closing import close_batch
from desktop.actions.counting import count_survey
from desktop.actions.errors import (
    BatchUnknownError,
    OperatorUnknownError,
    RoleMissingError,
    ZeroMissingError,
)
from desktop.actions.founding import found
from desktop.actions.opinion_errors import (
    AgencyUnknownError,
    OpinionForeignError,
    OpinionTextError,
    OpinionUnknownError,
)
from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion
from desktop.store.keys import Home
from desktop.store.opinion_queries import opinions
from desktop.store.verification import verify_survey
from desktop.tally.form import FormNumberError
from tests.plans import small_plan
from tests.stations import Centre, record_count
from tests.surveys import keyed

WRITTEN = Opinion("B001", 1, "A2", "窗口排队久")
PEOPLE = {
    "C01": ["clerk"], "C02": ["clerk"], "K01": ["checker"], "S01": ["supervisor"],
    "J01": ["scrutineer"],
}  # fmt: skip


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "222222"]) as survey:
        yield survey


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 1, operators=PEOPLE)


def told(survey):
    return [(line.form, line.agency, line.text) for line in opinions(survey)]


def test_an_opinion_comes_back_as_it_was_keyed(survey):
    made = enter_opinion(survey, WRITTEN)
    (line,) = opinions(survey)
    assert (line.record, line.form, line.agency, line.text) == (
        made.id, "B001-001", "A2", "窗口排队久",
    )  # fmt: skip
    assert (line.station, line.operator, line.at) == (survey.station, "", made.header.at)
    assert verify_survey(survey.path) == []


def test_no_figure_changes_by_it(survey):
    before = count_survey(survey).hash
    enter_opinion(survey, WRITTEN)
    enter_opinion(survey, replace(WRITTEN, number=77))
    assert count_survey(survey).hash == before


def test_a_form_that_nobody_keyed_and_a_closed_batch_take_opinions(survey):
    enter_opinion(survey, replace(WRITTEN, number=99999, agency=""))
    close_batch(survey, "B001")
    enter_opinion(survey, WRITTEN)
    assert told(survey) == [
        ("B001-001", "A2", "窗口排队久"),
        ("B001-99999", "", "窗口排队久"),
    ]


def test_a_form_holds_several_opinions_even_two_alike(survey):
    for agency in ("A2", "A2", "A1", ""):
        enter_opinion(survey, replace(WRITTEN, agency=agency))
    assert [agency for _, agency, _ in told(survey)] == ["A1", "A2", "A2", ""]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  窗口排队久 \n", "窗口排队久"),
        ("第一行\r\n\r\n第二行\t完", "第一行 第二行 完"),
        ("cafe\u0301", "café"),
        ("一" * 2000, "一" * 2000),
    ],
    ids=["blanks", "breaks", "normal form", "longest"],
)
def test_a_text_is_kept_as_one_paragraph(survey, typed, kept):
    enter_opinion(survey, replace(WRITTEN, text=typed))
    (line,) = opinions(survey)
    assert line.text == kept
    assert unicodedata.is_normalized("NFC", line.text)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "is empty"),
        (" \n\u3000", "is empty"),
        ("一" * 2001, "is longer than 2,000"),
        ("排队\x07久", "nobody can see"),
        ("排队\u200b久", "nobody can see"),
        ("排队\u2028久", "nobody can see"),
    ],
)
def test_a_text_that_cannot_stand_is_refused(survey, typed, why):
    with pytest.raises(OpinionTextError, match=why):
        enter_opinion(survey, replace(WRITTEN, text=typed))
    assert opinions(survey) == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"batch": "B002"}, BatchUnknownError),
        ({"number": 0}, FormNumberError),
        ({"number": 100_000}, FormNumberError),
        ({"agency": "A9"}, AgencyUnknownError),
    ],
    ids=str,
)
def test_a_place_that_is_not_there_is_refused(survey, wrong, error):
    made, before = enter_opinion(survey, WRITTEN), record_count(survey)
    with pytest.raises(error):
        enter_opinion(survey, replace(WRITTEN, **wrong))
    with pytest.raises(error):
        correct_opinion(survey, made.id, replace(WRITTEN, **wrong))
    assert record_count(survey) == before


def test_a_correction_stands_in_the_place_of_the_opinion_it_names(survey):
    first, other = enter_opinion(survey, WRITTEN), enter_opinion(survey, WRITTEN)
    second = correct_opinion(survey, first.id[:12], replace(WRITTEN, agency="", text="排队太久"))
    assert second.parents == (first.id,)
    assert {line.record for line in opinions(survey)} == {other.id, second.id}
    for gone in (first.id, "", "zz"):
        with pytest.raises(OpinionUnknownError):
            correct_opinion(survey, gone, WRITTEN)


def test_an_empty_text_takes_an_opinion_back(survey):
    made = enter_opinion(survey, WRITTEN)
    back = correct_opinion(survey, made.id, replace(WRITTEN, text=" "))
    assert opinions(survey) == []
    for gone in (made.id, back.id):
        with pytest.raises(OpinionUnknownError):
            correct_opinion(survey, gone, WRITTEN)
    assert verify_survey(survey.path) == []


def test_nothing_is_keyed_before_the_zero_report(tmp_path):
    with (
        found(tmp_path / "a.pingyi", small_plan(), mode="drill", home=Home(tmp_path)) as survey,
        pytest.raises(ZeroMissingError),
    ):
        enter_opinion(survey, WRITTEN)


@pytest.mark.parametrize("operator", ["", "C01", "K01", "S01"])
def test_who_keys_and_who_supervises_may_at_a_station_and_at_the_centre(centre, operator):
    for machine in (*centre.stations, centre.supervisor):
        with machine.open() as survey:
            enter_opinion(survey, WRITTEN, operator=operator)
            assert len(opinions(survey)) == 1


def test_who_only_watches_and_a_stranger_may_not(centre):
    with centre.opened() as survey:
        for operator, error in (("J01", RoleMissingError), ("X01", OperatorUnknownError)):
            with pytest.raises(error):
                enter_opinion(survey, WRITTEN, operator=operator)


def test_an_opinion_is_corrected_by_whoever_keyed_it_or_by_a_supervisor(centre):
    (station,) = centre.stations
    with station.open() as survey:
        made = enter_opinion(survey, WRITTEN, operator="C01")
        for operator in ("", "C02", "K01"):
            with pytest.raises(OpinionForeignError, match=r"B001-001 was keyed by C01"):
                correct_opinion(survey, made.id, WRITTEN, operator=operator)
        made = correct_opinion(survey, made.id, replace(WRITTEN, agency="A1"), operator="C01")
    centre.merge(station)
    with centre.opened() as survey:
        correct_opinion(survey, made.id, replace(WRITTEN, text="排队太久"), operator="S01")
        assert told(survey) == [("B001-001", "A2", "排队太久")]


def test_what_nobody_signed_for_is_corrected_by_anybody(centre):
    with centre.opened() as survey:
        made = enter_opinion(survey, WRITTEN)
        made = correct_opinion(survey, made.id, replace(WRITTEN, agency="A1"), operator="C01")
        correct_opinion(survey, made.id, replace(WRITTEN, agency="A3"))
        assert [line.agency for line in opinions(survey)] == ["A3"]
