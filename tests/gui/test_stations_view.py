"""The page Stations: kits, admission by a code that was compared, suspension, people, keys."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.store import kinds, queries, station_queries
from desktop.store.admission import admission_code
from tests.gui.office import PEOPLE, Office, click, enter, write
from tests.stations import PIN, Centre


@pytest.fixture
def centre(tmp_path):
    """One station is admitted; a second has joined and waits."""
    made = Centre(tmp_path / "centre", 1, operators=PEOPLE)
    made.stations.append(made.join(made.kit(), 2))
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("stations")


def code_of(machine):
    with machine.open() as survey:
        return admission_code(survey.key.station)


def present(page, office, package):
    click(page.stations.admit_button)
    page.stations.admit.package.line.setText(str(package))
    enter(page.stations.admit.package.line)
    office.settle()


def states(office):
    return {held.name: held.state for held in station_queries.stations(office.survey)}


def test_a_station_is_admitted_by_the_code_that_its_own_screen_shows(page, office, centre):
    newcomer = centre.stations[1]
    present(page, office, newcomer.pack())
    panel = page.stations.admit
    assert panel.name.text() == "S2 asks to be admitted"
    assert panel.code.text() == code_of(newcomer)
    assert not page.stations.code.isVisible()
    write(panel.typed, code_of(newcomer).lower().replace("-", " "))
    enter(panel.typed)
    office.settle()
    assert states(office)["S2"] == "admitted"
    assert "S2 is admitted" in office.message()
    assert [row.texts[:2] for row in page.stations.list.shown_rows()] == [
        ("S1", "admitted"),
        ("S2", "admitted"),
    ]


def test_another_code_admits_nobody_and_stays_to_be_mended(page, office, centre):
    present(page, office, centre.stations[1].pack())
    write(page.stations.admit.typed, "AAAA-BBBB-CCCC")
    click(page.stations.admit.admit_button)
    office.settle()
    assert "AAAA-BBBB-CCCC" in office.message()
    assert states(office).get("S2") != "admitted"
    assert page.stations.admit.typed.text() == "AAAA-BBBB-CCCC"


def test_a_file_that_is_no_package_is_named(page, office, tmp_path):
    path = tmp_path / "照片.pyp"
    path.write_bytes(b"no package")
    present(page, office, path)
    assert "照片.pyp" in office.message()
    assert not page.stations.admit.admit_button.isVisible()


def test_a_kit_is_written_and_never_over_another(page, office, tmp_path, monkeypatch):
    path = tmp_path / "KIT.pyp"
    monkeypatch.setattr(page.stations, "_choose_kit", lambda *_: str(path))
    click(page.stations.kit_button)
    office.settle()
    content = path.read_bytes()
    assert "KIT.pyp" in office.message()
    click(page.stations.kit_button)
    office.settle()
    assert path.read_bytes() == content


def test_a_suspension_takes_a_reason(page, office):
    page.stations.list.table.selectRow(0)
    click(page.stations.suspend_button)
    enter(page.stations.reason)
    office.settle()
    assert states(office)["S1"] == "admitted"
    page.stations.reason.setText("硬盘损坏")
    enter(page.stations.reason)
    office.settle()
    assert states(office)["S1"] == "suspended"
    assert not page.stations.reason.isVisible()


def register(page, office, *, code, name, pin=PIN, again=PIN):
    click(page.people.add_button)
    write(page.people.form.code, code)
    page.people.form.name.setText(name)
    write(page.people.form.pin, pin)
    write(page.people.form.again, again)
    enter(page.people.form.again)
    office.settle()


def test_somebody_is_registered_with_a_pin_typed_twice(page, office):
    register(page, office, code="C09", name="录入员09", again="4321")
    assert "PINs differ" in office.message()
    write(page.people.form.again, PIN)
    enter(page.people.form.again)
    office.settle()
    held = {one.code: one for one in queries.operators(office.survey)}["C09"]
    assert (held.name, held.roles) == ("录入员09", frozenset({"clerk"}))
    assert "C09" in [row.texts[0] for row in page.people.list.shown_rows()]
    assert not page.people.form.isVisible()


def test_a_new_pin_keeps_the_person(page, office):
    page.people.list.select(next(row.key for row in page.people.list.shown_rows()))
    code = page.people.list.current().code
    click(page.people.change_button)
    assert page.people.form.code.text() == code
    write(page.people.form.pin, "987654")
    write(page.people.form.again, "987654")
    enter(page.people.form.again)
    office.settle()
    before = PEOPLE[code]
    held = {one.code: one for one in queries.operators(office.survey)}[code]
    assert held.roles == frozenset(before)
    office.window.session.sign_in(code, "987654")


def test_a_pin_that_is_too_short_is_refused_and_nothing_is_lost(page, office):
    register(page, office, code="C09", name="录入员09", pin="12", again="12")
    assert "4" in office.message()
    assert page.people.form.name.text() == "录入员09"
    assert "C09" not in [one.code for one in queries.operators(office.survey)]


def test_packages_are_encrypted_once_the_recovery_key_is_written(
    page, office, tmp_path, monkeypatch
):
    path = tmp_path / "恢复.txt"
    monkeypatch.setattr(page.encryption, "_choose_new", lambda *_: str(path))
    click(page.encryption.encrypt_button)
    office.settle()
    assert path.read_text(encoding="utf-8").strip()
    assert station_queries.recipients(office.survey)
    assert not page.encryption.encrypt_button.isVisible()
    monkeypatch.setattr(page.encryption, "_choose_old", lambda *_: str(path))
    click(page.encryption.recover_button)
    office.settle()
    assert "opens the encrypted packages" in office.message()


def test_a_recovery_key_is_never_written_over_a_file(page, office, tmp_path, monkeypatch):
    path = tmp_path / "there.txt"
    path.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(page.encryption, "_choose_new", lambda *_: str(path))
    click(page.encryption.encrypt_button)
    office.settle()
    assert path.read_text(encoding="utf-8") == "mine"
    assert station_queries.recipients(office.survey) == []


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_without_the_role_every_act_is_refused(window, qtbot, centre, who, tmp_path, monkeypatch):
    office = Office(window(), qtbot, centre, who)
    page = office.page("stations")
    before = sum(1 for _ in office.survey.records())
    register(page, office, code="C09", name="录入员09")
    assert "supervisor" in office.message()
    page.stations.list.table.selectRow(0)
    click(page.stations.suspend_button)
    page.stations.reason.setText("x")
    enter(page.stations.reason)
    office.settle()
    present(page, office, centre.stations[1].pack())
    write(page.stations.admit.typed, code_of(centre.stations[1]))
    enter(page.stations.admit.typed)
    office.settle()
    monkeypatch.setattr(page.encryption, "_choose_new", lambda *_: str(tmp_path / "r.txt"))
    click(page.encryption.encrypt_button)
    office.settle()
    assert sum(1 for _ in office.survey.records()) == before
    assert [held.kind for held in office.survey.records_of(kinds.SUSPENDED)] == []


def test_once_the_first_person_is_registered_the_window_asks_who_works(window, qtbot, tmp_path):
    office = Office(window(), qtbot, Centre(tmp_path / "unnamed"), who="")
    page = office.page("stations")
    page.people.form.begin(None, "Z01")
    page.people.form.name.setText("王")
    page.people.form.roles["supervisor"].setChecked(True)
    for line in (page.people.form.pin, page.people.form.again):
        write(line, PIN)
    enter(page.people.form.again)
    office.until(lambda: office.window.stack.currentWidget() is office.window.sign_in)
    assert office.window.area is None
    office.window.sign_in.code.setText("Z01")
    write(office.window.sign_in.pin, PIN)
    enter(office.window.sign_in.pin)
    assert office.window.session.code == "Z01"


def test_the_foot_of_the_window_follows_what_a_page_records(page, office):
    line = office.window.area.standing
    before = texts(line)
    register(page, office, code="C09", name="录入员09")
    assert texts(line) != before


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_first_person_is_a_supervisor(window, qtbot, tmp_path):
    office = Office(window(), qtbot, Centre(tmp_path / "unnamed", 1), "")
    page = office.page("stations")
    click(page.people.add_button)
    assert page.people.form.code.text() == "Z01"
    assert page.people.form.roles["supervisor"].isChecked()
    page.people.form.roles["supervisor"].setChecked(False)
    page.people.form.roles["clerk"].setChecked(True)
    page.people.form.name.setText("录入员")
    for line in (page.people.form.pin, page.people.form.again):
        write(line, PIN)
    enter(page.people.form.again)
    office.settle()
    assert "supervisor first" in office.message()
    assert queries.operators(office.survey) == []
