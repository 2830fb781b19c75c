"""The charts of one agency: its dimensions against its group, and how its votes fall."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from reportlab.graphics.shapes import Drawing

from desktop.report import charts
from desktop.report.chart_answers import grade_shares
from desktop.report.chart_lines import MeanLine, ShareLine
from desktop.report.chart_look import chart_rooms
from desktop.report.chart_rows import Caption, Head
from desktop.report.figures import gap_text, score_text
from desktop.report.standing import Standing
from desktop.tally.numbers import rounded
from desktop.tally.results import AgencyResult, DimensionResult


@dataclass(frozen=True)
class AgencyCharts:
    """Charts of an agency of these results; `state` says what the figures are."""

    standing: Standing
    agency: AgencyResult
    state: str = ""
    width: int = field(default_factory=lambda: chart_rooms().half_width)
    """As a rule half a window: these charts stand beside their tables."""
    named: bool = True
    """Whether agency, state and drill are said: not on a sheet that says them for all of it."""

    def against_group(self) -> Drawing | None:
        """Where does it stand out of its group? None where nothing can be compared."""
        lines = [self._mean_line(*held) for held in self._compared]
        note = self._say("Dot: this agency, hollow where it is below; upright stroke: group mean.")
        return (
            charts.against_mean(self._caption(self.answer(), note), lines, self.width)
            if lines
            else None
        )

    def grade_shares(self) -> Drawing | None:
        """How do its votes fall? None where it has none."""
        held = [held for held in self.agency.dimensions if held.counts.votes]
        if not held:
            return None
        names = [grade.name for grade in self.standing.results.plan.grades]
        note = self._say("Shares of the votes in each dimension, in per cent.")
        caption = self._caption(self.votes_answer(), note)
        lines = [self._share_line(one) for one in held]
        return charts.grade_shares(caption, names, lines, self.width)

    def answer(self) -> str:
        """In how many dimensions it is above its group, and where it is furthest below."""
        above = sum(own >= mean for _, own, mean in self._compared)
        name, own, mean = min(self._compared, key=lambda held: held[1] - held[2])
        if own >= mean:
            return self._say("In no dimension below the mean of its group")
        return self._say(
            "At or above its group in {above} of {count}; furthest below in {name} ({gap})",
            above=above,
            count=len(self._compared),
            name=name,
            gap=self._gap(own - mean),
        )

    def votes_answer(self) -> str:
        """The share of the best grade over all dimensions."""
        share = grade_shares(self.agency.dimensions)[0]
        name = self.standing.results.plan.grades[0].name
        return self._say(
            "“{grade}” on {share}% of its votes", grade=name, share=rounded(100 * share, 1)
        )

    @cached_property
    def _compared(self) -> list[tuple[str, Fraction, Fraction]]:
        """Name, own score and the group's mean of every dimension that has both."""
        means = self.standing.means[self.standing.group(self.agency).code].dimensions
        names = [held.name for held in self.standing.results.plan.dimensions]
        found = zip(names, self.agency.dimensions, means, strict=True)
        return [
            (name, own.score, mean)
            for name, own, mean in found
            if own.score is not None and mean is not None
        ]

    def _mean_line(self, name: str, own: Fraction, mean: Fraction) -> MeanLine:
        scale = self.standing.results.plan.scoring.display.scale
        texts = (score_text(self.standing.results.plan, own), self._gap(own - mean))
        return MeanLine(Head("", name), own * scale, mean * scale, texts)

    def _share_line(self, held: DimensionResult) -> ShareLine:
        names = {one.code: one.name for one in self.standing.results.plan.dimensions}
        shares = grade_shares([held])
        texts = tuple(rounded(100 * share, 1) for share in shares)
        return ShareLine(Head("", names[held.code]), shares, texts)

    def _gap(self, points: Fraction) -> str:
        return gap_text(self.standing.results.plan, points)

    def _caption(self, title: str, note: str) -> Caption:
        words = self.standing.words
        if not self.named:
            return Caption(title, (note,))
        drill = words("Drill") if self.standing.results.mode == "drill" else ""
        name = self.standing.agencies[self.agency.code].name
        return Caption(
            words("{code}: {name}").format(code=name, name=title), (note, self.state), drill
        )

    def _say(self, source: str, **fields: object) -> str:
        return self.standing.words(source).format(**fields)
