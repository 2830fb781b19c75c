"""What survey file and journal hold while a window works in them, as another program reads it."""

from pathlib import Path
from typing import Any

from desktop.store import clerk_queries, form_queries, kinds, queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.survey_file import open_survey
from tests.e2e.program import Laptop


def is_open(laptop: Laptop, file: Path) -> bool:
    """Whether the zero report is declared."""
    with open_survey(file, home=laptop.home) as survey:
        return queries.zero_declared(survey)


def is_closed(laptop: Laptop, file: Path, code: str = "B001") -> bool:
    """Whether a batch is closed."""
    with open_survey(file, home=laptop.home) as survey:
        return any(held.closed for held in clerk_queries.batch_work(survey) if held.code == code)


def is_sealed(laptop: Laptop, file: Path) -> bool:
    with open_survey(file, home=laptop.home) as survey:
        return survey.is_sealed


def keyed_marks(laptop: Laptop, file: Path) -> tuple[str, ...]:
    """The forms on record, in the order they were keyed."""
    with open_survey(file, home=laptop.home) as survey:
        return tuple(str(record.data["marks"]) for record in survey.records_of(kinds.FORM))


def left_open(laptop: Laptop, file: Path) -> dict[str, Any] | None:
    """The form that a window without operators keeps in its journal, or None."""
    with open_survey(file, home=laptop.home) as survey:
        return laptop.home.journal(survey.id, "keying-station").read()


def holder(laptop: Laptop, file: Path, batch: str) -> str:
    """The name of the station that a batch was handed to, or empty."""
    with open_survey(file, home=laptop.home) as survey:
        key = form_queries.assigned_station(survey, batch) or ""
        return station_queries.station_names(survey).get(key, "")


def joined_code(laptop: Laptop, file: Path) -> str:
    """The admission code of the only station that the file knows and nobody admitted yet."""
    with open_survey(file, home=laptop.home) as survey:
        held = station_queries.stations(survey)
        (station,) = (one.station for one in held if one.state == "joined")
        return admission_code(station)
