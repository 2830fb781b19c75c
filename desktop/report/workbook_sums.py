"""Void forms by reason, and lines that add up others: channels their batches, totals channels."""

from collections.abc import Sequence

from desktop.report.result_tables import all_channels, channel_rows
from desktop.report.sheet import Field, Sheet, Value
from desktop.report.workbook_workings import Workings
from desktop.tally.reconciliation import ReconciliationRow

ADDED = ("slip", "keyed", "valid", "void", "unsettled", "missing", "extra")
"""The columns in which a channel's line adds up its batches."""


def void_fields(workings: Workings) -> list[Field]:
    void = workings.words("Void")
    return [
        *(
            Field(f"void{at}", f"{void}\n{it.name}", thousands=True)
            for at, it in enumerate(workings.plan.void_reasons, 1)
        ),
        Field("void", workings.words("Void forms in all"), thousands=True),
    ]


def void_cells(workings: Workings, held: ReconciliationRow) -> list[Value]:
    reasons = (held.void.get(reason.code, 0) for reason in workings.plan.void_reasons)
    return [*reasons, sum(held.void.values())]


def with_sums(workings: Workings, sheet: Sheet, rows: Sequence[ReconciliationRow]) -> Sheet:
    words, cell = workings.words, sheet.cell
    sheet = sheet.with_formulas(
        Field("check_returned", words("Check: returned")),
        f"{cell('valid')}+{cell('void')}+{cell('unsettled')}-{cell('keyed')}",
        [it.valid + sum(it.void.values()) + it.unsettled - it.keyed for it in rows],
        words("Valid + void + unsettled, less the forms returned."),
    )
    last = len(workings.plan.void_reasons)
    if not last:
        return sheet
    codes = [reason.code for reason in workings.plan.void_reasons]
    return sheet.with_formulas(
        Field("check_void", words("Check: void forms")),
        f"SUM({cell('void1')}:{cell(f'void{last}')})-{cell('void')}",
        [sum(it.void.get(code, 0) for code in codes) - sum(it.void.values()) for it in rows],
        words("The void forms for all reasons, less the void forms in all."),
    )


def added(held: ReconciliationRow) -> list[int]:
    void = sum(held.void.values())
    numbers = [held.missing, held.extra]
    return [held.slip, held.keyed, held.valid, void, held.unsettled, *numbers]


def with_total(workings: Workings, sheet: Sheet, keys: Sequence[str], times: int) -> Sheet:
    """In the last line: the lines above make it, or twice it where batches stand among them."""
    words, results = workings.words, workings.results
    own = (f"{times}*N({sheet.cell(key)})" for key in keys)
    parts = (f"ABS(SUM({sheet.column(key)})-{text})" for key, text in zip(keys, own, strict=True))
    channels, everything = channel_rows(results), all_channels(results)
    sums = [sum(column) for column in zip(*map(added, channels), strict=True)]
    apart = sum(abs(one - it) for one, it in zip(sums, added(everything), strict=True))
    empty: list[float | None] = [None] * (len(sheet.lines) - 1)
    return sheet.with_formulas(
        Field("check_total", words("Check: total")),
        "+".join(parts),
        [*empty, apart],
        words("Each figure of the last line against the sum of the channels."),
    )
