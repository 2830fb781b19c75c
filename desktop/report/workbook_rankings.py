"""The rankings as sheets of the workbook."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.report.ranking_tables import members
from desktop.report.sheet import Sheet, Value
from desktop.report.standing import Standing, channel_ranks
from desktop.tally.numbers import number_text, ratio_text, rounded
from desktop.tally.plan import Plan
from desktop.tally.results import AgencyResult


def score_value(plan: Plan, score: Fraction | None) -> Decimal | None:
    """The score as it is displayed, as a number."""
    display = plan.scoring.display
    return None if score is None else Decimal(rounded(score * display.scale, display.decimals))


def exact(score: Fraction | None) -> str | None:
    """The score without rounding, as text: `1957/20`."""
    return None if score is None else ratio_text(score)


def ranking_sheet(standing: Standing) -> Sheet:
    words, plan = standing.words, standing.results.plan
    headings = [
        words("Rank"),
        words("Agency code"),
        words("Agency"),
        words("Group"),
        words("Score"),
        words("Exact score") + scale_note(standing),
        words("Rank in group"),
        *(words("Score for {dimension}").format(dimension=it.name) for it in plan.dimensions),
        words("Satisfaction rate"),
        words("Votes"),
        *([words("Band")] if plan.bands else []),
        words("Remarks"),
    ]
    rows = [_ranking_row(standing, agency) for agency in standing.results.agencies]
    return Sheet(words("Overall ranking"), headings, rows)


def _ranking_row(standing: Standing, agency: AgencyResult) -> Sequence[Value]:
    plan = standing.results.plan
    return [
        agency.rank,
        *_agency(standing, agency),
        standing.group(agency).name,
        score_value(plan, agency.score),
        exact(agency.score),
        agency.group_rank,
        *(score_value(plan, held.score) for held in agency.dimensions),
        agency.rate,
        agency.votes,
        *_band(standing, agency),
        standing.remarks(agency),
    ]


def groups_sheet(standing: Standing) -> Sheet:
    words, plan = standing.words, standing.results.plan
    headings = [
        words("Group"),
        words("Rank in group"),
        words("Agency code"),
        words("Agency"),
        words("Score"),
        words("Overall rank"),
        words("Satisfaction rate"),
        words("Votes"),
        *([words("Band")] if plan.bands else []),
        words("Remarks"),
    ]
    rows = [
        [group.name, *_group_row(standing, agency)]
        for group in plan.groups
        for agency in members(standing, group)
    ]
    return Sheet(words("Ranking within groups"), headings, rows)


def _group_row(standing: Standing, agency: AgencyResult) -> Sequence[Value]:
    return [
        agency.group_rank,
        *_agency(standing, agency),
        score_value(standing.results.plan, agency.score),
        agency.rank,
        agency.rate,
        agency.votes,
        *_band(standing, agency),
        standing.remarks(agency, in_group=True),
    ]


def channels_sheet(standing: Standing) -> Sheet:
    """Score, rank and forms by channel, side by side."""
    words, plan = standing.words, standing.results.plan
    headings = [words("Rank"), words("Agency code"), words("Agency"), words("Score")]
    forms = words("Forms keyed and stated") if standing.results.totals else words("Forms")
    for channel in plan.channels:
        heading = words("{channel}: {what}")
        figures = (words("Score"), words("Rank"), forms)
        headings += [heading.format(channel=channel.name, what=what) for what in figures]
    ranks = [channel_ranks(standing.results, channel) for channel in plan.channels]
    rows = [_channels_row(standing, agency, ranks) for agency in standing.results.agencies]
    return Sheet(words("Scores by channel"), headings, rows)


def _channels_row(
    standing: Standing, agency: AgencyResult, ranks: Sequence[dict[str, int]]
) -> Sequence[Value]:
    plan = standing.results.plan
    row: list[Value] = [
        agency.rank,
        *_agency(standing, agency),
        score_value(plan, agency.score),
    ]
    for channel, ranked in zip(agency.channels, ranks, strict=True):
        row += [score_value(plan, channel.score), ranked.get(agency.code), channel.forms]
    return row


def scale_note(standing: Standing) -> str:
    """Printed scores may be scaled; exact ones never are."""
    scale = standing.results.plan.scoring.display.scale
    if scale == 1:
        return ""
    return standing.words(" (before × {scale})").format(scale=number_text(scale))


def _agency(standing: Standing, agency: AgencyResult) -> list[Value]:
    return [agency.code, standing.agencies[agency.code].name]


def _band(standing: Standing, agency: AgencyResult) -> list[Value]:
    if not standing.results.plan.bands:
        return []
    return [standing.bands[agency.band].name if agency.band else None]
