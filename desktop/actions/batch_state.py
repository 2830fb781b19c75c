"""Whether a batch may be keyed here and now."""

from desktop.actions.batches import check_registered
from desktop.actions.errors import BatchClosedError, BatchElsewhereError
from desktop.store import form_queries, station_queries
from desktop.store.survey_file import SurveyFile


def check_keyable(survey: SurveyFile, batch: str) -> None:
    """Raise unless the batch is registered, open, and nobody else's to key."""
    check_registered(survey, batch)
    if form_queries.is_closed(survey, batch):
        raise BatchClosedError(batch=batch)
    holder = form_queries.assigned_station(survey, batch)
    if holder and holder != survey.station:
        names = station_queries.station_names(survey)
        raise BatchElsewhereError(batch=batch, station=names.get(holder, holder[:8]))
