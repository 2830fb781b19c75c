import csv
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop.actions.errors import (
    FileEncodingError,
    FileInvalidError,
    FileUnreadableError,
    NotSupervisorError,
    RoleMissingError,
    TextRefusedError,
)
from desktop.actions.history import HistoryRow, enter_history, read_history_file
from desktop.actions.paper_errors import (
    RowsMissingError,
    TableTooLargeError,
    TableUnreadableError,
    YearWrongError,
)
from desktop.store.paper_queries import earlier_years, history
from desktop.store.verification import verify_survey
from tests.plans import small_plan
from tests.stations import Centre, record_count
from tests.surveys import founded

AGENCIES = [
    {"code": "A1", "name": "市教育局", "short": "教育局", "group": "G1"},
    {"code": "A2", "name": "市水务局", "group": "G1"},
    {"code": "A3", "name": "市公安局", "short": "公安", "group": "G1"},
    {"code": "A4", "name": "市公安分局", "short": "公安", "group": "G1"},
]
PLAN = small_plan(AGENCIES)
ROWS = (HistoryRow("A2", 1, "97.85"), HistoryRow("A1", 2, "97"), HistoryRow("A3", None))


def workbook(path, *rows):
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def text(path, content, encoding="utf-8"):
    path.write_bytes(content.encode(encoding))
    return path


def problems(path):
    with pytest.raises(FileInvalidError) as caught:
        read_history_file(PLAN, path)
    assert str(path) in str(caught.value)
    return [problem.sentence() for problem in caught.value.problems]


def test_a_workbook_with_titles_above_and_columns_beside(tmp_path):
    path = workbook(
        tmp_path / "2004.xlsx",
        ["2004 年度评议结果"],
        [],
        ["序号", "单位", "得分", "名 次", "备注"],
        [1, "市水务局", 97.85, 1, "表彰"],
        [2, " 教育局 ", 97.0, 2.0],
        [None] * 5,
        [3, "A3", "—", None],
    )
    assert read_history_file(PLAN, path) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize(
    "header", ["单位代码,单位名称,名次,得分", "agency,name,rank,score", "Code, 单位 ,排名,总分"]
)
def test_a_csv_file_by_code_and_name(tmp_path, encoding, header):
    lines = f"{header}\nA2,市水务局,1,97.85\na1,,2,97\n,市公安局,-,\n"
    assert read_history_file(PLAN, text(tmp_path / "2004.csv", lines, encoding)) == ROWS


def test_cells_copied_from_a_spreadsheet(tmp_path):
    path = text(tmp_path / "2004.txt", "单位\t名次\t得分\n市水务局\t1\t97.85\nA1\t2\t97\nA3\t\t\n")
    assert read_history_file(PLAN, path) == ROWS


def test_a_figure_that_was_computed_reads_as_its_sheet_shows_it(tmp_path):
    """Office programs write 17 digits into the file and show 15."""
    path = workbook(tmp_path / "2004.xlsx", ["单位", "得分"], ["A1", 0.5], ["A2", 97.0])
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    files[sheet] = files[sheet].replace(b"<v>0.5</v>", b"<v>0.30000000000000004</v>")
    path.write_bytes(zipped(files))
    assert [row.score for row in read_history_file(PLAN, path)] == ["0.3", "97"]


def test_ranks_or_scores_may_stand_alone(tmp_path):
    ranks = text(tmp_path / "ranks.csv", "单位,名次\nA1,2\n")
    scores = text(tmp_path / "scores.csv", "agency,score\nA1,97\n")
    assert read_history_file(PLAN, ranks) == (HistoryRow("A1", 2, ""),)
    assert read_history_file(PLAN, scores) == (HistoryRow("A1", None, "97"),)


WRONG = {
    ",1,2": "2: names no agency: write its code or name, or delete the row",
    "税务局,1,2": '2: the plan lists no agency "税务局": write its code or name, or delete the row',
    "公安,1,2": '2: "公安" is what A3 / A4 are called: write the code',
    "A1,第一,2": '2: "第一" is no rank: write a whole number from 1, or leave it empty',
    "A1,0,2": '2: "0" is no rank: write a whole number from 1, or leave it empty',
    "A1,1.5,2": '2: "1.5" is no rank: write a whole number from 1, or leave it empty',
    "A1,１,2": '2: "１" is no rank: write a whole number from 1, or leave it empty',
    "A1,1,97分": '2: "97分" is no score: write a number such as 97.85, or leave it empty',
    "A1,1,2\n\n教育局,2,1": "4: A1 stands in row 2 already: delete one of them",
    "": "1: no agency stands below the header: add their rows",
}


@pytest.mark.parametrize("lines", WRONG)
def test_every_refusal_names_the_row_and_the_remedy(tmp_path, lines):
    path = text(tmp_path / "2004.csv", f"单位,名次,得分\n{lines}\n")
    assert problems(path) == [WRONG[lines]]


