"""The table `record`: what goes in, and what it gives back, one record at a time."""

from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from desktop.store.errors import BadRecordError
from desktop.store.kinds import FOUNDED
from desktop.store.records import Record, read_record


def insert_record(db: Database, record: Record) -> None:
    """Add a record to the log as it was signed."""
    db.execute(
        "INSERT INTO record (id, body, signature, station, incarnation, seq, kind)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (record.id, record.body.decode(), record.signature, *chain_columns(record)),
    )


def chain_columns(record: Record) -> tuple[str, int, int, str]:
    """What the log repeats of a body: station, incarnation, seq, kind."""
    header = record.header
    return header.station, header.incarnation, header.seq, record.kind


def stored_records(
    db: Database, where: str = "true", values: Sequence[object] = (), order: str = "number"
) -> Iterator[Record]:
    """Records of a log in order of arrival, all or some, read one by one.

    BadRecordError for one that does not read.
    """
    query = "SELECT CAST(body AS BLOB), signature FROM record"
    query += f" WHERE {where} ORDER BY {order}"  # clauses of our own
    for body, signature in db.conn.execute(query, values):
        yield read_record(body, signature)


def kinds_of(db: Database, identities: Iterable[str]) -> set[str]:
    """The kinds of the records of these ids."""
    query = "SELECT kind FROM record WHERE id = ?"
    rows = (db.execute(query, (held,)).fetchone() for held in identities)
    return {row[0] for row in rows if row}


def holds(db: Database, identity: str) -> bool:
    """Whether the record of this id is in the log."""
    return db.execute("SELECT 1 FROM record WHERE id = ?", (identity,)).fetchone() is not None


def founding_record(db: Database) -> Record:
    """The first record of a log; BadRecordError where it founds no survey."""
    record = next(stored_records(db), None)
    if record is None or record.kind != FOUNDED:
        raise BadRecordError("the file holds no founding record")
    return record
