"""The papers of a whole round, 11,436 forms of 600 marks, against `results.json` of that file."""

import csv
import json
import re
from fractions import Fraction

import openpyxl
import pytest
from docx import Document

from benchmarks.paper import FORMS_2005, home_of, keyed_survey, plan_2005
from desktop.papers.sets import write_papers
from desktop.papers.sources import Sources
from desktop.store.survey_file import open_survey
from desktop.tally.numbers import rounded
from desktop.words import CHINESE, words_for
from tests.reference.extracted import text_of

NAMES = ["result-sheet", "tables", "workbook", "results", "counts", "forms", "circular",
         "circular-text", "notice", "feedback"]  # fmt: skip


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Where each paper was written, by its name."""
    root = tmp_path_factory.mktemp("round")
    file = keyed_survey(root / "2005.pingyi", plan_2005(), FORMS_2005)
    with open_survey(file, home=home_of(file)) as survey:
        sources = Sources(survey, words_for(CHINESE))
        return {name: write_papers(sources, root / name, only=[name])[0] for name in NAMES}


@pytest.fixture(scope="module")
def results(papers):
    return json.loads(papers["results"].read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def names():
    return {agency.code: agency.name for agency in plan_2005().agencies}


def figures(text):
    """Every line of a PDF as it is, and its lines without blanks."""
    return [re.sub(r"\s+", " ", line) for line in text.splitlines()]


def test_forms_on_the_result_sheet(papers, results):
    forms = results["forms"]
    void = sum(forms["void"].values())
    assert forms["valid"] + void == FORMS_2005
    text = text_of(papers["result-sheet"])
    assert f"核对：有效票 {forms['valid']} ＋ 无效票 {void} ＝ 收回 {FORMS_2005}。" in text
    assert results["hash"][:8] in text


def test_every_agency_in_the_tables(papers, results, names):
    """A long name takes two lines, which stand one after the other in the text."""
    text = "".join(text_of(papers["tables"]).split())
    for held in results["agencies"]:
        scores = [rounded_score(one["score"]) for one in held["dimensions"]]
        begin = f"{held['rank']}{held['code']}{names[held['code']]}"
        found = "".join([held["display"], str(held["group_rank"]), *scores])
        assert re.search(rf"{begin}.{{2,12}}{re.escape(found)}.{{5,6}}%{held['votes']}", text), (
            begin
        )


def rounded_score(text):
    return rounded(Fraction(text), 4)


def test_every_agency_in_the_workbook(papers, results, names):
    sheet = openpyxl.load_workbook(papers["workbook"], data_only=True)["总排名"]
    rows = {row[1]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    for held in results["agencies"]:
        rank, _, name, _, score, group_rank = rows[held["code"]][:6]
        assert (rank, name, group_rank) == (held["rank"], names[held["code"]], held["group_rank"])
        assert f"{score:.4f}" == held["display"]


def test_every_vote_in_the_counts(papers, results):
    with papers["counts"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    printed = {tuple(row[at] for at in (0, 1, 3)): row[4:7] for row in rows}
    expected = {
        (channel["code"], held["code"], one["code"]): [str(n) for n in one["counts"].values()]
        for held in results["agencies"]
        for channel in held["channels"]
        for one in channel["dimensions"]
    }
    assert printed == expected


def test_ranks_and_scores_in_the_circular_and_its_text(papers, results, names):
    rows = [
        [cell.text for cell in row.cells]
        for table in Document(str(papers["circular-text"])).tables
        for row in table.rows
    ]
    lines = figures(text_of(papers["circular"]))
    for held in results["agencies"]:
        begin = [str(held["rank"]), names[held["code"]]]
        assert any(row[:2] == begin and held["display"] in row for row in rows), begin
        wanted = [line for line in lines if line.startswith(" ".join(begin) + " ")]
        assert any(held["display"] in line for line in wanted), begin


def test_the_order_in_the_notice_and_no_score(papers, results, names):
    text = text_of(papers["notice"])
    lines = figures(text)
    for held in results["agencies"]:
        assert any(line.startswith(f"{held['rank']} {names[held['code']]}") for line in lines)
        assert held["display"] not in text


def test_each_feedback_sheet_has_its_own_figures(papers, results, names):
    sheets = re.split(r"--- \d+\n", text_of(papers["feedback"]))
    for held in results["agencies"]:
        own = [sheet for sheet in sheets if f"{held['code']} {names[held['code']]}" in sheet]
        whole = "\n".join(own)
        assert f"{held['display']} " in whole
        assert f"第{held['rank']}名" in whole
        for one in held["dimensions"]:
            counts = " ".join(str(count) for count in one["counts"].values())
            assert counts in whole
        others = {it["code"] for it in results["agencies"]} - {held["code"]}
        assert not any(f"反馈单·{code}" in whole for code in others)
