"""The tables of a merge: sources, batches against slips, and what somebody has to see to."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from desktop.report.figures import DASH, forms_text
from desktop.report.fonts import printable
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.merge_report import BatchChange, Fork, Gap, SourceReport
from desktop.words import Words

Names = Mapping[str, str]
"""Station names by station, or channel names by code."""


def source_table(sources: Iterable[SourceReport], words: Words) -> Table:
    """Every source with its counts of records and of forms left unsettled."""
    columns = [
        Column(words("No.")),
        Column(words("Source"), Kind.NAME),
        Column(words("Station"), Kind.TEXT, limit=column_room("station")),
        Column(words("new"), group=words("Records")),
        Column(words("already here"), group=words("Records")),
        Column(words("replacing others"), group=words("Records")),
        Column(words("Unsettled")),
    ]
    numbered = enumerate(sources, 1)
    return Table(columns, [row(str(at), *_source(held, words)) for at, held in numbered])


def _source(source: SourceReport, words: Words) -> list[str]:
    if source.refused:
        return [file_name(source), words("(not taken)"), DASH, DASH, DASH, DASH]
    counts = (source.new, source.present, source.replacing, len(source.conflicts))
    return [file_name(source), printable(source.name) or DASH, *map(str, counts)]


def file_name(source: SourceReport) -> str:
    """Without its folder; a path of either system."""
    return printable(PurePath(source.path.replace("\\", "/")).name or source.path)


def refusals(sources: Iterable[SourceReport], words: Words) -> Table:
    columns = [Column(words("Source"), Kind.NAME), Column(words("Why"), Kind.NAME)]
    return Table(
        columns,
        [
            row(file_name(held), printable(held.refused.sentence(words)))
            for held in sources
            if held.refused
        ],
    )


def batch_table(batches: Sequence[BatchChange], channels: Names, words: Words) -> Table:
    """Batches with other figures than before, and their sum."""
    columns = [
        Column(words("Batch"), Kind.CODE),
        Column(words("Channel"), Kind.TEXT, limit=column_room("channel")),
        Column(words("On the slip")),
        Column(words("before"), group=words("Returned")),
        Column(words("after"), group=words("Returned")),
        Column(words("Valid")),
        Column(words("Void forms")),
        Column(words("Unsettled")),
        Column(words("Missing numbers")),
        Column(words("Extra numbers")),
        Column(words("Slip and keyed"), Kind.CODE),
    ]
    blocks = [
        row(held.batch, channels.get(held.channel, held.channel), *_batch(held, words))
        for held in batches
    ]
    if len(batches) > 1:
        sums = [str(sum(column)) for column in zip(*map(_figures, batches), strict=True)]
        blocks.append(row(words("Total"), DASH, *sums, DASH, strong=True))
    return Table(columns, blocks, keys=2)


def _batch(held: BatchChange, words: Words) -> list[str]:
    agrees = held.after == held.slip and not (held.missing or held.extra)
    return [*map(str, _figures(held)), words("agree") if agrees else words("differ")]


def _figures(held: BatchChange) -> tuple[int, ...]:
    counts = (held.slip, held.before, held.after, held.valid, held.void, held.unsettled)
    return (*counts, held.missing, held.extra)


def unsettled_forms(sources: Iterable[SourceReport], words: Words) -> Table:
    """The forms that each source left unsettled, runs of numbers drawn together."""
    columns = [
        Column(words("Source"), Kind.NAME),
        Column(words("Station"), Kind.TEXT, limit=column_room("station")),
        Column(words("Forms")),
        Column(words("Form numbers"), Kind.NAME, limit=column_room("list")),
    ]
    return Table(
        columns,
        [
            row(
                file_name(held),
                printable(held.name) or DASH,
                str(len(held.conflicts)),
                named_forms(held.conflicts, words),
            )
            for held in sources
            if held.conflicts
        ],
    )


def named_forms(names: Iterable[str], words: Words) -> str:
    """Forms given by name, runs of numbers drawn together."""
    halves = (name.rpartition("-") for name in names)
    return forms_text([(batch, int(number)) for batch, _, number in halves], words)


def chain_table(gaps: Iterable[Gap], forks: Iterable[Fork], names: Names, words: Words) -> Table:
    """Chains with records that never came, or with two records of one number."""
    columns = [
        Column(words("Station"), Kind.NAME),
        Column(words("Incarnation"), Kind.CODE),
        Column(words("What was found"), Kind.NAME, limit=column_room("list")),
    ]
    lacking = words("Records {first} to {last} were signed there and never came: {count}.")
    copied = words("Two records have number {seq}, both kept: the station's folder was copied.")
    blocks = [
        row(
            _station(gap.station, names),
            str(gap.incarnation),
            lacking.format(first=gap.first, last=gap.last, count=gap.last - gap.first + 1),
        )
        for gap in gaps
    ]
    blocks += [
        row(_station(fork.station, names), str(fork.incarnation), copied.format(seq=fork.seq))
        for fork in forks
    ]
    return Table(columns, blocks)


def _station(station: str, names: Names) -> str:
    return printable(names.get(station, station[:8]))


def opened_batches(sources: Iterable[SourceReport], words: Words) -> Table:
    """Batches that a station keyed without having been given them."""
    columns = [
        Column(words("Source"), Kind.NAME),
        Column(words("Station"), Kind.TEXT, limit=column_room("station")),
        Column(words("Opened without assignment"), Kind.NAME, limit=column_room("list")),
    ]
    comma = words(", ")
    return Table(
        columns,
        [
            row(file_name(held), printable(held.name) or DASH, comma.join(held.unassigned))
            for held in sources
            if held.unassigned
        ],
    )
