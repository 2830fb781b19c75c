"""Stations, what they lack, and the imports that brought their records."""

from collections import defaultdict
from dataclasses import dataclass

from desktop.store.authority import Authority
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.merge_report import Fork, Gap


@dataclass(frozen=True, slots=True)
class Station:
    """A station as the supervisor's records and its own name it."""

    station: str
    name: str
    state: str
    """`supervisor`, `admitted`, `suspended`, or `joined` while nobody admitted it."""


def stations(survey: SurveyFile) -> list[Station]:
    """Every station with a part in the file, the supervisor's first, then by name."""
    names: dict[str, str] = {}
    states: dict[str, set[str]] = defaultdict(set)
    rows = survey.db.execute("SELECT kind, station, name FROM station ORDER BY kind, record")
    for kind, station, name in rows.fetchall():
        states[station].add(kind)
        if kind != "suspended":
            names.setdefault(station, name)
    if states.keys() - names.keys():
        names = _names_once_admitted(survey) | names
    (founder,) = survey.db.execute("SELECT name FROM survey").fetchone()
    found = [
        Station(station, names.get(station, ""), _state(states[station])) for station in states
    ]
    order = sorted(found, key=lambda held: (held.name, held.station))
    return [Station(survey.founder, founder, "supervisor"), *order]


def _names_once_admitted(survey: SurveyFile) -> dict[str, str]:
    """Names by station of every admission on record: a suspension has the key alone."""
    rows = survey.db.execute(
        "SELECT json_extract(body, '$.data.station'), json_extract(body, '$.data.name')"
        " FROM record WHERE kind = 'station.admitted' ORDER BY number"
    )
    return dict(rows.fetchall())


def _state(kinds: set[str]) -> str:
    return next(kind for kind in ("suspended", "admitted", "joined") if kind in kinds)


def station_names(survey: SurveyFile) -> dict[str, str]:
    """Name by station; a station without one is its first eight digits."""
    return {held.station: held.name or held.station[:8] for held in stations(survey)}


def authority(survey: SurveyFile) -> Authority:
    return Authority.read(survey.db)


def station_heads(survey: SurveyFile, station: str) -> list[RecordId]:
    """Admissions and suspensions that a new one replaces."""
    rows = survey.db.execute(
        "SELECT record FROM station WHERE station = ? AND kind <> 'joined' ORDER BY record",
        (station,),
    )
    return [RecordId(record) for (record,) in rows.fetchall()]


@dataclass(frozen=True, slots=True)
class Import:
    """A merge on record, and the names of the files it took."""

    record: RecordId
    standing: bool
    files: tuple[str, ...]


def imports(survey: SurveyFile) -> list[Import]:
    """Every import in the order it was made."""
    held = authority(survey)
    return [
        Import(record, held.is_active(record), tuple(source["name"] for source in sources))
        for record, sources in held.imports.items()
    ]


def gaps(survey: SurveyFile) -> list[Gap]:
    """Records that a restarted station says it has signed and that are not here."""
    query = (
        "SELECT restart.station, after_incarnation, after_seq,"
        " (SELECT max(seq) FROM record WHERE station = restart.station"
        "  AND incarnation = after_incarnation) FROM restart"
        " WHERE after_head NOT IN (SELECT id FROM record) ORDER BY restart.station, incarnation"
    )
    return [
        # another branch of a fork may hold as many records: the last one is lacking all the same
        Gap(station, incarnation, min((held or 0) + 1, last), last)
        for station, incarnation, last, held in survey.db.execute(query).fetchall()
    ]


def forks(survey: SurveyFile) -> list[Fork]:
    """The first number that each forked chain has twice."""
    query = (
        "SELECT station, incarnation, min(seq) FROM (SELECT station, incarnation, seq FROM record"
        " GROUP BY station, incarnation, seq HAVING count(*) > 1) GROUP BY station, incarnation"
    )
    return [Fork(*row) for row in survey.db.execute(query).fetchall()]


def chain_heads(survey: SurveyFile) -> list[dict[str, str | int]]:
    """The last record of every chain, every branch of a fork: what a seal witnesses."""
    query = (
        "SELECT station, incarnation, seq, id FROM record AS held WHERE NOT EXISTS"
        " (SELECT 1 FROM record AS next WHERE next.station = held.station"
        "  AND next.incarnation = held.incarnation AND next.seq = held.seq + 1"
        "  AND json_extract(next.body, '$.prev') = held.id)"
        " ORDER BY station, incarnation, seq, id"
    )
    return [
        {"station": station, "incarnation": incarnation, "last": seq, "head": head}
        for station, incarnation, seq, head in survey.db.execute(query).fetchall()
    ]


def unassigned_batches(survey: SurveyFile) -> list[tuple[str, str]]:
    """Batches that a station opened from their slips, and the supervisor never handed out."""
    query = (
        "SELECT DISTINCT code, station FROM batch WHERE station <> ? AND code NOT IN"
        " (SELECT code FROM batch WHERE station = ?) AND code NOT IN"
        " (SELECT batch FROM assignment) ORDER BY code"
    )
    return survey.db.execute(query, (survey.founder,) * 2).fetchall()


def assigned_batches(survey: SurveyFile) -> dict[str, int]:
    """How many batches each station was given."""
    rows = survey.db.execute(
        "SELECT station, count(*) FROM (SELECT batch, station, min(record) FROM assignment"
        " GROUP BY batch) GROUP BY station"
    )
    return dict(rows.fetchall())


def record_count(survey: SurveyFile) -> int:
    """Records in the file, of all stations."""
    ((count,),) = survey.db.execute("SELECT count(*) FROM record").fetchall()
    return int(count)


def ignored(survey: SurveyFile) -> list[tuple[RecordId, str]]:
    """Records that are kept and left aside, with the reason as a message."""
    rows = survey.db.execute("SELECT record, reason FROM ignored ORDER BY record").fetchall()
    return [(RecordId(record), reason) for record, reason in rows]


def recipients(survey: SurveyFile) -> list[str]:
    """Public keys that packages are encrypted to, in order; empty for plain packages."""
    return [key for (key,) in survey.db.execute("SELECT key FROM recipient ORDER BY key")]
