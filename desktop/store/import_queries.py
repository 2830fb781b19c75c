"""The import ledger: what each merge brought and what set it aside; how far stations are here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.store import station_queries
from desktop.store.authority import Authority, chains
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.station_queries import Station
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class Revocation:
    """What sets an import aside: revoked itself, it brings the import back."""

    record: RecordId
    at: str
    operator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an import brought a station: its newest incarnation, and the last number in it."""

    station: str
    incarnation: int
    last: int


@dataclass(frozen=True, slots=True)
class ImportLine:
    """An import as the ledger shows it; times are UTC as on record."""

    record: RecordId
    at: str
    operator: str
    files: tuple[str, ...]
    stations: tuple[Reach, ...]
    """In the order of the files."""
    records: int
    """Records that no earlier import had brought."""
    revoked: Revocation | None

    @property
    def standing(self) -> bool:
        return self.revoked is None


def import_lines(survey: SurveyFile) -> list[ImportLine]:
    """Every import in the order it was made, with what sets it aside."""
    held = station_queries.authority(survey)
    counts = _brought(survey, held.imports.values())
    return [
        _import_line(survey, held, survey.record(record), count)
        for record, count in zip(held.imports, counts, strict=True)
    ]


def _import_line(survey: SurveyFile, held: Authority, made: Record, records: int) -> ImportLine:
    sources = made.data["sources"]
    return ImportLine(
        made.id,
        made.header.at,
        made.header.operator,
        tuple(source["name"] for source in sources),
        tuple(_reaches(sources)),
        records,
        _revocation(survey, held, made.id),
    )


def _revocation(survey: SurveyFile, held: Authority, identity: RecordId) -> Revocation | None:
    """The standing revocation of an import; the first where there are several."""
    for record, target in held.revocations.items():
        if target == identity and held.is_active(record):
            made = survey.record(record)
            header = made.header
            return Revocation(record, header.at, header.operator, made.data["reason"])
    return None


def _brought(survey: SurveyFile, imports: Iterable[Any]) -> Iterator[int]:
    """How many records of each import none before it had brought: a chain is cumulative.

    Where a chain has two branches its numbers do not tell which is meant: it is walked.
    """
    forked = {fork.station for fork in station_queries.forks(survey)}
    walked: set[str] = set()
    lasts: dict[tuple[str, int], int] = defaultdict(int)
    for sources in imports:
        count = 0
        for run in _runs(sources):
            chain = run["station"], run["incarnation"]
            if run["station"] in forked:
                found = chains(survey.db, [run["head"]]) - walked
                walked |= found
                count += len(found)
            else:
                count += max(run["last"] - lasts[chain], 0)
                lasts[chain] = max(run["last"], lasts[chain])
        yield count


def _reaches(sources: Iterable[Mapping[str, Any]]) -> list[Reach]:
    found: dict[str, Reach] = {}
    for run in _runs(sources):
        reach = Reach(run["station"], run["incarnation"], run["last"])
        found[reach.station] = max(reach, found.get(reach.station, reach), key=_place)
    return list(found.values())


def _place(reach: Reach) -> tuple[int, int]:
    return reach.incarnation, reach.last


def _runs(sources: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (run for source in sources for run in source["runs"])


@dataclass(frozen=True, slots=True)
class StationStanding:
    """How far a station's records are here, and the standing import that brought the newest."""

    station: Station
    records: int
    incarnation: int
    last: int
    """Its last record here; `at` is when it was made. 0 and empty where none is here."""
    at: str
    imported: ImportLine | None


def station_standings(survey: SurveyFile, imports: Iterable[ImportLine]) -> list[StationStanding]:
    """Every station but the supervisor's, in the order of `stations`; `imports` is the ledger."""
    brought: dict[str, tuple[Reach, ImportLine]] = {}
    for line in imports:
        for reach in line.stations if line.standing else ():
            before = brought.get(reach.station)
            if before is None or _place(reach) > _place(before[0]):
                brought[reach.station] = reach, line
    return [
        _standing(survey, held, brought[held.station][1] if held.station in brought else None)
        for held in station_queries.stations(survey)
        if held.station != survey.founder
    ]


def _standing(survey: SurveyFile, held: Station, imported: ImportLine | None) -> StationStanding:
    (records,) = survey.db.execute(
        "SELECT count(*) FROM record WHERE station = ?", (held.station,)
    ).fetchone()
    incarnation, last, at = survey.db.execute(
        "SELECT incarnation, seq, json_extract(body, '$.at') FROM record WHERE station = ?"
        " ORDER BY incarnation DESC, seq DESC LIMIT 1",
        (held.station,),
    ).fetchone() or (0, 0, "")
    return StationStanding(held, records, incarnation, last, at, imported)
