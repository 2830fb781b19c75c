"""The operator log: what each person did between signing in and signing out."""

from dataclasses import dataclass

from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class WorkStretch:
    """One person at one station between signing in and out; `operator` "" for the station itself.

    `began` and `ended` are by that machine's clock. What the operator keyed in the station's chain
    behind seq `after` and before `record` belongs to the stretch.
    """

    record: RecordId
    station: str
    operator: str
    caller: str
    began: str
    ended: str
    after: int
    forms: int
    presses: int
    fills: int
    corrections: int
    seconds: int
    """At work, without idle times and pauses."""
    idle: int
    """Seconds in gaps of more than a minute."""
    pauses: int
    """Seconds."""


def work_stretches(survey: SurveyFile, operator: str | None = None) -> list[WorkStretch]:
    """Every stretch, or one operator's, station by station in the order of its chain."""
    rows = survey.db.execute(
        "SELECT work.record, work.station, operator, caller, began, ended, after, forms, presses,"
        " fills, corrections, seconds, idle, pauses FROM work JOIN record ON record.id ="
        " work.record WHERE ? IS NULL OR operator = ?"
        " ORDER BY work.station, incarnation, seq, work.record",
        (operator, operator),
    )
    return [WorkStretch(RecordId(record), *rest) for record, *rest in rows.fetchall()]
