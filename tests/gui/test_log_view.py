"""The page Log: everything on record, filtered by person, kind and word, and exported as shown."""

import csv

import pytest
from PySide6.QtTest import QTest

from desktop.actions.issuing import Issue, enter_issue
from desktop.log_texts import HEADS
from desktop.store import kinds
from tests.gui.office import PEOPLE, Office, click
from tests.stations import Centre, record_count


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "centre", 1, operators=PEOPLE, batches={"B001": 4})
    (one,) = made.stations
    one.key(1, 2, operator="C01")
    one.key(3, operator="C02")
    made.merge(one, operator="Z01")
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("log")


def choose(drop, choice):
    at = drop.findData(choice)
    assert at >= 0
    drop.setCurrentIndex(at)
    drop.activated.emit(at)


def shown(page):
    return [row.key for row in page.list.shown_rows()]


def test_everything_is_there_the_newest_first(page, office):
    lines = shown(page)
    assert len(lines) == record_count(office.survey)
    assert lines[0].kind == kinds.MERGED
    assert page.list.filter.hasFocus()
    assert page.head.state.text().startswith(f"{len(lines)} record")


def test_a_person_a_kind_and_both(page):
    choose(page.person, "C01")
    assert {line.operator for line in shown(page)} == {"C01"}
    choose(page.kind, kinds.FORM)
    assert [line.about for line in shown(page)] == ["B001-002", "B001-001"]
    choose(page.kind, "-")
    assert shown(page) == []
    choose(page.person, "-")
    assert {line.operator for line in shown(page)} == {""}
    assert kinds.FORM not in {line.kind for line in shown(page)}


def test_words_are_filtered_as_they_are_typed(page):
    QTest.keyClicks(page.list.filter, "B001-003 C02")
    assert [line.about for line in shown(page)] == ["B001-003"]


def test_names_of_files_stand_in_the_note_and_are_found(page):
    row = page.list.shown_rows()[0]
    assert row.texts[HEADS.index("Concerns")] == ""
    assert row.key.about in row.texts
    QTest.keyClicks(page.list.filter, row.key.about.split()[0])
    assert shown(page)[0] == row.key


def exported(page, office, path, monkeypatch):
    monkeypatch.setattr(page, "_choose_file", lambda *_: str(path))
    click(page.export_button)
    office.settle()


def test_exactly_what_is_shown_is_exported_in_its_order(page, office, tmp_path, monkeypatch):
    choose(page.kind, kinds.FORM)
    QTest.keyClicks(page.list.filter, "C01")
    page.list.table.sortByColumn(0, page.list.table.horizontalHeader().sortIndicatorOrder())
    exported(page, office, tmp_path / "日志 2006.5", monkeypatch)
    path = tmp_path / "日志 2006.5.csv"
    assert str(path) in office.message()
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == list(HEADS)
    assert [row[HEADS.index("Record")] for row in rows] == [
        line.record[:12] for line in shown(page)
    ]
    assert len(rows) == 2


def test_a_file_nobody_was_asked_about_is_not_replaced(page, office, tmp_path, monkeypatch):
    path = tmp_path / "日志.csv"
    path.write_text("mine", encoding="utf-8")
    exported(page, office, tmp_path / "日志", monkeypatch)
    assert path.read_text(encoding="utf-8") == "mine"
    assert str(path) in office.message()
    exported(page, office, path, monkeypatch)
    assert "mine" not in path.read_text(encoding="utf-8-sig")


def test_a_place_that_cannot_be_written_is_named(page, office, tmp_path, monkeypatch):
    exported(page, office, tmp_path / "没有" / "日志.csv", monkeypatch)
    assert "没有" in office.message()
    assert "cannot be written" in office.message()


def test_what_goes_on_record_meanwhile_appears_and_the_choice_stays(page, office):
    choose(page.person, "Z01")
    page.acting.start(
        lambda survey, _: enter_issue(
            survey, Issue("C1", "issued", 5, "2006-05-08", "甲", "乙"), operator="Z01"
        ),
        lambda _: None,
    )
    office.settle()
    office.until(lambda: shown(page)[0].kind == kinds.ISSUE)
    assert {line.operator for line in shown(page)} == {"Z01"}


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_whoever_sees_the_pages_may_read_and_export(
    window, qtbot, centre, who, tmp_path, monkeypatch
):
    office = Office(window(), qtbot, centre, who)
    page = office.page("log")
    exported(page, office, tmp_path / "a.csv", monkeypatch)
    assert (tmp_path / "a.csv").is_file()
