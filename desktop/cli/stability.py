"""The command `stability`: whether slips nobody saw could change who is first and who is last."""

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.actions.stability import ROUNDS, SurveyStability, survey_stability
from desktop.cli.progress import progress_bar
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.store.verification import verified_survey
from desktop.tally.confusion import Confusion
from desktop.tally.error_rates import percent_text, rate_of
from desktop.tally.stability import DOUBT, Stability


@click.command()
@click.argument("file", type=existing_file)
@click.option("--rounds", type=int, default=ROUNDS, show_default=True, help="How many draws.")
@click.option("--seed", default="", help="A text; without it the beginning of the results' hash.")
@json_option
def stability(file: Path, rounds: int, seed: str, *, as_json: bool) -> None:
    """Simulate whether unseen slips could change the top, the bottom and the order."""
    with verified_survey(file) as survey, progress_bar("Drawing slips", rounds) as bar:
        drawn = survey_stability(survey, rounds=rounds, seed=seed, report=lambda done, _: bar(done))
    if as_json:
        say_json(_stability_json(drawn))
    else:
        _say_stability(drawn)


def _say_stability(drawn: SurveyStability) -> None:
    found, cut = drawn.found, drawn.results.plan.cut
    for message, size, changed in (
        ("Another top {size}: {share} of rounds", cut.top, found.top_changed),
        ("Another bottom {size}: {share} of rounds", cut.bottom, found.bottom_changed),
    ):
        say(message, size=size, share=percent_text(rate_of(changed, found.rounds)))
    _say_edges(drawn)
    _say_pairs(drawn)
    say(
        "Rounds {rounds}, seed {seed}, forms keyed once {once}, open {open}, results {hash}.",
        rounds=found.rounds,
        seed=drawn.seed,
        once=drawn.once,
        open=drawn.open,
        hash=drawn.results.hash,
    )
    say(
        "Each cell errs by itself here, as second keying measured; slips of a whole row come"
        " together, so these shares are lower bounds. Forms keyed twice, rulings and totals are"
        " taken as right."
    )


def _say_edges(drawn: SurveyStability) -> None:
    heads = ("Rank", "Agency", "Among the top", "Among the bottom")
    found = drawn.found
    rows = [
        (*_named(drawn, code), _share(found, edges.top), _share(found, edges.bottom))
        for code in found.near
        for edges in (found.edges[code],)
    ]
    say_table("Near the edges", [words(head) for head in heads], rows, numbers=2)


def _say_pairs(drawn: SurveyStability) -> None:
    if not drawn.found.in_doubt:
        return
    heads = ("Rank", "Agency", "Rank", "The next one", "Another order")
    rows = [
        (*_named(drawn, pair.upper), *_named(drawn, pair.lower), _share(drawn.found, pair.changed))
        for pair in drawn.found.in_doubt
    ]
    say_table("Neighbours within doubt", [words(head) for head in heads], rows, numbers=4)
    say("Within doubt: another order in more than {share} of rounds.", share=f"{DOUBT * 100} %")


def _named(drawn: SurveyStability, code: str) -> tuple[int | None, str]:
    ranks = {held.code: held.rank for held in drawn.results.agencies}
    names = {agency.code: agency.name for agency in drawn.results.plan.agencies}
    return ranks[code], names[code]


def _share(found: Stability, many: int) -> str:
    return percent_text(rate_of(many, found.rounds)).partition(" (")[0]


def _stability_json(drawn: SurveyStability) -> dict[str, object]:
    """Numbers of rounds throughout: JSON here has no fractions."""
    found = drawn.found
    return {
        "rounds": found.rounds,
        "seed": drawn.seed,
        "results": drawn.results.hash,
        "once": drawn.once,
        "open": drawn.open,
        "confusion": _confusion_json(drawn.confusion),
        "top": _sorted(drawn, found.top),
        "bottom": _sorted(drawn, found.bottom),
        "top_changed": found.top_changed,
        "bottom_changed": found.bottom_changed,
        "agencies": {
            code: {"top": found.edges[code].top, "bottom": found.edges[code].bottom}
            for code in found.near
        },
        "in_doubt": [
            {"upper": pair.upper, "lower": pair.lower, "changed": pair.changed}
            for pair in found.in_doubt
        ],
    }


def _confusion_json(found: Confusion) -> dict[str, dict[str, int]]:
    """As keyed, then as settled."""
    return {
        keyed: dict(zip(found.marks, row, strict=True))
        for keyed, row in zip(found.marks, found.counts, strict=True)
    }


def _sorted(drawn: SurveyStability, codes: frozenset[str]) -> Sequence[str]:
    return [code for code in drawn.found.order if code in codes]
