"""The tables of a feedback sheet; where nothing can be compared, they have no columns for it."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.chart_answers import grade_shares
from desktop.report.feedback_facts import Told
from desktop.report.feedback_look import feedback_look
from desktop.report.figures import DASH, gap_text, percent_text, score_text, signed
from desktop.report.legend import Legend
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.tally.marks import MarkCounts
from desktop.tally.numbers import number_text
from desktop.tally.results import ChannelResult


def overall_table(told: Told) -> Table:
    """One line: the score, what it is compared with, and what follows from it."""
    words, result = told.words, told.result
    columns, cells = [], []
    if told.group.scored:
        columns, cells = [Column(words("Score"))], [score_text(told.plan, result.score)]
    if told.compared:
        columns += [Column(words("Group mean")), Column(words("Difference"))]
        cells += _beside(told, result.score, told.means.score)
    if told.ranked:
        columns += [
            Column(words("Overall rank"), Kind.CODE),
            Column(words("Rank in group"), Kind.CODE),
        ]
        cells += [told.overall_rank, told.group_rank]
    columns += [Column(words("Satisfaction rate")), Column(words("Votes"))]
    cells += [percent_text(result.rate), str(result.votes)]
    if told.plan.bands and told.group.scored:
        columns.append(Column(words("Band"), Kind.CODE, limit=feedback_look().band_room))
        cells.append(told.standing.bands[result.band].name if result.band else DASH)
    return Table(columns, [row(*cells)], keys=0)


def dimension_table(told: Told, legend: Legend) -> Table:
    """What was received in each dimension, by grade, and its score beside the group's."""
    words, plan = told.words, told.plan
    # side by side even where the table falls into parts
    none = words("Not votes") if plan.dont_know else ""
    unsure = [Column(words("Don't know"), group=none)] if plan.dont_know else []
    columns = [
        Column(words("Dimension"), Kind.TEXT, limit=feedback_look().dimension_room),
        *(Column(legend.grade(grade), group=words("Votes by grade")) for grade in plan.grades),
        Column(words("Votes")),
        Column(words("Blank"), group=none),
        *unsure,
        *_score_columns(told, words("Dimension score")),
    ]
    return Table(columns, list(_dimension_rows(told)))


def _dimension_rows(told: Told) -> Iterator[Block]:
    held = told.result.dimensions
    found = zip(told.plan.dimensions, held, told.means.dimensions, strict=True)
    for dimension, own, mean in found:
        yield row(dimension.name, *_counts(told, own.counts), *_scores(told, own.score, mean))
    if len(held) > 1:
        total = sum((one.counts for one in held[1:]), held[0].counts)
        empty = [""] * len(_scores(told, None, None))
        yield row(told.words("Total"), *_counts(told, total), *empty, strong=True)


def share_note(told: Told) -> list[str]:
    """Each grade's share of all votes, with its whole name; nothing without a vote."""
    words = told.words
    if not told.result.votes:
        return []
    text = words("{code}: {name}")
    shares = words(", ").join(
        f"{grade.name} {percent_text(share)}"
        for grade, share in zip(told.plan.grades, grade_shares(told.result.dimensions), strict=True)
    )
    return [text.format(code=words("Shares of all votes"), name=shares)]


def channel_table(told: Told) -> Table:
    """Who said so: forms, votes and the score of each channel alone."""
    words = told.words
    columns = [
        Column(words("Channel"), Kind.NAME, limit=feedback_look().channel_room),
        Column(words("Forms")),
        Column(words("Votes")),
        *_score_columns(told, words("Score")),
    ]
    return Table(columns, list(_channel_rows(told)))


def _channel_rows(told: Told) -> Iterator[Block]:
    held = told.result.channels
    found = zip(told.plan.channels, held, told.means.channels, strict=True)
    for channel, own, mean in found:
        scores = _scores(told, own.score, mean)
        yield row(channel.name, str(own.forms), str(_votes(own)), *scores)
    if len(held) > 1:
        counts = str(sum(one.forms for one in held)), str(sum(map(_votes, held)))
        empty = [""] * len(_scores(told, None, None))
        yield row(told.words("Total"), *counts, *empty, strong=True)


def line_table(told: Told) -> Table:
    """Bonus, deduction and veto lines of the plan that concern this agency."""
    words, look = told.words, feedback_look()
    scale = told.plan.scoring.display.scale
    points = words("Points or band")
    if scale != 1 and told.lines:
        points += words(" (before × {scale})").format(scale=number_text(scale))
    columns = [
        Column(words("Item"), Kind.TEXT),
        Column(points, Kind.TEXT, limit=look.band_room),
        Column(words("Reason"), Kind.NAME, limit=look.reason_room),
    ]
    bands = told.standing.bands
    rows = [
        row(
            words("Deduction") if line.points < 0 else words("Bonus"),
            signed(line.points),
            line.reason,
        )
        for line in told.lines
    ]
    rows += [row(words("Veto"), bands[veto.band].name, veto.reason) for veto in told.vetoes]
    return Table(columns, rows)


def _score_columns(told: Told, group: str) -> list[Column]:
    words = told.words
    if not told.group.scored:
        return []
    if not told.compared:
        return [Column(group)]
    titles = (words("This agency"), words("Group mean"), words("Difference"))
    return [Column(title, group=group) for title in titles]


def _scores(told: Told, own: Fraction | None, mean: Fraction | None) -> list[str]:
    if not told.group.scored:
        return []
    return [score_text(told.plan, own), *(_beside(told, own, mean) if told.compared else [])]


def _beside(told: Told, own: Fraction | None, mean: Fraction | None) -> list[str]:
    """The group's mean and how far from it, exactly: rounded for print alone."""
    gap = None if own is None or mean is None else own - mean
    return [score_text(told.plan, mean), DASH if gap is None else gap_text(told.plan, gap)]


def _counts(told: Told, counts: MarkCounts) -> list[str]:
    unsure = [str(counts.dont_know)] if told.plan.dont_know else []
    return [*map(str, counts.grades), str(counts.votes), str(counts.blank), *unsure]


def _votes(channel: ChannelResult) -> int:
    return sum(held.counts.votes for held in channel.dimensions)
