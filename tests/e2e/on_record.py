"""What survey file and journal hold while a window works in them, as another program reads it."""

from pathlib import Path
from typing import Any

from desktop.store import clerk_queries, kinds, queries
from desktop.store.survey_file import open_survey
from tests.e2e.program import Laptop


def is_open(laptop: Laptop, file: Path) -> bool:
    """Whether the zero report is declared."""
    with open_survey(file, home=laptop.home) as survey:
        return queries.zero_declared(survey)


def is_closed(laptop: Laptop, file: Path) -> bool:
    """Whether the only batch is closed."""
    with open_survey(file, home=laptop.home) as survey:
        (batch,) = clerk_queries.batch_work(survey)
        return batch.closed


def keyed_marks(laptop: Laptop, file: Path) -> tuple[str, ...]:
    """The forms on record, in the order they were keyed."""
    with open_survey(file, home=laptop.home) as survey:
        return tuple(str(record.data["marks"]) for record in survey.records_of(kinds.FORM))


def left_open(laptop: Laptop, file: Path) -> dict[str, Any] | None:
    """The form that a window without operators keeps in its journal, or None."""
    with open_survey(file, home=laptop.home) as survey:
        return laptop.home.journal(survey.id, "keying-station").read()
