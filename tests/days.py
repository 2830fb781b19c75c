"""Days of work for the tests of the daily report: clocks that are set, and the days they give."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.actions.working import Worked
from desktop.store.survey_file import SurveyFile
from tests.stations import Machine


def moments(day: int, hour: int = 4) -> Iterator[datetime]:
    """Every second of May 2006 from this hour on, UTC."""
    begin = datetime(2006, 5, day, hour, tzinfo=UTC)
    return (begin + timedelta(seconds=at) for at in itertools.count())


def set_clock(held: SurveyFile | Machine, day: int, hour: int = 4) -> None:
    """What is recorded from now on is recorded on this day."""
    clock: Any = moments(day, hour)
    held.clock = clock if isinstance(held, Machine) else clock.__next__


def may(day: int, hour: int = 4) -> date:
    """The day here on which that hour of May 2006 falls."""
    return datetime(2006, 5, day, hour, tzinfo=UTC).astimezone().date()


def worked(day: int, forms: int = 1, **changes: Any) -> Worked:
    """Two hours of work on this day."""
    given: dict[str, Any] = {
        "began": f"2006-05-{day:02d}T04:00:00Z",
        "ended": f"2006-05-{day:02d}T06:00:00Z",
        "seconds": 7200,
        "presses": 300 * forms,
        "after": 1,
    }
    counts = dict.fromkeys(("fills", "corrections", "idle", "pauses"), 0)
    return Worked(**{"forms": forms} | counts | given | changes)


@contextmanager
def time_zone(name: str) -> Iterator[None]:
    """This machine's clock in another zone, such as `CST-8`, where the system lets it be set."""
    if not hasattr(time, "tzset"):
        pytest.skip("the system's zone cannot be set")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TZ", name)
            time.tzset()
            yield
    finally:
        time.tzset()
