import itertools

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.entering import Way
from desktop.actions.errors import (
    BatchUnknownError,
    FileEncodingError,
    FileInvalidError,
    FileTooLargeError,
    FileUnreadableError,
    NotAPlainFileError,
    ZeroMissingError,
)
from desktop.actions.founding import found
from desktop.actions.importing import import_forms
from desktop.store import kinds, queries
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.surveys import founded

HEADER = "form,void,A1.D1,A1.D2,A2.D1,A2.D2,A3.D1,A3.D2"


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", small_plan(dont_know=True)) as made:
        register_batch(made, Slip("B001", "C1", 3))
        yield made


@pytest.fixture
def take(survey, tmp_path):
    """Import text or bytes as batch B001."""

    def run(content, batch="B001"):
        path = tmp_path / "表 1.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_forms(survey, path, batch=batch)

    return run


def stored(survey):
    return [(row[1], row[2], row[3]) for row in queries.settled_forms(survey)]


def test_marks_blanks_and_void_forms_arrive_as_written(survey, take):
    forms = take(f"{HEADER}\n1,,1,2,3,0,?,x\nB001-002,,-,,1,1,1,1\n003,V1,,,,,,\n")
    assert forms == 3
    assert stored(survey) == [(1, "", "1230?x"), (2, "", "-01111"), (3, "V1", "000000")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_of_spreadsheets(survey, take, encoding, end):
    text = f"{HEADER}{end}1,,1,2,3,1,2,3{end}{end}"
    assert take(text.encode(encoding)) == 1
    assert stored(survey) == [(1, "", "123123")]


def test_columns_may_stand_in_any_order(survey, take):
    columns = HEADER.split(",")
    cells = dict(zip(columns, ["7", "", *"123012"], strict=True))
    order = sorted(columns, reverse=True)
    take(",".join(order) + "\n" + ",".join(cells[name] for name in order) + "\n")
    assert stored(survey) == [(7, "", "123012")]


def test_the_file_is_named_on_record(survey, take):
    take(f"{HEADER}\n1,,1,1,1,1,1,1\n")
    (file,) = [record for record in survey.records() if record.kind == kinds.FILE]
    assert file.data["name"] == "表 1.csv"
    assert file.data["forms"] == 1


BAD = {
    "1,,1,1,1,1,1": ("2", "7 cells where the header names 8"),
    "1,,1,1,1,1,1,1,1": ("2", "9 cells"),
    "1,,1,1,4,1,1,1": ("2:A2.D1", '"4" is not a mark'),
    "1,,１,1,1,1,1,1": ("2:A1.D1", '"１" is not a mark'),
    "1,, 1,1,1,1,1,1": ("2:A1.D1", "is not a mark"),
    "1,,11,,1,1,1,1": ("2:A1.D1", '"11" is not a mark'),
    "１,,1,1,1,1,1,1": ("2:form", "not a form number"),
    " 1,,1,1,1,1,1,1": ("2:form", "not a form number"),
    "-1,,1,1,1,1,1,1": ("2:form", "not a form number"),
    "+1,,1,1,1,1,1,1": ("2:form", "not a form number"),
    "0,,1,1,1,1,1,1": ("2:form", "not a form number"),
    "100000,,1,1,1,1,1,1": ("2:form", "not a form number"),
    "1a,,1,1,1,1,1,1": ("2:form", "not a form number"),
    ",,1,1,1,1,1,1": ("2:form", "not a form number"),
    "B002-1,,1,1,1,1,1,1": ("2:form", "belongs to batch B002"),
    "1,V9,1,1,1,1,1,1": ("2:void", 'no void reason "V9"'),
    '1,,"1,1,1,1,1,1': ("", "is not CSV from here on"),
}


@pytest.mark.parametrize("line", BAD)
def test_t29_a_bad_line_is_named_and_nothing_is_stored(survey, take, line):
    before = [record.id for record in survey.records()]
    with pytest.raises(FileInvalidError) as refused:
        take(f"{HEADER}\n{line}\n5,,1,1,1,1,1,1\n")
    place, message = BAD[line]
    assert refused.value.problems[0].place.startswith(place)
    assert message in refused.value.problems[0].sentence()
    assert [record.id for record in survey.records()] == before


def test_t29_a_number_twice_and_a_number_keyed_before(survey, take):
    take(f"{HEADER}\n1,,1,1,1,1,1,1\n")
    with pytest.raises(FileInvalidError) as refused:
        take(f"{HEADER}\n2,,1,1,1,1,1,1\nB001-002,,1,1,1,1,1,1\n001,,2,2,2,2,2,2\n")
    twice, keyed_before = refused.value.problems
    assert (twice.place, keyed_before.place) == ("3:form", "4:form")
    assert "stands already on line 2" in twice.sentence()
    assert "is keyed already" in keyed_before.sentence()
    assert stored(survey) == [(1, "", "111111")]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("", ""),
        ("form,void", ""),
        (HEADER.removesuffix(",A3.D2"), "A3.D2"),
        (HEADER.replace("A1.D2", "A1.D9"), "A1.D9"),
        (HEADER.replace("A1.D2", "A1.D1"), "A1.D1"),
        (HEADER.replace("void", "Void"), "Void"),
        (HEADER + ",", ""),
    ],
)
def test_a_header_of_another_plan_is_named(take, header, column):
    with pytest.raises(FileInvalidError) as refused:
        take(f"{header}\n1,,1,1,1,1,1,1\n")
    assert refused.value.problems[0].place == f"1:{column}".rstrip(":")


