"""What each chart of a result answers, in one sentence: its title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from desktop.report.figures import percent_text, score_text
from desktop.report.standing import Standing
from desktop.tally.means import dimension_means
from desktop.tally.results import AgencyResult, DimensionResult

Gap = tuple[AgencyResult, AgencyResult, Fraction]
"""The last above a cut, the first below it, and the points between them."""


@dataclass(frozen=True)
class Answers:
    """Of some agencies with a score, in order of rank; `whole` if they are the overall ranking."""

    standing: Standing
    shown: Sequence[AgencyResult]
    whole: bool

    def scores(self) -> str:
        """How far apart they are at the cut; where nothing is cut, from where to where."""
        found = [text for text in (self._top(), self._bottom()) if text]
        if found:
            return self.standing.words("; ").join(found)
        scores = [held.score for held in self.shown if held.score is not None]
        low, high = self.score(min(scores)), self.score(max(scores))
        return self.say("Scores run from {low} to {high}", low=low, high=high)

    def grades(self) -> str:
        """How large the best grade's share is, and who has the largest and the smallest."""
        best = max(self.shown, key=first_share)
        least = min(self.shown, key=first_share)
        return self.say(
            "“{grade}” has {share} of the votes; most: {best} ({most}), least: {least} ({few})",
            grade=self.standing.results.plan.grades[0].name,
            share=percent_text(share_of_first(_dimensions(self.shown))),
            best=self._name(best),
            most=percent_text(first_share(best)),
            least=self._name(least),
            few=percent_text(first_share(least)),
        )

    def channels(self) -> str:
        """Over whom the channels differ most."""
        widest = max(self.shown, key=_spread)
        if not _spread(widest):
            return self.say("No two channels scored an agency differently")
        names = {held.code: held.name for held in self.standing.results.plan.channels}
        found = [(held.score, held.code) for held in widest.channels if held.score is not None]
        (low, low_code), (high, high_code) = min(found), max(found)
        return self.say(
            "Channels differ most over {agency}: {best} {high}, {least} {low}",
            agency=self._name(widest),
            best=names[high_code],
            high=self.score(high),
            least=names[low_code],
            low=self.score(low),
        )

    def dimensions(self) -> str:
        """Which dimension is weakest, which strongest."""
        names = [held.name for held in self.standing.results.plan.dimensions]
        found = zip(dimension_means(self.shown), names, strict=True)
        means = [(mean, name) for mean, name in found if mean is not None]
        (low, weak), (high, strong) = min(means), max(means)
        if low == high:
            return self.say("All dimensions have the same mean: {mean}", mean=self.score(low))
        return self.say(
            "Weakest: {weak}, mean {low}; strongest: {strong}, mean {high}",
            weak=weak,
            low=self.score(low),
            strong=strong,
            high=self.score(high),
        )

    def top_gap(self) -> Gap | None:
        """Between the last of the top and the next; None where nothing follows, or all is top."""
        return self._gap(self.standing.results.top) if self.whole else None

    def bottom_gap(self) -> Gap | None:
        """Between the first of the bottom and the one before."""
        bottom = set(self.standing.results.bottom)
        others = [held.code for held in self._ranked() if held.code not in bottom]
        return self._gap(others) if self.whole and bottom else None

    def score(self, score: Fraction) -> str:
        return score_text(self.standing.results.plan, score)

    def say(self, source: str, **fields: object) -> str:
        return self.standing.words(source).format(**fields)

    def _gap(self, above: Iterable[str]) -> Gap | None:
        upper = set(above)
        if set(self.standing.results.top) & set(self.standing.results.bottom):
            return None
        for one, next_one in pairwise(self._ranked()):
            if one.code in upper and next_one.code not in upper:
                assert one.score is not None
                assert next_one.score is not None
                return one, next_one, one.score - next_one.score
        return None

    def _ranked(self) -> list[AgencyResult]:
        return [held for held in self.shown if held.rank is not None]

    def _top(self) -> str:
        if not (gap := self.top_gap()):
            return ""
        count = self.standing.results.plan.cut.top
        source = "Top {count} lead by {gap} points"
        return self.say(source, count=count, gap=self.score(gap[2]))

    def _bottom(self) -> str:
        if not (gap := self.bottom_gap()):
            return ""
        count = self.standing.results.plan.cut.bottom
        source = "bottom {count} are {gap} points behind the one before"
        if not self._top():
            source = "Bottom {count} are {gap} points behind the one before"
        return self.say(source, count=count, gap=self.score(gap[2]))

    def _name(self, agency: AgencyResult) -> str:
        held = self.standing.agencies[agency.code]
        return held.short or held.name


def first_share(agency: AgencyResult) -> Fraction:
    """The best grade's share of an agency's votes."""
    return share_of_first(agency.dimensions)


def share_of_first(dimensions: Iterable[DimensionResult]) -> Fraction:
    return grade_shares(dimensions)[0]


def grade_shares(dimensions: Iterable[DimensionResult]) -> tuple[Fraction, ...]:
    """Each grade's share of the votes, best first; all 0 without a vote."""
    counts = [
        sum(grade) for grade in zip(*(held.counts.grades for held in dimensions), strict=True)
    ]
    votes = sum(counts)
    return tuple(Fraction(count, votes) if votes else Fraction() for count in counts)


def _dimensions(agencies: Sequence[AgencyResult]) -> list[DimensionResult]:
    return [dimension for agency in agencies for dimension in agency.dimensions]


def _spread(agency: AgencyResult) -> Fraction:
    scores = [held.score for held in agency.channels if held.score is not None]
    return max(scores) - min(scores) if scores else Fraction()
