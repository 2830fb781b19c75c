from fractions import Fraction

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.errors import (
    FileInvalidError,
    TextRefusedError,
    TotalsKnownError,
    TotalsMissingError,
    TotalsTwinError,
)
from desktop.actions.totals import enter_totals
from tests.plans import small_plan
from tests.surveys import founded, keyed

ONE = {"agencies": 1, "dimensions": 1}


def write(tmp_path, text):
    path = tmp_path / "汇总.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_totals_join_the_marks_of_their_channel(tmp_path):
    path = write(tmp_path, "agency,dimension,1,2,3,0,x\nA1,D1,5,3,1,2,1\n")
    with keyed(tmp_path / "a.pingyi", ["1", "2", "0"], small_plan(**ONE)) as survey:
        assert enter_totals(survey, path, channel="C2", source="市城调队") == 1
        (agency,) = count_survey(survey).agencies
    counts = agency.dimensions[0].counts
    assert (counts.grades, counts.blank, counts.invalid) == ((6, 4, 1), 3, 1)
    assert agency.channels[1].forms == 0
    assert agency.score == Fraction(6 * 22 + 4 * 17 + 11, 11)


def test_stated_forms_enter_the_denominator_of_forms(tmp_path):
    plan = small_plan(**ONE, scoring={"denominator": "forms"})
    path = write(tmp_path, "agency,dimension,1,2,3,forms\nA1,D1,4,0,0,10\n")
    with keyed(tmp_path / "b.pingyi", ["1", "0"], plan) as survey:
        enter_totals(survey, path, channel="C1", source="市城调队")
        (agency,) = count_survey(survey).agencies
    assert agency.score == Fraction(5 * 22, 12)


def test_each_source_counts_once_in_a_channel(tmp_path):
    path = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,1,1,1\n")
    with founded(tmp_path / "c.pingyi", small_plan(**ONE)) as survey:
        enter_totals(survey, path, channel="C1", source="市城调队")
        enter_totals(survey, path, channel="C2", source="市城调队")
        with pytest.raises(TotalsKnownError):
            enter_totals(survey, path, channel="C1", source=" 市城调队 ")
        with pytest.raises(TextRefusedError):
            enter_totals(survey, path, channel="C1", source=" ")


@pytest.mark.parametrize("twin", ["ABC", "abc", "ＡＢＣ", " A BC "])
def test_a_source_written_otherwise_is_the_same_source(tmp_path, twin):
    path = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,1,1,1\n")
    (tmp_path / "2").mkdir()
    other = write(tmp_path / "2", "agency,dimension,1,2,3\nA1,D1,2,2,2\n")
    with founded(tmp_path / "c.pingyi", small_plan(**ONE)) as survey:
        enter_totals(survey, path, channel="C1", source="Abc")
        with pytest.raises(TotalsKnownError):
            enter_totals(survey, other, channel="C1", source=twin)


def test_the_very_same_counts_are_not_taken_over_under_two_names(tmp_path):
    path = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,7,1,1\n")
    with founded(tmp_path / "c.pingyi", small_plan(**ONE)) as survey:
        enter_totals(survey, path, channel="C1", source="市城调队")
        with pytest.raises(TotalsTwinError, match="市城调队"):
            enter_totals(survey, path, channel="C1", source="城市调查队")
        enter_totals(survey, path, channel="C2", source="城市调查队")


def test_totals_are_replaced_by_name_and_nothing_is_lost(tmp_path):
    first = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,7,1,1\n")
    with founded(tmp_path / "c.pingyi", small_plan(**ONE)) as survey:
        with pytest.raises(TotalsMissingError):
            enter_totals(survey, first, channel="C1", source="城调队", replace=True)
        enter_totals(survey, first, channel="C1", source="城调队")
        second = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,8,1,1\n")
        enter_totals(survey, second, channel="C1", source="城调队", replace=True)
        (agency,) = count_survey(survey).agencies
        assert agency.dimensions[0].counts.grades == (8, 1, 1)
        assert len(list(survey.records())) == 4


