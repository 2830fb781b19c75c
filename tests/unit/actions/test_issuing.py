from dataclasses import asdict, replace

import pytest

from desktop.actions.counting import count_survey, results_file
from desktop.actions.errors import (
    ChannelUnknownError,
    NotSupervisorError,
    OperatorUnknownError,
    RoleMissingError,
    TextRefusedError,
)
from desktop.actions.issuing import Issue, correct_issue, enter_issue, register_problems
from desktop.actions.paper_errors import (
    DateWrongError,
    IssueCountError,
    LineUnknownError,
    WayUnknownError,
)
from desktop.store.paper_queries import issued_by_channel, issues
from desktop.store.verification import verify_survey
from tests.stations import Centre, record_count
from tests.surveys import founded, keyed

OUT = Issue("C1", "issued", 60, "2005-12-01", "评议办", "张三", "李四", "两捆")
PEOPLE = {"C01": ["clerk"], "F01": ["checker"], "S01": ["supervisor"], "J01": ["scrutineer"]}


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi") as survey:
        yield survey


def test_a_line_comes_back_as_it_was_entered(survey):
    record = enter_issue(survey, OUT)
    (line,) = issues(survey)
    header = {"station": survey.station, "operator": "", "at": record.header.at}
    assert asdict(line) == asdict(OUT) | {"record": record.id} | header


def test_texts_are_kept_without_blanks_around_and_may_be_none(survey):
    enter_issue(survey, replace(OUT, giver=" 评议办 ", signed="  ", note=""))
    (line,) = issues(survey)
    assert (line.giver, line.signed, line.note) == ("评议办", "", "")


def test_lines_stand_by_day_and_the_sums_by_channel(survey):
    for day, way, forms in ((9, "returned", 30), (2, "issued", 40), (2, "issued", 5)):
        enter_issue(survey, replace(OUT, way=way, forms=forms, on=f"2005-12-0{day}"))
    enter_issue(survey, replace(OUT, channel="C2", way="returned", forms=1))
    assert [line.forms for line in issues(survey)] == [1, 40, 5, 30]
    assert issued_by_channel(survey) == {"C1": (45, 30), "C2": (0, 1)}
    assert [problem.place for problem in register_problems(survey)] == ["单位互评", "报纸读者评议"]


def test_a_correction_stands_in_the_place_of_the_line_it_names(survey):
    first, other = enter_issue(survey, OUT), enter_issue(survey, replace(OUT, forms=7))
    second = correct_issue(survey, first.id, replace(OUT, forms=50))
    third = correct_issue(survey, second.id[:10], replace(OUT, forms=55))
    assert third.parents == (second.id,)
    assert {line.record for line in issues(survey)} == {other.id, third.id}
    assert issued_by_channel(survey) == {"C1": (62, 0)}
    assert verify_survey(survey.path) == []


def test_a_line_is_taken_back_with_no_forms(survey):
    made = enter_issue(survey, OUT)
    back = correct_issue(survey, made.id, replace(OUT, forms=0))
    assert issues(survey) == []
    assert issued_by_channel(survey) == {}
    for gone in (made.id, back.id, "", "zz"):
        with pytest.raises(LineUnknownError):
            correct_issue(survey, gone, OUT)


def test_the_beginning_of_two_ids_names_neither(survey):
    # of seventeen ids two begin alike
    made = [enter_issue(survey, OUT).id for _ in range(17)]
    twice = {held[0] for held in made if [each[0] for each in made].count(held[0]) > 1}
    with pytest.raises(LineUnknownError):
        correct_issue(survey, min(twice), OUT)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"channel": "C9"}, ChannelUnknownError),
        ({"way": "lent"}, WayUnknownError),
        ({"forms": 0}, IssueCountError),
        ({"forms": -1}, IssueCountError),
        ({"forms": 10**9}, IssueCountError),
        ({"on": "2005-02-29"}, DateWrongError),
        ({"giver": " "}, TextRefusedError),
        ({"taker": ""}, TextRefusedError),
        ({"signed": "a\nb"}, TextRefusedError),
        ({"note": "x" * 201}, TextRefusedError),
    ],
)
def test_a_line_that_says_something_impossible_is_refused(survey, wrong, error):
    before = record_count(survey)
    with pytest.raises(error):
        enter_issue(survey, replace(OUT, **wrong))
    assert record_count(survey) == before


def test_a_correction_is_checked_like_a_line(survey):
    made = enter_issue(survey, OUT)
    for wrong, error in (({"forms": -1}, IssueCountError), ({"on": "x"}, DateWrongError)):
        with pytest.raises(error):
            correct_issue(survey, made.id, replace(OUT, **wrong))
    assert [line.record for line in issues(survey)] == [made.id]


def test_a_checker_or_a_supervisor_enters_at_the_supervisor_s_station(tmp_path):
    centre = Centre(tmp_path, 1, operators=PEOPLE)
    with centre.opened() as survey:
        made = [enter_issue(survey, OUT, operator=code) for code in ("", "F01", "S01")]
        assert [line.operator for line in issues(survey)] == ["", "F01", "S01"]
        for code, error in (
            ("C01", RoleMissingError),
            ("J01", RoleMissingError),
            ("X01", OperatorUnknownError),
        ):
            with pytest.raises(error):
                enter_issue(survey, OUT, operator=code)
            with pytest.raises(error):
                correct_issue(survey, made[0].id, OUT, operator=code)
    with centre.stations[0].open() as survey, pytest.raises(NotSupervisorError):
        enter_issue(survey, OUT)


def test_the_register_never_changes_the_results(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "123123"]) as survey:
        before = results_file(count_survey(survey))
        made = enter_issue(survey, OUT)
        enter_issue(survey, replace(OUT, way="returned", forms=99))
        correct_issue(survey, made.id, replace(OUT, forms=3))
        assert results_file(count_survey(survey)) == before
