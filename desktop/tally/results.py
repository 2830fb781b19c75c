"""The result of a survey: every agency scored, ranked and set beside its channels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.tally.counting import AgencyTally, Totals, pooled
from desktop.tally.marks import MarkCounts
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.tally.ranking import Strength, competition_ranks, cut_off, group_ranks, strength
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.scoring import Scorer, rate


@dataclass(frozen=True, slots=True)
class DimensionResult:
    code: str
    counts: MarkCounts
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class ChannelResult:
    """One channel's marks for one agency; `forms` could grade it."""

    code: str
    forms: int
    score: Fraction | None
    dimensions: tuple[DimensionResult, ...]


@dataclass(frozen=True, slots=True)
class AgencyResult:
    """One agency; ranks are None where it is unscored or its group is not ranked.

    `few_votes` flags a dimension below the plan's minimum. `band` is a code or None.
    """

    code: str
    rank: int | None
    group_rank: int | None
    score: Fraction | None
    display: str | None
    rate: Fraction | None
    votes: int
    few_votes: bool
    band: str | None
    vetoed: bool
    dimensions: tuple[DimensionResult, ...]
    channels: tuple[ChannelResult, ...]


@dataclass(frozen=True, slots=True)
class FormCounts:
    """Forms in the count; `void` by reason, every reason of the plan listed."""

    valid: int
    void: Mapping[str, int]
    unsettled: int

    @property
    def keyed(self) -> int:
        return self.valid + sum(self.void.values()) + self.unsettled


@dataclass(frozen=True, slots=True)
class Results:
    """A whole survey's result; agencies in order of rank, unranked then unscored last."""

    survey: str
    mode: str
    plan: Plan
    plan_hash: str
    forms: FormCounts
    agencies: tuple[AgencyResult, ...]
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    reconciliation: tuple[ReconciliationRow, ...]
    totals: tuple[Totals, ...] = ()
    """Every set of counts taken over from outside, in order of channel and source."""
    hash: str = ""
    """SHA-256 of `results_json` in canonical bytes; empty until that is computed."""


def agency_results(
    plan: Plan, channels: Mapping[str, Sequence[AgencyTally]]
) -> tuple[AgencyResult, ...]:
    """Score, rank and order every agency from its tallies per channel."""
    scorer, codes = Scorer(plan), [agency.code for agency in plan.agencies]
    whole = dict(zip(codes, pooled(channels.values()), strict=True))
    own = {
        code: {channel: tallies[row] for channel, tallies in channels.items()}
        for row, code in enumerate(codes)
    }
    scores = {
        code: scorer.adjusted(code, scorer.agency(code, whole[code], own[code])) for code in codes
    }
    ranks, in_group = _ranks(plan, scores, whole)
    found = [
        _agency(
            plan,
            scorer,
            code,
            scores[code],
            (ranks.get(code), in_group.get(code)),
            whole[code],
            own[code],
        )
        for code in codes
    ]
    return tuple(sorted(found, key=_order))


def form_counts(plan: Plan, rows: Iterable[ReconciliationRow]) -> FormCounts:
    """Sum the channel rows of a reconciliation."""
    channels = [row for row in rows if row.batch is None]
    void = {r.code: sum(row.void[r.code] for row in channels) for r in plan.void_reasons}
    valid, unsettled = (sum(row.valid for row in channels), sum(row.unsettled for row in channels))
    return FormCounts(valid, void, unsettled)


def cut_of(plan: Plan, agencies: Iterable[AgencyResult]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Top and bottom of the overall ranking."""
    return cut_off(plan.cut, {a.code: a.rank for a in agencies if a.rank is not None})


def _ranks(
    plan: Plan, scores: Mapping[str, Fraction | None], whole: Mapping[str, AgencyTally]
) -> tuple[dict[str, int], dict[str, int]]:
    strengths: dict[str, Strength] = {
        code: strength(plan, score, whole[code])
        for code, score in scores.items()
        if score is not None and plan.group_of[code].ranked
    }
    return competition_ranks(strengths), group_ranks(plan, strengths)


def _agency(
    plan: Plan,
    scorer: Scorer,
    code: str,
    score: Fraction | None,
    ranks: tuple[int | None, int | None],
    whole: AgencyTally,
    channels: Mapping[str, AgencyTally],
) -> AgencyResult:
    display = plan.scoring.display
    shown = None if score is None else score * display.scale
    veto = next((veto.band for veto in plan.vetoes if veto.agency == code), None)
    votes = [counts.votes for counts in whole.dimensions]
    return AgencyResult(
        code=code,
        rank=ranks[0],
        group_rank=ranks[1],
        score=score,
        display=None if shown is None else rounded(shown, display.decimals),
        rate=rate(plan, whole),
        votes=sum(votes),
        few_votes=min(votes) < plan.scoring.min_votes,
        band=veto or _band(plan, shown),
        vetoed=veto is not None,
        dimensions=_dimensions(plan, scorer, whole),
        channels=tuple(
            ChannelResult(
                channel.code,
                channels[channel.code].forms,
                scorer.combined(channels[channel.code]),
                _dimensions(plan, scorer, channels[channel.code]),
            )
            for channel in plan.channels
        ),
    )


def _band(plan: Plan, shown: Fraction | None) -> str | None:
    if shown is None:
        return None
    return next((band.code for band in plan.bands if band.holds(shown)), None)


def _dimensions(plan: Plan, scorer: Scorer, tally: AgencyTally) -> tuple[DimensionResult, ...]:
    return tuple(
        DimensionResult(dimension.code, counts, scorer.dimension(counts, tally.forms))
        for dimension, counts in zip(plan.dimensions, tally.dimensions, strict=True)
    )


def _order(result: AgencyResult) -> tuple[bool, bool, int, str]:
    return result.score is None, result.rank is None, result.rank or 0, result.code
