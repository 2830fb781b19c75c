"""Editions: what was sealed, as it was sealed, however the survey went on afterwards."""

from dataclasses import dataclass

from desktop.store import kinds, station_queries
from desktop.store.authority import chains
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.snapshot import view_of
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition a survey is at; `sealed` while its seal stands."""

    number: int
    sealed: bool


def edition(survey: SurveyFile) -> Edition:
    """1 until the first unsealing, and one more after each."""
    rows = survey.db.execute("SELECT kind, edition FROM seal ORDER BY record").fetchall()
    sealed = [number for kind, number in rows if kind == "sealed"]
    unsealed = [number for kind, number in rows if kind == "unsealed"]
    if sealed:
        return Edition(max(sealed), sealed=True)
    return Edition(max(unsealed, default=0) + 1, sealed=False)


@dataclass(frozen=True, slots=True)
class Act:
    """Who did something, with whom, when and why; a name is an operator's code, or as typed."""

    at: str
    operator: str
    second: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SealedEdition:
    """A seal on record, and its unsealing where it was opened again."""

    number: int
    results: str
    """Hash of the results."""
    sealed: Act
    waived: int
    unsealed: Act | None


def sealed_editions(survey: SurveyFile) -> list[SealedEdition]:
    """Every edition that was sealed, the first one first; records left aside are not among them."""
    ignored = {record for record, _ in station_queries.ignored(survey)}
    opened = {
        record.data["edition"]: _act(record)
        for record in survey.records_of(kinds.UNSEALED)
        if record.id not in ignored
    }
    found = [
        SealedEdition(
            record.data["edition"],
            record.data["results"],
            _act(record),
            len(record.data["waivers"]),
            opened.get(record.data["edition"]),
        )
        for record in survey.records_of(kinds.SEALED)
        if record.id not in ignored
    ]
    return sorted(found, key=lambda held: held.number)


def _act(record: Record) -> Act:
    data, header = record.data, record.header
    return Act(header.at, header.operator, data["second"], data.get("reason", ""))


def zero_record(survey: SurveyFile) -> Record | None:
    """The zero report that stands for this file: the supervisor's, else the first there is."""
    ignored = {record for record, _ in station_queries.ignored(survey)}
    found = [held for held in survey.records_of(kinds.ZERO) if held.id not in ignored]
    own = [held for held in found if held.header.station == survey.founder]
    return next(iter(own or found), None)


def seal_heads(survey: SurveyFile) -> list[RecordId]:
    """Seals and unsealings that the next one replaces."""
    rows = survey.db.execute("SELECT record FROM seal ORDER BY record").fetchall()
    return [RecordId(record) for (record,) in rows]


def seal_record(survey: SurveyFile, number: int) -> Record | None:
    """The supervisor's seal of an edition, unsealed since or not."""
    ignored = {record for record, _ in station_queries.ignored(survey)}
    for record in survey.records_of(kinds.SEALED):
        if record.id not in ignored and record.data["edition"] == number:
            return record
    return None


def sealed_view(survey: SurveyFile, seal: Record) -> SurveyFile:
    """The survey as it stood under a seal: its records alone, in memory, to be read from.

    Close it after use. A seal names the last record of every station; its own is the last of the
    supervisor's.
    """
    heads = {run["head"] for run in seal.data["heads"]} | {seal.id}
    kept = chains(survey.db, heads)
    return view_of(survey, lambda record: record.id in kept)
