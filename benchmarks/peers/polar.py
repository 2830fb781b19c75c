"""polars with a row per mark in Parquet, lazily, on its streaming engine."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.peers.arrow import row_per_mark
from benchmarks.peers.marks import Marks, Row


class PolarsMarks:
    """Groups by one number per cell and code, which is faster than by four columns."""

    def __init__(self, folder: Path, marks: Marks) -> None:
        import polars as pl

        self.name, self.file, self.marks = "polars, Parquet", folder / "polars.parquet", marks
        frame: Any = pl.from_arrow(row_per_mark(marks))
        frame.write_parquet(self.file)

    def run(self) -> Any:
        counted = _counted(self.marks, self.file).collect(engine="streaming")
        return _results(self.marks, counted)

    def rows(self, found: Any) -> Iterable[Row]:
        rows: Iterable[Row] = found.iter_rows()
        return rows

    def close(self) -> None:
        """Nothing is held open."""


def _counted(marks: Marks, file: Path) -> Any:
    import polars as pl

    (agencies, dimensions), codes = marks.shape, len(marks.codes)
    row = pl.col("channel").cast(pl.UInt16) * agencies + pl.col("agency") - 1
    cell = row * dimensions + pl.col("dimension") - 1
    key = cell * codes + pl.col("grade")
    counted = pl.scan_parquet(file).group_by(key=key).len()
    cell, code = pl.col("key") // codes, pl.col("key") % codes
    return counted.group_by(
        channel=cell // (agencies * dimensions),
        agency=cell // dimensions % agencies + 1,
        dimension=cell % dimensions + 1,
    ).agg(**{f"n{at}": pl.col("len").filter(code == at).sum() for at in marks.codes})


def _results(marks: Marks, counted: Any) -> Any:
    import polars as pl

    names = [f"n{code}" for code in marks.codes]
    pooled = counted.group_by("agency", "dimension").agg(pl.col(*names).sum())
    whole = pooled.select(pl.lit(0, pl.UInt16).alias("channel"), "agency", "dimension", *names)
    worth = zip(marks.values, names[1:], strict=True)
    earned = pl.sum_horizontal(*(value * pl.col(name) for value, name in worth))
    scored = pl.concat([counted, whole]).with_columns(score=earned / pl.sum_horizontal(*names[1:]))
    sums = scored.group_by("channel", "agency").agg(total=pl.col("score").sum())
    ranked = sums.with_columns(place=pl.col("total").rank("min", descending=True).over("channel"))
    return scored.join(ranked, on=["channel", "agency"])
