"""What formulas come to, written beside them: not every program that shows a workbook calculates.

openpyxl writes formulas alone. Excel shows the figures kept in the file until somebody allows it
to calculate (files from the network, previews), and so do readers on telephones.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from desktop.report.sheet import Formula, Sheet

_EMPTY = re.compile(rb"</f><v(?: ?/>|></v>)")


def with_results(packed: BytesIO, sheets: Sequence[Sheet]) -> BytesIO:
    """The same workbook, with the figure of every formula; `sheets` in the workbook's order."""
    parts: Mapping[str, Sheet] = {
        f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)
    }
    filled = BytesIO()
    with ZipFile(packed) as source, ZipFile(filled, "w", ZIP_STORED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name in parts:
                content = _filled(content, _figures(parts[name]))
            target.writestr(name, content)
    filled.seek(0)
    return filled


def _filled(content: bytes, figures: Iterator[bytes]) -> bytes:
    return _EMPTY.sub(lambda _: b"</f><v>" + next(figures) + b"</v>", content)


def _figures(sheet: Sheet) -> Iterator[bytes]:
    """In the order in which formulas are written: line by line, from left to right."""
    for line in sheet.lines:
        for cell in line.cells:
            if isinstance(cell, Formula):
                yield repr(cell.value).encode()
