"""The tables of a survey file. A published migration is never edited; it is SQL of its day."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x50475949
"""`PGYI`: how `file` and the program know a survey file."""

migrations = Migrations("pingyi")

PROJECTIONS = (
    "survey",
    "zero",
    "station",
    "restart",
    "operator",
    "work",
    "batch",
    "assignment",
    "closing",
    "drawing",
    "totals",
    "head",
    "keyer",
    "doubt",
    "replaced",
    "form",
    "import",
    "revocation",
    "recipient",
    "seal",
    "ignored",
    "line",
)
"""Tables that can be thrown away and rebuilt from `record`."""

LATER = {"m003_lines": "line"}
"""Steps that a file of an older program may lack, and what each makes: for its records, nothing."""


@migrations()
def m001_records(db: Database) -> None:
    """The log. Its plain columns repeat what the body says, for look-ups; `verify` compares."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.executescript(
        """
        CREATE TABLE record (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
            body TEXT NOT NULL,
            signature BLOB NOT NULL CHECK (length(signature) = 64),
            station TEXT NOT NULL,
            incarnation INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            kind TEXT NOT NULL
        ) STRICT;
        CREATE INDEX record_chain ON record (station, incarnation, seq);
        CREATE TRIGGER record_keeps_rows BEFORE DELETE ON record
            BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
        CREATE TRIGGER record_keeps_values BEFORE UPDATE ON record
            BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        """
    )


@migrations()
def m002_projections(db: Database) -> None:
    """What the records mean: rebuilt from them at any time."""
    db.executescript(
        """
        CREATE TABLE survey (
            id TEXT PRIMARY KEY,
            mode TEXT NOT NULL CHECK (mode IN ('official', 'drill')),
            founder TEXT NOT NULL,
            name TEXT NOT NULL,
            plan TEXT NOT NULL,
            plan_hash TEXT NOT NULL
        ) STRICT;
        CREATE TABLE zero (record TEXT PRIMARY KEY, station TEXT NOT NULL) STRICT;
        CREATE TABLE station (
            record TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('joined', 'admitted', 'suspended')),
            station TEXT NOT NULL,
            name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE restart (
            record TEXT PRIMARY KEY,
            station TEXT NOT NULL,
            incarnation INTEGER NOT NULL,
            after_incarnation INTEGER NOT NULL,
            after_seq INTEGER NOT NULL,
            after_head TEXT NOT NULL
        ) STRICT;
        CREATE TABLE operator (
            record TEXT PRIMARY KEY,
            operator TEXT NOT NULL,
            name TEXT NOT NULL,
            roles TEXT NOT NULL,
            salt TEXT NOT NULL,
            pin TEXT NOT NULL
        ) STRICT;
        CREATE TABLE work (
            record TEXT PRIMARY KEY,
            station TEXT NOT NULL,
            operator TEXT NOT NULL,
            caller TEXT NOT NULL,
            began TEXT NOT NULL,
            ended TEXT NOT NULL,
            after INTEGER NOT NULL,
            forms INTEGER NOT NULL,
            presses INTEGER NOT NULL,
            fills INTEGER NOT NULL,
            corrections INTEGER NOT NULL,
            seconds INTEGER NOT NULL,
            idle INTEGER NOT NULL,
            pauses INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE batch (
            record TEXT PRIMARY KEY,
            code TEXT NOT NULL,
            channel TEXT NOT NULL,
            count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 99999),
            origin TEXT,
            station TEXT NOT NULL
        ) STRICT;
        CREATE INDEX batch_code ON batch (code);
        CREATE TABLE assignment (
            record TEXT PRIMARY KEY,
            batch TEXT NOT NULL,
            station TEXT NOT NULL
        ) STRICT;
        CREATE INDEX assignment_batch ON assignment (batch);
        CREATE TABLE closing (
            record TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('closed', 'reopened')),
            batch TEXT NOT NULL,
            station TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE INDEX closing_batch ON closing (batch);
        CREATE TABLE drawing (
            record TEXT PRIMARY KEY,
            batch TEXT NOT NULL,
            seed TEXT NOT NULL,
            percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100)
        ) STRICT;
        CREATE INDEX drawing_batch ON drawing (batch);
        CREATE TABLE totals (
            record TEXT PRIMARY KEY,
            channel TEXT NOT NULL,
            source TEXT NOT NULL,
            rows TEXT NOT NULL
        ) STRICT;
        CREATE TABLE head (
            row INTEGER PRIMARY KEY,
            record TEXT NOT NULL,
            batch TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99999),
            pass INTEGER NOT NULL CHECK (pass IN (0, 1, 2)),
            counts INTEGER NOT NULL CHECK (counts IN (0, 1, 2)),
            station TEXT NOT NULL,
            operator TEXT NOT NULL,
            against TEXT NOT NULL,
            filled TEXT NOT NULL,
            void TEXT NOT NULL,
            marks TEXT NOT NULL
        ) STRICT;
        CREATE INDEX head_record ON head (record);
        CREATE INDEX head_form ON head (batch, number);
        CREATE TABLE keyer (
            batch TEXT NOT NULL,
            station TEXT NOT NULL,
            operator TEXT NOT NULL,
            PRIMARY KEY (batch, station, operator)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE doubt (
            record TEXT PRIMARY KEY,
            batch TEXT NOT NULL,
            number INTEGER NOT NULL,
            note TEXT NOT NULL
        ) STRICT;
        CREATE INDEX doubt_form ON doubt (batch, number);
        CREATE TABLE replaced (
            record TEXT NOT NULL,
            family TEXT NOT NULL,
            PRIMARY KEY (record, family)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE form (
            batch TEXT NOT NULL,
            number INTEGER NOT NULL,
            stage TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('valid', 'void', 'unsettled')),
            void TEXT NOT NULL,
            notice INTEGER NOT NULL CHECK (notice IN (0, 1)),
            PRIMARY KEY (batch, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE import (record TEXT PRIMARY KEY, sources TEXT NOT NULL) STRICT;
        CREATE TABLE revocation (record TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT;
        CREATE TABLE recipient (
            record TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE seal (
            record TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('sealed', 'unsealed')),
            edition INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE ignored (record TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;
        """
    )


@migrations()
def m003_lines(db: Database) -> None:
    """What stands of the year's ledgers: the heads of each line; `year` is that of its seals."""
    db.executescript(
        """
        CREATE TABLE line (
            record TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            line TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX line_kind ON line (kind, line);
        """
    )
