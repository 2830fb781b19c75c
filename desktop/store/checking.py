"""Checks an open survey file from the bytes up; the order goes from cheap to dear."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sqlite_utils import Database

from desktop.store.authority import Authority
from desktop.store.chains import Chains
from desktop.store.content import check_content
from desktop.store.errors import BadRecordError
from desktop.store.keys import Home
from desktop.store.kinds import FOUNDED
from desktop.store.log import chain_columns
from desktop.store.projection import Projection
from desktop.store.records import Record, check_canonical, check_signature, read_record
from desktop.store.schema import PROJECTIONS, migrations
from desktop.tally.errors import PingyiError, Problem

_MOST = 100
"""Problems told of one file; a damaged one would go on for ever."""


def problems_of(
    db: Database, home: Home | None, *, tables: bool = True, whole: bool = False
) -> list[Problem]:
    """Everything wrong with the file behind a connection, inside the caller's transaction.

    `tables=False` leaves the projections unchecked, for whoever is about to make them again;
    without `home` nothing is compared with what this machine knows of the survey. `whole` asks
    for all records that the supervisor merged, as figures do; a station's file lacks them.
    """
    found: list[Problem] = []
    for check in (_structure, _schema):
        found += check(db)
    if found:
        return found
    with closing(Database(sqlite3.connect(""), execute_plugins=False)) as fresh:
        migrations.apply(fresh)
        found += _records(db, fresh, home, whole=whole)
        if tables and not found:
            found += _projections(db, fresh)
    return found[:_MOST]


def _structure(db: Database) -> Iterator[Problem]:
    for (line,) in db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield Problem("", "SQLite finds the file damaged: {line}", {"line": line})


def _schema(db: Database) -> Iterator[Problem]:
    """Compare with a new file of the same steps: a file that is only read may lack the last."""
    lacking = [step.name for step in migrations.pending(db)]
    with closing(Database(memory=True, execute_plugins=False)) as fresh:
        migrations.apply(fresh, stop_before=lacking)
        expected, found = _objects(fresh), _objects(db)
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            message = "this part of the schema is not as the program made it"
            yield Problem(name, message)


def _objects(db: Database) -> dict[str, object]:
    rows = db.execute("SELECT name, type, tbl_name, sql FROM sqlite_master").fetchall()
    return {row[0]: row[1:] for row in rows}


def _records(db: Database, fresh: Database, home: Home | None, *, whole: bool) -> Iterator[Problem]:
    """Check every record and apply it to `fresh`."""
    try:
        authority = Authority.read(db)
    except PingyiError as error:
        yield Problem("", error.message, error.fields)
        return
    chains, projection = Chains(db, authority), Projection(fresh, log=db)
    query = (
        "SELECT number, id, CAST(body AS BLOB), signature, station, incarnation, seq, kind"
        " FROM record ORDER BY number"
    )
    with fresh.atomic():
        for place, (number, identity, body, signature, *columns) in enumerate(
            db.conn.execute(query), 1
        ):
            name = f"record {number} ({identity})"
            try:
                record = checked_record(identity, body, signature, tuple(columns))
                chains.add(record)
                _check_place(number, place)
                if record.kind != FOUNDED:
                    check_content(projection.plan, record)
                projection.apply(record)
            except PingyiError as error:
                yield Problem(name, error.message, error.fields)
            except (sqlite3.Error, KeyError, ValueError, TypeError, RecursionError) as error:
                yield Problem(name, "cannot be applied ({reason})", {"reason": repr(error)})
    yield from chains.problems(home, whole=whole)


def checked_record(
    identity: str, body: bytes, signature: bytes, columns: tuple[object, ...]
) -> Record:
    """A row of a log as a record, if id, bytes, signature and columns are right.

    Raises BadRecordError.
    """
    record = read_record(body, signature)
    check_canonical(record)
    check_signature(record)
    if record.id != identity:
        raise BadRecordError("the id is not the hash of the body")
    if columns != chain_columns(record):
        raise BadRecordError("a column does not repeat what the body says")
    return record


def _check_place(number: int, place: int) -> None:
    if number != place:
        raise BadRecordError("it should be record {place}: one before it was deleted", place=place)


def _projections(db: Database, fresh: Database) -> Iterator[Problem]:
    for table in PROJECTIONS:
        columns = ", ".join(name for name in fresh[table].columns_dict if name != "row")
        query = f"SELECT {columns} FROM {table} ORDER BY {columns}"  # noqa: S608  our own names
        if not _same(db.conn.execute(query), fresh.conn.execute(query)):
            message = "does not follow from the records: run `pingyi rebuild` on a copy"
            yield Problem(f"table {table}", message)


def _same(stored: Iterator[object], rebuilt: Iterator[object]) -> bool:
    end = object()
    for row in rebuilt:
        if next(stored, end) != row:
            return False
    return next(stored, end) is end
