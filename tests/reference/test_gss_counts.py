"""Answers of the General Social Survey count to the published numbers, year by year."""

from collections import defaultdict

import pytest

from desktop.actions.counting import count_survey
from desktop.store.verification import verify_survey
from tests.reference.real_data import INSTITUTIONS, import_answers, institutions_plan, rows_of

GRADES = {"1": "1", "2": "2", "3": "3", "": "0"}


@pytest.fixture(scope="module")
def answers(shared_data):
    folder = shared_data / "gss_confidence_1972_2012"
    return rows_of(folder / "responses.csv"), rows_of(folder / "published_counts_by_year.csv")


@pytest.fixture
def by_year(answers):
    years = defaultdict(list)
    for row in answers[0]:
        years[row["year"]].append(row)
    return years


def test_every_published_count_of_every_year(answers, by_year, tmp_path):
    """One survey with a channel a year: 1,047 published figures."""
    plan = institutions_plan(f"Y{year}" for year in by_year)
    sheets = {f"Y{year}": rows for year, rows in by_year.items()}
    with import_answers(tmp_path, plan, sheets, GRADES) as survey:
        results = count_survey(survey)
    counted = {
        (agency.code, channel.code[1:]): channel.dimensions[0].counts
        for agency in results.agencies
        for channel in agency.channels
    }
    compared = 0
    for row in answers[1]:
        counts = counted.get((row["item"], row["year"]))
        if counts is not None:
            assert counts.grades == (int(row["n_1"]), int(row["n_2"]), int(row["n_3"])), row
            compared += 3
    assert compared == 1047
    assert verify_survey(tmp_path / "answers.pingyi") == []


def test_all_years_at_once_by_region(answers, shared_data, tmp_path):
    """57,061 forms in nine channels against the expected sums."""
    regions = defaultdict(list)
    for row in answers[0]:
        regions[f"R{row['region']}"].append(row)
    with import_answers(tmp_path, institutions_plan(sorted(regions)), regions, GRADES) as survey:
        results = count_survey(survey)
    expected = rows_of(shared_data / "gss_confidence_1972_2012" / "expected_counts_all_years.csv")
    by_code = {agency.code: agency for agency in results.agencies}
    assert results.forms.valid == 57061
    for row in expected:
        counts = by_code[row["item"]].dimensions[0].counts
        assert counts.grades == (int(row["n_1"]), int(row["n_2"]), int(row["n_3"]))
        assert counts.blank == int(row["n_blank"])
    for code in INSTITUTIONS:
        assert sum(channel.forms for channel in by_code[code].channels) == 57061


@pytest.mark.parametrize("year", ["2016", "2018"])
def test_dont_know_no_answer_and_not_asked_stay_apart(shared_data, tmp_path, year):
    """156 figures: six codes of thirteen institutions in two years."""
    folder = shared_data / "gss_confidence_2016_2018_missing"
    rows = rows_of(folder / f"responses_{year}.csv")
    marks = {"1": "1", "2": "2", "3": "3", "d": "?", "n": "0", "i": "-"}
    plan = institutions_plan(["C1"], dont_know=True)
    with import_answers(tmp_path, plan, {"C1": rows}, marks) as survey:
        results = count_survey(survey)
    published = {
        row["item"]: row
        for row in rows_of(
            shared_data / "gss_confidence_1972_2012" / "published_counts_by_year.csv"
        )
        if row["year"] == year
    }
    compared = 0
    for agency in results.agencies:
        counts, row = agency.dimensions[0].counts, published[agency.code]
        found = (*counts.grades, counts.dont_know, counts.blank, counts.not_applicable)
        names = ("n_1", "n_2", "n_3", "n_dont_know", "n_no_answer", "n_iap")
        assert found == tuple(int(row[name]) for name in names), agency.code
        compared += len(found)
    assert compared == 78
