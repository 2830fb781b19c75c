"""`keying`: a form put on record through its act, beside a bare insert of the same bytes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import islice

from benchmarks.bare import INSERT, bare_table
from benchmarks.paper import SEED, empty_survey, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import Times, milliseconds, times_over
from desktop.actions.batches import register_batch
from desktop.actions.keying import key_form
from desktop.actions.sample_forms import sample_batches
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form

ACT, BARE = "key_form", "bare INSERT"


def measure(run: Run) -> Report:
    forms = run.amount(2_000, 100)
    with (
        empty_survey(run.folder / "keying.pingyi", plan_2005()) as survey,
        closing(bare_table(run.folder / "bare.sqlite")) as bare,
    ):
        times = _alternate(survey, bare, forms)
    return _report(forms, times)


def _alternate(survey: SurveyFile, bare: sqlite3.Connection, forms: int) -> dict[str, Times]:
    times = {ACT: Times(), BARE: Times()}
    for form in islice(_forms(survey, forms), forms):
        record = times[ACT].add(partial(key_form, survey, form))
        row = (record.body.decode(), record.signature)
        times[BARE].add(partial(bare.execute, INSERT, row))
    return times


def _forms(survey: SurveyFile, forms: int) -> Iterator[Form]:
    for batch in sample_batches(survey.plan, forms=forms, seed=SEED):
        register_batch(survey, batch.slip)
        yield from batch.forms


def _report(forms: int, times: dict[str, Times]) -> Report:
    base = times[BARE].median
    rows = [
        (name, milliseconds(held.median), milliseconds(held.high), times_over(held.median, base))
        for name, held in times.items()
    ]
    return Report(
        "keying",
        f"{forms:,} forms made durable one by one, in turn with a bare insert of the same bytes",
        [Table(("", "median ms", "99 % below", "of the insert"), rows)],
        ["key_form also checks the form, signs and chains the record, and settles the form."],
        [Target("time of the bare insert", times[ACT].median / base, 2, "×")],
    )
