"""The hand-over slips of a survey: which bundles each station was given, and which nobody was."""

from collections import defaultdict

from desktop.store import overview_queries, station_queries
from desktop.store.overview_queries import BatchProgress
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name
from desktop.tally.hand_over_rows import HandOverBatch, HandOverSlip


def hand_over_slips(survey: SurveyFile) -> list[HandOverSlip]:
    """A slip for each station with a batch, as the stations are listed; at the end one for the
    batches that nobody was given.
    """
    names = station_queries.station_names(survey)
    held: dict[str | None, list[BatchProgress]] = defaultdict(list)
    for batch in overview_queries.batch_progress(survey):
        held[batch.station].append(batch)
    # a station may have been given batches before anything of it was known
    unknown = [given for given in held if given and given not in names]
    return [
        HandOverSlip(
            names.get(station, station[:8]) if station else "",
            tuple(_batch(survey, batch) for batch in held[station]),
        )
        for station in (*names, *unknown, None)
        if station in held
    ]


def _batch(survey: SurveyFile, batch: BatchProgress) -> HandOverBatch:
    counts = batch.counts
    channels = {channel.code: channel.name for channel in survey.plan.channels}
    units = {agency.code: agency.name for agency in survey.plan.agencies}
    return HandOverBatch(
        batch.code,
        channels[batch.channel],
        units.get(batch.origin or "", ""),
        counts.registered,
        form_name(batch.code, 1),
        form_name(batch.code, counts.registered),
        counts.keyed,
        counts.void,
        counts.missing,
        closed=batch.is_closed,
    )
