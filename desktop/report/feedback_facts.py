"""What one agency is told: its own figures, its group's means, its rank where it may know it."""

from dataclasses import dataclass
from functools import cached_property

from desktop.report.figures import DASH
from desktop.report.standing import Standing
from desktop.tally.means import GroupMeans
from desktop.tally.plan import Adjustment, Agency, Group, Plan, Veto
from desktop.tally.results import AgencyResult
from desktop.words import Words


@dataclass(frozen=True)
class Told:
    """Everything a sheet may be made of; what is not in it, no sheet can tell."""

    standing: Standing
    result: AgencyResult
    rank_shown: bool

    @property
    def plan(self) -> Plan:
        return self.standing.results.plan

    @property
    def words(self) -> Words:
        return self.standing.words

    @property
    def agency(self) -> Agency:
        return self.standing.agencies[self.result.code]

    @property
    def group(self) -> Group:
        return self.standing.group(self.result)

    @property
    def mark(self) -> str:
        """Code and name on one line, for the head of every page."""
        return " ".join((self.agency.code, *self.agency.name.split("\n")))

    @property
    def ranked(self) -> bool:
        return self.rank_shown and self.group.ranked

    @property
    def means(self) -> GroupMeans:
        return self.standing.means[self.group.code]

    @property
    def compared(self) -> bool:
        """Whether there is a mean to stand beside."""
        return self.means.score is not None

    @property
    def lines(self) -> list[Adjustment]:
        return [line for line in self.plan.adjustments if line.agency == self.agency.code]

    @property
    def vetoes(self) -> list[Veto]:
        return [veto for veto in self.plan.vetoes if veto.agency == self.agency.code]

    @cached_property
    def overall_rank(self) -> str:
        ranked = sum(held.rank is not None for held in self.standing.results.agencies)
        return self._rank(self.result.rank, ranked, tied=self.result.code in self.standing.tied)

    @cached_property
    def group_rank(self) -> str:
        ranked = sum(
            held.group_rank is not None
            for held in self.standing.results.agencies
            if self.standing.group(held) == self.group
        )
        tied = self.result.code in self.standing.tied_in_group
        return self._rank(self.result.group_rank, ranked, tied=tied)

    def remarks(self) -> str:
        """What stands beside the score. A cut is a rank too; who is in both is in none."""
        cuts = self.standing.cuts(self.result.code) if self.ranked else []
        found = cuts if len(cuts) == 1 else []
        if self.result.few_votes and self.result.score is not None:
            found.append(self.words("few votes"))
        return self.words(", ").join(found)

    def _rank(self, rank: int | None, count: int, *, tied: bool) -> str:
        if rank is None:
            return DASH
        words = self.words
        text = words("{rank} (tie)\nof {count}") if tied else words("{rank}\nof {count}")
        return text.format(rank=rank, count=count)


def why_unscored(told: Told) -> str:
    """Why there is no score (RULES.md §2), in a sentence."""
    words, plan, result = told.words, told.plan, told.result
    comma = words(", ")
    if not told.group.scored:
        return words("The agencies of this group are not scored; their votes alone are told.")
    if not result.votes:
        return words("Incomplete: no vote was received, so there is no score.")
    names = [
        dimension.name
        for dimension, held in zip(plan.dimensions, result.dimensions, strict=True)
        if held.score is None
    ]
    if names:
        text = words("Incomplete: no vote counts in {dimensions}, so there is no score.")
        return text.format(dimensions=comma.join(names))
    silent = [
        channel.name
        for channel, held in zip(plan.channels, result.channels, strict=True)
        if held.score is None and plan.channel_weight(result.code, channel)
    ]
    text = words("Incomplete: no score by {channels}, so there is none by all channels.")
    return text.format(channels=comma.join(silent))
