"""One day of the count: what was recorded on it, and the survey as it stood that evening.

Records carry UTC. A day is a day of this machine's clock, for the pace and for every paper alike.
"""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime

from desktop.store import kinds, work_queries
from desktop.store.records import Record
from desktop.store.snapshot import view_of
from desktop.store.survey_file import SurveyFile
from desktop.tally.forecast import Stint

Place = tuple[str, int]
"""Batch and number."""

_STANDS = "id NOT IN (SELECT record FROM ignored)"


def local(stamp: str) -> datetime:
    """A record's time by this machine's clock."""
    return datetime.fromisoformat(stamp).astimezone()


def day_of(stamp: str) -> date:
    """The day on which a record's time falls here."""
    return local(stamp).date()


def zone(day: date) -> str:
    """This machine's distance from UTC at noon of a day, such as `+08:00`."""
    offset = datetime(day.year, day.month, day.day, 12).astimezone().strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"


def recorded_days(survey: SurveyFile) -> list[date]:
    """Every day on which something was recorded, whatever became of it."""
    rows = survey.db.execute(
        "SELECT DISTINCT substr(json_extract(body, '$.at'), 1, 16) FROM record"
    ).fetchall()
    return sorted({day_of(f"{minute}:00Z") for (minute,) in rows})


def last_day(survey: SurveyFile) -> date:
    """The last day of any record; one that is not over is left out where a clock ran ahead."""
    days, today = recorded_days(survey), survey.clock().astimezone().date()
    return max([day for day in days if day <= today] or days)


def last_moment(survey: SurveyFile, day: date) -> datetime | None:
    """When the last record of this day was made."""
    rows = survey.db.execute("SELECT json_extract(body, '$.at') FROM record").fetchall()
    return local(max(found)) if (found := [at for (at,) in rows if day_of(at) == day]) else None


def evening(survey: SurveyFile, day: date) -> AbstractContextManager[SurveyFile]:
    """The survey as what was recorded until the end of this day leaves it, to be read from.

    What was recorded at a station and came later is in it: it counts for the day it was made on.
    """
    if recorded_days(survey)[-1] <= day:
        return nullcontext(survey)
    return view_of(survey, lambda held: _is_before(held, day))


def _is_before(record: Record, day: date) -> bool:
    """Without its founding record there is no survey, whatever day a clock gave it."""
    return record.kind == kinds.FOUNDED or day_of(record.header.at) <= day


def stints(survey: SurveyFile) -> list[Stint]:
    """Everybody's work on record; where nobody signed in, the station stands for the person."""
    return [stint for _, stint in stints_by_place(survey)]


def stints_by_place(survey: SurveyFile) -> list[tuple[tuple[str, str], Stint]]:
    """The same with the station and the operator's code, which may be empty."""
    return [
        (
            (held.station, held.operator),
            Stint(
                held.operator or held.station,
                day_of(held.began),
                held.forms,
                held.presses,
                held.seconds,
            ),
        )
        for held in work_queries.work_stretches(survey)
    ]


@dataclass(frozen=True, slots=True)
class KeyedForm:
    """A keying as it was recorded; `again` where it replaces one, or was asked for, blind."""

    station: str
    operator: str
    pass_number: int
    again: bool


def keyed_on(survey: SurveyFile, day: date) -> list[KeyedForm]:
    """Every keying made on this day that is not left aside."""
    rows = survey.db.execute(
        "SELECT json_extract(body, '$.at'), station, json_extract(body, '$.operator'),"  # noqa: S608
        " json_extract(body, '$.data.pass'), json_array_length(body, '$.parents')"
        f" + json_array_length(body, '$.data.against') FROM record WHERE kind = ? AND {_STANDS}",
        (kinds.FORM,),
    )
    return [
        KeyedForm(station, operator, number, bool(again))
        for at, station, operator, number, again in rows.fetchall()
        if day_of(at) == day
    ]


def first_known(survey: SurveyFile) -> Mapping[Place, date]:
    """By form, the day of the first record that keyed it, flagged it 疑难, or ruled it to be."""
    rows = survey.db.execute(
        "SELECT batch, number, min(at) FROM ("  # noqa: S608
        "SELECT json_extract(body, '$.data.batch') AS batch, json_extract(body, '$.data.number')"
        " AS number, json_extract(body, '$.at') AS at FROM record"
        f" WHERE kind IN (?, ?) AND {_STANDS} UNION ALL"
        " SELECT batch, head.number, json_extract(body, '$.at') FROM head JOIN record"
        " ON record.id = head.record WHERE pass = 0) GROUP BY 1, 2",
        (kinds.FORM, kinds.DOUBTED),
    )
    return {(batch, number): day_of(at) for batch, number, at in rows.fetchall()}


def known_on(survey: SurveyFile, day: date) -> Mapping[str, int]:
    """By batch, forms of which something stands, and nothing was known before this day."""
    first = first_known(survey)
    found: dict[str, int] = defaultdict(int)
    for place in survey.db.execute("SELECT batch, number FROM form").fetchall():
        if first[tuple(place)] == day:
            found[place[0]] += 1
    return found


def registered_on(survey: SurveyFile, day: date) -> list[str]:
    """Batches whose slip was first entered on this day, by code."""
    rows = survey.db.execute(
        "SELECT json_extract(body, '$.data.code'), min(json_extract(body, '$.at')) FROM record"  # noqa: S608
        f" WHERE kind = ? AND {_STANDS} GROUP BY 1 ORDER BY 1",
        (kinds.BATCH,),
    )
    return [code for code, at in rows.fetchall() if day_of(at) == day]


def begun_on(survey: SurveyFile, day: date) -> list[str]:
    """Batches of which the first form became known on this day, by code."""
    days: dict[str, date] = {}
    for (batch, _), found in first_known(survey).items():
        days[batch] = min(found, days.get(batch, found))
    return sorted(batch for batch, found in days.items() if found == day)


def closed_on(survey: SurveyFile, day: date) -> list[str]:
    """Batches whose closing stands and was made on this day, by code."""
    rows = survey.db.execute(
        "SELECT batch, min(json_extract(body, '$.at')) FROM closing JOIN record"
        " ON record.id = closing.record WHERE closing.kind = 'closed' GROUP BY batch ORDER BY batch"
    )
    return [batch for batch, at in rows.fetchall() if day_of(at) == day]


def ruling_days(survey: SurveyFile) -> list[date]:
    """The day of every ruling that is not left aside, replaced since or not."""
    rows = survey.db.execute(
        f"SELECT json_extract(body, '$.at') FROM record WHERE kind = ? AND {_STANDS}",  # noqa: S608
        (kinds.RULED,),
    )
    return [day_of(at) for (at,) in rows.fetchall()]
