"""The counts of 统计表: marks by grade, paper against keyed forms, forms with identical answers."""

from collections.abc import Iterable, Sequence

from desktop.report.figures import DASH, count_text, form_runs, forms_text, score_text
from desktop.report.legend import Legend
from desktop.report.result_tables import all_channels, void_columns
from desktop.report.standing import Standing
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.identical import IdenticalForms
from desktop.tally.marks import DONT_KNOW, INVALID, NOT_APPLICABLE
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import AgencyResult, DimensionResult
from desktop.words import Words


def grade_counts(standing: Standing, legend: Legend) -> Table:
    """What every agency received in every dimension, all channels together."""
    words, plan = standing.words, standing.results.plan
    columns = [
        Column(words("Rank"), tall=True),
        Column(words("Agency code"), Kind.CODE, tall=True),
        Column(words("Agency"), Kind.NAME, tall=True),
        Column(words("Dimension"), Kind.TEXT, limit=column_room("dimension")),
        *(Column(legend.grade(grade), group=words("Votes by grade")) for grade in plan.grades),
        Column(words("Votes")),
        Column(words("Blank"), group=words("Not votes")),
        *_dont_know_column(plan, words),
        Column(words("Invalid"), group=words("Not votes")),
        Column(words("Not applicable"), group=words("Not votes")),
        Column(words("Dimension score")),
    ]
    blocks = [_counts_block(standing, agency) for agency in standing.results.agencies]
    return Table(columns, blocks, keys=4)


def _counts_block(standing: Standing, agency: AgencyResult) -> Block:
    names = (dimension.name for dimension in standing.results.plan.dimensions)
    head = (count_text(agency.rank), agency.code, standing.agencies[agency.code].name)
    rows = (
        (*head, name, *_counts(standing.results.plan, held))
        for name, held in zip(names, agency.dimensions, strict=True)
    )
    return Block(tuple(rows), band=standing.in_cut(agency.code))


def _counts(plan: Plan, dimension: DimensionResult) -> list[str]:
    counts = dimension.counts
    return [
        *map(str, counts.grades),
        str(counts.votes),
        str(counts.blank),
        *([str(counts.dont_know)] if plan.dont_know else []),
        str(counts.invalid),
        str(counts.not_applicable),
        score_text(plan, dimension.score),
    ]


def _dont_know_column(plan: Plan, words: Words) -> list[Column]:
    return [Column(words("Don't know"), group=words("Not votes"))] if plan.dont_know else []


def reconciliation_table(standing: Standing, legend: Legend) -> Table:
    """Every channel with its batches; reasons that never occurred have no column."""
    words, results = standing.words, standing.results
    reasons = [held for held in results.plan.void_reasons if results.forms.void.get(held.code)]
    columns = _reconciliation_columns([legend.label(reason) for reason in reasons], words)
    channels = {channel.code: legend.label(channel) for channel in results.plan.channels}
    codes = [reason.code for reason in reasons]
    blocks = [
        _reconciliation_row(held, channels[held.channel], codes, words)
        for held in results.reconciliation
    ]
    total = all_channels(results)
    blocks.append(_reconciliation_row(total, words("Total"), codes, words))
    return Table(columns, blocks, keys=2)


def _reconciliation_columns(reasons: Sequence[str], words: Words) -> list[Column]:
    return [
        Column(words("Channel"), Kind.TEXT, limit=column_room("channel")),
        Column(words("Batch"), Kind.CODE),
        Column(words("Issued")),
        Column(words("On the slip")),
        Column(words("Returned")),
        Column(words("Valid")),
        *void_columns(reasons, words),
        Column(words("Unsettled")),
        Column(words("Missing numbers")),
        Column(words("Extra numbers")),
        Column(words("Slip and keyed"), Kind.CODE),
    ]


def _reconciliation_row(
    held: ReconciliationRow, channel: str, reasons: Sequence[str], words: Words
) -> Block:
    return row(
        channel,
        held.batch or (words("whole channel") if held.channel else DASH),
        count_text(held.issued),
        str(held.slip),
        str(held.keyed),
        str(held.valid),
        *(str(held.void.get(code, 0)) for code in reasons),
        str(sum(held.void.values())),
        str(held.unsettled),
        str(held.missing),
        str(held.extra),
        agreement(held, words),
        strong=held.batch is None,
    )


def agreement(held: ReconciliationRow, words: Words) -> str:
    """Whether slips and keyed forms agree; a dash without either: nothing was compared."""
    if not (held.slip or held.keyed):
        return DASH
    return words("agree") if held.agrees else words("differ")


def number_gaps(rows: Iterable[ReconciliationRow], words: Words) -> Table:
    """The numbers behind missing and extra, batch by batch; without blocks if there are none."""
    columns = [
        Column(words("Batch"), Kind.CODE),
        Column(words("Missing numbers"), Kind.NAME),
        Column(words("Extra numbers"), Kind.NAME),
    ]
    comma = words(", ")
    blocks = [
        row(
            held.batch,
            comma.join(form_runs(held.batch, held.missing_numbers, words)) or DASH,
            comma.join(form_runs(held.batch, held.extra_numbers, words)) or DASH,
        )
        for held in rows
        if held.batch and (held.missing_numbers or held.extra_numbers)
    ]
    return Table(columns, blocks)


def identical_table(plan: Plan, sets: Sequence[IdenticalForms], words: Words) -> Table:
    """Sets of forms with identical answers; straight-lined ones name their one mark."""
    straight = any(held.straight for held in sets)
    mark = Column(words("One mark throughout"), Kind.TEXT, limit=column_room("channel"))
    columns = [
        Column(words("No.")),
        Column(words("Forms alike")),
        *([mark] if straight else []),
        Column(words("Longest run of numbers")),
        Column(words("Batches")),
        Column(words("Form numbers"), Kind.NAME, limit=column_room("list")),
    ]
    blocks = [
        row(
            str(number),
            str(len(held.forms)),
            *([straight_name(plan, held.straight, words)] if straight else []),
            str(held.longest_run),
            str(len(held.batches)),
            forms_text(held.forms, words),
        )
        for number, held in enumerate(sets, 1)
    ]
    return Table(columns, blocks)


def straight_name(plan: Plan, mark: str, words: Words) -> str:
    """The mark that fills a straight-lined form; empty for other forms."""
    names = {grade.code: grade.name for grade in plan.grades}
    others = {
        DONT_KNOW: words("Don't know"),
        INVALID: words("Invalid"),
        NOT_APPLICABLE: words("Not applicable"),
    }
    return (names | others).get(mark, "")
