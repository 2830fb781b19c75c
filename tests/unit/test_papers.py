"""Sheets for hands, made from a real survey through the commands."""

from pathlib import Path

import pytest

from desktop import papers
from desktop.actions import ruling_rows
from desktop.papers import archive_sheet, merge_sheet, ruling_sheets, station_sheet, zero_sheet
from desktop.words import CHINESE, words_for
from tests.stations import Centre

CHINESE_WORDS = words_for(CHINESE)


@pytest.mark.parametrize(
    "text", [*papers._WHAT.values(), papers._what(Path("x")), *ruling_rows._STATES.values()]
)
def test_every_word_that_a_sheet_looks_up_has_its_chinese(text):
    assert CHINESE_WORDS(text) != text


def text_of(path):
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_conflict_makes_an_empty_ruling_sheet(tmp_path):
    centre = Centre(tmp_path / "c")
    first, second = centre.stations
    first.key(1, 2, marks="111111")
    second.key(2, marks="111113")
    report = centre.merge(first, second)
    with centre.opened(write=False) as survey:
        shown = text_of(ruling_sheets(survey, tmp_path, CHINESE_WORDS))
        merged = text_of(merge_sheet(survey, report, tmp_path, CHINESE_WORDS))
        (sheet,) = ruling_rows.RulingRows(survey, CHINESE_WORDS).sheets()
    assert "B001-002" in shown
    assert "B001-002" in merged
    assert [cell.said for cell in sheet.cells] in ([("满意", "不满意")], [("不满意", "满意")])
    assert sheet.ruling is None


def test_where_nothing_is_ruled_on_there_is_no_sheet(tmp_path):
    centre = Centre(tmp_path / "c", 1)
    with centre.opened(write=False) as survey:
        assert ruling_sheets(survey, tmp_path, CHINESE_WORDS) is None


def test_station_zero_and_archive_sheets_name_what_they_are_for(tmp_path):
    centre = Centre(tmp_path / "c", 1)
    (station,) = centre.stations
    with station.open() as survey:
        assert "S1" in text_of(station_sheet(survey, tmp_path, CHINESE_WORDS))
    with centre.opened() as survey:
        assert survey.plan.title in text_of(zero_sheet(survey, tmp_path, CHINESE_WORDS))
        folder = tmp_path / "archive"
        folder.mkdir()
        (folder / "a.csv").write_text("x")
        assert "a.csv" in text_of(archive_sheet(survey, folder, CHINESE_WORDS))
