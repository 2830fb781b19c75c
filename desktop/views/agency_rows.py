"""One agency's figures as rows: dimensions beside its group, channels, earlier years, its forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.models.counted import Counted
from desktop.models.rows_model import Column, Row
from desktop.report.figures import DASH, count_text, gap_text, score_text
from desktop.report.standing import Standing, channel_ranks
from desktop.tally.means import GroupMeans
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.tally.results import AgencyResult, ChannelResult, DimensionResult
from desktop.words import Words


def dimension_columns(plan: Plan, words: Words) -> list[Column]:
    """Scores, then counts: what is no vote is shown too."""
    none = [words("Don't know")] if plan.dont_know else []
    titles = [
        words("Dimension score"),
        words("Group mean"),
        words("Difference"),
        *(grade.name for grade in plan.grades),
        words("Votes"),
        words("Blank"),
        *none,
        words("Invalid"),
        words("Not applicable"),
    ]
    return [Column(words("Dimension")), *(Column(title, is_number=True) for title in titles)]


def channel_columns(plan: Plan, words: Words) -> list[Column]:
    titles = (
        words("Forms"),
        words("Votes"),
        words("Score"),
        words("Rank by this channel"),
        *(held.name for held in plan.dimensions),
    )
    return [Column(words("Channel")), *(Column(title, is_number=True) for title in titles)]


def year_columns(words: Words) -> list[Column]:
    titles = (words("Year"), words("Rank"), words("Score"))
    return [Column(title, is_number=True) for title in titles]


@dataclass(frozen=True)
class AgencyRows:
    """What stands on one agency's page."""

    standing: Standing
    agency: AgencyResult

    @property
    def plan(self) -> Plan:
        return self.standing.results.plan

    @cached_property
    def members(self) -> Sequence[AgencyResult]:
        """Its group."""
        group = self.standing.group(self.agency)
        return [
            held for held in self.standing.results.agencies if self.standing.group(held) == group
        ]

    @property
    def group_mean(self) -> Fraction | None:
        """Of the scores in its group; None where there is nobody else to compare with."""
        return self._means.score

    def score(self, score: Fraction | None) -> str:
        return score_text(self.plan, score)

    def difference(self, one: Fraction | None, other: Fraction | None) -> str:
        """With its sign."""
        if one is None or other is None:
            return DASH
        return gap_text(self.plan, one - other)

    def dimensions(self) -> list[Row]:
        names = [held.name for held in self.plan.dimensions]
        found = zip(names, self.agency.dimensions, self._means.dimensions, strict=True)
        return [self._dimension(*held) for held in found]

    def channels(self) -> list[Row]:
        found = zip(self.plan.channels, self.agency.channels, strict=True)
        return [
            self._channel(name.name, held, channel_ranks(self.standing.results, name))
            for name, held in found
        ]

    def years(self, counted: Counted) -> list[Row]:
        """Its ranks of earlier years, the latest first, and of this one."""
        this = (str(self.plan.year), count_text(self.agency.rank), self.score(self.agency.score))
        before = [
            (str(year), *_earlier(ranks.get(self.agency.code)))
            for year, ranks in sorted(counted.earlier.items(), reverse=True)
        ]
        return [Row(texts[0], texts) for texts in (this, *before)]

    @property
    def _means(self) -> GroupMeans:
        return self.standing.means[self.standing.group(self.agency).code]

    def _dimension(self, name: str, held: DimensionResult, group: Fraction | None) -> Row:
        counts = held.counts
        none = [str(counts.dont_know)] if self.plan.dont_know else []
        texts = (
            name,
            self.score(held.score),
            self.score(group),
            self.difference(held.score, group),
            *(_with_share(count, counts.votes) for count in counts.grades),
            str(counts.votes),
            str(counts.blank),
            *none,
            str(counts.invalid),
            str(counts.not_applicable),
        )
        below = held.score is not None and group is not None and held.score < group
        tones = ["text"] * len(texts)
        tones[3] = "warn" if below else "text"
        return Row(held.code, texts, tones=tuple(tones))

    def _channel(self, name: str, held: ChannelResult, ranks: Mapping[str, int]) -> Row:
        votes = sum(dimension.counts.votes for dimension in held.dimensions)
        texts = (
            name,
            str(held.forms),
            str(votes),
            self.score(held.score),
            count_text(ranks.get(self.agency.code)),
            *(self.score(dimension.score) for dimension in held.dimensions),
        )
        tone = "text" if votes else "quiet"
        return Row(held.code, texts, tones=(tone,) * len(texts))


def _with_share(count: int, votes: int) -> str:
    """`6213 (59.3%)`: the count is what is checked, the share what is compared."""
    return f"{count} ({rounded(Fraction(100 * count, votes), 1)}%)" if votes else str(count)


def _earlier(held: tuple[int | None, str] | None) -> tuple[str, str]:
    if held is None:
        return DASH, DASH
    rank, score = held
    return count_text(rank), score or DASH
