"""The ranking as rows of a table: as counted over all channels, or by one channel alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.models.rows_model import Column, Row, Sort
from desktop.report.figures import DASH, count_text, percent_text, score_text
from desktop.report.standing import Standing, channel_ranks
from desktop.tally.counting import AgencyTally
from desktop.tally.plan import Plan
from desktop.tally.results import AgencyResult, DimensionResult
from desktop.tally.scoring import rate
from desktop.words import Words

Cell = tuple[str, Sort]


class RankingColumns:
    """The columns of a plan: what is fixed, one for every dimension, one for every channel."""

    RANK, OWN_RANK, GROUP_RANK, CODE, AGENCY, GROUP, SCORE, RATE, VOTES = range(9)

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan, self._words = plan, words
        self.dimensions = range(9, 9 + len(plan.dimensions))
        self.channels = range(self.dimensions.stop, self.dimensions.stop + len(plan.channels))
        self.band = self.channels.stop
        self.remarks = self.band + 1

    def columns(self) -> list[Column]:
        words = self._words
        return [
            Column(words("Rank"), is_number=True),
            Column(words("Rank by this channel"), is_number=True),
            Column(words("Rank in group"), is_number=True),
            Column(words("Agency code")),
            Column(words("Agency")),
            Column(words("Group")),
            Column(words("Score"), is_number=True),
            Column(words("Satisfaction rate"), is_number=True),
            Column(words("Votes"), is_number=True),
            *(Column(held.name, is_number=True) for held in self.plan.dimensions),
            *(Column(held.name, is_number=True) for held in self.plan.channels),
            Column(words("Band")),
            Column(words("Remarks")),
        ]

    def shown(self, what: str, *, channel: str) -> frozenset[int]:
        """Places of the columns to be seen: `what` is brief, dimensions, channels or all."""
        ranks = {self.OWN_RANK, self.RANK} if channel else {self.RANK, self.GROUP_RANK}
        brief = {self.GROUP, self.RATE, self.VOTES}
        held = {
            "brief": brief,
            "dimensions": {*self.dimensions},
            "channels": {*self.channels},
            "all": {self.CODE, *brief, *self.dimensions, *self.channels},
        }[what]
        if channel:
            held -= {*self.channels}
        bands = {self.band} if self.plan.bands and what in ("brief", "all") else set()
        return frozenset({*ranks, self.AGENCY, self.SCORE, self.remarks} | held | bands)


@dataclass(frozen=True)
class RankingRows:
    """Rows of one survey's results; `channel` is a code, empty for all channels together."""

    standing: Standing
    channel: str = ""

    def rows(self, group: str = "") -> list[Row]:
        """Every agency in order of rank, of one group if it is named."""
        held = [one for one in self._ordered() if group in ("", self.standing.group(one).code)]
        return [self._row(agency) for agency in held]

    @cached_property
    def _own_ranks(self) -> Mapping[str, int]:
        if not self.channel:
            return {}
        plan = self.standing.results.plan
        channel = next(held for held in plan.channels if held.code == self.channel)
        return channel_ranks(self.standing.results, channel)

    def _ordered(self) -> Sequence[AgencyResult]:
        agencies = self.standing.results.agencies
        if not self.channel:
            return agencies
        last = len(agencies) + 1
        return sorted(agencies, key=lambda one: self._own_ranks.get(one.code, last))

    def _row(self, agency: AgencyResult) -> Row:
        cells = self._cells(agency)
        texts, sorts = zip(*cells, strict=True)
        return Row(agency.code, texts, sorts, self._tones(agency, len(cells)))

    def _cells(self, agency: AgencyResult) -> list[Cell]:
        standing, held = self.standing, self.standing.agencies[agency.code]
        score, dimensions, votes, share = self._figures(agency)
        band = standing.bands[agency.band].name if agency.band else ""
        return [
            self._rank(agency),
            _count(self._own_ranks.get(agency.code)),
            _count(agency.group_rank),
            (agency.code, None),
            (held.name, None),
            (standing.group(agency).name, None),
            self._score(score),
            (percent_text(share), None if share is None else float(share)),
            (str(votes), votes),
            *(self._score(one.score) for one in dimensions),
            *(self._score(one.score) for one in agency.channels),
            (band, None),
            (self._remarks(agency), None),
        ]

    def _figures(
        self, agency: AgencyResult
    ) -> tuple[Fraction | None, Sequence[DimensionResult], int, Fraction | None]:
        """Score, dimensions, votes and satisfaction rate: over all channels, or of the one."""
        if not self.channel:
            return agency.score, agency.dimensions, agency.votes, agency.rate
        own = next(held for held in agency.channels if held.code == self.channel)
        counts = tuple(held.counts for held in own.dimensions)
        votes = sum(held.votes for held in counts)
        share = rate(self.standing.results.plan, AgencyTally(own.forms, counts))
        return own.score, own.dimensions, votes, share

    def _rank(self, agency: AgencyResult) -> Cell:
        """The rank, or the word why there is none."""
        if agency.rank is not None:
            return str(agency.rank), agency.rank
        words, group = self.standing.words, self.standing.group(agency)
        if not group.scored:
            return words("not scored"), None
        return words("incomplete" if agency.score is None else "not ranked"), None

    def _score(self, score: Fraction | None) -> Cell:
        text = score_text(self.standing.results.plan, score)
        return text, None if score is None else float(score)

    def _remarks(self, agency: AgencyResult) -> str:
        """What documents remark, and that a group is not published."""
        words, found = self.standing.words, self.standing.remarks(agency)
        if self.standing.group(agency).published:
            return found
        hidden = words("not published")
        return words(", ").join((found, hidden)) if found else hidden

    def _tones(self, agency: AgencyResult, count: int) -> tuple[str, ...]:
        """What asks for a second look stands out; agencies without a rank step back."""
        whole = "text" if agency.rank is not None else "quiet"
        doubtful = agency.few_votes or (agency.score is None and self.standing.group(agency).scored)
        return (whole,) * (count - 1) + ("warn" if doubtful else whole,)


def _count(count: int | None) -> Cell:
    return (count_text(count), count) if count is not None else (DASH, None)
