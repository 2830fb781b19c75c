"""Everything that the overview shows, read in one view of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.actions.sealing import ObstacleGroup, obstacle_groups
from desktop.store import day_queries, editions, overview_queries, queries, station_queries
from desktop.store.editions import Edition
from desktop.store.overview_queries import BatchProgress, ChannelProgress, Counts
from desktop.store.paper_queries import networks_seen
from desktop.store.survey_file import SurveyFile
from desktop.tally.forecast import Forecast, Left, Stint, forecast


@dataclass(frozen=True, slots=True)
class Overview:
    has_zero: bool
    edition: Edition
    batches: tuple[BatchProgress, ...]
    channels: tuple[ChannelProgress, ...]
    whole: Counts
    groups: tuple[ObstacleGroup, ...]
    has_stations: bool
    """Whether another station than the supervisor's has a part in the survey."""
    names: Mapping[str, str]
    """Of people by code, of stations by key."""
    stints: tuple[Stint, ...]
    forecast: Forecast
    networks_seen: int
    """Sightings on record, where the plan allows no network."""

    @property
    def obstacles(self) -> int:
        return sum(len(group.problems) for group in self.groups)


def read_overview(survey: SurveyFile) -> Overview:
    """Read it; today is what the survey's clock says."""
    batches = tuple(overview_queries.batch_progress(survey))
    whole = overview_queries.total(batches)
    stints = tuple(day_queries.stints(survey))
    left = Left(whole.left, whole.second_due + whole.second_ahead)
    return Overview(
        queries.zero_declared(survey),
        editions.edition(survey),
        batches,
        tuple(overview_queries.channel_progress(survey, batches)),
        whole,
        tuple(obstacle_groups(survey)),
        len(station_queries.stations(survey)) > 1,
        _names(survey),
        stints,
        forecast(stints, left, _here(survey.clock()), has_slips=bool(batches)),
        len(networks_seen(survey)) if survey.plan.offline else 0,
    )


def _names(survey: SurveyFile) -> Mapping[str, str]:
    people = {held.code: held.name for held in queries.operators(survey)}
    return station_queries.station_names(survey) | people


def _here(moment: datetime) -> date:
    """The day on which a moment falls by this machine's clock."""
    return moment.astimezone().date()
