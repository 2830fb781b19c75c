"""The rankings of 统计表: overall, within each group, and by channel side by side."""

from collections.abc import Sequence

from desktop.report.figures import count_text, percent_text, score_text
from desktop.report.legend import Legend
from desktop.report.standing import Standing, channel_ranks
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.plan import Group
from desktop.tally.results import AgencyResult


def overall_ranking(standing: Standing, legend: Legend) -> Table:
    """Every agency: ranked ones by rank, then those not ranked, then those without a score."""
    words, plan = standing.words, standing.results.plan
    columns = [
        Column(words("Rank")),
        Column(words("Agency code"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        Column(words("Group"), Kind.TEXT, limit=column_room("group")),
        Column(words("Score")),
        Column(words("Rank in group")),
        *(Column(legend.label(held), group=words("Dimension scores")) for held in plan.dimensions),
        Column(words("Satisfaction rate")),
        Column(words("Votes")),
        *_band_column(standing),
        Column(words("Remarks"), Kind.TEXT, limit=column_room("remark")),
    ]
    blocks = [_overall_row(standing, legend, agency) for agency in standing.results.agencies]
    return Table(columns, blocks, keys=3)


def _overall_row(standing: Standing, legend: Legend, agency: AgencyResult) -> Block:
    plan = standing.results.plan
    return row(
        count_text(agency.rank),
        agency.code,
        standing.agencies[agency.code].name,
        legend.label(standing.group(agency)),
        agency.display or score_text(plan, None),
        count_text(agency.group_rank),
        *(score_text(plan, held.score) for held in agency.dimensions),
        percent_text(agency.rate),
        str(agency.votes),
        *_band_cell(standing, agency),
        standing.remarks(agency),
        band=standing.in_cut(agency.code),
    )


def group_ranking(standing: Standing, group: Group) -> Table:
    """One group's agencies in order of their rank within it; no column that must stay empty."""
    words = standing.words
    columns = [
        *([Column(words("Rank in group"))] if group.ranked else []),
        Column(words("Agency code"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        *([Column(words("Score"))] if group.scored else []),
        *([Column(words("Overall rank"))] if group.ranked else []),
        Column(words("Satisfaction rate")),
        Column(words("Votes")),
        *_band_column(standing),
        Column(words("Remarks"), Kind.TEXT, limit=column_room("remark")),
    ]
    blocks = [_group_row(standing, group, agency) for agency in members(standing, group)]
    return Table(columns, blocks, keys=3 if group.ranked else 2)


def members(standing: Standing, group: Group) -> list[AgencyResult]:
    """A group's agencies, the ranked ones first; the overall order holds within a group too."""
    return [held for held in standing.results.agencies if standing.group(held).code == group.code]


def _group_row(standing: Standing, group: Group, agency: AgencyResult) -> Block:
    return row(
        *([count_text(agency.group_rank)] if group.ranked else []),
        agency.code,
        standing.agencies[agency.code].name,
        *([agency.display or score_text(standing.results.plan, None)] if group.scored else []),
        *([count_text(agency.rank)] if group.ranked else []),
        percent_text(agency.rate),
        str(agency.votes),
        *_band_cell(standing, agency),
        standing.remarks(agency, in_group=True),
    )


def channel_scores(standing: Standing, legend: Legend) -> Table:
    """The score by all channels, then each channel's own score and the rank it alone would give."""
    words, plan = standing.words, standing.results.plan
    columns = [
        Column(words("Rank")),
        Column(words("Agency code"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        Column(words("Score")),
    ]
    for channel in plan.channels:
        label = legend.label(channel)
        columns += [Column(words("Score"), group=label), Column(words("Rank"), group=label)]
    ranks = [channel_ranks(standing.results, channel) for channel in plan.channels]
    blocks = [_channel_row(standing, agency, ranks) for agency in standing.results.agencies]
    return Table(columns, blocks, keys=4)


def _channel_row(
    standing: Standing, agency: AgencyResult, ranks: Sequence[dict[str, int]]
) -> Block:
    plan = standing.results.plan
    cells = [
        count_text(agency.rank),
        agency.code,
        standing.agencies[agency.code].name,
        agency.display or score_text(plan, None),
    ]
    for channel, ranked in zip(agency.channels, ranks, strict=True):
        cells += [score_text(plan, channel.score), count_text(ranked.get(agency.code))]
    return row(*cells, band=standing.in_cut(agency.code))


def _band_column(standing: Standing) -> list[Column]:
    held = standing.results.plan.bands
    return [Column(standing.words("Band"), Kind.TEXT, limit=column_room("band"))] if held else []


def _band_cell(standing: Standing, agency: AgencyResult) -> list[str]:
    if not standing.results.plan.bands:
        return []
    return [standing.bands[agency.band].name if agency.band else count_text(None)]
