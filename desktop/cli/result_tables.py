"""Results and reconciliations as tables in the terminal."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from desktop.cli.screen import say, say_table, words
from desktop.tally.identical import IdenticalForms
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import AgencyResult, Results


def say_results(results: Results, by: str | None = None) -> None:
    """The ranking, overall or by group, or with every channel's score beside it."""
    if by == "channel":
        _say_channels(results)
    elif by == "group":
        for group in results.plan.groups:
            held = [a for a in results.agencies if results.plan.group_of[a.code] is group]
            _say_ranking(results.plan, group.name, held, grouped=True)
    else:
        _say_ranking(results.plan, results.plan.title, results.agencies, grouped=False)
    _say_foot(results)


def say_reconciliation(plan: Plan, rows: Iterable[ReconciliationRow]) -> None:
    """Channels with their batches; a batch that agrees in full is one quiet line."""
    names = {channel.code: channel.name for channel in plan.channels}
    heads = ("Channel", "Batch", "Issued", "Slip", "Keyed", "Valid", "Void", "Missing", "Extra")
    say_table(
        "Reconciliation",
        [words(head) for head in heads],
        [
            (
                names[row.channel],
                row.batch,
                row.issued,
                row.slip,
                row.keyed,
                row.valid,
                sum(row.void.values()),
                row.missing or "",
                row.extra or "",
            )
            for row in rows
        ],
        numbers=2,
    )


def say_identical(plan: Plan, sets: Sequence[IdenticalForms]) -> None:
    """Sets of forms with the same marks, and the grade where it is one throughout."""
    if not sets:
        say("No two valid forms hold the same answers.")
        return
    grades = {grade.code: grade.name for grade in plan.grades}
    heads = ("One grade", "Form numbers", "Forms", "Longest run")
    rows = [
        (grades.get(held.straight), " ".join(held.names), len(held.forms), held.longest_run)
        for held in sets
    ]
    say_table("Identical answers", [words(head) for head in heads], rows, numbers=2)


def _say_ranking(
    plan: Plan, title: str, agencies: Sequence[AgencyResult], *, grouped: bool
) -> None:
    names = {agency.code: agency.name for agency in plan.agencies}
    heads = ("Rank", "Code", "Agency", "Score", "Satisfaction", "Votes")
    rows = [
        (
            agency.group_rank if grouped else agency.rank,
            agency.code,
            names[agency.code],
            agency.display,
            _percent(agency),
            agency.votes,
        )
        for agency in agencies
    ]
    say_table(title, [words(head) for head in heads], rows, numbers=3)


def _say_channels(results: Results) -> None:
    plan = results.plan
    names = {agency.code: agency.name for agency in plan.agencies}
    heads = [words(head) for head in ("Rank", "Agency", "Score")]
    columns = [*heads, *(channel.name for channel in plan.channels)]
    codes = [*heads, *(channel.code for channel in plan.channels)]
    rows = []
    for agency in results.agencies:
        scores = [_shown(plan, channel.score) for channel in agency.channels]
        rows.append((agency.rank, names[agency.code], agency.display, *scores))
    say_table(plan.title, columns, rows, numbers=2, codes=codes)


def say_edge(title: str, results: Results, codes: Sequence[str]) -> None:
    """Either end of the ranking, by name; nothing where nobody is ranked."""
    names = {agency.code: agency.name for agency in results.plan.agencies}
    by_code = {agency.code: agency for agency in results.agencies}
    heads = [words(head) for head in ("Rank", "Agency", "Score")]
    rows = [(by_code[code].rank, names[code], by_code[code].display) for code in codes]
    if rows:
        say_table(title, heads, rows, numbers=2)


def _say_foot(results: Results) -> None:
    say_edge("Top of the ranking", results, results.top)
    say_edge("Bottom of the ranking", results, results.bottom)
    forms = results.forms
    message = "Forms: {valid} valid, {void} void, {unsettled} unsettled."
    void = sum(forms.void.values())
    say(message, valid=forms.valid, void=void, unsettled=forms.unsettled)
    say("Results hash {hash}", hash=results.hash)


def _percent(agency: AgencyResult) -> str | None:
    return None if agency.rate is None else rounded(100 * agency.rate, 2) + " %"


def _shown(plan: Plan, score: Fraction | None) -> str | None:
    display = plan.scoring.display
    return None if score is None else rounded(score * display.scale, display.decimals)
