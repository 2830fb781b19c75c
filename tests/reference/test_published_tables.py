"""Published Chinese tables, taken over as totals, give the published percents."""

import csv
from fractions import Fraction

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.totals import enter_totals
from desktop.tally.numbers import rounded
from desktop.tally.plan_reading import plan_from_json
from tests.plans import plan_value, small_plan
from tests.reference.real_data import rows_of
from tests.surveys import founded

GRADES = ("n_satisfied", "n_basically", "n_unsatisfied")


@pytest.fixture
def folder(shared_data):
    return shared_data / "cn_published_tables"


def counted(tmp_path, rows, key):
    """Results of one dimension, with the rows as agencies in their order."""
    agencies = [
        {"code": f"A{row['no']}", "name": f"{row['no']} {row[key]}", "group": "G1"} for row in rows
    ]
    path = tmp_path / "totals.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["agency", "dimension", "1", "2", "3"])
        for row in rows:
            out.writerow([f"A{row['no']}", "D1", *(row[name] for name in GRADES)])
    plan = plan_from_json(plan_value(1, 1) | {"agencies": agencies})
    with founded(tmp_path / "t.pingyi", plan) as survey:
        enter_totals(survey, path, channel="C1", source="公告")
        return {agency.code: agency for agency in count_survey(survey).agencies}


def test_zhanyi_percents_of_forms_returned(folder, tmp_path):
    rows = rows_of(folder / "zhanyi_2019_suggestions.csv")
    agencies = counted(tmp_path, rows, "agency")
    compared = 0
    for row in rows:
        counts = agencies[f"A{row['no']}"].dimensions[0].counts
        assert counts.votes == int(row["forms_returned"])
        for votes, name in zip(
            counts.grades, ("satisfied", "basically", "unsatisfied"), strict=True
        ):
            if published := row[f"pct_{name}"]:
                exact = Fraction(100 * votes, counts.votes)
                assert Fraction(rounded(exact, 2)) == Fraction(published)
                compared += 1
    assert compared == 15


def test_zhenhai_results_by_the_rule_printed_there(folder, tmp_path):
    """Satisfied by half of the members: 满意; with 基本满意 by half: 基本满意."""
    rows = rows_of(folder / "zhenhai_2021_projects.csv")
    agencies = counted(tmp_path, rows, "item")
    for row in rows:
        best, fair, _ = agencies[f"A{row['no']}"].dimensions[0].counts.grades
        half = Fraction(int(row["n_present"]), 2)
        found = "满意" if best >= half else "基本满意" if best + fair >= half else "不满意"
        assert found == row["published_result"]
        assert agencies[f"A{row['no']}"].votes == int(row["n_present"])


def test_wsq_percents_of_101_answers(folder, tmp_path):
    """Percents alone are published: the whole numbers behind them give them back."""
    rows = [
        row
        for row in rows_of(folder / "wsq_2022_business_environment_percent_only.csv")
        if row["question"] == "overall"
    ]
    votes = [round(float(row["pct"]) * 101 / 100) for row in rows]
    grades = [
        {"code": str(at), "name": row["option"], "value": str(10 - at), "positive": at < 4}
        for at, row in enumerate(rows, 1)
    ]
    path = tmp_path / "w.csv"
    path.write_text(
        "agency,dimension,1,2,3,4\nA1,D1," + ",".join(map(str, votes)) + "\n", encoding="utf-8"
    )
    with founded(tmp_path / "w.pingyi", small_plan(1, 1, grades=grades)) as survey:
        enter_totals(survey, path, channel="C1", source="调查")
        (agency,) = count_survey(survey).agencies
    shares = [
        rounded(Fraction(100 * n, agency.votes), 2) for n in agency.dimensions[0].counts.grades
    ]
    assert shares == [row["pct"] for row in rows]


def test_single_published_figures(folder):
    rows = {row["what"].split()[0]: row for row in rows_of(folder / "single_figures.csv")}
    back = Fraction(100 * 14458, 14527)
    assert rounded(back, 2) == rows["return"]["published"]
    wrong = Fraction(100 * 402, 405)
    assert rounded(wrong, 0) != rows["valid"]["published"]
