"""T49: a hostile SQLite file offered to merge is refused soon, and nothing of it runs."""

import shutil
import sqlite3
import time
import tracemalloc
from contextlib import closing

import pytest

from desktop.actions.merging import merge
from desktop.store.records import write_record
from tests.stations import Centre, record_count, tables
from tests.tampering import tamper

COLUMNS = "number, id, body, signature, station, incarnation, seq, kind"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
AS_RECORDS = "SELECT i, i, i, i, i, i, i, i FROM n"
HEAVY = "length(hex(zeroblob(40000000))) = 0"

WHOLE = {
    "a view for the log": (
        "ALTER TABLE record RENAME TO kept",
        f"CREATE VIEW record AS SELECT {COLUMNS} FROM kept",
    ),
    "an endless view for the log": (
        "DROP TABLE record",
        f"CREATE VIEW record({COLUMNS}) AS {ENDLESS}{AS_RECORDS}",
    ),
    "a virtual table for the log": (
        "ALTER TABLE record RENAME TO kept",
        "CREATE VIRTUAL TABLE record USING fts5(id, body, signature, station)",
    ),
    "a log with generated columns": (
        "ALTER TABLE record RENAME TO kept",
        f"CREATE TABLE record (number INTEGER PRIMARY KEY, id, body AS (zeroblob(90000000)),"
        f" signature, station, incarnation, seq, kind, x AS ({HEAVY}))",
        "INSERT INTO record (number, id, signature, station, incarnation, seq, kind)"
        " SELECT number, id, signature, station, incarnation, seq, kind FROM kept",
    ),
    "no log": ("DROP TABLE record",),
    "a log without bodies": ("ALTER TABLE record DROP COLUMN body",),
    "an empty log": ("DELETE FROM record",),
    "bodies that are huge": ("UPDATE record SET body = hex(zeroblob(6000000)) WHERE number = 4",),
    "bodies that are lists in lists": (
        "UPDATE record SET body = replace(hex(zeroblob(500000)), '0', '[') WHERE number = 4",
    ),
    "a body that is no text": (
        "UPDATE record SET body = CAST(x'ff00ff' AS TEXT) WHERE number = 4",
    ),
    "a signature cut short": (
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE record SET signature = x'00' WHERE number = 4",
    ),
    "an id twice": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE', '') WHERE name = 'record'",
        "DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_record_1'",
        "PRAGMA writable_schema = RESET",
        f"INSERT INTO record SELECT 9, {COLUMNS.partition(', ')[2]} FROM record WHERE number = 5",
    ),
    "a schema that is no SQL": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE record AS lies' WHERE name = 'record'",
    ),
    "a loop in the schema": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE VIEW record AS SELECT * FROM record',"
        " rootpage = 0 WHERE name = 'record'",
    ),
}
"""Files of which nothing can be taken."""

PARTS = {
    "triggers on everything": (
        "CREATE TRIGGER a AFTER INSERT ON record BEGIN DELETE FROM form; END",
        "CREATE TRIGGER b INSTEAD OF INSERT ON shown BEGIN SELECT 1; END",
    ),
    "views that never end": (f"CREATE VIEW endless AS {ENDLESS} SELECT * FROM n",),
    "an index on an expression": (f"CREATE INDEX e ON record (id) WHERE {HEAVY}",),
    "a table named as a function": ("CREATE TABLE json_extract (a)",),
    "a thousand views": tuple(f"CREATE VIEW v{at} AS SELECT {at}" for at in range(1000)),
    "views upon views": (
        "CREATE VIEW w0 AS SELECT 1 AS a",
        *(f"CREATE VIEW w{n} AS SELECT a FROM w{n - 1} x, w{n - 1} y" for n in range(1, 60)),
    ),
}
"""Files whose log is sound, with something beside it that must not run."""


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path, 1)
    made.stations[0].key(1, 2)
    return made


def offered(centre, path):
    """The report on one source, within 2 seconds of work; it changes nothing but by its records."""
    with centre.opened() as survey:
        before = record_count(survey), tables(survey)
        begun = time.process_time()
        (source,) = merge(survey, [path]).sources
        took = time.process_time() - begun
        after = record_count(survey), tables(survey)
    assert took < 2
    if source.refused:
        assert after == before
        assert str(path) in str(source.refused)
    assert centre.supervisor.verify() == []
    return source