def test_a_hundred_bad_lines_are_told_and_all_are_counted(survey, take):
    lines = "".join(f"{number},,9,1,1,1,1,1\n" for number in range(1, 251))
    with pytest.raises(FileInvalidError) as refused:
        take(f"{HEADER}\n{lines}")
    assert len(refused.value.problems) == 100
    assert refused.value.fields["count"] == 250


def test_files_that_cannot_be_read(survey, take, tmp_path, monkeypatch):
    with pytest.raises(FileEncodingError):
        take(b"\xff\xfe\x00f\x00o")
    with pytest.raises(NotAPlainFileError, match="not a plain file"):
        import_forms(survey, tmp_path, batch="B001")
    for content in (HEADER, HEADER + "\n\n", ""):
        with pytest.raises(FileInvalidError):
            take(content)
    with pytest.raises(FileUnreadableError):
        import_forms(survey, tmp_path / "none.csv", batch="B001")
    monkeypatch.setattr("desktop.actions.text_files._LIMIT", 0)
    with pytest.raises(FileTooLargeError):
        take(HEADER)


def test_an_unregistered_batch_and_a_missing_zero_report(survey, take, tmp_path):
    with pytest.raises(BatchUnknownError):
        take(HEADER, batch="B002")
    with found(tmp_path / "b.pingyi", small_plan(), mode="drill") as fresh:
        register_batch(fresh, Slip("B001", "C1", 3))
        with pytest.raises(ZeroMissingError):
            import_forms(fresh, tmp_path / "表 1.csv", batch="B001")


def test_progress_counts_forms(survey, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(HEADER + "".join(f"\n{n},,1,1,1,1,1,1" for n in range(1, 6)))
    told: list[int] = []
    import_forms(survey, path, batch="B001", progress=told.append)
    assert told == [1, 2, 3, 4, 5]


def test_imported_forms_count(survey, take):
    lines = (f"\n{n},,{','.join(c)}" for n, c in enumerate(itertools.product("12", repeat=6), 1))
    take(HEADER + "".join(lines))
    results = count_survey(survey)
    assert results.forms.valid == 64
    assert results.agencies[0].dimensions[0].counts.grades == (32, 32, 0)


def test_a_cell_longer_than_any_is_refused_like_any_other(take):
    with pytest.raises(FileInvalidError):
        take(f"{HEADER}\n1,,{'1' * 200_000},1,1,1,1,1\n")


def test_a_correcting_file_replaces_what_was_keyed(survey, take, tmp_path):
    take(HEADER + "\n1,,1,1,1,1,1,1\n2,,2,2,2,2,2,2\n")
    path = tmp_path / "更正.csv"
    path.write_text(HEADER + "\n2,,3,3,3,3,3,3\n", "utf-8")
    assert import_forms(survey, path, batch="B001", way=Way.CORRECT) == 1
    forms = {number: marks for _, number, _, marks in queries.settled_forms(survey)}
    assert forms == {1: "111111", 2: "333333"}


def test_a_correcting_file_with_a_form_never_keyed_changes_nothing(survey, take, tmp_path):
    take(HEADER + "\n1,,1,1,1,1,1,1\n")
    path = tmp_path / "更正.csv"
    path.write_text(HEADER + "\n1,,3,3,3,3,3,3\n2,,1,1,1,1,1,1\n", "utf-8")
    with pytest.raises(FileInvalidError) as refused:
        import_forms(survey, path, batch="B001", way=Way.CORRECT)
    assert [problem.place for problem in refused.value.problems] == ["3:form"]
    assert [marks for *_, marks in queries.settled_forms(survey)] == ["111111"]