def test_a_row_whose_code_and_name_are_two_agencies(tmp_path):
    path = text(tmp_path / "2004.csv", "代码,单位,名次\nA1,市水务局,1\n")
    assert problems(path) == ["2: A1 / 市水务局 are two agencies of the plan: mend either"]


def test_every_mistake_is_named_at_once(tmp_path):
    path = workbook(tmp_path / "2004.xlsx", ["单位", "名次"], ["A1", "x"], ["A9", 1], ["A1", 3])
    assert [line.partition(":")[0] for line in problems(path)] == ["2", "3", "4"]


@pytest.mark.parametrize("content", ["", "A1,1,97\n", "单位\nA1\n", "名次,得分\n1,97\n"])
def test_a_table_without_a_header_says_which_to_write(tmp_path, content):
    message = "1: names no columns: write agency, rank and score above the table"
    assert problems(text(tmp_path / "2004.csv", content)) == [message]


def test_files_that_are_no_tables(tmp_path):
    cases = {
        "old.xls": (b"\xd0\xcf\x11\xe0" + bytes(600), TableUnreadableError),
        "cut.xlsx": (b"PK\x03\x04" + bytes(600), TableUnreadableError),
        "empty.xlsx": (zipped({"a.txt": b""}), TableUnreadableError),
        "bomb.xlsx": (zipped({"xl/workbook.xml": bytes(101 << 20)}), TableTooLargeError),
        "picture.png": (b"\x89PNG\r\n\x1a\n\xff\xff", FileEncodingError),
        "long.csv": (b"agency,rank\n" + b"A1,1\n" * 20_001, TableTooLargeError),
        "quote.csv": (b'agency,rank\n"A1,1\n', FileInvalidError),
    }
    for name, (content, error) in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(error):
            read_history_file(PLAN, tmp_path / name)
    with pytest.raises(FileUnreadableError):
        read_history_file(PLAN, tmp_path / "none.csv")


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


history_rows = st.lists(
    st.builds(
        HistoryRow,
        st.sampled_from(["A1", "A2", "A3", "A4"]),
        st.none() | st.integers(1, 9999),
        st.just("") | st.decimals(0, 200, places=3).map(str) | st.integers(0, 200).map(str),
    ),
    min_size=1,
    unique_by=lambda row: row.agency,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(history_rows)
def test_what_was_written_is_read_from_csv_and_workbook_alike(tmp_path, rows):
    cells = [[row.agency, "" if row.rank is None else row.rank, row.score] for row in rows]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["agency", "rank", "score"], *cells])
    workbook(tmp_path / "a.xlsx", ["agency", "rank", "score"], *cells)
    for name in ("a.csv", "a.xlsx"):
        assert read_history_file(PLAN, tmp_path / name) == tuple(rows)


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", PLAN) as survey:
        yield survey


def test_an_earlier_year_comes_back_by_agency(survey):
    enter_history(survey, 2004, " 通报 ", ROWS)
    enter_history(survey, 2003, "公报", ROWS[:1])
    assert history(survey) == {
        2003: {"A2": (1, "97.85")},
        2004: {"A2": (1, "97.85"), "A1": (2, "97"), "A3": (None, "")},
    }
    assert [(held.year, held.source) for held in earlier_years(survey)] == [
        (2003, "公报"),
        (2004, "通报"),
    ]


def test_the_same_year_again_stands_in_the_place_of_the_first(survey):
    first = enter_history(survey, 2004, "通报", ROWS)
    second = enter_history(survey, 2004, "更正后的通报", ROWS[1:])
    assert second.parents == (first.id,)
    assert history(survey) == {2004: {"A1": (2, "97"), "A3": (None, "")}}
    assert verify_survey(survey.path) == []


@pytest.mark.parametrize(
    ("year", "source", "rows", "error"),
    [
        (2005, "通报", ROWS, YearWrongError),
        (2006, "通报", ROWS, YearWrongError),
        (1899, "通报", ROWS, YearWrongError),
        (2004, " ", ROWS, TextRefusedError),
        (2004, "通报", (), RowsMissingError),
    ],
)
def test_what_is_no_earlier_year_is_refused(survey, year, source, rows, error):
    before = record_count(survey)
    with pytest.raises(error):
        enter_history(survey, year, source, rows)
    assert record_count(survey) == before


def test_a_supervisor_enters_it_at_his_own_station(tmp_path):
    centre = Centre(tmp_path, 1, operators={"F01": ["checker"], "S01": ["supervisor"]})
    rows = [HistoryRow("A1", 1)]
    with centre.opened() as survey:
        with pytest.raises(RoleMissingError):
            enter_history(survey, 2004, "x", rows, operator="F01")
        enter_history(survey, 2004, "x", rows, operator="S01")
    with centre.stations[0].open() as survey, pytest.raises(NotSupervisorError):
        enter_history(survey, 2004, "x", rows)