def hostile(station, statements):
    path = station.folder / "hostile.pingyi"
    shutil.copy(station.path, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        for name in ("record_keeps_rows", "record_keeps_values"):
            db.execute(f"DROP TRIGGER {name}")
        db.execute("CREATE VIEW shown AS SELECT 1 AS a")
        for statement in statements:
            db.execute(statement)
    return path


@pytest.mark.parametrize("name", WHOLE)
def test_t49_what_is_no_plain_log_is_refused(centre, name):
    path = hostile(centre.stations[0], WHOLE[name])
    content = path.read_bytes()
    tracemalloc.start()
    source = offered(centre, path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert source.refused
    assert peak < 40 << 20
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", PARTS)
def test_t49_what_stands_beside_the_log_does_not_run(centre, name):
    """Its records are the station's own and sound: they may come, and nothing else."""
    source = offered(centre, hostile(centre.stations[0], PARTS[name]))
    assert source.refused is None
    assert source.new == 3
    with centre.opened(write=False) as survey:
        names = {name for (name,) in survey.db.execute("SELECT name FROM sqlite_master")}
    assert not names & {"a", "b", "endless", "v1", "w1", "json_extract"}


def twisted(station, forged, *, index):
    """A log whose table says one thing and whose index another, as a file editor can make it.

    The index is built on a copy of the log that holds the forged record; then the schema is
    pointed from that copy's name to the log's.
    """
    path = station.folder / "twisted.pingyi"
    shutil.copy(station.path, path)
    row = (5, forged.id, forged.body.decode(), forged.signature, forged.header.station, 1, 3, "")
    plain = ("number", "id", "body", "signature", "station", "incarnation", "seq", "kind")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        rows = db.execute(f"SELECT {COLUMNS} FROM record ORDER BY number").fetchall()
        for name in ("record_keeps_rows", "record_keeps_values"):
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DROP TABLE record")
        db.execute(f"CREATE TABLE record ({', '.join(plain)})")
        db.execute(f"CREATE TABLE other ({', '.join(plain)})")
        places = ", ".join("?" * 8)
        db.executemany(f"INSERT INTO record VALUES ({places})", rows)
        db.executemany(f"INSERT INTO other VALUES ({places})", [*rows[:-1], row])
        db.execute(f"CREATE INDEX cover ON other ({index})")
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_master SET tbl_name = 'record', sql = replace(sql, 'other', 'record')"
            " WHERE name = 'cover'"
        )
        db.execute("PRAGMA writable_schema = RESET")
    return path


@pytest.mark.parametrize(
    "index",
    [
        "body, number, signature",
        "number, body, signature",
        "number, id, body, signature, station, incarnation, seq, kind",
    ],
)
def test_t49_what_was_verified_is_what_is_taken(centre, index):
    """A covering index may answer one query otherwise than the table answers another."""
    (station,) = centre.stations
    with station.open() as survey:
        last = list(survey.own_records())[-1]
        data = dict(last.data) | {"marks": "321321"}
        forged = write_record(survey.key, last.header, last.kind, data)
    forged = type(forged)(
        forged.id, forged.body, bytes(64), forged.header, forged.kind, (), forged.data
    )
    source = offered(centre, twisted(station, forged, index=index))
    with centre.opened(write=False) as survey:
        held = survey.db.execute("SELECT 1 FROM record WHERE id = ?", (forged.id,)).fetchone()
    assert held is None
    assert source.refused or source.new == 3


def test_t49_an_unsigned_record_in_a_station_s_file_is_refused(centre):
    (station,) = centre.stations
    change = "UPDATE record SET signature = zeroblob(64) WHERE number = 5"
    tamper(station.path, change)
    assert "signature" in str(offered(centre, station.path).refused)


def test_t49_five_gigabytes_of_nothing_behind_a_head_are_refused_at_once(centre):
    (station,) = centre.stations
    path = station.folder / "sparse.pingyi"
    shutil.copy(station.path, path)
    with path.open("r+b") as file:
        file.truncate(5 << 30)
    assert offered(centre, path).refused


def test_t49_a_file_with_its_step_half_done_is_read_as_it_was_before(centre):
    """A hot journal is part of the file: the copy is rolled back, the original is left alone."""
    (station,) = centre.stations
    path = station.folder / "crashed.pingyi"
    journal = path.with_name(path.name + "-journal")
    with closing(sqlite3.connect(station.path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 2")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE form SET state = 'void'")
        db.execute("CREATE TABLE large AS SELECT hex(zeroblob(99999)) AS a")
        shutil.copy(station.path, path)
        shutil.copy(station.path.with_name(station.path.name + "-journal"), journal)
        db.execute("ROLLBACK")
    before = path.read_bytes(), journal.read_bytes()
    source = offered(centre, path)
    assert (source.refused, source.new) == (None, 3)
    assert (path.read_bytes(), journal.read_bytes()) == before
