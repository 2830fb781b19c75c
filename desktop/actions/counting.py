"""Count a survey: the results, their canonical bytes and hash. Nothing is recorded."""

from dataclasses import replace

from desktop.store import queries
from desktop.store.canonical import canonical_bytes, content_hash
from desktop.store.survey_file import SurveyFile
from desktop.tally.counting import channel_tallies, count_forms
from desktop.tally.reconciliation import ReconciliationRow, check_returned, reconcile
from desktop.tally.results import (
    Results,
    agency_results,
    cut_of,
    form_counts,
)
from desktop.tally.results_json import results_json


def count_survey(survey: SurveyFile) -> Results:
    """The survey's results; ReturnedAboveIssuedError where the plan forbids it."""
    plan, totals = survey.plan, queries.totals(survey)
    rows = reconcile_survey(survey)
    check_returned(plan, rows)
    counters = count_forms(plan, queries.marks_by_source(survey))
    agencies = agency_results(plan, channel_tallies(plan, counters, totals))
    top, bottom = cut_of(plan, agencies)
    results = Results(
        survey=survey.id,
        mode=survey.mode,
        plan=plan,
        plan_hash=survey.plan_hash,
        forms=form_counts(plan, rows),
        agencies=agencies,
        top=top,
        bottom=bottom,
        reconciliation=rows,
        totals=tuple(totals),
    )
    return replace(results, hash=content_hash(results_json(results)))


def reconcile_survey(survey: SurveyFile) -> tuple[ReconciliationRow, ...]:
    """Paper against keyed forms, per channel and batch."""
    return reconcile(survey.plan, queries.batch_rows(survey))


def results_file(results: Results) -> bytes:
    """`results.json`: canonical bytes, the hash of all else in it included."""
    return canonical_bytes(results_json(results) | {"hash": results.hash})
