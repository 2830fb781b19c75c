"""The charts of a survey's results: which lines they have, and which are marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from reportlab.graphics.shapes import Drawing

from desktop.report import charts
from desktop.report.chart_answers import Answers, grade_shares
from desktop.report.chart_lines import ChannelLine, HeatLine, Named, ScoreLine, ShareLine
from desktop.report.chart_rows import Caption, Divider, Head
from desktop.report.figures import count_text, score_text
from desktop.report.standing import Standing
from desktop.tally.means import dimension_means, mean
from desktop.tally.numbers import rounded
from desktop.tally.results import AgencyResult

T = TypeVar("T")


@dataclass(frozen=True)
class ResultCharts:
    """`state` says below every chart what these figures are; `group` is a code, empty for all.

    Nothing can be drawn where `shown` is empty.
    """

    standing: Standing
    state: str
    group: str = ""

    @cached_property
    def shown(self) -> Sequence[AgencyResult]:
        """The agencies with a score, in order of rank; of the group if one is named."""
        held = [held for held in self._members() if held.score is not None]
        if self.group:
            held.sort(key=lambda one: (one.group_rank is None, one.group_rank or 0))
        return held

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.standing, self.shown, not self.group)

    def score_bars(self) -> Drawing:
        """How far apart are they, and where is the cut?"""
        lines = self._lines(self._score_line, self._cut_dividers())
        low = f"{float(charts.score_axis(lines).low):g}"
        note = self._say("Bars begin at {low}, not at 0.", low=low)
        return charts.score_bars(self._caption(self.answers.scores(), note), lines)

    def grade_shares(self) -> Drawing:
        """Who is content, and who is not?"""
        note = self._say("Shares of an agency's votes in all dimensions, in per cent.")
        names = [grade.name for grade in self.standing.results.plan.grades]
        lines = self._lines(self._share_line, self._part_dividers())
        return charts.grade_shares(self._caption(self.answers.grades(), note), names, lines)

    def channel_dots(self) -> Drawing:
        """Do the channels agree?"""
        note = self._say(
            "Upright stroke: the score by all channels; dot: by this channel alone, hollow where it"
            " is the lower one."
        )
        lines = self._lines(self._channel_line, self._part_dividers())
        caption = self._caption(self.answers.channels(), note, *self._silent())
        return charts.channel_dots(caption, self._channels(), lines)

    def dimension_heat(self) -> Drawing:
        """Where is the work weak?"""
        note = self._say("The stronger the colour, the lower the dimension score.")
        lines = self._lines(self._heat_line, self._part_dividers())
        caption = self._caption(self.answers.dimensions(), note)
        return charts.dimension_heat(caption, self._dimensions(), lines)

    def _members(self) -> list[AgencyResult]:
        held = self.standing.results.agencies
        return [one for one in held if self.group in ("", self.standing.group(one).code)]

    def _caption(self, title: str, *notes: str) -> Caption:
        words = self.standing.words
        drill = words("Drill") if self.standing.results.mode == "drill" else ""
        missing = len(self._members()) - len(self.shown)
        left_out = [self._say("Left out, without a score: {count}.", count=missing)]
        return Caption(title, (*notes, *(left_out if missing else []), self.state), drill)

    def _lines(
        self, line: Callable[[AgencyResult, Head], T], dividers: dict[str, str]
    ) -> list[T | Divider]:
        found: list[T | Divider] = []
        for agency in self.shown:
            if text := dividers.get(agency.code):
                found.append(Divider(text))
            found.append(line(agency, self._head(agency)))
        return found

    def _head(self, agency: AgencyResult) -> Head:
        held, standing = self.standing.agencies[agency.code], self.standing
        rank = agency.group_rank if self.group else agency.rank
        band = not self.group and standing.in_cut(agency.code) and not self._cuts_meet()
        return Head(count_text(rank), held.short or held.name, band)

    def _cut_dividers(self) -> dict[str, str]:
        """Before whom a rule stands, and how far it is to the one above."""
        found = self._part_dividers()
        cut = self.standing.results.plan.cut
        if gap := self.answers.top_gap():
            source = "above: top {count}, ahead by {gap}"
            found[gap[1].code] = self._say(source, count=cut.top, gap=self._score(gap[2]))
        if gap := self.answers.bottom_gap():
            source = "bottom {count}, behind by {gap}"
            found[gap[1].code] = self._say(source, count=cut.bottom, gap=self._score(gap[2]))
        return found

    def _part_dividers(self) -> dict[str, str]:
        """Before the top, before the bottom, and before those that have no rank."""
        words, found = self.standing.words, {}
        cut, results = self.standing.results.plan.cut, self.standing.results
        if not self.group and not self._cuts_meet():
            for codes, text, count in (
                (results.top, "Top {count}", cut.top),
                (results.bottom, "Bottom {count}", cut.bottom),
            ):
                if codes:
                    found[codes[0]] = words(text).format(count=count)
            if gap := self.answers.top_gap():
                found.setdefault(gap[1].code, words("others"))
        unranked = next((held.code for held in self.shown if held.rank is None), "")
        return found | ({unranked: words("not ranked")} if unranked else {})

    def _cuts_meet(self) -> bool:
        """Whether somebody stands in both: then there are too few to cut."""
        return bool(set(self.standing.results.top) & set(self.standing.results.bottom))

    def _score_line(self, agency: AgencyResult, head: Head) -> ScoreLine:
        return ScoreLine(head, self._shown(agency.score), agency.display or "")

    def _share_line(self, agency: AgencyResult, head: Head) -> ShareLine:
        shares = grade_shares(agency.dimensions)
        return ShareLine(head, shares, tuple(rounded(100 * share, 1) for share in shares))

    def _channel_line(self, agency: AgencyResult, head: Head) -> ChannelLine:
        scores = (
            None if agency.channels[at].score is None else self._shown(agency.channels[at].score)
            for at in self._speaking
        )
        return ChannelLine(head, self._shown(agency.score), tuple(scores))

    def _heat_line(self, agency: AgencyResult, head: Head) -> HeatLine:
        plan, values = self.standing.results.plan, [held.score for held in agency.dimensions]
        return HeatLine(head, tuple(values), tuple(score_text(plan, value) for value in values))

    @cached_property
    def _speaking(self) -> tuple[int, ...]:
        """The places of the channels that scored anybody here."""
        places = range(len(self.standing.results.plan.channels))
        return tuple(at for at in places if self._channel_mean(at) is not None)

    def _channel_mean(self, at: int) -> Fraction | None:
        return mean([agency.channels[at].score for agency in self.shown])

    def _channels(self) -> list[Named]:
        held = self.standing.results.plan.channels
        return [Named(held[at].name, self._mean(self._channel_mean(at))) for at in self._speaking]

    def _silent(self) -> list[str]:
        """The note that names the channels which scored nobody."""
        held = self.standing.results.plan.channels
        names = [one.name for at, one in enumerate(held) if at not in self._speaking]
        joined = self.standing.words(", ").join(names)
        return (
            [self._say("Channels that gave no score: {channels}.", channels=joined)]
            if names
            else []
        )

    def _dimensions(self) -> list[Named]:
        plan = self.standing.results.plan
        means = dimension_means(self.shown)
        return [
            Named(dimension.name, self._mean(found))
            for dimension, found in zip(plan.dimensions, means, strict=True)
        ]

    def _mean(self, score: Fraction | None) -> str:
        return self._say("mean {score}", score=score_text(self.standing.results.plan, score))

    def _shown(self, score: Fraction | None) -> Fraction:
        """As printed but not rounded."""
        assert score is not None
        return score * self.standing.results.plan.scoring.display.scale

    def _score(self, score: Fraction) -> str:
        return score_text(self.standing.results.plan, score)

    def _say(self, source: str, **fields: object) -> str:
        return self.standing.words(source).format(**fields)
