"""The benchmark of the year at a tiny size; its figures are those that the file holds."""

from dataclasses import replace

import pytest

from benchmarks import year
from benchmarks.paper import plan_2005
from benchmarks.registry import Run, benchmarks
from desktop.actions.sample_year import Amounts, sample_year
from desktop.actions.sample_year_run import Keeper, run_year
from tests.surveys import founded


def test_the_year_is_set_beside_bare_work(tmp_path):
    report = benchmarks()["year"](Run(tmp_path, quick=True))
    works, papers = report.tables
    assert [row[0] for row in works.rows][-2:] == [year.FLOATS, year.LOADED]
    ratios = {row[0]: row[-1] for row in works.rows}
    assert all(ratios[name].endswith("×") for name in (year.COMPUTED, year.READ, year.SHOWN))
    assert "year-sheets" in {row[0] for row in papers.rows}
    assert [target.limit for target in report.targets] == [0.2, 0.5, 15, 20]


def test_another_standing_is_noticed(tmp_path):
    plan = plan_2005()
    made = sample_year(plan, seed=1, amounts=Amounts.of(60))
    with founded(tmp_path / "a.pingyi", plan) as survey:
        found = run_year(made, Keeper(survey))
    units = {agency.code: agency.parent for agency in plan.agencies}
    entries = [line.value for line in found.entries]
    year.check_sums(found, entries, units, made.day)
    first, *rest = found.rows
    wrong = replace(found, rows=[replace(first, score=first.score - 1), *rest])
    with pytest.raises(AssertionError):
        year.check_sums(wrong, entries, units, made.day)
