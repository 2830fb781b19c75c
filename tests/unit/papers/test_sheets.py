"""Sheets for hands, made from a real survey through the commands."""

from pathlib import Path

import pytest

from desktop.actions import ruling_rows
from desktop.actions.counting import count_survey
from desktop.papers import sheets
from desktop.papers.sheets import (
    archive_sheet,
    merge_sheet,
    naming_of,
    ruling_sheets,
    station_sheet,
    zero_sheet,
)
from desktop.words import CHINESE, words_for
from tests.plans import small_plan
from tests.stations import Centre

CHINESE_WORDS = words_for(CHINESE)


@pytest.mark.parametrize(
    "text", [*sheets._WHAT.values(), sheets._what(Path("x")), *ruling_rows._STATES.values()]
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


def squeezed(text):
    return "".join(text.split())


def test_sheets_hang_on_the_plan_and_what_is_made_after_counting_on_the_results(tmp_path):
    centre = Centre(tmp_path / "c", 1)
    (station,) = centre.stations
    station.key(1, 2)
    report = centre.merge(station)
    trial = centre.merge(station, dry_run=True)
    with centre.opened(write=False) as survey:
        plan, results = survey.plan_hash, count_survey(survey).hash
        merged = merge_sheet(survey, report, tmp_path / "merged.pdf", CHINESE_WORDS)
        tried = merge_sheet(survey, trial, tmp_path / "tried.pdf", CHINESE_WORDS)
        zero = zero_sheet(survey, tmp_path / "zero.pdf", CHINESE_WORDS)
    assert results in squeezed(text_of(merged))
    for path in (tried, zero):
        assert plan in squeezed(text_of(path))
        assert results not in squeezed(text_of(path))


def test_a_station_has_no_results_to_name(tmp_path):
    centre = Centre(tmp_path / "c", 2)
    station, other = centre.stations
    station.key(1, 2)
    with station.open(write=False) as survey:
        assert naming_of(survey, with_results=True).results == ""
    centre.merge(station, other)
    centre.tell(station)
    # all of its own was merged by now, and what another keyed is not here
    with station.open(write=False) as survey:
        assert naming_of(survey, with_results=True).results == ""
    with centre.opened(write=False) as survey:
        assert naming_of(survey, with_results=True).results == count_survey(survey).hash


def test_where_a_plan_forbids_to_count_the_sheets_hang_on_the_plan(tmp_path):
    channels = [{"code": "C1", "name": "单位互评", "issued": 1}, {"code": "C2", "name": "报纸"}]
    plan = small_plan(channels=channels, validity={"returned_above_issued": "stop"})
    centre = Centre(tmp_path / "c", 1, plan=plan)
    centre.stations[0].key(1, 2)
    report = centre.merge(*centre.stations)
    with centre.opened(write=False) as survey:
        assert naming_of(survey, with_results=True).results == ""
        assert survey.plan_hash in squeezed(
            text_of(merge_sheet(survey, report, tmp_path, CHINESE_WORDS))
        )
