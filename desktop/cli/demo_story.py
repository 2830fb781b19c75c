"""What a demo tells at its end: the ranking, the slips, what second keying found of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.actions.comparing import survey_error_rates
from desktop.actions.sample_centre import SLIP_RATE, Centre, Tally, same_as_paper
from desktop.cli import result_tables
from desktop.cli.screen import say, say_table, words
from desktop.store import form_queries, queries
from desktop.tally.error_rates import ErrorRate, rate_text
from desktop.tally.form import Form
from desktop.tally.results import Results


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished demo: `checked` forms were keyed twice, `true` of them stand as on paper."""

    results: Results
    tally: Tally
    checked: int
    true: int
    caught: int
    """Slips in forms keyed twice that are gone from the result."""
    cells: ErrorRate
    forms: ErrorRate
    paths: tuple[Path, ...]


def outcome_of(centre: Centre, results: Results, paths: list[Path]) -> Outcome:
    papers = _twice_keyed(centre)
    right = [paper for paper in papers if same_as_paper(centre.survey, [paper])]
    rates = survey_error_rates(centre.survey).overall
    slips = centre.tally.slips_of
    return Outcome(
        results=results,
        tally=centre.tally,
        checked=len(papers),
        true=len(right),
        caught=sum(slips.get((paper.batch, paper.number), 0) for paper in right),
        cells=rates.cells,
        forms=rates.forms,
        paths=tuple(paths),
    )


def _twice_keyed(centre: Centre) -> list[Form]:
    survey = centre.survey
    return [
        centre.papers[slip.code, number]
        for slip in queries.slips(survey)
        for number in form_queries.drawn(survey, slip.code)
    ]


def outcome_json(
    outcome: Outcome, *, forms: int, seed: int, seconds: Mapping[str, float]
) -> dict[str, object]:
    results, tally = outcome.results, outcome.tally
    return {
        "forms": forms,
        "seed": seed,
        "valid": results.forms.valid,
        "void": sum(results.forms.void.values()),
        "top": list(results.top),
        "bottom": list(results.bottom),
        "hash": results.hash,
        "slips": tally.slips,
        "second_keyings": tally.second,
        "rekeyed": tally.again,
        "rulings": tally.rulings,
        "slips_caught": outcome.caught,
        "forms_checked": outcome.checked,
        "forms_true": outcome.true,
        "error_rate_by_cell": rate_text(outcome.cells),
        "error_rate_by_form": rate_text(outcome.forms),
        "files": [path.name for path in outcome.paths],
        "milliseconds": {name: int(1000 * took) for name, took in seconds.items()},
    }


def say_outcome(outcome: Outcome, seconds: Mapping[str, float]) -> None:
    results = outcome.results
    result_tables.say_edge("Top of the ranking", results, results.top)
    result_tables.say_edge("Bottom of the ranking", results, results.bottom)
    channels = [row for row in results.reconciliation if row.batch is None]
    result_tables.say_reconciliation(results.plan, channels)
    rows = [(words(name), f"{took:.2f}") for name, took in seconds.items()]
    say_table("Time", [words("Step"), words("Seconds")], rows, numbers=1)
    for path in outcome.paths:
        say("Written: {path}", path=path)
    _say_merges(outcome.tally)
    _say_slips(outcome)
    forms = results.forms
    message = "{keyed} forms back = {valid} valid + {void} void."
    say(message, keyed=forms.keyed, valid=forms.valid, void=sum(forms.void.values()))
    say("Results hash {hash}", hash=results.hash)


def _say_merges(tally: Tally) -> None:
    sources = [source for report in tally.merges for source in report.sources]
    message = "Packages merged: {count}, new records {new}, carried again {present}."
    new, present = sum(held.new for held in sources), sum(held.present for held in sources)
    say(message, count=len(sources), new=new, present=present)


def _say_slips(outcome: Outcome) -> None:
    tally = outcome.tally
    message = "Slips made up: {slips}; each key went wrong with a chance of {rate} ‰."
    say(message, slips=tally.slips, rate=1000 * SLIP_RATE)
    message = "Keyed twice: {second} forms; looked at again: {again}; ruled on: {rulings}."
    say(message, second=tally.second, again=tally.again, rulings=tally.rulings)
    say("Slips found by second keying and mended: {caught}.", caught=outcome.caught)
    message = "Error rate of single keying: {cells} by cell, {forms} by form."
    say(message, cells=rate_text(outcome.cells), forms=rate_text(outcome.forms))
    message = "Of {checked} forms keyed twice {true} stand exactly as their paper."
    say(message, checked=outcome.checked, true=outcome.true)
