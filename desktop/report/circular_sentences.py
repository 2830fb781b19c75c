"""What the circular says of the forms and of the order; every figure is one of the results."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop.report.result_tables import all_channels
from desktop.report.standing import Standing
from desktop.tally.plan import Group
from desktop.tally.results import AgencyResult, Results
from desktop.words import Words


def subject_sentence(results: Results, survey: str, words: Words) -> str:
    """What was asked, of how many."""
    plan, comma = results.plan, words(", ")
    text = words(
        "{survey}: agencies appraised {agencies}; dimensions {dimensions}; grades {grades}."
    )
    return text.format(
        survey=survey,
        agencies=len(plan.agencies),
        dimensions=comma.join(held.name for held in plan.dimensions),
        grades=comma.join(held.name for held in plan.grades),
    )


def forms_sentences(results: Results, words: Words) -> Iterator[str]:
    """Issued, returned, valid, void and unsettled; which channels counted nothing out."""
    forms, whole = results.forms, all_channels(results)
    if whole.issued is None:
        text = words("Forms returned: {returned}; valid: {valid}, void: {void}.")
    else:
        text = words("Forms issued: {issued}, returned: {returned}; valid: {valid}, void: {void}.")
    void = sum(forms.void.values())
    yield text.format(issued=whole.issued, returned=forms.keyed, valid=forms.valid, void=void)
    if whole.issued is not None:
        yield from _uncounted(results, words)
    if forms.unsettled:
        text = words("Of those returned, {count} await a ruling: neither valid nor void as yet.")
        yield text.format(count=forms.unsettled)


def _uncounted(results: Results, words: Words) -> Iterator[str]:
    silent = [channel.name for channel in results.plan.channels if channel.issued is None]
    if silent:
        text = words("The number issued leaves out channels that count nothing out: {channels}.")
        yield text.format(channels=words(", ").join(silent))


def void_sentences(results: Results, words: Words) -> Iterator[str]:
    """Void forms by reason, and channels that gave back more than they were given."""
    reasons = [
        words("{reason} {count}").format(reason=held.name, count=results.forms.void[held.code])
        for held in results.plan.void_reasons
        if results.forms.void.get(held.code)
    ]
    if reasons:
        yield words("Void, by reason: {reasons}.").format(reasons=words(", ").join(reasons))
    names = {channel.code: channel.name for channel in results.plan.channels}
    more = [
        names[held.channel]
        for held in results.reconciliation
        if held.batch is None and held.issued is not None and held.keyed > held.issued
    ]
    if more:
        text = words("More returned than issued: {channels}; see the count result sheet.")
        yield text.format(channels=words(", ").join(more))


def order_sentences(standing: Standing) -> Iterator[str]:
    """How many are ranked, and who shares a rank."""
    words = standing.words
    ranked = [held for held in standing.results.agencies if held.rank is not None]
    yield words("Agencies ranked: {count}, the highest score first.").format(count=len(ranked))
    ties = [
        words("rank {rank}: {agencies}").format(rank=rank, agencies=_names(standing, tied))
        for rank, tied in _shared(standing, ranked)
    ]
    if ties:
        yield words("Tied: {ties}.").format(ties=words("; ").join(ties))


def _shared(
    standing: Standing, ranked: Iterable[AgencyResult]
) -> Iterator[tuple[int | None, list[AgencyResult]]]:
    tied = (held for held in ranked if held.code in standing.tied)
    yield from ((rank, list(held)) for rank, held in groupby(tied, lambda held: held.rank))


def incomplete_sentence(standing: Standing) -> str:
    """Agencies of scored groups that have no score; empty where there is none."""
    held = [
        it for it in standing.results.agencies if it.score is None and standing.group(it).scored
    ]
    text = standing.words("Incomplete, without score and rank: {agencies}.")
    return text.format(agencies=_names(standing, held)) if held else ""


def unscored_sentence(standing: Standing, group: Group) -> str:
    held = [it for it in standing.results.agencies if standing.group(it).code == group.code]
    text = standing.words("Group {group} is not scored: {agencies}.")
    return text.format(group=group.name, agencies=_names(standing, held))


def _names(standing: Standing, held: Iterable[AgencyResult]) -> str:
    return standing.words(", ").join(standing.agencies[it.code].name for it in held)
