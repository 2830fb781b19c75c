"""What stands beside an agency's figures: ties, cuts, few votes, veto, why it has no rank."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.report.figures import signed
from desktop.tally.counting import AgencyTally
from desktop.tally.means import GroupMeans, group_means
from desktop.tally.plan import Agency, Band, Channel, Group
from desktop.tally.ranking import Strength, competition_ranks, strength
from desktop.tally.results import AgencyResult, ChannelResult, Results
from desktop.words import Words


@dataclass(frozen=True)
class Standing:
    """Looks up plan entries and makes the remarks of one survey's results."""

    results: Results
    words: Words

    @cached_property
    def agencies(self) -> Mapping[str, Agency]:
        return {agency.code: agency for agency in self.results.plan.agencies}

    @cached_property
    def bands(self) -> Mapping[str, Band]:
        return {band.code: band for band in self.results.plan.bands}

    @cached_property
    def means(self) -> Mapping[str, GroupMeans]:
        """What the agencies of each group score on average, by the group's code."""
        return group_means(self.results)

    @cached_property
    def tied(self) -> frozenset[str]:
        """Agencies that share their rank with another."""
        ranks = Counter(held.rank for held in self.results.agencies)
        return frozenset(held.code for held in self.results.agencies if ranks[held.rank] > 1)

    @cached_property
    def tied_in_group(self) -> frozenset[str]:
        places = Counter(self._place(held) for held in self.results.agencies)
        return frozenset(
            held.code for held in self.results.agencies if places[self._place(held)] > 1
        )

    def group(self, agency: AgencyResult) -> Group:
        return self.results.plan.group_of[agency.code]

    def in_cut(self, code: str) -> bool:
        return code in self.results.top or code in self.results.bottom

    def remarks(self, agency: AgencyResult, *, in_group: bool = False) -> str:
        """Everything to be said of an agency; ties are those of the ranking it stands in."""
        comma = self.words(", ")
        if agency.score is None:
            return self._why_unscored(agency)
        found = [self.words("not ranked")] if agency.rank is None else []
        if agency.rank is not None and agency.code in (
            self.tied_in_group if in_group else self.tied
        ):
            found.append(self.words("tie"))
        if not in_group:
            found += self.cuts(agency.code)
        if agency.few_votes:
            found.append(self.words("few votes"))
        return comma.join(found + self._lines(agency))

    def cuts(self, code: str) -> list[str]:
        """The cuts of the overall ranking that an agency stands in."""
        cut = self.results.plan.cut
        found = []
        if code in self.results.top:
            found.append(self.words("top {count}").format(count=cut.top))
        if code in self.results.bottom:
            found.append(self.words("bottom {count}").format(count=cut.bottom))
        return found

    def _why_unscored(self, agency: AgencyResult) -> str:
        return self.words("incomplete") if self.group(agency).scored else self.words("not scored")

    def _lines(self, agency: AgencyResult) -> list[str]:
        points = [
            line.points for line in self.results.plan.adjustments if line.agency == agency.code
        ]
        found = []
        if points:
            total = signed(sum(points, Fraction()))
            found.append(self.words("bonus or deduction {points}").format(points=total))
        if agency.vetoed:
            found.append(self.words("veto"))
        return found

    def _place(self, agency: AgencyResult) -> tuple[str, int | None]:
        return self.group(agency).code, agency.group_rank


def channel_ranks(results: Results, channel: Channel) -> dict[str, int]:
    """Ranks of the ranked agencies by one channel alone, tie-breakers included."""
    at = results.plan.channels.index(channel)
    strengths: dict[str, Strength] = {}
    for agency in results.agencies:
        found = agency.channels[at]
        if found.score is not None and results.plan.group_of[agency.code].ranked:
            strengths[agency.code] = strength(results.plan, found.score, _tally(found))
    return competition_ranks(strengths)


def _tally(channel: ChannelResult) -> AgencyTally:
    return AgencyTally(channel.forms, tuple(held.counts for held in channel.dimensions))
