"""The operation log 操作日志: who put what on record, where and when, as the records say it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.store import station_queries
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name

_FIELDS = ("at", "operator")
_ABOUT = (
    *("batch", "number", "sources", "import", "names", "interfaces", "station"),
    *("code", "operator", "name", "channel", "edition", "year"),
    *("line", "value.unit", "value.rule"),
    *("reason", "note", "second"),
)
"""Fields of `data` that say what a record is about; behind them its remarks."""
_LINE = 8
_SHORT = 12
"""Digits of a record's id, as the log shows it."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One record. `at` is by the station's own clock (UTC), for information only."""

    number: int
    """Its place in this file: records stand in the order they came."""
    record: RecordId
    seq: int
    """Its place in the station's chain."""
    at: str
    station: str
    """The station's name, or the first digits of its key."""
    operator: str
    kind: str
    about: str
    """A form, a batch, a person, a channel, an edition, files: what the record is about."""
    reason: str
    """The reason that was given, or the note."""
    second: str
    aside: str
    """Why the record is left aside, as a message; empty where it stands."""


def log_lines(survey: SurveyFile) -> list[LogLine]:
    """Every record of the file, the newest first."""
    names = station_queries.station_names(survey)
    aside = dict(station_queries.ignored(survey))
    paths = [*(f"$.{name}" for name in _FIELDS), *(f"$.data.{name}" for name in _ABOUT)]
    # one call for all of them: a body of 600 marks is parsed once
    places = ", ".join("?" * len(paths))
    query = (
        "SELECT number, id, seq, station, kind,"  # noqa: S608  placeholders alone
        f" json_extract(body, {places}) FROM record ORDER BY number DESC"
    )
    return [
        LogLine(
            number=number,
            record=RecordId(record),
            seq=seq,
            at=at,
            station=names.get(station, station[:8]),
            operator=operator,
            kind=kind,
            about=_of_line(line or record, unit, rule) or _about(about, names),
            reason=reason or note or "",
            second=second or "",
            aside=aside.get(RecordId(record), ""),
        )
        for number, record, seq, station, kind, said in survey.db.execute(query, paths).fetchall()
        for at, operator, *about, line, unit, rule, reason, note, second in (json.loads(said),)
    ]


def _of_line(line: str, unit: str | None, rule: str | None) -> str:
    """A line of a ledger by its unit, its rule and its number."""
    return " ".join(filter(None, (unit, rule, line[:_LINE]))) if unit else ""


def _about(about: Sequence[Any], stations: Mapping[str, str]) -> str:
    """A form or batch, the files that were taken, the import revoked, else the first name."""
    batch, number, sources, revoked, names, interfaces, station, *others = about
    if batch:
        return form_name(batch, number) if number else str(batch)
    if sources:
        return " ".join(source["name"] for source in sources)
    if revoked:
        return str(revoked)[:_SHORT]
    if listed := names or interfaces:
        return " ".join(listed)
    if station:
        return stations.get(station, station[:8])
    return str(next((name for name in others if name), ""))
