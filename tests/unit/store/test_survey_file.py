import shutil
import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from desktop.actions.batches import register_batch
from desktop.store import kinds, queries
from desktop.store.errors import (
    DamagedSurveyError,
    MarkUnraisedError,
    NewerSurveyError,
    NotASurveyError,
    NotCanonicalError,
    NotVerifiedError,
    ReadOnlyError,
    RecordsLostError,
    SurveyExistsError,
    SurveyInUseError,
    SurveyMissingError,
    SurveyUnwritableError,
)
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.survey_file import open_survey
from desktop.tally.reconciliation import Slip
from tests.surveys import founded, keyed

BATCH = {"code": "B001", "channel": "C1", "count": 1, "origin": None}


def register(survey, code):
    register_batch(survey, Slip(code, "C1", 1))


def register_two(survey):
    """The second cannot be recorded, so the first must not stay."""
    with survey.transaction():
        survey.append(kinds.BATCH, BATCH)
        survey.append(kinds.BATCH, BATCH | {"count": 2**60})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "评议 2005.pingyi"


def test_a_founded_file_names_itself_and_its_mode(path):
    with founded(path, mode="drill") as survey:
        assert survey.mode == "drill"
        founding = next(survey.records())
        assert (survey.id, survey.station) == (founding.id, founding.header.station)
        assert survey.plan.title == "评议"
    assert path.read_bytes()[68:72] == b"PGYI"


def test_a_file_in_the_way_is_left_alone(path):
    path.write_text("notes")
    with pytest.raises(SurveyExistsError):
        founded(path)
    assert path.read_text() == "notes"


def test_nothing_half_made_is_left_when_founding_fails(tmp_path):
    with pytest.raises(SurveyUnwritableError, match="cannot be written"):
        founded(tmp_path / "no such folder" / "x.pingyi")
    home = tmp_path / "a file"
    home.write_text("")
    with pytest.raises(OSError, match="a file"):
        founded(tmp_path / "x.pingyi", home=Home(home))
    assert not list(tmp_path.rglob("*.pingyi*"))


def test_founding_leaves_what_others_named_part(tmp_path):
    mine = tmp_path / "x.pingyi.part"
    mine.write_text("mine")
    founded(tmp_path / "x.pingyi").close()
    assert mine.read_text() == "mine"


def test_what_is_stored_is_not_called_refused_when_only_the_mark_fails(path, monkeypatch):
    class Full:
        def write(self, line):
            raise OSError(28, "No space left on device")

    with founded(path) as survey:
        with monkeypatch.context() as patched:
            real = Path.open
            patched.setattr(
                Path,
                "open",
                lambda file, *a, **k: (
                    nullcontext(Full()) if file.name == "high-water.txt" else real(file, *a, **k)
                ),
            )
            with pytest.raises(MarkUnraisedError, match="holds the new records"):
                register(survey, "B001")
        assert queries.slip(survey, "B001")


def test_where_the_mark_cannot_be_opened_nothing_is_stored(path):
    with founded(path) as survey:
        mark = next(survey.home.root.rglob("high-water.txt"))
        kept = mark.read_bytes()
        mark.unlink()
        mark.mkdir()
        with pytest.raises(OSError, match="high-water"):
            register(survey, "B001")
        assert queries.slip(survey, "B001") is None
        mark.rmdir()
        mark.write_bytes(kept)
        register(survey, "B001")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE survey SET mode = 'drill'",
        "DELETE FROM head",
        "DROP TABLE form",
        "CREATE TRIGGER more AFTER INSERT ON record BEGIN DELETE FROM head; END",
        "UPDATE survey SET plan = '{'",
    ],
)
def test_nothing_is_signed_on_top_of_what_another_tool_changed(path, statement):
    with keyed(path, ["111111"]):
        pass
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)
    with pytest.raises(NotVerifiedError, match="nothing signed on top"):
        open_survey(path, write=True)


def test_a_refused_transaction_leaves_no_record_and_the_chain_goes_on(path):
    with founded(path) as survey:
        before = [record.id for record in survey.records()]
        with pytest.raises(NotCanonicalError):
            register_two(survey)
        assert [record.id for record in survey.records()] == before
        with survey.transaction():
            after = survey.append(kinds.BATCH, BATCH)
        assert (after.header.seq, after.header.prev) == (3, before[-1])


