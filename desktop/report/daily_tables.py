"""The tables of the daily report that count forms: channels, second keying, batches."""

from collections.abc import Iterable, Sequence

from desktop.report.figures import DASH
from desktop.report.legend import Legend
from desktop.report.result_tables import void_columns
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.work_looks import daily_look
from desktop.tally.day_rows import DailyReport, DayChannel
from desktop.tally.error_rates import ErrorRate, rate_text
from desktop.words import Words


def channel_table(
    report: DailyReport, reasons: Sequence[int], legend: Legend, words: Words
) -> Table:
    """Every channel; of void forms the reasons at these places and their sum."""
    by_register, keyed = words("By the register"), words("Keyed")
    columns = [
        Column(words("Channel"), Kind.TEXT, limit=daily_look().channel),
        Column(words("Issued"), group=by_register),
        Column(words("Returned"), group=by_register),
        Column(words("On the slip")),
        Column(words("by the evening"), group=keyed),
        Column(words("of these today"), group=keyed),
        Column(words("Valid")),
        *void_columns([legend.label(report.reasons[at]) for at in reasons], words),
        Column(words("Open")),
        Column(words("Left")),
    ]
    blocks = [_channel(held, reasons) for held in report.channels]
    blocks.append(row(*_sums(words, blocks), strong=True))
    return Table(columns, blocks)


def _channel(held: DayChannel, reasons: Sequence[int]) -> Block:
    return row(
        held.name,
        _count(held.issued),
        _count(held.returned),
        f"{held.registered:,}",
        f"{held.keyed:,}",
        f"{held.today:,}",
        f"{held.valid:,}",
        *(f"{held.void[at]:,}" for at in reasons),
        f"{sum(held.void):,}",
        f"{held.unsettled:,}",
        f"{held.left:,}",
    )


def void_table(report: DailyReport, reasons: Sequence[int], legend: Legend, words: Words) -> Table:
    """Channels with the reasons that occurred."""
    columns = [
        Column(words("Channel"), Kind.TEXT, limit=daily_look().channel),
        *void_columns([legend.label(report.reasons[at]) for at in reasons], words),
    ]
    blocks = [
        row(held.name, *(f"{held.void[at]:,}" for at in reasons), f"{sum(held.void):,}")
        for held in report.channels
    ]
    return Table(columns, [*blocks, row(*_sums(words, blocks), strong=True)])


def _sums(words: Words, blocks: Sequence[Block]) -> list[str]:
    """The columns below their first added up; a dash counts nothing, and so does a sum of them."""
    columns = list(zip(*(block.rows[0][1:] for block in blocks), strict=True))
    return [words("Total"), *map(_sum, columns)]


def _sum(cells: Iterable[str]) -> str:
    held = [int(cell.replace(",", "")) for cell in cells if cell != DASH]
    return f"{sum(held):,}" if held else DASH


def second_table(report: DailyReport, words: Words) -> Table:
    second, rulings = report.second, report.rulings
    twice, ruled = words("Second keying"), words("Ruling")
    figures = {
        (twice, words("keyed twice")): second.done,
        (twice, words("of these today")): second.today,
        (twice, words("still due")): second.due,
        (twice, words("to be drawn")): second.ahead,
        (twice, words("back with the first keyer")): second.differing,
        (ruled, words("ruled on")): rulings.made,
        (ruled, words("of these today")): rulings.today,
        (ruled, words("waiting")): rulings.waiting,
    }
    columns = [Column(title, Kind.CODE, group=group) for group, title in figures]
    return Table(columns, [row(*(f"{figure:,}" for figure in figures.values()))], keys=0)


def rate_table(report: DailyReport, words: Words) -> Table:
    """What second keying found wrong in first keyings, by cell and by form."""
    rates = report.second.rates
    columns = [
        Column(words("Counted by"), Kind.TEXT),
        Column(words("Compared")),
        Column(words("Wrong")),
        Column(words("Error rate (95 % interval)"), Kind.CODE),
    ]
    return Table(
        columns,
        [_rate(words("cell"), rates.cells), _rate(words("form"), rates.forms)],
    )


def _rate(name: str, rate: ErrorRate) -> Block:
    return row(name, f"{rate.trials:,}", f"{rate.errors:,}", rate_text(rate))


def batch_table(report: DailyReport, words: Words) -> Table:
    held = report.batches
    columns = [
        Column(words("On this day"), Kind.TEXT),
        Column(words("Batches")),
        Column(words("Codes"), Kind.NAME, limit=daily_look().list),
    ]
    done = (
        (words("registered"), held.registered),
        (words("begun"), held.begun),
        (words("closed"), held.closed),
    )
    return Table(
        columns,
        [
            row(name, f"{count:,}", _codes(runs, words))
            for (name, runs), count in zip(done, held.counts, strict=True)
        ],
    )


def _codes(runs: Iterable[tuple[str, str]], words: Words) -> str:
    shown = (
        first if first == last else words("{first} to {last}").format(first=first, last=last)
        for first, last in runs
    )
    return words(", ").join(shown) or DASH


def uneven_table(report: DailyReport, words: Words) -> Table:
    columns = [
        Column(words("Batch"), Kind.CODE),
        Column(words("Channel"), Kind.NAME),
        Column(words("On the slip")),
        Column(words("Keyed")),
        Column(words("Missing numbers")),
        Column(words("Extra numbers")),
        Column(words("State"), Kind.CODE),
    ]
    return Table(
        columns,
        [
            row(
                held.code,
                held.channel,
                f"{held.registered:,}",
                f"{held.keyed:,}",
                f"{held.missing:,}",
                f"{held.extra:,}",
                words("closed") if held.closed else words("open"),
            )
            for held in report.uneven
        ],
    )


def _count(count: int | None) -> str:
    return DASH if count is None else f"{count:,}"
