"""Tables as an office keeps them: as wide as what stands in them."""

import re
import zipfile

import pytest
from openpyxl import Workbook

from desktop.actions.errors import FileInvalidError
from desktop.actions.paper_errors import TableUnreadableError
from desktop.actions.table_files import read_table


def test_a_workbook_is_as_wide_as_what_stands_in_it(tmp_path):
    book = Workbook()
    for row in (["名单", None, ""], ["序号", None, "单位"], [1, None, "市水务局"], [None]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    rows = [["名单"], ["序号", "", "单位"], ["1", "", "市水务局"]]
    assert read_table(tmp_path / "a.xlsx")[:3] == rows


def test_empty_cells_at_the_end_of_a_line_are_no_columns(tmp_path):
    (tmp_path / "a.csv").write_text("序号,单位,,\n1,市水务局,,\n", encoding="utf-8")
    assert read_table(tmp_path / "a.csv") == [["序号", "单位"], ["1", "市水务局"]]


def test_a_share_is_read_as_its_sheet_shows_it(tmp_path):
    book = Workbook()
    sheet = book.active
    formats = ("0%", "0.0%", '0.00"％"', '0"%"', "General", "0%_ ")
    values = (0.1, 0.865, 0.5, 3, 0.07, 13 / 15)
    sheet.append(values)  # type: ignore[union-attr]
    for at, shown in enumerate(formats):
        sheet["ABCDEF"[at] + "1"].number_format = shown  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    row = ["10%", "86.5%", "0.5", "3", "0.07", "86.666666666667%"]
    assert read_table(tmp_path / "a.xlsx") == [row]


def test_numbers_are_written_out_whatever_their_size(tmp_path):
    book = Workbook()
    book.active.append([1.5e20, 0.00001, 110101199003074000.0])  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx") == [
        ["150000000000000000000", "0.00001", "110101199003074000"]
    ]


def test_a_formula_that_nothing_has_computed_is_named_by_its_cell(tmp_path):
    book = Workbook()
    for row in (["单位", "数量"], ["A1", "=1+1"], ["A2", None], ["A3", "=B2*2"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(FileInvalidError) as caught:
        read_table(tmp_path / "a.xlsx")
    assert [held.place for held in caught.value.problems] == ["B2", "B4"]
    assert "a formula without its value" in caught.value.problems[0].sentence()


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (b'<c r="B1"><f>1+1</f><v>2</v></c>', "2"),
        (b'<c r="B1" t="str"><f>IF(A1=1,1,"")</f><v></v></c>', ""),
    ],
)
def test_a_formula_with_its_value_is_that_value(tmp_path, cell, read):
    book, path = Workbook(), tmp_path / "a.xlsx"
    book.active.append(["甲", "=1+1", "乙"])  # type: ignore[union-attr]
    book.save(path)
    with zipfile.ZipFile(path) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb'<c r="B1".*?</c>', lambda _: cell, parts[sheet])
    with zipfile.ZipFile(path, "w") as held:
        for name, content in parts.items():
            held.writestr(name, content)
    assert read_table(path) == [["甲", read, "乙"]]


def test_a_text_that_calls_itself_a_workbook_is_none(tmp_path):
    (tmp_path / "a.xlsx").write_text("单位,得分\nA1,4\n", encoding="utf-8")
    with pytest.raises(TableUnreadableError, match="is no workbook"):
        read_table(tmp_path / "a.xlsx")
