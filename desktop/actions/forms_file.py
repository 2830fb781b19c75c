"""Reads a forms file: header `form,void,<agency>.<dimension>…`, one form a line.

A bad line never stops the reading: the clerk is told of all of them at once.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.actions.errors import FileInvalidError
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.form import Form, form_name, read_form_number
from desktop.tally.marks import BLANK, cell_name
from desktop.tally.plan import Plan

_FEW = 5
"""Missing columns told one by one; more of them are another plan's file, told in a line."""


class FormsFile:
    """Iterate for line number and form; bad lines go to `problems`, the first of them kept."""

    most_problems = 100

    def __init__(self, plan: Plan, batch: str, content: bytes, encoding: str) -> None:
        self.problems: list[Problem] = []
        self.bad = 0
        self._plan, self._batch = plan, batch
        self._codes = set(plan.mark_codes)
        self._reasons = {reason.code for reason in plan.void_reasons} | {""}
        stream = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
        self._rows = csv.reader(stream, strict=True)
        self._header: list[str] = []
        self._order: list[int] = []
        self._seen: dict[int, int] = {}

    def __iter__(self) -> Iterator[Form]:
        try:
            self._header = next(self._rows, [])
            if self._read_header():
                yield from self._forms()
                self._check_some()
        except csv.Error as error:
            self._note("", "is not CSV from here on ({reason})", reason=error)

    def note(self, error: PingyiError) -> None:
        """Take an error of this line's form from whoever stores it."""
        self._note("form", error.message, **error.fields)

    def _check_some(self) -> None:
        if not (self._seen or self.bad):
            self._note("", "holds no form")

    def _forms(self) -> Iterator[Form]:
        for row in self._rows:
            form = self._form(row) if row else None
            if form is not None:
                yield form

    def _form(self, row: list[str]) -> Form | None:
        if len(row) != len(self._header):
            message = "has {found} cells where the header names {expected}"
            self._note("", message, found=len(row), expected=len(self._header))
            return None
        before = self.bad
        number = self._number(row[self._header.index("form")])
        void = row[self._header.index("void")]
        if void not in self._reasons:
            self._note("void", 'the plan lists no void reason "{void}"', void=void)
        marks = self._marks([row[at] for at in self._order])
        return Form(self._batch, number, marks, void) if self.bad == before else None

    def _number(self, text: str) -> int:
        try:
            number = read_form_number(text, self._batch)
        except PingyiError as error:
            self._note("form", error.message, **error.fields)
            return 0
        first = self._seen.setdefault(number, self._rows.line_num)
        if first != self._rows.line_num:
            self._note("form", "{form} stands already on line {first}", form=text, first=first)
        return number

    def _marks(self, cells: Sequence[str]) -> str:
        marks = "".join([cell or BLANK for cell in cells])
        if len(marks) != len(cells) or not self._codes.issuperset(marks):
            self._note_cells(cells)
        return marks

    def _note_cells(self, cells: Sequence[str]) -> None:
        for at, cell in enumerate(cells):
            if cell and cell not in self._codes:
                column = ".".join(cell_name(self._plan, at))
                message = '"{cell}" is not a mark of this plan; write one of {known}'
                self._note(column, message, cell=cell[:20], known=" ".join(self._plan.mark_codes))

    def _read_header(self) -> bool:
        agencies, dimensions = self._plan.agencies, self._plan.dimensions
        cells = [f"{a.code}.{d.code}" for a in agencies for d in dimensions]
        expected = ["form", "void", *cells]
        for name, count in Counter(self._header).items():
            if name not in expected:
                self._note(name, "is not a column of this plan")
            elif count > 1:
                self._note(name, "stands in the header {count} times", count=count)
        self._note_missing([name for name in expected if name not in self._header])
        if not self.bad:
            self._order = [self._header.index(name) for name in cells]
        return not self.bad

    def _note_missing(self, names: list[str]) -> None:
        if len(names) > _FEW:
            message = "{count} columns of this plan are missing, the first is {first}"
            self._note("", message, count=len(names), first=names[0])
            return
        for name in names:
            self._note(name, "is missing in the header")

    def _note(self, column: str, message: str, **fields: object) -> None:
        self.bad += 1
        if len(self.problems) < self.most_problems:
            line = max(self._rows.line_num, 1)
            place = f"{line}:{column}" if column else f"{line}"
            self.problems.append(Problem(place, message, fields))


def read_forms(plan: Plan, batch: str, path: Path, *, number: int) -> list[Form]:
    """The one line of a forms file that gives this form; FileInvalidError."""
    content = read_bytes(path)
    file = FormsFile(plan, batch, content, encoding_of(path, content))
    forms = [form for form in file if form.number == number]
    if file.bad or len(forms) != 1:
        named = form_name(batch, number)
        problems = file.problems or [Problem(named, "is not on a line of the file")]
        raise FileInvalidError(problems, path=path, count=len(problems))
    return forms
