"""Reads a totals file: header `agency,dimension,<grade>…`, one agency's dimension a line.

Beside the grades it may count blanks `0`, don't knows `?`, invalid cells `x`, not applicable
`-`, and state the `forms` behind a line, which the denominator "forms" needs.
"""

import csv
import io
import re

from desktop.tally.counting import TotalsRow
from desktop.tally.errors import Problem
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE, MarkCounts
from desktop.tally.plan import Plan

_COUNT = re.compile(r"[0-9]{1,9}")
_STATES = (BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE)


class TotalsFile:
    """Read once: `rows` as far as they are good, `problems` with all that is not."""

    def __init__(self, plan: Plan, text: str) -> None:
        self.problems: list[Problem] = []
        self.rows: list[TotalsRow] = []
        self._plan = plan
        self._line = 1
        self._grades = [grade.code for grade in plan.grades]
        self._agencies = {agency.code for agency in plan.agencies}
        self._dimensions = {dimension.code for dimension in plan.dimensions}
        self._read(text)

    def _read(self, text: str) -> None:
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header: list[str] = next(rows, [])
            self._check_header(header)
            for row in rows if not self.problems else ():
                self._line = rows.line_num
                if row:
                    self._read_row(header, row)
        except csv.Error as error:
            self._note("", "is not CSV from here on ({reason})", reason=error)
        if not self.problems:
            self._check_whole()

    def _check_header(self, header: list[str]) -> None:
        needed = ["agency", "dimension", *self._grades]
        needed += ["forms"] if self._plan.scoring.denominator == "forms" else []
        for name in needed:
            if name not in header:
                self._note(name, "is missing in the header")
        for name in header:
            if name not in (*needed, *_STATES, "forms"):
                self._note(name, "is not a column of a totals file for this plan")
            elif header.count(name) > 1:
                self._note(name, "stands in the header {count} times", count=header.count(name))

    def _read_row(self, header: list[str], row: list[str]) -> None:
        if len(row) != len(header):
            message = "has {found} cells where the header names {expected}"
            self._note("", message, found=len(row), expected=len(header))
            return
        cells = dict(zip(header, row, strict=True))
        self._check_code("agency", cells["agency"], self._agencies)
        self._check_code("dimension", cells["dimension"], self._dimensions)
        grades = tuple(self._count(cells, code) for code in self._grades)
        counts = MarkCounts(grades, *(self._count(cells, code) for code in _STATES))
        forms = self._count(cells, "forms")
        if self._plan.scoring.denominator == "forms" and counts.votes > forms:
            message = "counts {votes} votes on {forms} forms"
            self._note("forms", message, votes=counts.votes, forms=forms)
        self.rows.append(TotalsRow(cells["agency"], cells["dimension"], counts, forms))

    def _count(self, cells: dict[str, str], name: str) -> int:
        text = cells.get(name, "")
        if text and not _COUNT.fullmatch(text):
            self._note(name, '"{text}" is not a count: write plain digits', text=text[:20])
            return 0
        return int(text or 0)

    def _check_code(self, column: str, code: str, known: set[str]) -> None:
        if code not in known:
            self._note(column, 'the plan does not list "{code}"', code=code[:20])

    def _check_whole(self) -> None:
        """One line for a cell; one number of forms for an agency."""
        if not self.rows:
            self._note("", "holds no line of counts")
        seen: set[tuple[str, str]] = set()
        stated: dict[str, int] = {}
        for row in self.rows:
            place = f"{row.agency}.{row.dimension}"
            if (row.agency, row.dimension) in seen:
                self.problems.append(Problem(place, "is counted on two lines"))
            if stated.setdefault(row.agency, row.forms) != row.forms:
                message = "states other forms than the agency's first line"
                self.problems.append(Problem(place, message))
            seen.add((row.agency, row.dimension))

    def _note(self, column: str, message: str, **fields: object) -> None:
        place = f"{self._line}:{column}" if column else f"{self._line}"
        self.problems.append(Problem(place, message, fields))
