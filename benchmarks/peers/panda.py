"""pandas on Feather with a row per mark; numpy with a row per form, as Pingyi keeps them."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.peers.arrow import row_per_form, row_per_mark
from benchmarks.peers.marks import COLUMNS, Marks, Row


class PandasMarks:
    """Counts one number per cell and code: five times as fast as a groupby of four columns."""

    def __init__(self, folder: Path, marks: Marks) -> None:
        self.name, self.file, self.marks = "pandas, Feather", folder / "marks.feather", marks
        _write(row_per_mark(marks), self.file)

    def run(self) -> Any:
        """Arrays of counts and scores by cell, sums by channel and agency, ranks by agency."""
        import pandas as pd

        counts = self.counts()
        counts[0] = counts.sum(axis=0)
        values = pd.Series(self.marks.values).to_numpy()
        votes = counts[..., 1:].sum(axis=-1)
        scores = (counts[..., 1:] @ values) / votes.clip(1)
        totals = scores.sum(axis=-1)
        return counts, scores, totals, pd.Series(totals[0]).rank(method="min", ascending=False)

    def rows(self, found: Any) -> Iterator[Row]:
        counts, scores, totals, places = found
        for channel, agency, dimension in product(*map(range, scores.shape)):
            held = counts[channel, agency, dimension].tolist()
            if any(held):
                cell = (channel, agency + 1, dimension + 1)
                score, total = scores[channel, agency, dimension], totals[channel, agency]
                yield (*cell, *held, score, total, places[agency])

    def close(self) -> None:
        """Nothing is held open."""

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Channels (and 0 for all), agencies, dimensions, codes."""
        marks = self.marks
        return (len(marks.plan.channels) + 1, *marks.shape, len(marks.codes))

    def counts(self) -> Any:
        """An array of this shape, its first row of zeros."""
        import pandas as pd

        frame = pd.read_feather(self.file, columns=[name for name in COLUMNS if name != "form"])
        channels, agencies, dimensions, codes = self.shape
        row = frame["channel"].astype("uint16") * agencies + frame["agency"] - 1
        key = (row * dimensions + frame["dimension"] - 1) * codes + frame["grade"]
        found = key.value_counts(sort=False)
        every = range(channels * agencies * dimensions * codes)
        return found.reindex(every, fill_value=0).to_numpy(copy=True).reshape(self.shape)


class NumpyForms(PandasMarks):
    """A column per cell, compared code by code; pandas reads the file and parts the channels."""

    def __init__(self, folder: Path, marks: Marks) -> None:
        self.name, self.file = "numpy, Feather, a row per form", folder / "forms.feather"
        self.marks = marks
        _write(row_per_form(marks), self.file)

    def counts(self) -> Any:
        import pandas as pd

        channels, agencies, dimensions, codes = self.shape
        zeros = pd.Series(0, range(channels * agencies * dimensions * codes))
        counts = zeros.to_numpy(copy=True).reshape(self.shape)
        for channel, forms in pd.read_feather(self.file).groupby("channel", sort=False):
            grades = forms.to_numpy()[:, 1:]
            for code in range(codes):
                found = (grades == code).sum(axis=0)
                counts[channel, ..., code] = found.reshape(agencies, dimensions)
        return counts


def _write(table: Any, file: Path) -> None:
    from pyarrow import feather

    feather.write_feather(table, str(file), compression="uncompressed")
