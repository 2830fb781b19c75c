"""DuckDB with a row per mark, in its own file or in Parquet."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.peers.arrow import row_per_mark
from benchmarks.peers.marks import Marks, Row
from benchmarks.peers.sql import by_grade, count_query


class DuckMarks:
    """The connection stays open, its buffers warm."""

    def __init__(self, folder: Path, marks: Marks, *, parquet: bool, threads: int) -> None:
        import duckdb

        self.name = "DuckDB, Parquet" if parquet else "DuckDB, its own file"
        self.file = folder / ("duck.parquet" if parquet else "marks.duckdb")
        self.db: Any = duckdb.connect(":memory:" if parquet else str(self.file))
        self.db.execute(f"SET threads = {threads}")
        self.db.register("arrow_marks", row_per_mark(marks))
        self.db.execute(
            f"COPY arrow_marks TO '{self.file}' (FORMAT parquet)"
            if parquet
            else "CREATE TABLE marks AS SELECT * FROM arrow_marks; CHECKPOINT"
        )
        self.db.unregister("arrow_marks")
        source = f"'{self.file}'" if parquet else "marks"
        self.query = count_query(marks, by_grade(marks, source))

    def run(self) -> list[Any]:
        found: list[Any] = self.db.execute(self.query).fetchall()
        return found

    def rows(self, found: list[Any]) -> Iterable[Row]:
        return found

    def close(self) -> None:
        self.db.close()
