"""The rule of a plan in sentences: whoever reads a sheet can compute its scores again."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.figures import plain_number, signed
from desktop.report.legend import Legend
from desktop.report.rule_parts import (
    channel_weights,
    cut_text,
    dimension_names,
    formula,
    percent,
    score_range,
    tie_breaker,
)
from desktop.tally.numbers import number_text
from desktop.tally.plan import Band, Plan
from desktop.words import Words


def rule_sentences(plan: Plan, words: Words) -> list[str]:
    """Every convention that makes or changes a score or a rank (RULES.md §2)."""
    parts = (_score, _dimensions, _channels, _scale, _ranks, _marked, _bands, _exceptions, _forms)
    return [sentence for part in parts for sentence in part(plan, words)]


def rule_short(plan: Plan, words: Words) -> str:
    """The rule in one line, for the foot of every page."""
    rule = plan.scoring
    parts = [formula(plan, words, legend=Legend(words)), _combined_short(plan, words)]
    if rule.trim:
        parts.append(words("trimmed {share}% at either end").format(share=percent(rule.trim)))
    if rule.cap is not None:
        parts.append(words("each capped at {cap}").format(cap=number_text(rule.cap)))
    if len(plan.channels) > 1:
        weighted = rule.channels == "weighted"
        parts.append(words("channels weighted") if weighted else words("channels pooled"))
    parts.append(words("{low}–{high} points (full mark {high})").format(**_limits(plan)))
    if rule.display.scale != 1:
        scale = number_text(rule.display.scale)
        parts.append(words("printed × {scale}").format(scale=scale))
    return words("; ").join(parts)


def _score(plan: Plan, words: Words) -> Iterator[str]:
    rule = plan.scoring
    yield words("Dimension score = {formula}.").format(formula=formula(plan, words))
    yield words("Blank, invalid and not applicable cells are no votes.")
    if plan.dont_know and rule.denominator == "marks+dont_know":
        yield words("Don't-know marks score nothing, but count in the denominator.")
    elif plan.dont_know:
        yield words("Don't-know marks do not score and are no votes.")
    if rule.trim:
        text = words("Of each dimension the best and the worst {share}% of votes are left out.")
        yield text.format(share=percent(rule.trim))
    if rule.cap is not None:
        text = words("Dimension scores are capped at {cap}.")
        yield text.format(cap=number_text(rule.cap))


def _dimensions(plan: Plan, words: Words) -> Iterator[str]:
    names, weighted = dimension_names(plan, words)
    match plan.scoring.dimensions, weighted:
        case "sum", False:
            text = words("Score = sum of the dimension scores ({names}).")
        case "sum", True:
            text = words("Score = weighted sum of the dimension scores ({names}).")
        case "mean", False:
            text = words("Score = mean of the dimension scores ({names}).")
        case "mean", True:
            text = words("Score = weighted mean of the dimension scores ({names}).")
        case _:
            text = words(
                "Score = {count} × the formula over the votes of all dimensions ({names})."
            )
    yield text.format(names=names, count=len(plan.dimensions))
    yield words(
        "An agency with a dimension without votes has no score: it is incomplete, listed below "
        "the ranking and never counted as 0."
    )


def _channels(plan: Plan, words: Words) -> Iterator[str]:
    if plan.scoring.channels == "pooled":
        if len(plan.channels) > 1:
            names = words(", ").join(channel.name for channel in plan.channels)
            yield words("The votes of all channels are counted together: {names}.").format(
                names=names
            )
    else:
        text = words("Each channel is scored by itself; the score is the weighted mean: {weights}.")
        yield text.format(weights=channel_weights(plan, None, words))
        for group in plan.groups:
            if group.weights is not None:
                text = words("Weights for group {group}: {weights}.")
                weights = channel_weights(plan, group, words)
                yield text.format(group=group.name, weights=weights)
        yield _missing_channel(plan, words)
    if plan.scoring.exclude_self:
        yield words("Forms of a batch that names its origin do not count for that agency itself.")


def _missing_channel(plan: Plan, words: Words) -> str:
    match plan.scoring.missing_channel:
        case "renormalise":
            return words("Where a channel gives no score, the other channels share its weight.")
        case "zero":
            return words("A channel that gives no score counts as 0.")
        case _:
            return words("Where a channel gives no score, the agency has none: it is incomplete.")


def _scale(plan: Plan, words: Words) -> Iterator[str]:
    display = plan.scoring.display
    text = words("Scores run from {low} to {high} (full mark {high}).")
    yield text.format(**_limits(plan))
    if plan.adjustments:
        yield words("Bonus and deduction lines come on top of that range.")
    if display.scale != 1:
        text = words("Scores are printed times {scale}, from {low} to {high}; ranks stay the same.")
        yield text.format(scale=number_text(display.scale), **_limits(plan, display.scale))
    text = words("Decimals printed: {decimals}, rounded half up; ranks follow exact scores.")
    yield text.format(decimals=display.decimals)


def _ranks(plan: Plan, words: Words) -> Iterator[str]:
    if all(group.ranked for group in plan.groups):
        yield words("All groups are ranked together and each group by itself.")
    else:
        yield from _group_ranks(plan, words)
    if plan.scoring.tie_break:
        breakers = words(", ").join(tie_breaker(plan, it, words) for it in plan.scoring.tie_break)
        text = words("Equal scores are told apart by {breakers}; then they tie (1, 2, 2, 4).")
        yield text.format(breakers=breakers)
    else:
        yield words("Equal scores tie (1, 2, 2, 4).")
    if plan.cut.top or plan.cut.bottom:
        text = words("Listed: {cut}, with every tie at the edge.")
        yield text.format(cut=cut_text(plan, words))


def _group_ranks(plan: Plan, words: Words) -> Iterator[str]:
    comma = words(", ")
    ranked = comma.join(group.name for group in plan.groups if group.ranked)
    scored = comma.join(group.name for group in plan.groups if group.scored and not group.ranked)
    other = comma.join(group.name for group in plan.groups if not group.scored)
    if ranked:
        yield words("Ranked groups: {groups}.").format(groups=ranked)
    if scored:
        yield words("Groups scored and not ranked: {groups}.").format(groups=scored)
    if other:
        yield words("Groups not scored: {groups}.").format(groups=other)


def _marked(plan: Plan, words: Words) -> Iterator[str]:
    good = words(" + ").join(grade.name for grade in plan.grades if grade.positive)
    yield words("Satisfaction rate = (votes for {grades}) ÷ all votes.").format(grades=good)
    if plan.scoring.min_votes > 1:
        text = words("Fewer than {votes} votes in a dimension are marked: few votes.")
        yield text.format(votes=plan.scoring.min_votes)


def _bands(plan: Plan, words: Words) -> Iterator[str]:
    if plan.bands:
        bands = words("; ").join(_band(band, words) for band in plan.bands)
        yield words("Bands, by the score before rounding: {bands}.").format(bands=bands)
    bands_by_code = {band.code: band.name for band in plan.bands}
    agencies = {agency.code: agency.name for agency in plan.agencies}
    for veto in plan.vetoes:
        text = words("Veto: {agency} is put into band {band}, its score stays ({reason}).")
        names = {"agency": agencies[veto.agency], "band": bands_by_code[veto.band]}
        yield text.format(reason=veto.reason, **names)


def _band(band: Band, words: Words) -> str:
    limits = {
        "band": band.name,
        "lower": "" if band.lower is None else number_text(band.lower),
        "upper": "" if band.upper is None else number_text(band.upper),
    }
    match band.lower, band.upper:
        case None, None:
            return words("{band}: every score").format(**limits)
        case _, None:
            return words("{band}: {lower} and above").format(**limits)
        case None, _:
            return words("{band}: below {upper}").format(**limits)
        case _:
            return words("{band}: {lower} to below {upper}").format(**limits)


def _exceptions(plan: Plan, words: Words) -> Iterator[str]:
    agencies = {agency.code: agency.name for agency in plan.agencies}
    for line in plan.adjustments:
        text = words("Bonus or deduction: {agency} {points} ({reason}).")
        name = agencies[line.agency]
        yield text.format(agency=name, points=signed(line.points), reason=line.reason)


def _forms(plan: Plan, words: Words) -> Iterator[str]:
    rule = plan.validity
    reasons = {reason.code: reason.name for reason in plan.void_reasons}
    if rule.max_blank:
        text = words("A form with more than {share}% of its cells blank is void: {reason}.")
        reason = reasons[rule.max_blank.reason]
        yield text.format(share=percent(rule.max_blank.share), reason=reason)
    if rule.one_grade:
        text = words("A form with one grade throughout is void: {reason}.")
        yield text.format(reason=reasons[rule.one_grade])
    if rule.quorum is not None:
        text = words("A channel with less than {share}% returned is warned of.")
        yield text.format(share=percent(rule.quorum))
    if rule.returned_above_issued == "stop":
        yield words("No channel may have more forms returned than were issued.")


def _combined_short(plan: Plan, words: Words) -> str:
    _, weighted = dimension_names(plan, words)
    match plan.scoring.dimensions, weighted:
        case "sum", False:
            text = words("dimensions summed: {count}")
        case "sum", True:
            text = words("dimensions summed by weight: {count}")
        case "mean", False:
            text = words("dimensions averaged: {count}")
        case "mean", True:
            text = words("dimensions averaged by weight: {count}")
        case _:
            text = words("dimensions pooled: {count}")
    return text.format(count=len(plan.dimensions))


def _limits(plan: Plan, scale: Fraction = Fraction(1)) -> dict[str, str]:
    low, high = score_range(plan)
    decimals = plan.scoring.display.decimals
    return {
        "low": plain_number(low * scale, decimals),
        "high": plain_number(high * scale, decimals),
    }
