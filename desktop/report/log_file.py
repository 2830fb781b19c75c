"""The operation log as a table for spreadsheets: CSV in UTF-8 with a byte order mark."""

import csv
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import BinaryIO

from desktop.report.csv_files import guarded
from desktop.report.paper import Writer


def log_file(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Writer:
    """Writes a line a record; texts are guarded against being taken for formulas."""

    def write(file: BinaryIO) -> None:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        lines = csv.writer(text)
        lines.writerow(heads)
        lines.writerows([guarded(field) for field in row] for row in rows)
        text.detach()

    return write
