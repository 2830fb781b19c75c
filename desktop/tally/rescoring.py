"""Scores and ranks a survey's tallies again and again, under small changes of some cells."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.tally.counting import AgencyTally, pooled
from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Plan
from desktop.tally.ranking import Strength, strength
from desktop.tally.scoring import Scorer
from desktop.tally.slips import Counts

Tallies = Mapping[str, Sequence[AgencyTally]]
"""Channel code to one tally per agency, in the plan's order."""


class Rescoring:
    """The strengths of all ranked agencies, under any change of the cells that were counted.

    A cell is a dimension of an agency, of one channel where the plan scores channels apart. The
    cells of an agency stand together.
    """

    def __init__(self, plan: Plan, counted: Tallies) -> None:
        self._plan, self._scorer = plan, Scorer(plan)
        groups = [plan.group_of[agency.code] for agency in plan.agencies]
        self._rows = [at for at, group in enumerate(groups) if group.scored and group.ranked]
        self._apart = plan.scoring.channels == "weighted"
        self._channels = [channel.code for channel in plan.channels] if self._apart else [""]
        self._sheets = self._sheets_of(counted)
        self._base = self.cells_of(counted)
        self._known: dict[int, Strength | None] = {}
        self._known = {at: self._strength(at, {}) for at in range(len(self._rows))}

    def cells_of(self, tallies: Tallies) -> list[Counts]:
        """Every cell's marks by code: by agency, then channel, then dimension."""
        sheets = self._sheets_of(tallies)
        return [
            self._counts(marks)
            for row in self._rows
            for sheet in sheets
            for marks in sheet[row].dimensions
        ]

    def strengths(self, changes: Mapping[int, Counts]) -> dict[str, Strength | None]:
        """Agency to its strength, None where it is unscored."""
        size = len(self._sheets) * len(self._plan.dimensions)
        touched = {cell // size for cell in changes}
        return {
            self._plan.agencies[row].code: self._strength(at, changes)
            if at in touched
            else self._known[at]
            for at, row in enumerate(self._rows)
        }

    def _strength(self, at: int, changes: Mapping[int, Counts]) -> Strength | None:
        """The strength of the agency whose cells are the `at`-th."""
        tallies = list(self._tallies(at, changes))
        code = self._plan.agencies[self._rows[at]].code
        whole = tallies[0] if len(tallies) == 1 else _together(tallies)
        by_channel = dict(zip(self._channels, tallies, strict=True))
        score = self._scorer.adjusted(code, self._scorer.agency(code, whole, by_channel))
        return None if score is None else strength(self._plan, score, whole)

    def _tallies(self, at: int, changes: Mapping[int, Counts]) -> Iterator[AgencyTally]:
        width = len(self._plan.dimensions)
        cell = at * len(self._sheets) * width
        for sheet in self._sheets:
            cells = range(cell, cell + width)
            yield AgencyTally(
                sheet[self._rows[at]].forms,
                tuple(self._marks(self._base[one], changes.get(one)) for one in cells),
            )
            cell += width

    def _marks(self, counts: Counts, change: Counts | None) -> MarkCounts:
        held = list(map(int.__add__, counts, change)) if change else counts
        grades = len(self._plan.grades)
        states = held[grades:]
        if not self._plan.dont_know:
            states = [states[0], 0, *states[1:]]
        return MarkCounts(tuple(held[:grades]), *states)

    def _counts(self, marks: MarkCounts) -> Counts:
        dont_know = [marks.dont_know] if self._plan.dont_know else []
        return [*marks.grades, marks.blank, *dont_know, marks.invalid, marks.not_applicable]

    def _sheets_of(self, tallies: Tallies) -> list[Sequence[AgencyTally]]:
        if self._apart:
            return [tallies[channel] for channel in self._channels]
        return [pooled(tallies.values())]


def _together(tallies: Sequence[AgencyTally]) -> AgencyTally:
    (whole,) = pooled([tally] for tally in tallies)
    return whole
