"""A shift as its sheet of paper says it, from the file and the stretches of work."""

from desktop.models.stretch import Stretch
from desktop.session import Session
from desktop.store import clerk_queries, queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.clerk_queries import BatchWork
from desktop.store.survey_file import SurveyFile
from desktop.tally.shift import ShiftBatch, ShiftSheet

NOBODY = "—"
"""Where nobody signs in."""


def shift_sheet(session: Session, stretch: Stretch, *, began: str, ended: str) -> ShiftSheet:
    """The shift of whoever works now; record the stretch before, so that the head is the last."""
    survey, shift = session.opened, stretch.shift
    station = str(survey.station)
    return ShiftSheet(
        station=station_queries.station_names(survey).get(station, ""),
        code=admission_code(station),
        incarnation=survey.tip.incarnation,
        last=survey.tip.seq,
        record=survey.tip.head,
        operator=session.operator.name if session.operator else NOBODY,
        operator_code=session.code or NOBODY,
        began=began,
        ended=ended,
        keyed=shift.forms,
        corrected=shift.corrected,
        void=shift.void,
        doubtful=shift.doubtful,
        presses=shift.presses,
        worked=shift.worked,
        paused=shift.paused,
        caller=_name(survey, session.caller),
        batches=tuple(_row(survey, held) for held in batches_here(survey)),
    )


def batches_here(survey: SurveyFile) -> list[BatchWork]:
    """The batches that may be keyed at this station, by code."""
    held = clerk_queries.batch_work(survey)
    return [batch for batch in held if clerk_queries.is_here(survey, batch)]


def _name(survey: SurveyFile, code: str) -> str:
    names = {held.code: held.name for held in queries.operators(survey)}
    return names.get(code, code)


def _row(survey: SurveyFile, held: BatchWork) -> ShiftBatch:
    names = {channel.code: channel.name for channel in survey.plan.channels}
    return ShiftBatch(
        held.code,
        names.get(held.channel, held.channel),
        held.count,
        held.keyed,
        held.void,
        held.left,
        held.closed,
    )
