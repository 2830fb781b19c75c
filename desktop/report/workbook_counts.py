"""The counts as sheets of the workbook: a row for every agency, dimension and channel."""

from collections.abc import Iterator, Sequence

from desktop.report.count_tables import agreement, straight_name
from desktop.report.figures import DASH, number_runs
from desktop.report.material import Material
from desktop.report.sheet import Sheet, Value
from desktop.report.standing import Standing
from desktop.report.workbook_rankings import exact, scale_note, score_value
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import DimensionResult
from desktop.words import Words


def counts_sheet(standing: Standing) -> Sheet:
    """All channels together first, then each channel."""
    words, plan = standing.words, standing.results.plan
    headings = [
        words("Channel"),
        words("Agency code"),
        words("Agency"),
        words("Dimension"),
        *(grade.name for grade in plan.grades),
        words("Votes"),
        words("Blank"),
        words("Don't know"),
        words("Invalid"),
        words("Not applicable"),
        words("Dimension score"),
        words("Exact dimension score") + scale_note(standing),
    ]
    return Sheet(words("Votes by dimension and grade"), headings, list(_count_rows(standing)))


def _count_rows(standing: Standing) -> Iterator[Sequence[Value]]:
    plan = standing.results.plan
    results = {held.code: held for held in standing.results.agencies}
    for agency in plan.agencies:
        held = results[agency.code].dimensions
        yield from _rows(standing, standing.words("All channels"), agency.code, held)
    for at, channel in enumerate(plan.channels):
        for agency in plan.agencies:
            held = results[agency.code].channels[at].dimensions
            yield from _rows(standing, channel.name, agency.code, held)


def _rows(
    standing: Standing, channel: str, agency: str, dimensions: Sequence[DimensionResult]
) -> Iterator[Sequence[Value]]:
    plan = standing.results.plan
    for dimension, held in zip(plan.dimensions, dimensions, strict=True):
        counts = held.counts
        yield [
            channel,
            agency,
            standing.agencies[agency].name,
            dimension.name,
            *counts.grades,
            counts.votes,
            counts.blank,
            counts.dont_know,
            counts.invalid,
            counts.not_applicable,
            score_value(plan, held.score),
            exact(held.score),
        ]


def reconciliation_sheet(standing: Standing) -> Sheet:
    """Every reason of the plan has its column here."""
    words, results = standing.words, standing.results
    names = {channel.code: channel.name for channel in results.plan.channels}
    headings = [
        words("Channel"),
        words("Batch"),
        words("Issued"),
        words("On the slip"),
        words("Returned"),
        words("Valid"),
        *(words("Void: {reason}").format(reason=it.name) for it in results.plan.void_reasons),
        words("Void forms in all"),
        words("Unsettled"),
        words("Missing numbers"),
        words("Extra numbers"),
        words("Slip and keyed"),
    ]
    rows = [
        _reconciliation_row(results.plan, held, names[held.channel], words)
        for held in results.reconciliation
    ]
    return Sheet(words("Reconciliation"), headings, rows)


def _reconciliation_row(
    plan: Plan, held: ReconciliationRow, channel: str, words: Words
) -> Sequence[Value]:
    return [
        channel,
        held.batch or words("whole channel"),
        DASH if held.issued is None else held.issued,
        held.slip,
        held.keyed,
        held.valid,
        *(held.void.get(reason.code, 0) for reason in plan.void_reasons),
        sum(held.void.values()),
        held.unsettled,
        held.missing,
        held.extra,
        agreement(held, words),
    ]


def gaps_sheet(standing: Standing) -> Sheet:
    """Runs of numbers, a row each: a cell would not hold a long list."""
    words = standing.words
    rows: list[Sequence[Value]] = []
    for held in standing.results.reconciliation:
        for kind, numbers in (
            (words("missing"), held.missing_numbers),
            (words("extra"), held.extra_numbers),
        ):
            rows += [(held.batch, kind, first, last) for first, last in number_runs(numbers)]
    headings = (words("Batch"), words("Kind"), words("From number"), words("To number"))
    return Sheet(words("Missing and extra numbers"), headings, rows)


def identical_sheet(material: Material, words: Words) -> Sheet:
    """A row for every form of every set."""
    plan = material.results.plan
    headings = (
        words("Set number"),
        words("Forms alike"),
        words("One mark throughout"),
        words("Longest run of numbers"),
        words("Batch"),
        words("Form number"),
    )
    rows: list[Sequence[Value]] = [
        (
            number,
            len(held.forms),
            straight_name(plan, held.straight, words) or None,
            held.longest_run,
            batch,
            name,
        )
        for number, held in enumerate(material.identical, 1)
        for (batch, _), name in zip(held.forms, held.names, strict=True)
    ]
    return Sheet(words("Identical answers"), headings, rows)
