"""Surveys of made-up paper, keyed in bulk: real records, really signed, few transactions."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from desktop.actions.founding import declare_zero, found, read_plan_file
from desktop.actions.keying import append_new
from desktop.actions.sample_forms import BATCH_FORMS, SampleBatch, sample_batches
from desktop.assets import resource
from desktop.store import kinds
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile
from desktop.tally.plan import Plan

FORMS_2005 = 11436
"""Forms that came back in 2005; 10,834 of them were valid (RULES.md §1)."""
SEED = 2005
_BATCHES = 10_000 // BATCH_FORMS
"""Batches a transaction."""


def plan_2005() -> Plan:
    return read_plan_file(resource("plans", "2005.json"))


def home_of(survey: Path) -> Home:
    """The keys of a benchmark's survey lie beside it."""
    return Home(survey.parent / "home")


def empty_survey(path: Path, plan: Plan) -> SurveyFile:
    """A drill open for keying."""
    survey = found(path, plan, mode="drill", home=home_of(path))
    declare_zero(survey)
    return survey


def keyed_survey(path: Path, plan: Plan, forms: int) -> Path:
    """A survey file of so many forms, some of them void."""
    with empty_survey(path, plan) as survey:
        # ids fall anywhere in their index, which outgrows SQLite's cache at a million forms
        survey.db.execute("PRAGMA cache_size = -1000000")
        key_batches(survey, sample_batches(plan, forms=forms, seed=SEED))
    return path


def key_batches(survey: SurveyFile, batches: Iterable[SampleBatch]) -> None:
    """Register and key batches, many to a transaction."""
    for load in _loads(batches):
        with survey.transaction():
            _append(survey, load)


def _loads(batches: Iterable[SampleBatch]) -> Iterator[list[SampleBatch]]:
    waiting = iter(batches)
    while load := list(islice(waiting, _BATCHES)):
        yield load


def _append(survey: SurveyFile, batches: Iterable[SampleBatch]) -> None:
    for batch in batches:
        # `register_batch` reads every slip each time, which 20,000 batches would feel
        survey.append(kinds.BATCH, asdict(batch.slip))
        for form in batch.forms:
            append_new(survey, form)
