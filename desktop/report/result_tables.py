"""The tables of the count result sheet."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import zip_longest

from desktop.report.figures import count_text, percent_text, share_of
from desktop.report.legend import Legend
from desktop.report.standing import Standing
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import Results
from desktop.words import Words


def forms_by_channel(results: Results, legend: Legend, words: Words) -> Table:
    """Issued, returned, valid and void forms; reasons that never occurred have no column."""
    reasons = [held for held in results.plan.void_reasons if results.forms.void.get(held.code)]
    part = words("Share of keyed valid") if results.totals else words("Share of all valid")
    columns = [
        Column(words("Channel"), Kind.TEXT, limit=column_room("channel")),
        Column(words("Issued")),
        Column(words("Returned")),
        Column(words("Valid")),
        *void_columns([legend.label(reason) for reason in reasons], words),
        *([Column(words("Unsettled"))] if results.forms.unsettled else []),
        Column(words("Valid share")),
        Column(words("Return rate")),
        Column(part),
    ]
    names = {channel.code: channel.name for channel in results.plan.channels}
    codes = [reason.code for reason in reasons]
    blocks = [
        _forms_row(results, names[held.channel], held, codes) for held in channel_rows(results)
    ]
    blocks.append(_forms_row(results, words("Total"), all_channels(results), codes))
    return Table(columns, blocks)


def void_columns(reasons: Sequence[str], words: Words) -> list[Column]:
    """The reasons and their sum under one heading; without a reason, the sum alone."""
    void = words("Void forms")
    if not reasons:
        return [Column(void)]
    return [
        *(Column(reason, group=void) for reason in reasons),
        Column(words("Void in all"), group=void),
    ]


def _forms_row(
    results: Results, name: str, held: ReconciliationRow, reasons: Sequence[str]
) -> Block:
    return row(
        name,
        count_text(held.issued),
        str(held.keyed),
        str(held.valid),
        *(str(held.void.get(code, 0)) for code in reasons),
        str(sum(held.void.values())),
        *([str(held.unsettled)] if results.forms.unsettled else []),
        percent_text(share_of(held.valid, held.keyed)),
        percent_text(return_rate(results, held) if held.channel else total_return_rate(results)),
        percent_text(part_of_valid(results, held)),
        strong=not held.channel,
    )


def channel_rows(results: Results) -> list[ReconciliationRow]:
    return [held for held in results.reconciliation if held.batch is None]


def _outside(results: Results, channel: str) -> bool:
    """Whether a channel has totals from outside: its keyed forms are not all of it."""
    return any(held.channel == channel for held in results.totals)


def return_rate(results: Results, held: ReconciliationRow) -> Fraction | None:
    """Returned of issued; nothing can be said before a form is keyed, or beside outside totals."""
    if not results.forms.keyed or _outside(results, held.channel):
        return None
    return share_of(held.keyed, held.issued)


def part_of_valid(results: Results, held: ReconciliationRow) -> Fraction | None:
    """Of all valid forms; a channel that came as totals alone has no part in them."""
    if not held.valid and _outside(results, held.channel):
        return None
    return share_of(held.valid, results.forms.valid)


def all_channels(results: Results) -> ReconciliationRow:
    """The channels' rows added up; issued is the sum of what was counted out."""
    channels = channel_rows(results)
    issued = [held.issued for held in channels if held.issued is not None]
    return ReconciliationRow(
        channel="",
        batch=None,
        issued=sum(issued) if issued else None,
        slip=sum(held.slip for held in channels),
        keyed=results.forms.keyed,
        valid=results.forms.valid,
        void=results.forms.void,
        unsettled=results.forms.unsettled,
        missing=sum(held.missing for held in channels),
        extra=sum(held.extra for held in channels),
    )


def total_return_rate(results: Results) -> Fraction | None:
    """Only where the rate of every channel is known that has forms issued or returned."""
    known = all(
        return_rate(results, held) is not None
        for held in channel_rows(results)
        if held.issued or held.keyed
    )
    return return_rate(results, all_channels(results)) if known else None


def commended_and_last(standing: Standing) -> Table:
    """The best on the left, the last on the right, each with rank and score."""
    words, results = standing.words, standing.results
    columns = []
    for codes, text, count in (
        (results.top, words("Top {count}"), results.plan.cut.top),
        (results.bottom, words("Bottom {count}"), results.plan.cut.bottom),
    ):
        if codes:
            group = text.format(count=count)
            columns += [
                Column(words("Rank"), group=group),
                Column(words("Agency"), Kind.NAME, group=group),
                Column(words("Score"), group=group),
            ]
    lists = [_entries(standing, codes) for codes in (results.top, results.bottom) if codes]
    rows = zip_longest(*lists, fillvalue=("", "", ""))
    return Table(columns, [row(*sum(held, ())) for held in rows], keys=0)


def _entries(standing: Standing, codes: Sequence[str]) -> list[tuple[str, str, str]]:
    held = {agency.code: agency for agency in standing.results.agencies}
    found = []
    for code in codes:
        agency = held[code]
        name = standing.agencies[code].name
        if code in standing.tied:
            name = standing.words("{agency} (tie)").format(agency=name)
        found.append((count_text(agency.rank), name, agency.display or ""))
    return found
