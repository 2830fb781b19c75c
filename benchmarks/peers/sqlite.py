"""SQLite with a row per mark: how programs of this trade keep marks."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.peers.marks import COLUMNS, Marks, Row
from benchmarks.peers.sql import by_cell, by_grade, count_query

ROWS = "SQLite, GROUP BY"


class SqliteMarks:
    """One table with a rowid, which is scanned no slower than one WITHOUT ROWID.

    `indexed` adds an index as large as the table, made for this one query.
    """

    def __init__(self, folder: Path, marks: Marks, *, indexed: bool) -> None:
        self.name = "SQLite, GROUP BY with an index made for it" if indexed else ROWS
        self.file = folder / ("indexed.sqlite" if indexed else "marks.sqlite")
        self._query = count_query(marks, (by_grade if indexed else by_cell)(marks, "marks"))
        self._db = sqlite3.connect(self.file)
        self._db.execute("PRAGMA cache_size = -1000000")
        with self._db:
            self._fill(marks, indexed=indexed)

    def run(self) -> list[Any]:
        return self._db.execute(self._query).fetchall()

    def rows(self, found: list[Any]) -> Iterable[Row]:
        return found

    def close(self) -> None:
        self._db.close()

    def _fill(self, marks: Marks, *, indexed: bool) -> None:
        columns = ", ".join(f"{name} INTEGER NOT NULL" for name in COLUMNS)
        self._db.execute(f"CREATE TABLE marks ({columns}) STRICT")
        self._db.executemany("INSERT INTO marks VALUES (?, ?, ?, ?, ?)", marks.rows())
        if indexed:
            self._db.execute("CREATE INDEX by_cell ON marks (channel, agency, dimension, grade)")
