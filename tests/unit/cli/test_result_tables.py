"""What stands below the ranking, and the lists of identical forms."""

import pytest

from desktop.actions.counting import count_survey
from desktop.cli import result_tables
from desktop.store import queries
from desktop.tally.identical import identical_forms
from tests.plans import small_plan
from tests.surveys import keyed

CUT = {"top": 1, "bottom": 1}


@pytest.fixture
def said(capsys):
    def lines():
        return capsys.readouterr().out.splitlines()

    return lines


def test_top_and_bottom_are_named_with_rank_and_score(tmp_path, said):
    with keyed(tmp_path / "s.pingyi", ["112233"], small_plan(cut=CUT)) as survey:
        result_tables.say_results(count_survey(survey))
    lines = said()
    top = lines.index(next(line for line in lines if line.startswith("Top of the ranking")))
    assert lines[top + 3].split() == ["1", "单位1", "44.0000"]
    assert lines[top + 7].split() == ["3", "单位3", "22.0000"]


def test_an_empty_cut_has_no_table(tmp_path, said):
    with keyed(tmp_path / "s.pingyi", [], small_plan(cut=CUT)) as survey:
        result_tables.say_results(count_survey(survey))
    assert not [line for line in said() if "of the ranking" in line]


def identical(path, marks):
    with keyed(path, marks) as survey:
        return survey.plan, identical_forms(queries.valid_forms(survey))


def test_one_grade_throughout_is_named(tmp_path, said):
    result_tables.say_identical(*identical(tmp_path / "s.pingyi", ["222222"] * 3))
    assert said()[3].split() == ["基本满意", "B001-001", "B001-002", "B001-003", "3", "3"]


def test_sets_of_several_grades_name_none(tmp_path, said):
    result_tables.say_identical(*identical(tmp_path / "s.pingyi", ["122222"] * 2))
    assert said()[3].split() == ["—", "B001-001", "B001-002", "2", "2"]


def test_where_no_forms_are_alike_a_sentence_says_so(tmp_path, said):
    result_tables.say_identical(*identical(tmp_path / "s.pingyi", ["122222", "111111"]))
    assert said() == ["No two valid forms hold the same answers."]
