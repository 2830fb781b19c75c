"""T48: names that look like formulas, markup or nothing else on earth, from plan to paper."""

import csv
import json
from pathlib import Path

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.opinions import Opinion, enter_opinion
from desktop.actions.rulings import doubt_form, rule_form
from desktop.cli.root import pingyi
from desktop.papers.listing import PAPERS
from desktop.papers.sources import Sources
from desktop.report.csv_files import unguarded
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
from desktop.tally.letter import Letter
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import plan_value, small_plan
from tests.reference.extracted import text_of
from tests.stations import Centre

NAMES = [
    "=1+1",
    "+86 局",
    "-5 局",
    "@SUM(A1)",
    "'单引号局",
    'a,b;"c"局',
    "第一行\n第二行",
    "<b>粗体</b>&amp;局",
    "{format} %s $1 局",
    "𠮷野家管理局",
    "很长的名称" * 40,
    " 前后有空格 ",
]


def run(*words):
    return CliRunner().invoke(pingyi, [str(word) for word in words])


@pytest.fixture
def survey(tmp_path):
    def make(names):
        agencies = [
            {"code": f"A{at}", "name": name, "group": "G1"} for at, name in enumerate(names, 1)
        ]
        plan = tmp_path / "plan.json"
        title = names[0] + " 评议"
        fields = plan_value(1, 1) | {"agencies": agencies, "title": title}
        plan.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
        forms = tmp_path / "forms.csv"
        cells = [f"A{at}.D1" for at in range(1, len(names) + 1)]
        forms.write_text(f"form,void,{','.join(cells)}\n1,,{','.join('1' for _ in cells)}\n")
        file = tmp_path / "=名 'a' 50%.pingyi"
        for words in (
            ("new", file, "--plan", plan),
            ("zero", file),
            ("batch", "add", file, "--code", "B1", "--channel", "C1", "--count", "1"),
            ("import", file, forms, "--batch", "B1"),
        ):
            assert run(*words).exit_code == 0
        return file

    return make


def written(file, folder, *names):
    options = [word for name in names for word in ("--only", name)]
    done = run("report", file, "--out", folder, "--json", *options)
    assert done.exit_code == 0, done.exception
    return [Path(path) for path in json.loads(done.output)["files"]]


def test_t48_names_come_back_from_the_workbook_as_text(survey, tmp_path):
    (path,) = written(survey(NAMES), tmp_path / "out", "workbook")
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= set(NAMES)
    assert not [cell for cell in cells if cell.data_type == "f" and cell.value in NAMES]


def test_t48_names_come_back_from_csv_and_no_cell_begins_a_formula(survey, tmp_path):
    (path,) = written(survey(NAMES), tmp_path / "out", "counts")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "@", "\t", "\r"}]
    assert {unguarded(cell) for row in rows for cell in row} >= set(NAMES)


def test_t48_a_result_on_the_screen_keeps_brackets_and_names(survey):
    shown = run("results", survey(["[bold]局", "[/]局", "<b>局"])).output
    for name in ("[bold]局", "[/]局", "<b>局"):
        assert name in shown


def test_t48_a_character_no_font_has_is_named_and_nothing_is_written(survey, tmp_path):
    file, folder = survey(["笑脸😀局"]), tmp_path / "out"
    done = run("report", file, "--out", folder)
    assert isinstance(done.exception, PingyiError)
    assert "U+1F600" in done.exception.sentence(str)
    assert not folder.exists() or not list(folder.iterdir())
    assert written(file, folder, "workbook", "forms", "counts")


TOLD = [f"{name}尾{at}号" for at, name in enumerate((*NAMES[:-2], "很长的名称" * 38), 1)]
"""Hostile names, each with an end of its own: where either end is read, the whole must be."""
MARGIN = 8
"""Points along a page's edges that no paper prints on."""


def named(letter, count, **more):
    """Plan entries with the first hostile names."""
    return [
        {"code": f"{letter}{at}", "name": name} | more for at, name in enumerate(TOLD[:count], 1)
    ]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A survey in which whatever somebody types is hostile, with something for every paper."""
    plan = small_plan(
        named("A", len(TOLD), group="G1"),
        [held | {"points": 20} for held in named("D", 2)],
        title=f"{TOLD[0]}评议",
        groups=named("G", 2),
        channels=[held | {"issued": 5} for held in named("C", 2)],
    )
    centre = Centre(
        tmp_path_factory.mktemp("hostile") / "c",
        batches={"B001": 3},
        operators={"Z01": ["supervisor"], "J01": ["scrutineer"]},
        plan=plan,
    )
    first, second = centre.stations
    first.key(1, 2, marks="1" * plan.cells)
    second.key(1, marks="2" * plan.cells)
    with first.open() as survey:
        doubt_form(survey, "B001", 2, note=TOLD[2])
        for code in ("A1", "A11"):
            enter_opinion(survey, Opinion("B001", 1, code, " ".join(TOLD[-1].splitlines())))
    centre.merge(first, second)
    with centre.opened() as survey:
        enter_issue(
            survey, Issue("C1", "issued", 5, "2006-05-01", TOLD[3], TOLD[4], TOLD[5], TOLD[9])
        )
        ruled = [Form("B001", 1, "1" * plan.cells)]
        rule_form(survey, "B001", 1, ruled, reason=TOLD[4], second="J01", operator="Z01")
    return centre


LETTER = Letter(
    TOLD[1], TOLD[2], "2006-05-30", 20, (TOLD[3],), (TOLD[4],), (TOLD[5],), "2006-06-30"
)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.name}{paper.suffix}")
def test_t48_every_paper_prints_names_as_text_and_whole(hostile, tmp_path, paper, language):
    with hostile.opened(write=False) as survey:
        sources = Sources(survey, words_for(language), LETTER)
        path = paper.write(sources, tmp_path / f"x{paper.suffix}")
    assert path
    text = squeezed(said(path))
    for name in map(squeezed, TOLD):
        assert name in text or (name[:4] not in text and name[-3:] not in text)
    if paper.is_pdf:
        assert on_paper(path)


def said(path):
    """All that the paper says, of a table the cells as they are read back."""
    if path.suffix != ".csv":
        return text_of(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return "\n".join(unguarded(cell) for row in csv.reader(file) for cell in row)


def squeezed(text):
    return "".join(text.split())


def on_paper(path):
    """Whether nothing is printed at the edges of a page, where it would run off."""
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=1, grayscale=True).to_pil()
        width, height = picture.size
        inner = (MARGIN, MARGIN, width - MARGIN, height - MARGIN)
        picture.paste(255, inner)
        if picture.getextrema()[0] < 128:
            return False
    return True
