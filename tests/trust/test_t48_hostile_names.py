"""T48: names that look like formulas, markup or nothing else on earth, from plan to paper."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from desktop.cli.root import pingyi
from desktop.report.csv_files import unguarded
from desktop.tally.errors import PingyiError
from tests.plans import plan_value

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
    assert not [cell for cell in cells if cell.data_type == "f"]


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
