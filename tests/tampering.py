"""Changes a survey file as somebody with another SQLite tool would."""

import dataclasses
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.store import opening
from desktop.store.keys import StationKey
from desktop.store.kinds import RecordId
from desktop.store.log import chain_columns, stored_records
from desktop.store.projection import Projection
from desktop.store.records import Record, read_record, write_record

TRIGGERS = ("record_keeps_rows", "record_keeps_values")


def tamper(path: Path, *statements: str | tuple[str, tuple[object, ...]]) -> None:
    """Run SQL with the guards taken off and put back, so that only the content differs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        query = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
        guards = [sql for (sql,) in db.execute(query).fetchall()]
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            sql, values = (statement, ()) if isinstance(statement, str) else statement
            db.execute(sql, values)
        for guard in guards:
            db.execute(guard)


def rewrite_chain(path: Path, key: str, change: tuple[str, str]) -> None:
    """Change a text in every body, then sign and chain the whole log anew with `key`."""
    pen = StationKey.from_hex(key)
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT CAST(body AS BLOB), signature FROM record ORDER BY number")
        records = [read_record(*row) for row in rows.fetchall()]
    renamed: dict[str, str] = {"": ""}
    statements: list[str | tuple[str, tuple[object, ...]]] = ["DELETE FROM record"]
    for record in records:
        data = json.loads(json.dumps(record.data).replace(*change))
        header = dataclasses.replace(
            record.header,
            survey=renamed[record.header.survey],
            station=pen.station,
            prev=renamed[record.header.prev],
        )
        parents = [RecordId(renamed[parent]) for parent in record.parents]
        made = write_record(pen, header, record.kind, data, parents)
        renamed[record.id] = made.id
        statements.append(insertion(header.seq, made))
    tamper(path, *statements)


def insertion(number: int, record: Record) -> tuple[str, tuple[object, ...]]:
    """The statement that puts a record into the log at a place of one's choice."""
    values = (number, record.id, record.body.decode(), record.signature, *chain_columns(record))
    return "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values


def rebuild_tables(path: Path) -> None:
    """Make the projections follow from whatever the log holds now."""
    db = opening.connect(path, write=True)
    with closing(db), db.atomic():
        Projection(db).rebuild(list(stored_records(db)))
