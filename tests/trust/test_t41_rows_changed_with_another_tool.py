"""T41: rows changed, deleted or added with another SQLite tool are found by `verify`."""

import dataclasses
import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop.store.canonical import record_id
from desktop.store.errors import ReadOnlyError, RecordsLostError
from desktop.store.keys import StationKey
from desktop.store.records import write_record
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from tests.surveys import KEY, keyed
from tests.tampering import insertion, rebuild_tables, rewrite_chain, tamper

SHEETS = ["111111", "222222", "333333", "123123"]
STRANGER = "99" * 32


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, SHEETS).close()
    assert verify_survey(path) == []
    return path


def said(path):
    return "\n".join(problem.sentence() for problem in verify_survey(path))


def test_t41_a_changed_mark_in_a_record_names_the_record(path):
    tamper(path, "UPDATE record SET body = replace(body, '222222', '122222')")
    assert "record 5 (" in said(path)
    assert "the id is not the hash" in said(path) or "signature" in said(path)


def test_t41_a_changed_mark_with_its_id_made_again_is_not_signed(path):
    with open_survey(path) as survey:
        old = list(survey.records())[4]
    body = old.body.replace(b"222222", b"122222")
    change = (
        "UPDATE record SET body = ?, id = ? WHERE id = ?",
        (body.decode(), record_id(body), old.id),
    )
    tamper(path, change)
    assert "signature" in said(path)


def test_t41_a_deleted_record_leaves_a_gap(path):
    tamper(path, "DELETE FROM record WHERE number = 5")
    assert "does not follow the record before it" in said(path)


def test_t41_a_deleted_record_with_the_others_moved_up_still_leaves_a_gap(path):
    tamper(
        path,
        "DELETE FROM record WHERE number = 5",
        "UPDATE record SET number = number - 1 WHERE number > 5",
    )
    assert "does not follow the record before it" in said(path)


def test_t41_the_last_records_deleted_are_missed_by_the_high_water_mark(path):
    tamper(
        path,
        "DELETE FROM record WHERE number > 4",
        "DELETE FROM head WHERE number > 1",
        "DELETE FROM form WHERE number > 1",
    )
    assert "record 7 that this station has signed is missing" in said(path)
    with pytest.raises(RecordsLostError):
        open_survey(path, write=True)


def test_t41_a_record_added_by_a_stranger_is_refused(path, tmp_path):
    other = tmp_path / "other.pingyi"
    shutil.copy(path, other)
    rewrite_chain(other, STRANGER, ("222222", "122222"))
    with open_survey(other) as stranger:
        forged = list(stranger.records())[-1]
    tamper(path, insertion(8, forged))
    assert "another survey" in said(path)


def test_t41_the_last_record_written_anew_by_a_stranger_is_refused(path):
    with open_survey(path) as survey:
        last = list(survey.records())[-1]
    pen = StationKey.from_hex(STRANGER)
    header = dataclasses.replace(last.header, station=pen.station, seq=1, prev="")
    forged = write_record(pen, header, last.kind, {**last.data, "marks": "111111"})
    tamper(path, "DELETE FROM record WHERE number = 7", insertion(7, forged))
    assert "no import brought the records of this station" in said(path)


def test_t41_a_chain_rewritten_with_another_key_is_another_survey(path):
    with open_survey(path) as survey:
        before = survey.id
    rewrite_chain(path, STRANGER, ("222222", "122222"))
    rebuild_tables(path)
    with open_survey(path) as survey:
        assert survey.id != before
    with pytest.raises(ReadOnlyError):
        open_survey(path, write=True)


def test_t41_a_chain_rewritten_with_the_stolen_key_misses_the_high_water_mark(path):
    rewrite_chain(path, KEY, ("222222", "122222"))
    rebuild_tables(path)
    assert "record 7 that this station has signed is missing" in said(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE head SET marks = '122222' WHERE number = 2",
        "UPDATE head SET counts = 0 WHERE number = 2",
        "DELETE FROM head WHERE number = 2",
        "INSERT INTO form VALUES ('B001', 9, 'single', 'valid', '', 0)",
        "UPDATE form SET state = 'void', void = 'V1' WHERE number = 2",
        "UPDATE batch SET count = 3",
        "UPDATE survey SET plan = replace(plan, '\"22\"', '\"23\"')",
        "UPDATE survey SET mode = 'drill'",
        "DELETE FROM zero",
        "INSERT INTO replaced VALUES ('x', 'keyed')",
        "INSERT INTO totals VALUES ('x', 'C1', 'nobody', '[]')",
    ],
)
def test_t41_a_changed_projection_is_told_from_the_records(path, statement):
    tamper(path, statement)
    assert "does not follow from the records" in said(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER quiet AFTER INSERT ON record BEGIN DELETE FROM form; END",
        "CREATE VIEW shown AS SELECT 1",
        "CREATE TABLE extra (a)",
        "DROP INDEX head_form",
        "CREATE INDEX another ON head (marks)",
    ],
)
def test_t41_a_changed_schema_is_named(path, statement):
    tamper(path, statement)
    assert "schema" in said(path)


def test_t41_a_dropped_guard_is_named(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DROP TRIGGER record_keeps_rows")
    assert "record_keeps_rows: this part of the schema" in said(path)


def test_t41_a_column_that_says_otherwise_than_its_body_is_named(path):
    tamper(path, "UPDATE record SET kind = 'zero.declared' WHERE number = 5")
    assert "a column does not repeat" in said(path)


def test_t41_rebuilding_mends_a_projection_and_nothing_else(path):
    tamper(path, "UPDATE head SET marks = '122222' WHERE number = 2")
    with open_survey(path, write=True, tables=False) as survey:
        survey.rebuild()
    assert verify_survey(path) == []


def test_t41_any_one_byte_of_a_record_changed_names_that_record(path):
    """Every byte of one body and signature in turn."""
    with open_survey(path) as survey:
        record = list(survey.records())[5]
    name = f"record 6 ({record.id})"
    for column, content in (("body", record.body), ("signature", record.signature)):
        for at in range(len(content)):
            changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
            value = changed.decode() if column == "body" else changed
            tamper(path, (f"UPDATE record SET {column} = ? WHERE number = 6", (value,)))
            assert verify_survey(path)[0].place == name, (column, at)
    tamper(
        path,
        (
            "UPDATE record SET signature = ?, body = ? WHERE number = 6",
            (record.signature, record.body.decode()),
        ),
    )
    assert verify_survey(path) == []
