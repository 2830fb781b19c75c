"""The sheet of checks: what each column of formulas adds up to, which must be zero."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.report.figures import DASH
from desktop.report.sheet import Field, Formula, Line, Sheet, Value
from desktop.words import Words

_TOTAL = "difference"


def checks_sheet(sheets: Sequence[Sheet], words: Words, reasons: Iterable[str] = ()) -> Sheet:
    """One figure for every check of every sheet, and their sum in the last line.

    `reasons` say what is not recomputed by formulas, and why.
    """
    rows = [row for sheet in sheets for row in _rows(sheet)]
    found = [row[-1].value for row in rows if isinstance(row[-1], Formula)]
    fields = [
        Field("sheet", words("Sheet")),
        Field("what", words("What is compared")),
        Field("cells", words("Cells with a formula"), thousands=True),
        Field(_TOTAL, words("Differences in all\n(must be 0)")),
    ]
    left_out = words("Not recomputed by formulas")
    lines = [Line(row) for row in rows]
    lines += [Line([left_out, reason, None, DASH]) for reason in reasons]
    total = Formula(f"SUM(D2:D{len(lines) + 1})", sum(found))
    lines.append(Line([words("Total"), words("All checks together"), None, total], strong=True))
    about = words("Formulas recompute the printed figures: every difference must be 0.")
    return Sheet(
        words("Checks"), about, fields, lines, totals=1, filtered=False, checks={_TOTAL: about}
    )


def checks_total(sheet: Sheet) -> str:
    """Where the sum of all differences stands."""
    return sheet.single(_TOTAL, len(sheet.lines) - 1)


def _rows(sheet: Sheet) -> Iterator[Sequence[Value]]:
    for key, says in sheet.checks.items():
        values = sheet.values(key)
        text = f"SUMPRODUCT(ABS({sheet.whole(key)}))"
        if values:
            yield sheet.title, says, len(values), Formula(text, sum(map(abs, values)))
    for whole in sheet.wholes:
        formula = Formula(f"ABS({whole.formula.text})", abs(whole.formula.value))
        yield sheet.title, whole.says, 1, formula
