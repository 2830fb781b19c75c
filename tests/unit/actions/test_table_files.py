"""Tables as an office keeps them: as wide as what stands in them."""

from openpyxl import Workbook

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
