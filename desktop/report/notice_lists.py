"""What the public notice lists of the published groups, with numbers that stand in the results."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop.report.circular_tables import remarked
from desktop.report.figures import count_text
from desktop.report.ranking_tables import members
from desktop.report.standing import Standing
from desktop.report.table import Column, Kind, Table
from desktop.report.theme import column_room
from desktop.tally.plan import Group
from desktop.tally.results import AgencyResult, Results
from desktop.words import Words


@dataclass(frozen=True)
class Published:
    """The overall ranking is shown where no ranked group is kept back, else each group's own.

    Gaps in overall ranks would tell how the agencies kept back did, and ranks counted anew would
    give an agency a place it does not have: the fifth of those published need not be one of the
    top five. A rank within a group says nothing of other groups, and is the same in every document.
    """

    results: Results
    words: Words

    @property
    def groups(self) -> list[Group]:
        return [group for group in self.results.plan.groups if group.published]

    def tables(self) -> list[tuple[str, Table]]:
        """Titles and tables; none where nothing published is ranked."""
        groups = [
            group
            for group in self.groups
            if any(held.rank is not None for held in self._members(group))
        ]
        if groups and all(group.published for group in self.results.plan.groups if group.ranked):
            return [(self.words("Overall ranking"), self._overall(groups))]
        title = self.words("Ranking within group: {group}")
        return [(title.format(group=group.name), self._within(group)) for group in groups]

    def sentences(self) -> Iterator[str]:
        """Published agencies without a rank: unranked by the plan, or incomplete."""
        words = self.words
        if names := self._apart(rankable=False):
            text = words(
                "Taking part without being ranked, in the order of their codes: {agencies}."
            )
            yield text.format(agencies=names)
        if names := self._apart(rankable=True):
            yield words("Incomplete, without a rank: {agencies}.").format(agencies=names)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self.results, self.words)

    def _overall(self, groups: list[Group]) -> Table:
        words, standing = self.words, self._standing
        several = len(groups) > 1
        columns = [
            Column(words("Rank")),
            Column(words("Agency"), Kind.NAME),
            *([Column(words("Group"), Kind.TEXT, limit=column_room("group"))] if several else []),
            *([Column(words("Rank in group"))] if several else []),
        ]
        held = [it for it in self.results.agencies if it.rank is not None]
        cells = [
            [
                count_text(it.rank),
                standing.agencies[it.code].name,
                *([standing.group(it).name, count_text(it.group_rank)] if several else []),
            ]
            for it in held
        ]
        remarks = [self._remark(it, standing.tied) for it in held]
        return remarked(columns, cells, remarks, words)

    def _within(self, group: Group) -> Table:
        words, standing = self.words, self._standing
        columns = [Column(words("Rank in group")), Column(words("Agency"), Kind.NAME)]
        held = [it for it in self._members(group) if it.rank is not None]
        cells = [[count_text(it.group_rank), standing.agencies[it.code].name] for it in held]
        remarks = [self._remark(it, standing.tied_in_group) for it in held]
        return remarked(columns, cells, remarks, words)

    def _remark(self, agency: AgencyResult, tied: Collection[str]) -> str:
        found = [self.words("tie")] if agency.code in tied else []
        found += [self.words("few votes")] if agency.few_votes else []
        return self.words(", ").join(found)

    def _members(self, group: Group) -> list[AgencyResult]:
        return members(self._standing, group)

    def _apart(self, *, rankable: bool) -> str:
        """Names of published agencies without a rank, in the order of their codes."""
        held = [
            it
            for group in self.groups
            if (group.scored and group.ranked) == rankable
            for it in self._members(group)
            if it.rank is None
        ]
        names = self._standing.agencies
        codes = sorted(it.code for it in held)
        return self.words(", ").join(names[code].name for code in codes)
