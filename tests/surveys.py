"""Small surveys on disk, keyed through the acts, for tests of every room above the rules."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.actions.batches import register_batch
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import key_form
from desktop.store.keys import Home, StationKey
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan

KEY = "11" * 32


def ticking_clock() -> Iterator[datetime]:
    start = datetime(2006, 5, 8, tzinfo=UTC)
    return (start + timedelta(seconds=at) for at in itertools.count())


def founded(path: Path, plan: Plan | None = None, **options: Any) -> SurveyFile:
    """An open survey after its zero report; always the same key and clock."""
    clock = ticking_clock()
    home = options.pop("home", None) or Home.of_user()
    key = StationKey.from_hex(options.pop("key", KEY))
    plan = plan or small_plan()
    made = found(
        path, plan, mode=options.pop("mode", "official"), home=home, key=key, clock=clock.__next__
    )
    declare_zero(made)
    return made


def keyed(path: Path, marks: Iterable[str], plan: Plan | None = None, **options: Any) -> SurveyFile:
    """A founded survey with one batch B001 in C1 holding these forms, numbered from 1."""
    survey = founded(path, plan, **options)
    sheets = list(marks)
    register_batch(survey, Slip("B001", "C1", max(len(sheets), 1)))
    for number, held in enumerate(sheets, 1):
        key_form(survey, Form("B001", number, held))
    return survey
