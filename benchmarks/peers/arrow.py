"""Marks as Arrow tables of the narrowest whole numbers, from which peers write their files."""

from array import array
from typing import Any

from benchmarks.peers.marks import Marks

_GRADES = bytes(max(0, mark - ord("0")) for mark in range(256))
"""Turns the character of a blank or a grade into its number."""


def row_per_mark(marks: Marks) -> Any:
    """By COLUMNS, in the order of the forms."""
    import pyarrow as pa

    forms, (agencies, dimensions) = len(marks.forms), marks.shape
    cells = agencies * dimensions
    numbers = array("I", (form for form in range(1, forms + 1) for _ in range(cells)))
    rows = b"".join(bytes([agency]) * dimensions for agency in range(1, agencies + 1))
    held = {
        "channel": _bytes(b"".join(bytes([channel]) * cells for channel in marks.channels)),
        "form": pa.Array.from_buffers(pa.uint32(), len(numbers), [None, pa.py_buffer(numbers)]),
        "agency": _bytes(rows * forms),
        "dimension": _bytes(bytes(range(1, dimensions + 1)) * agencies * forms),
        "grade": _bytes(b"".join(marks.forms).translate(_GRADES)),
    }
    return pa.table(held)


def row_per_form(marks: Marks) -> Any:
    """The channel, and a column per cell in paper order."""
    import pyarrow as pa

    grades, cells = b"".join(marks.forms).translate(_GRADES), marks.plan.cells
    columns = {f"c{cell}": _bytes(grades[cell::cells]) for cell in range(cells)}
    return pa.table({"channel": _bytes(bytes(marks.channels))} | columns)


def _bytes(content: bytes) -> Any:
    import pyarrow as pa

    return pa.Array.from_buffers(pa.uint8(), len(content), [None, pa.py_buffer(content)])