def test_appending_outside_a_transaction_is_refused(path):
    with founded(path) as survey, pytest.raises(ReadOnlyError):
        survey.append(kinds.BATCH, BATCH)


@pytest.mark.parametrize("sql", ["UPDATE record SET kind = 'x'", "DELETE FROM record"])
def test_the_log_refuses_to_be_changed(path, sql):
    with founded(path) as survey, pytest.raises(sqlite3.IntegrityError, match="never"):
        survey.db.execute(sql)


def test_a_second_writer_is_refused_and_may_read(path):
    with founded(path):
        with pytest.raises(SurveyInUseError):
            open_survey(path, write=True)
        with open_survey(path) as viewed:
            assert viewed.station is None
    open_survey(path, write=True).close()


def test_a_machine_without_the_key_only_reads(path, tmp_path):
    founded(path).close()
    other = Home(tmp_path / "other")
    with pytest.raises(ReadOnlyError):
        open_survey(path, home=other, write=True)
    with open_survey(path, home=other) as viewed, pytest.raises(ReadOnlyError):
        viewed.transaction().__enter__()


def test_reading_leaves_the_file_byte_for_byte(path):
    keyed(path, ["111222", "333111"]).close()
    before = path.read_bytes()
    with open_survey(path) as viewed:
        assert len(list(viewed.records())) == 5
    assert path.read_bytes() == before


def test_an_older_copy_is_noticed_at_the_start(path, tmp_path):
    keyed(path, ["111222"]).close()
    backup = tmp_path / "backup"
    shutil.copy(path, backup)
    with open_survey(path, write=True) as survey, survey.transaction():
        survey.append(kinds.BATCH, BATCH | {"code": "B002"})
    shutil.copy(backup, path)
    with pytest.raises(RecordsLostError, match="record 5"):
        open_survey(path, write=True)


def test_a_file_of_a_newer_program_is_refused(path):
    founded(path).close()
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO _sqlite_migrations VALUES (9, 'pingyi', 'm999_later', '')")
    db.close()
    with pytest.raises(NewerSurveyError):
        open_survey(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00" + b"\x00" * 200])
def test_other_files_are_no_surveys(path, content):
    path.write_bytes(content)
    with pytest.raises(NotASurveyError):
        open_survey(path)


def test_a_folder_and_a_missing_file_are_named(path, tmp_path):
    with pytest.raises(SurveyMissingError, match="评议"):
        open_survey(path)
    with pytest.raises(NotASurveyError):
        open_survey(tmp_path)


def test_a_cut_file_is_damaged(path):
    keyed(path, ["111222"]).close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(DamagedSurveyError):
        open_survey(path)


def test_every_connection_is_durable_and_trusts_no_schema(path):
    with founded(path) as survey:
        found = {
            name: survey.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "foreign_keys", "trusted_schema")
        }
        checked = survey.db.execute("PRAGMA cell_size_check").fetchone()[0]
    assert found == {
        "synchronous": 3,  # EXTRA
        "journal_mode": "delete",
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    assert checked == 1


def test_a_viewer_cannot_write(path):
    founded(path).close()
    with open_survey(path) as viewed, pytest.raises(sqlite3.OperationalError, match="readonly"):
        viewed.db.execute("DELETE FROM form")


def test_a_full_disk_is_a_sentence_and_work_goes_on_when_there_is_space(path):
    """SQLite says FULL at its page limit as it does at the end of the disk."""
    with founded(path) as survey:
        pages = survey.db.execute("PRAGMA page_count").fetchone()[0]
        survey.db.execute(f"PRAGMA max_page_count = {pages}")
        before = [record.id for record in survey.records()]
        with pytest.raises(SurveyUnwritableError, match="nothing was stored"):
            register_many(survey)
        assert [record.id for record in survey.records()] == before
        survey.db.execute("PRAGMA max_page_count = 100000")
        register_many(survey)
        assert len(list(survey.records())) == len(before) + 50


def register_many(survey):
    with survey.transaction():
        for at in range(50):
            survey.append(kinds.BATCH, BATCH | {"code": f"B{at:03d}"})


def test_a_foreign_key_in_the_station_s_place_signs_nothing(path):
    with founded(path) as survey:
        identity, home = survey.id, survey.home
        tip = list(survey.records())[-1].id
    home.keep_key(identity, StationKey.new(), HighWater(1, 2, tip))
    with pytest.raises(ReadOnlyError):
        open_survey(path, write=True)
