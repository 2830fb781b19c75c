"""Paper against keyed forms: every channel with its batches."""

from collections.abc import Sequence

from desktop.report.count_tables import agreement
from desktop.report.figures import DASH
from desktop.report.result_tables import all_channels
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_sums import (
    ADDED,
    added,
    void_cells,
    void_fields,
    with_sums,
    with_total,
)
from desktop.report.workbook_workings import Workings
from desktop.tally.reconciliation import ReconciliationRow


def reconciliation_sheet(workings: Workings) -> Sheet:
    """Every channel with its batches; every reason of the plan has its column here."""
    words, results = workings.words, workings.results
    names = {channel.code: channel.name for channel in results.plan.channels}
    rows = results.reconciliation
    lines = [
        Line(_cells(workings, held, names[held.channel]), strong=not held.batch) for held in rows
    ]
    everything = all_channels(results)
    lines.append(Line(_cells(workings, everything, words("Total")), strong=True))
    fields = [
        Field("channel", words("Channel")),
        Field("batch", words("Batch")),
        Field("issued", words("Issued"), thousands=True),
        Field("slip", words("On the slip"), thousands=True),
        Field("keyed", words("Returned"), thousands=True),
        Field("valid", words("Valid"), thousands=True),
        *void_fields(workings),
        Field("unsettled", words("Unsettled"), thousands=True),
        Field("missing", words("Missing numbers"), thousands=True),
        Field("extra", words("Extra numbers"), thousands=True),
        Field("agree", words("Slip and keyed")),
    ]
    about = words("Slips against keyed forms: every channel with its batches.")
    sheet = Sheet(words("Reconciliation"), about, fields, lines, keys=2, totals=1)
    order = {channel.code: number for number, channel in enumerate(results.plan.channels, 1)}
    numbers = [[order[held.channel], 0 if held.batch else 1] for held in rows]
    beside = [
        Field("channel_no", words("Channel number")),
        Field("subtotal", words("1 for a whole channel")),
    ]
    sheet = sheet.beside(beside, numbers)
    sheet = with_sums(workings, sheet, [*rows, everything])
    sheet = _with_numbers(workings, sheet, [*rows, everything])
    sheet = _with_batches(workings, sheet)
    return with_total(workings, sheet, ADDED, 2)


def _cells(workings: Workings, held: ReconciliationRow, name: str) -> list[Value]:
    words = workings.words
    return [
        name,
        held.batch or (words("whole channel") if held.channel else DASH),
        DASH if held.issued is None else held.issued,
        held.slip,
        held.keyed,
        held.valid,
        *void_cells(workings, held),
        held.unsettled,
        held.missing,
        held.extra,
        agreement(held, words),
    ]


def _with_numbers(workings: Workings, sheet: Sheet, rows: Sequence[ReconciliationRow]) -> Sheet:
    words, cell = workings.words, sheet.cell
    return sheet.with_formulas(
        Field("check_numbers", words("Check: form numbers")),
        f"{cell('slip')}-{cell('missing')}+{cell('extra')}-{cell('keyed')}",
        [it.slip - it.missing + it.extra - it.keyed for it in rows],
        words("On the slip − missing + extra numbers, less the forms returned."),
    )


def _with_batches(workings: Workings, sheet: Sheet) -> Sheet:
    """In a channel's line: its batches and itself make twice itself."""
    words, results = workings.words, workings.results
    own = f"{sheet.column('channel_no')},{sheet.cell('channel_no')}"
    parts = (f"ABS(SUMIFS({sheet.column(it)},{own})-2*{sheet.cell(it)})" for it in ADDED)
    return sheet.with_formulas(
        Field("check_batches", words("Check: batches")),
        "+".join(parts),
        [_batches_apart(workings, held) for held in results.reconciliation],
        words("Each figure of a whole channel against the sum of its batches."),
    )


def _batches_apart(workings: Workings, held: ReconciliationRow) -> int | None:
    if held.batch:
        return None
    rows = workings.results.reconciliation
    batches = [added(it) for it in rows if it.batch and it.channel == held.channel]
    sums: list[int] = [sum(column) for column in zip(*batches, strict=True)] or [0] * len(ADDED)
    return sum(abs(one - other) for one, other in zip(sums, added(held), strict=True))
