"""The least that keeping a record can cost: a row in a file of one table, as durable as ours."""

import sqlite3
from pathlib import Path

INSERT = "INSERT INTO record (body, signature) VALUES (?, ?)"


def bare_table(path: Path) -> sqlite3.Connection:
    """One table, as durable as a survey file: rollback journal, the folder's entry flushed."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, body TEXT, signature BLOB) STRICT")
    return db
