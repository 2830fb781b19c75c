"""Forms by channel, as on the count result sheet."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.report.figures import DASH, share_of
from desktop.report.result_tables import (
    all_channels,
    channel_rows,
    part_of_valid,
    return_rate,
    total_return_rate,
)
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_formulas import same, total
from desktop.report.workbook_sums import void_cells, void_fields, with_sums, with_total
from desktop.report.workbook_workings import Workings
from desktop.tally.numbers import rounded
from desktop.tally.reconciliation import ReconciliationRow


def forms_sheet(workings: Workings, votes: Sheet) -> Sheet:
    """`votes` is the sheet of each channel's votes: its forms are the valid ones."""
    words, results = workings.words, workings.results
    channels = channel_rows(results)
    names = {channel.code: channel.name for channel in results.plan.channels}
    lines = [Line(_forms_cells(workings, held, names[held.channel])) for held in channels]
    everything = all_channels(results)
    lines.append(Line(_forms_cells(workings, everything, words("Total")), strong=True))
    part = words("Share of keyed valid") if results.totals else words("Share of all valid")
    fields = [
        Field("channel", words("Channel")),
        Field("issued", words("Issued"), thousands=True),
        Field("keyed", words("Returned"), thousands=True),
        Field("valid", words("Valid"), thousands=True),
        *void_fields(workings),
        Field("unsettled", words("Unsettled"), thousands=True),
        Field("valid_share", words("Valid share")),
        Field("return_rate", words("Return rate")),
        Field("part", part),
    ]
    about = words("Issued, returned, valid and void forms of each channel, with their shares.")
    sheet = Sheet(words("Forms by channel"), about, fields, lines, totals=1)
    numbers = [[number] for number, _ in enumerate(channels, 1)]
    sheet = sheet.beside([Field("channel_no", words("Channel number"))], numbers)
    sheet = with_sums(workings, sheet, [*channels, everything])
    sheet = _with_shares(workings, sheet, [*channels, everything])
    sheet = with_total(workings, sheet, ("issued", "keyed", "valid", "void", "unsettled"), 1)
    return _with_votes(workings, sheet, votes, channels)


def _forms_cells(workings: Workings, held: ReconciliationRow, name: str) -> list[Value]:
    return [
        name,
        DASH if held.issued is None else held.issued,
        held.keyed,
        held.valid,
        *void_cells(workings, held),
        held.unsettled,
        *(DASH if share is None else share for share in _shares(workings, held)),
    ]


def _shares(workings: Workings, held: ReconciliationRow) -> list[Fraction | None]:
    results = workings.results
    rate = return_rate(results, held) if held.channel else total_return_rate(results)
    return [share_of(held.valid, held.keyed), rate, part_of_valid(results, held)]


def _with_shares(workings: Workings, sheet: Sheet, rows: Sequence[ReconciliationRow]) -> Sheet:
    words, cell, near = workings.words, sheet.cell, workings.near_share
    all_valid = f"SUM({sheet.column('valid')})"
    pairs = (
        (f"{cell('valid')}/{cell('keyed')}", cell("valid_share")),
        (f"{cell('keyed')}/{cell('issued')}", cell("return_rate")),
        (f"{cell('valid')}/{all_valid}", cell("part")),
    )
    parts = (f"IF(ISNUMBER({shown}),{near.formula((text, shown))},0)" for text, shown in pairs)
    return sheet.with_formulas(
        Field("check_shares", words("Check: shares")),
        "+".join(parts),
        [_shares_apart(workings, held) for held in rows],
        words("Valid share, return rate and share of all valid forms, against those printed."),
    )


def _shares_apart(workings: Workings, held: ReconciliationRow) -> float:
    whole = workings.results.forms.valid
    found = (
        share_of(held.valid, held.keyed),
        share_of(held.keyed, held.issued),
        share_of(held.valid, whole),
    )
    shown = (None if it is None else Decimal(rounded(it, 4)) for it in _shares(workings, held))
    return workings.near_share.value(zip(found, shown, strict=True))


def _with_votes(
    workings: Workings, sheet: Sheet, votes: Sheet, channels: Sequence[ReconciliationRow]
) -> Sheet:
    """Valid forms are those whose cells were counted; totals and own forms make exceptions."""
    plan = workings.plan
    if plan.scoring.exclude_self:
        return sheet
    words, cells = workings.words, len(plan.agencies) * len(plan.dimensions)
    forms = total(votes, "forms", same(sheet, votes, "channel_no"))
    return sheet.with_formulas(
        Field("check_votes", words("Check: votes by channel")),
        f"{forms}/{cells}-{sheet.cell('valid')}",
        [_votes_apart(workings, at, held) for at, held in enumerate(channels)],
        words("The forms behind the channel's votes, less the valid forms."),
    )


def _votes_apart(workings: Workings, at: int, held: ReconciliationRow) -> float | None:
    if held.channel in workings.outside:
        return None
    agencies = workings.results.agencies
    return sum(agency.channels[at].forms for agency in agencies) / len(agencies) - held.valid
