"""Opens survey files: the connection, its safety settings, and what is refused at the door."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from desktop.store.errors import (
    DamagedSurveyError,
    HalfWrittenError,
    NewerSurveyError,
    NotASurveyError,
    SurveyMissingError,
    SurveyUnreadableError,
    SurveyUnwritableError,
)
from desktop.store.schema import APPLICATION_ID, LATER, migrations

SQLITE_HEADER = b"SQLite format 3\x00"

_REFUSED = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
"""The disk or another program is in the way; the file itself is not to blame."""

_HALF_WRITTEN = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}

_PAGE = 8192
"""Bytes: five forms of 600 marks fit a page; of SQLite's own 4096 a third would stay empty."""

OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""


def sqlite_version() -> tuple[int, ...]:
    return sqlite3.sqlite_version_info


def connect(path: Path, *, write: bool) -> Database:
    """A checked connection; NotASurveyError, NewerSurveyError, DamagedSurveyError."""
    _check_kind(path)
    with damage_named(path):
        db = _database(path, write=write)
        try:
            _check_program(path, db)
            if not write:
                stand_in(db)
                db.execute("PRAGMA query_only = ON")
        except BaseException:
            db.close()
            raise
    return db


def create(path: Path) -> Database:
    """A new file with empty tables, as durable as one that was opened."""
    db = Database(sqlite3.connect(path), execute_plugins=False)
    db.execute(f"PRAGMA page_size = {_PAGE}")
    _settle(db)
    migrations.apply(db)
    return db


def bring_up_to_date(db: Database) -> None:
    """Take the steps that an older program did not know; its records say nothing of their tables.

    For the one writer alone, before the file is verified.
    """
    if migrations.pending(db):
        migrations.apply(db)


def stand_in(db: Database) -> None:
    """Empty tables of this connection's own where a file that is only read lacks a step."""
    lacking = [LATER[step.name] for step in migrations.pending(db) if step.name in LATER]
    if not lacking:
        return
    with closing(Database(memory=True, execute_plugins=False)) as fresh:
        migrations.apply(fresh)
        for table in lacking:
            db.execute(fresh[table].schema.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))


@contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Say in a sentence what SQLite finds wrong with a file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) in _HALF_WRITTEN:
            raise HalfWrittenError(path=path) from error
        if _code(error) in _REFUSED:
            raise SurveyUnwritableError(path=path, reason=error) from error
        raise DamagedSurveyError(path=path, reason=error) from error
    except sqlite3.DatabaseError as error:
        raise DamagedSurveyError(path=path, reason=error) from error


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _check_kind(path: Path) -> None:
    try:
        if not path.exists():
            raise SurveyMissingError(path=path)
        if not path.is_file():
            raise NotASurveyError(path=path)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise SurveyUnreadableError(path=path, reason=error.strerror) from error
    if not head.startswith(SQLITE_HEADER) or head[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotASurveyError(path=path)


def _database(path: Path, *, write: bool) -> Database:
    uri = path.resolve().as_uri()
    try:
        # a reader opens read-write too: only so can SQLite roll back what a crash left behind
        db = _settled(f"{uri}?mode=rw")
    except sqlite3.OperationalError:
        if write:
            raise
        db = _settled(f"{uri}?mode=ro")
    return db


def _settled(uri: str) -> Database:
    db = Database(sqlite3.connect(uri, uri=True), execute_plugins=False)
    try:
        _settle(db)
    except BaseException:
        db.close()
        raise
    return db


def _settle(db: Database) -> None:
    """A finished form must survive a power cut: EXTRA also flushes the folder's entry."""
    for setting in (
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "synchronous = EXTRA",
    ):
        db.execute(f"PRAGMA {setting}")


def _check_program(path: Path, db: Database) -> None:
    """Refuse a file with tables this program has never heard of."""
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        known = {item.name for item in migrations.pending(empty)}
    if {item.name for item in migrations.applied(db)} - known:
        raise NewerSurveyError(path=path)
