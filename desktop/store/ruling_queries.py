"""The ruling queue as a page shows it: forms that wait, whose they are, and what was ruled."""

from dataclasses import dataclass

from desktop.store import form_queries, kinds, queries, station_queries
from desktop.store.form_queries import OpenForm
from desktop.store.queries import Operator
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name


@dataclass(frozen=True, slots=True)
class RuledForm:
    """A ruling that stands or stood: who settled which form, with whom, and why."""

    form: str
    record: str
    at: str
    operator: str
    second: str
    reason: str
    outcomes: tuple[str, ...]
    """The forms that the number was left with; empty where there is no such paper."""


@dataclass(frozen=True, slots=True)
class RulingQueue:
    """Everything that is open or was settled by a ruling, read in one view of the file."""

    open: tuple[OpenForm, ...]
    ruled: tuple[RuledForm, ...]
    channels: dict[str, str]
    """Batch code to the channel's name."""
    stations: dict[str, str]
    people: tuple[Operator, ...]
    sealed: bool


def ruling_queue(survey: SurveyFile) -> RulingQueue:
    """Open forms by batch and number, rulings with the newest first."""
    names = {channel.code: channel.name for channel in survey.plan.channels}
    ignored = {record for record, _ in station_queries.ignored(survey)}
    ruled = [held for held in survey.records_of(kinds.RULED) if held.id not in ignored]
    return RulingQueue(
        tuple(form_queries.open_forms(survey)),
        tuple(map(_ruled, reversed(ruled))),
        {slip.code: names[slip.channel] for slip in queries.slips(survey)},
        station_queries.station_names(survey),
        tuple(queries.operators(survey)),
        survey.is_sealed,
    )


def _ruled(record: Record) -> RuledForm:
    data = record.data
    return RuledForm(
        form_name(data["batch"], data["number"]),
        record.id,
        record.header.at,
        record.header.operator,
        data["second"],
        data["reason"],
        tuple(form_name(held["batch"], held["number"]) for held in data["outcomes"]),
    )