@pytest.mark.parametrize("source", ["a\tb", "a\u200bb", "a\u202eb", "x" * 201, "a\nb", ""])
def test_a_source_that_could_never_be_printed_is_refused(tmp_path, source):
    path = write(tmp_path, "agency,dimension,1,2,3\nA1,D1,7,1,1\n")
    survey = founded(tmp_path / "c.pingyi", small_plan(**ONE))
    with survey, pytest.raises(TextRefusedError, match="--source"):
        enter_totals(survey, path, channel="C1", source=source)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("agency,dimension,1,2\nA1,D1,1,1\n", "1:3", "missing in the header"),
        ("agency,dimension,1,2,3,4\nA1,D1,1,1,1,1\n", "1:4", "not a column"),
        ("agency,dimension,1,2,3,3\nA1,D1,1,1,1,1\n", "1:3", "2 times"),
        ("agency,dimension,1,2,3\nA9,D1,1,1,1\n", "2:agency", "does not list"),
        ("agency,dimension,1,2,3\nA1,D9,1,1,1\n", "2:dimension", "does not list"),
        ("agency,dimension,1,2,3\nA1,D1,-1,1,1\n", "2:1", "not a count"),
        ("agency,dimension,1,2,3\nA1,D1,1.5,1,1\n", "2:1", "not a count"),
        ("agency,dimension,1,2,3\nA1,D1,1,1\n", "2", "4 cells"),
        ("agency,dimension,1,2,3\nA1,D1,1,1,1\nA1,D1,2,2,2\n", "A1.D1", "two lines"),
        ("agency,dimension,1,2,3\n", "1", "holds no line"),
        ("", "1:agency", "missing in the header"),
    ],
)
def test_bad_totals_are_named_and_nothing_is_stored(tmp_path, text, place, message):
    with founded(tmp_path / "d.pingyi", small_plan(**ONE)) as survey:
        with pytest.raises(FileInvalidError) as refused:
            enter_totals(survey, write(tmp_path, text), channel="C1", source="x")
        assert refused.value.problems[0].place == place
        assert message in refused.value.problems[0].sentence()
        assert count_survey(survey).agencies[0].votes == 0


def test_the_denominator_of_forms_needs_the_stated_number(tmp_path):
    plan = small_plan(**ONE, scoring={"denominator": "forms"})
    with founded(tmp_path / "e.pingyi", plan) as survey:
        for text, message in (
            ("agency,dimension,1,2,3\nA1,D1,1,1,1\n", "missing"),
            ("agency,dimension,1,2,3,forms\nA1,D1,1,1,1,2\n", "3 votes on 2 forms"),
        ):
            with pytest.raises(FileInvalidError) as refused:
                enter_totals(survey, write(tmp_path, text), channel="C1", source="x")
            assert message in refused.value.problems[0].sentence()


def test_as_many_votes_as_forms_are_sound(tmp_path):
    plan = small_plan(**ONE, scoring={"denominator": "forms"})
    path = write(tmp_path, "agency,dimension,1,2,3,forms\nA1,D1,1,1,1,3\n")
    with founded(tmp_path / "f.pingyi", plan) as survey:
        assert enter_totals(survey, path, channel="C1", source="x") == 1


def test_an_agency_s_lines_state_one_number_of_forms(tmp_path):
    text = "agency,dimension,1,2,3,forms\nA1,D1,1,0,0,3\nA1,D2,1,0,0,4\n"
    path = write(tmp_path, text)
    survey = founded(tmp_path / "g.pingyi", small_plan(1, 2))
    with survey, pytest.raises(FileInvalidError) as refused:
        enter_totals(survey, path, channel="C1", source="x")
    (problem,) = refused.value.problems
    assert (problem.place, "states other forms" in problem.sentence()) == ("A1.D2", True)
