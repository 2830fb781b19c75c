"""The page Seal: waivers and the seal with both people, its opening, and the file's custody."""

from pathlib import Path

import pytest

from desktop.actions import sealing
from desktop.store import editions, kinds
from desktop.tally.errors import Problem
from desktop.views import custody_panel
from tests.gui.office import PEOPLE, Office, click, enter, write
from tests.stations import PIN, Centre


@pytest.fixture
def centre(tmp_path):
    """B001 of two forms, one of them missing: the slip disagrees, the batch is not closed."""
    made = Centre(tmp_path / "centre", operators=PEOPLE, batches={"B001": 2})
    one, _ = made.stations
    one.key(1, marks="111111", operator="C01")
    made.merge(one)
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("seal")


def sign(page, office, *, reason="", second="J01", pin=PIN):
    if reason:
        write_text(page.signing.reason, reason)
    person = page.signing.second.person
    person.setCurrentIndex(person.findData(second))
    write(page.signing.second.pin, pin)
    enter(page.signing.second.pin)
    office.settle()


def write_text(line, text):
    line.setFocus()
    line.setText(text)


def waive_all(page, office):
    for at in range(page.obstacles.list.model.rowCount()):
        page.obstacles.list.table.selectRow(at)
        click(page.obstacles.waive_button)
        sign(page, office, reason="表已遗失")


def seals(office):
    return [held.data for held in office.survey.records_of(kinds.SEALED)]


def test_what_stands_against_the_seal_is_listed(page):
    places = [row.texts[0] for row in page.obstacles.list.shown_rows()]
    assert places == ["B001", "B001/1"]
    assert page.head.state.text() == "2 things stand against the seal."
    assert not page.unseal_button.isVisible()


def test_it_is_not_sealed_over_an_obstacle(page, office):
    click(page.seal_button)
    assert not page.signing.isVisible()
    assert "2 left" in office.message()
    assert seals(office) == []


def test_waived_by_two_people_it_is_sealed_by_two_people(page, office):
    waive_all(page, office)
    assert page.head.state.text() == "Ready to be sealed as edition 1."
    click(page.seal_button)
    sign(page, office)
    (seal,) = seals(office)
    assert seal["second"] == "J01"
    assert {held["place"] for held in seal["waivers"]} == {"B001", "B001/1"}
    assert {(held["reason"], held["second"]) for held in seal["waivers"]} == {("表已遗失", "J01")}
    assert page.head.state.text().startswith("Sealed: edition 1.")
    assert not page.signing.isVisible()
    assert page.unseal_button.isVisible()


def test_a_waiver_needs_reason_person_and_pin(page, office):
    click(page.obstacles.waive_button)
    sign(page, office)
    assert "reason" in office.message()
    sign(page, office, reason="表已遗失", pin="0000")
    assert "PIN" in office.message()
    assert page.obstacles.waivers == {}
    sign(page, office)
    assert list(page.obstacles.waivers) == ["B001"]


def test_escape_puts_the_signing_away_and_forgets_the_pin(page, qtbot):
    click(page.obstacles.waive_button)
    write(page.signing.second.pin, PIN)
    qtbot.keyClick(page.signing.second.pin, "\x1b")
    assert not page.signing.isVisible()
    assert page.signing.second.pin.text() == ""
    assert page.editions.isVisible()


def test_unsealing_takes_both_people_and_a_reason_and_begins_the_next_edition(page, office):
    waive_all(page, office)
    click(page.seal_button)
    sign(page, office)
    click(page.unseal_button)
    sign(page, office)
    assert office.survey.is_sealed
    sign(page, office, reason="补录一张")
    assert not office.survey.is_sealed
    (held,) = editions.sealed_editions(office.survey)
    assert held.unsealed
    assert held.unsealed.reason == "补录一张"
    assert held.unsealed.second == "J01"
    assert editions.edition(office.survey).number == 2
    (row,) = page.editions.list.shown_rows()
    assert "补录一张" in row.texts[2]


def test_a_settled_obstacle_loses_its_waiver(page, office, centre):
    waive_all(page, office)
    page.obstacles.show_problems([])
    assert page.obstacles.waivers == {}
    assert page.obstacles.open_count == 0
    assert office.survey is not None


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_without_the_role_the_seal_is_refused(window, qtbot, centre, who):
    with centre.opened() as survey:
        waivers = [sealing.Waiver(p.place, "缺", "J01") for p in sealing.obstacles(survey)]
    office = Office(window(), qtbot, centre, who)
    page = office.page("seal")
    for waiver in waivers:
        page.obstacles.add_waiver(waiver)
    click(page.seal_button)
    sign(page, office, second="Z01")
    assert "supervisor" in office.message()
    assert seals(office) == []


class TestCustody:
    def test_the_zero_report_is_told_and_saved(self, page, office, tmp_path, monkeypatch):
        assert page.custody.zero.text().startswith("Declared ")
        target = tmp_path / "zero.pdf"
        monkeypatch.setattr(page.custody, "_choose_pdf", lambda *_: str(target))
        click(page.custody.zero_button)
        office.settle()
        assert target.read_bytes().startswith(b"%PDF")

    def test_a_sound_file_passes_its_verification(self, page, office):
        click(page.custody.verify_button)
        office.settle()
        assert page.custody.verdict.text().startswith("Passed")

    def test_what_is_wrong_is_told(self, page, office, monkeypatch):
        problem = Problem("record 7", "its signature does not fit")
        monkeypatch.setattr(custody_panel, "verify_beside", lambda *_: [problem])
        click(page.custody.verify_button)
        office.settle()
        assert page.custody.verdict.text() == "record 7: its signature does not fit"

    def test_tables_are_made_again_from_the_records(self, page, office):
        click(page.custody.rebuild_button)
        office.settle()
        assert "made again" in office.message()
        assert page.obstacles.list.model.rowCount() == 2

    def test_a_backup_goes_where_it_is_told_and_stays_set(
        self, page, office, tmp_path, monkeypatch
    ):
        folder = tmp_path / "备份 1"
        folder.mkdir()
        monkeypatch.setattr(page.custody, "_choose_backup", lambda *_: str(folder))
        click(page.custody.backup_button)
        office.settle()
        assert page.custody.backup.text() == str(folder)
        assert list(folder.glob("*.pingyi"))

    def test_the_archive_names_packages_that_are_not_there(
        self, page, office, centre, tmp_path, monkeypatch
    ):
        chosen = iter([str(tmp_path / "归档"), ""])
        monkeypatch.setattr(page.custody, "_choose_folder", lambda *_: next(chosen))
        monkeypatch.setattr(page.custody, "_choose_packages", lambda *_: "")
        click(page.custody.archive_button)
        office.settle()
        assert (tmp_path / "归档" / "SHA256SUMS").is_file()
        (package,) = (Path(held).name for held in _merged(office))
        assert package in page.custody.archive.text()

    def test_a_folder_that_is_not_empty_is_refused(self, page, office, tmp_path, monkeypatch):
        (tmp_path / "there.txt").write_text("x", encoding="utf-8")
        monkeypatch.setattr(page.custody, "_choose_folder", lambda *_: str(tmp_path))
        monkeypatch.setattr(page.custody, "_choose_packages", lambda *_: "")
        click(page.custody.archive_button)
        office.settle()
        assert str(tmp_path) in office.message()


def _merged(office):
    return [
        source["name"]
        for held in office.survey.records_of(kinds.MERGED)
        for source in held.data["sources"]
    ]
