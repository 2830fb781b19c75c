"""The archive folder, backups, and packages that only their recipients open."""

import pytest

from desktop.actions.archiving import SUMS, begin_archive, verify_folder, verify_package, write_sums
from desktop.actions.backups import auto_backup, set_backup
from desktop.actions.errors import (
    EncryptedError,
    FolderFullError,
    FolderMissingError,
    RecoveryForeignError,
)
from desktop.actions.recipients import encrypt_packages, recover
from desktop.store.backup import KEPT
from desktop.store.errors import BackupError, StationFileError
from desktop.store.keys import Home
from desktop.store.package_sealing import RecipientKey, recovery_text
from desktop.store.verification import verified_survey, verify_survey
from tests.stations import Centre
from tests.surveys import keyed


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "c", 1)
    made.stations[0].key(1, 2, 3)
    return made


@pytest.fixture
def archive(centre, tmp_path):
    package = centre.stations[0].pack()
    centre.merge(package)
    with centre.opened(write=False) as survey:
        assert begin_archive(survey, tmp_path / "archive", [package.parent]) == []
    write_sums(tmp_path / "archive")
    return tmp_path / "archive"


def test_an_archive_holds_everything_and_passes(archive):
    names = sorted(path.name for path in archive.rglob("*") if path.is_file())
    assert {"a.pingyi", "results.json", "FORMAT.md", "verify_pingyi.py", SUMS} <= set(names)
    assert any(name.endswith(".pyp") for name in names)
    assert verify_folder(archive) == []


@pytest.mark.parametrize("name", ["a.pingyi", "results.json", "*.pyp", "FORMAT.md"])
def test_one_bit_changed_in_an_archive_is_named(archive, name):
    (path,) = [held for held in archive.rglob(name) if held.is_file()]
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert any(problem.place.endswith(path.name) for problem in verify_folder(archive))


def test_files_missing_added_or_unlisted_are_named(archive):
    (archive / "results.json").unlink()
    (archive / "more.txt").write_text("x")
    said = {problem.place: problem.sentence() for problem in verify_folder(archive)}
    assert "not here" in said["results.json"] or "missing" in said["results.json"]
    assert "not listed" in said["more.txt"]
    (archive / SUMS).unlink()
    assert SUMS in {problem.place for problem in verify_folder(archive)}


def test_results_of_another_count_do_not_pass(archive):
    target = archive / "results.json"
    target.write_bytes(target.read_bytes().replace(b'"valid":3', b'"valid":4'))
    write_sums(archive)
    assert "follow" in " ".join(problem.sentence() for problem in verify_folder(archive))


def test_an_archive_goes_into_an_empty_folder_and_names_what_it_lacks(centre, tmp_path):
    centre.merge(centre.stations[0])
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    with centre.opened(write=False) as survey:
        with pytest.raises(FolderFullError):
            begin_archive(survey, tmp_path / "full", [])
        assert len(begin_archive(survey, tmp_path / "new", [])) == 1


def test_backups_are_whole_and_the_oldest_goes(tmp_path):
    folder = tmp_path / "second place"
    folder.mkdir()
    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        assert auto_backup(survey) == (None, None)
        first = set_backup(survey, folder)
        for _ in range(KEPT):
            _, failed = auto_backup(survey)
            assert failed is None
        mine = folder / "a-notes.pingyi"
        mine.write_text("mine")
        auto_backup(survey)
    assert mine.exists()
    assert not first.exists()
    assert len(list(folder.glob("a-2*.pingyi"))) == KEPT
    newest = max(folder.glob("a-2*.pingyi"))
    assert verify_survey(newest, home=Home(tmp_path / "elsewhere")) == []


def test_a_second_place_that_is_gone_is_told_and_stops_nothing(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        with pytest.raises(FolderMissingError):
            set_backup(survey, tmp_path / "none")
        for path in [set_backup(survey, folder)]:
            path.unlink()
        folder.rmdir()
        made, failed = auto_backup(survey)
        assert made is None
        assert isinstance(failed, FolderMissingError)


def test_a_full_second_place_is_told(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()

    def full(*_):
        raise OSError(28, "No space left on device")

    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        monkeypatch.setattr("desktop.store.backup.put_in_place", full)
        with pytest.raises(BackupError, match="No space left"):
            set_backup(survey, folder)
    assert list(folder.iterdir()) == []


def test_encrypted_packages_are_opened_by_the_supervisor_and_the_sheet_alone(centre, tmp_path):
    (station,) = centre.stations
    with centre.opened() as survey:
        kept: list[str] = []
        encrypt_packages(survey, kept.append)
        with pytest.raises(EncryptedError):
            encrypt_packages(survey, kept.append)
        (sheet,) = kept
    centre.tell(station)
    package = station.pack()
    assert b"form.keyed" not in package.read_bytes()
    assert "key" in verify_package(package, home=Home(tmp_path / "other"))[0].sentence()
    assert centre.merge(package).sources[0].new == 4
    other = Home(tmp_path / "other")
    with centre.opened(write=False) as survey:
        survey.home = other
        with pytest.raises(RecoveryForeignError):
            recover(survey, recovery_text(RecipientKey.new()))
        recover(survey, sheet)
    assert verify_package(package, home=other) == []


def test_an_archive_passes_where_the_survey_went_on(centre, archive):
    centre.stations[0].key(4)
    centre.merge(centre.stations[0])
    assert verify_folder(archive) == []


def test_a_station_s_own_file_in_the_archive_passes(centre, tmp_path):
    (station,) = centre.stations
    centre.merge(station.path)
    with centre.opened(write=False) as survey:
        assert begin_archive(survey, tmp_path / "archive", [station.folder]) == []
    write_sums(tmp_path / "archive")
    assert verify_folder(tmp_path / "archive") == []


def test_an_encrypted_package_in_an_archive_is_checked_from_outside(centre, tmp_path, monkeypatch):
    (station,) = centre.stations
    with centre.opened() as survey:
        encrypt_packages(survey, len)
    centre.tell(station)
    package = station.pack()
    centre.merge(package)
    with centre.opened(write=False) as survey:
        begin_archive(survey, tmp_path / "archive", [package.parent])
    write_sums(tmp_path / "archive")
    monkeypatch.setenv("PINGYI_HOME", str(tmp_path / "nobody"))
    assert verify_folder(tmp_path / "archive") == []
    (copied,) = (tmp_path / "archive").rglob("PY*.pyp")
    content = bytearray(copied.read_bytes())
    content[-400] ^= 1
    copied.write_bytes(content)
    assert len(verify_folder(tmp_path / "archive")) == 2


def test_a_plain_package_is_not_taken_for_the_encrypted_one(centre):
    (station,) = centre.stations
    plain = station.pack()
    with centre.opened() as survey:
        encrypt_packages(survey, len)
    centre.tell(station)
    encrypted = station.pack()
    assert encrypted != plain
    assert b"form.keyed" not in encrypted.read_bytes()
    assert station.pack() == encrypted


def test_nothing_is_recorded_where_the_recovery_key_cannot_be_kept(centre):
    def fail(text):
        raise OSError(28, "No space left on device")

    with centre.opened() as survey:
        with pytest.raises(OSError, match="No space"):
            encrypt_packages(survey, fail)
        encrypt_packages(survey, len)


def test_a_station_s_file_gives_no_figures_and_says_why(centre):
    (station,) = centre.stations
    with pytest.raises(StationFileError), verified_survey(station.path, home=station.home):
        pass
    with verified_survey(station.path, home=station.home, whole=False) as survey:
        assert survey.id
