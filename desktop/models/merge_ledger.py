"""The import ledger and how far each station is here, as the page Merge shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.store import queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.import_queries import (
    ImportLine,
    StationStanding,
    import_lines,
    station_standings,
)
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class Ledger:
    """Names by station and by operator's code."""

    imports: tuple[ImportLine, ...]
    standings: tuple[StationStanding, ...]
    stations: Mapping[str, str]
    people: Mapping[str, str]

    @property
    def admitted(self) -> set[str]:
        """Codes of the stations that may hand over."""
        return {
            admission_code(held.station.station)
            for held in self.standings
            if held.station.state == "admitted"
        }

    def person(self, code: str) -> str:
        """`Z01 张三`; what nobody signed in for, is nobody's."""
        return f"{code} {self.people.get(code, '')}".strip() or "—"


def read_ledger(survey: SurveyFile) -> Ledger:
    imports = import_lines(survey)
    return Ledger(
        tuple(imports),
        tuple(station_standings(survey, imports)),
        station_queries.station_names(survey),
        {held.code: held.name for held in queries.operators(survey)},
    )
