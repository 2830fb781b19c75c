"""The workbook's formulas: what they compare, what they come to, and that programs take them."""

import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from openpyxl.formula import Tokenizer

from desktop.report.workbook import workbook
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import grade_values, small_plan
from tests.unit.report.samples import hostile_plan, material
from tests.unit.report.workbooks import loaded, variants

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FUNCTIONS = {
    "ABS", "COUNTA", "IF", "ISNUMBER", "MAX", "MIN", "N", "ROUND", "SUM", "SUMIFS", "SUMPRODUCT",
}  # fmt: skip
"""In every office program since 2007, under these names."""
ORDER = [
    "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter",
]  # fmt: skip
"""A program that is strict repairs a sheet whose parts come in another order."""

VARIANTS = variants()


def packed(made, language=CHINESE) -> BytesIO:
    file = BytesIO()
    workbook(made, words_for(language))(file)
    file.seek(0)
    return file


@pytest.fixture(params=VARIANTS, scope="module")
def made(request):
    return VARIANTS[request.param]


@pytest.fixture(scope="module")
def file(made):
    return packed(made)


def sheets(file: BytesIO) -> dict[str, Any]:
    """The root of every sheet's XML, by its path."""
    with ZipFile(file) as archive:
        return {
            name: ET.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        }


def formulas(file: BytesIO) -> list[tuple[str, str]]:
    """Every formula with the figure kept beside it."""
    cells = [cell for root in sheets(file).values() for cell in root.iter(f"{MAIN}c")]
    found = [(cell.find(f"{MAIN}f"), cell.find(f"{MAIN}v")) for cell in cells]
    return [(f.text, v.text) for f, v in found if f is not None]


def checks(file: BytesIO, name="核对") -> list[tuple[Any, ...]]:
    book = loaded(file, data_only=True)
    return list(book[name].iter_rows(min_row=2, values_only=True))


def test_every_check_comes_to_zero(file):
    *rows, last = checks(file)
    assert last[-1] == 0
    assert {row[-1] for row in rows} <= {0, "—"}
    assert len(rows) >= 15


def test_every_formula_has_its_figure_beside_it(file):
    found = formulas(file)
    assert found
    for _, figure in found:
        float(figure)


def test_formulas_are_such_as_every_program_reads(file):
    book = loaded(file)
    names = set(book.defined_names)
    for text in {text for text, _ in formulas(file)}:
        assert not text.startswith("=")
        assert len(text) <= 8192
        assert ";" not in text
        for token in Tokenizer(f"={text}").items:
            if token.type == "FUNC" and token.subtype == "OPEN":
                assert token.value.rstrip("(") in FUNCTIONS
            elif token.type == "OPERAND" and token.subtype == "RANGE":
                assert known(token.value, names, book.sheetnames), token.value


def known(place: str, names: set[str], titles: list[str]) -> bool:
    """A cell or cells of this sheet, of another that there is, or a defined name."""
    title, _, cells = place.rpartition("!")
    if not re.fullmatch(r"\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?", cells):
        return place in names
    return not title or title[1:-1].replace("''", "'") in titles


def test_sheets_are_put_together_in_the_order_of_the_standard(file):
    for root in sheets(file).values():
        found = [child.tag.removeprefix(MAIN) for child in root]
        assert found == [name for name in ORDER if name in found]
        rows = [int(row.get("r")) for row in root.iter(f"{MAIN}row")]
        assert rows == list(range(1, len(rows) + 1))
        assert {cell.get("t") for cell in root.iter(f"{MAIN}c")} <= {None, "n", "inlineStr"}
        assert all(len(text.text or "") <= 32767 for text in root.iter(f"{MAIN}t"))
        for part in ("oddHeader", "oddFooter"):
            text = root.find(f"{MAIN}headerFooter/{MAIN}{part}").text
            assert len(text) <= 255


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_defined_names_are_legal_and_lead_to_cells(language):
    book = loaded(packed(VARIANTS["capped"], language))
    assert len(book.defined_names) == 3 + 2 + 3
    for name, defined in book.defined_names.items():
        assert re.fullmatch(r"[^\W\d]\w*", name)
        # such as T42 or R1C1, which are cells
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*", name)
        ((title, cell),) = defined.destinations
        value = book[title][cell].value
        assert isinstance(value, int | float) or value.startswith("=SUM(")


LEFT_OUT = {
    "as the customer has it": (set(), True, True),
    "weighted channels": ({"总得分和总名次：本方案按渠道加权（各渠道得分仍复算）。"}, False, False),
    "trimmed": ({"得分和名次：本方案去掉最高和最低的票。"}, False, False),
    "ties broken": ({"名次：本方案得分相等时另比其他数字。"}, True, False),
    "too many digits": ({"得分和名次：数字位数超出电子表格的精度。"}, False, False),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_no_formula_recomputes_is_said(name):
    reasons, scores, ranks = LEFT_OUT[name]
    file = packed(VARIANTS[name])
    assert {row[1] for row in checks(file) if row[0] == "公式不复算"} == reasons
    headings = [cell.value for cell in loaded(file)["总排名"][1]]
    assert ("核对：得分" in headings) == scores
    assert ("核对：名次" in headings) == ranks


def test_scores_that_agree_in_all_digits_compared_have_no_rank_formula():
    forms = [("C1", "B001", [("", "11"), ("", "12")])]
    for second, near in (("1.00001", False), ("1.0000001", True)):
        grades = grade_values(second, "1")
        plan = small_plan(2, 1, grades=grades, scoring={"display": {"decimals": 2}})
        told = {row[1] for row in checks(packed(material(plan, forms)))}
        assert ("名次：有两个得分在比较的位数内相同。" in told) == near


def test_a_rank_formula_counts_those_with_a_rank_alone():
    sheet = loaded(packed(VARIANTS["groups not ranked"]))["总排名"]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    found = [cell.value for cell in sheet[letters["核对：名次"]]][1:]
    scores = letters["复算得分"]
    higher = f"(${scores}$2:${scores}$4>{scores}2)"
    assert found == [f'=1+SUMPRODUCT(($A$2:$A$4<>"")*{higher})-A2', None, None]


def test_hostile_names_do_not_reach_a_formula():
    plan = hostile_plan()
    text = "".join(text for text, _ in formulas(packed(material(plan, []))))
    assert "某" not in text
    assert "\n" not in text


def test_the_first_sheet_shows_the_sum_of_all_checks(file):
    book = loaded(file)
    about = dict(book["说明"].iter_rows(min_row=2, values_only=True))
    total = book.defined_names["核对合计"].attr_text
    assert about["核对差数合计（应为0）"] == f"={total}"
    assert book["核对"][total.split("!")[1].replace("$", "")].value.startswith("=SUM(D2:D")


def test_the_bytes_of_equal_results_are_equal():
    made = VARIANTS["as the customer has it"]
    assert packed(made).getvalue() == packed(made).getvalue()


def test_it_recalculates_when_it_is_opened(file):
    assert loaded(file).calculation.fullCalcOnLoad
