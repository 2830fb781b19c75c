"""The lines of the ledgers that stand; a line that two people changed apart is in dispute."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from desktop.assess.findings import Finding
from desktop.assess.ledger_data import from_value
from desktop.store import kinds
from desktop.store.editions import Edition
from desktop.store.kinds import RecordId
from desktop.store.ledgers import FINDINGS, LEDGERS, SETTINGS, YEAR_SEALS, Ledger
from desktop.store.log import stored_records
from desktop.store.records import Record, read_record
from desktop.store.survey_file import SurveyFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """One line of a ledger; `id` is that of its first record and never changes."""

    id: RecordId
    heads: tuple[RecordId, ...]
    """What the next change of it replaces."""
    value: T
    others: tuple[T, ...]
    """What else is said of it, where that differs: nothing counts until somebody settles it."""
    kind: str
    """Of its heads the one that fewest may replace: the next record is of it, or comes after it."""
    station: str
    operator: str
    at: str

    @property
    def is_disputed(self) -> bool:
        return bool(self.others)


def lines(survey: SurveyFile, ledger: Ledger[T], *, begins: str = "") -> list[Line[T]]:
    """Every line in the order of its id; `begins` leaves those whose id begins so."""
    held = groupby(_heads(survey, ledger.kinds, begins), line_of)
    return [_line(ledger, key, list(heads)) for key, heads in held]


def settled(survey: SurveyFile, ledger: Ledger[T]) -> list[T]:
    """What the lines say that nobody disputes."""
    return [line.value for line in lines(survey, ledger) if not line.is_disputed]


def findings_by_unit(survey: SurveyFile) -> Mapping[str, Sequence[Finding]]:
    """What nobody disputes, by the unit's code."""
    found: dict[str, list[Finding]] = {}
    for held in settled(survey, FINDINGS):
        found.setdefault(held.unit, []).append(held)
    return found


def disputed(survey: SurveyFile) -> list[RecordId]:
    """Lines and settings of the year of which two computers say different things."""
    held = (line for ledger in (*LEDGERS, *SETTINGS) for line in lines(survey, ledger))
    return [line.id for line in held if line.is_disputed]


def setting(survey: SurveyFile, ledger: Ledger[T]) -> Line[T] | None:
    """The one line of a setting, or None where it was never set."""
    return next(iter(lines(survey, ledger)), None)


def is_current(survey: SurveyFile, line: Line[T]) -> bool:
    """Whether nothing has replaced the heads of a line since it was read."""
    rows = survey.db.execute("SELECT record FROM line WHERE line = ?", (line.id,)).fetchall()
    return set(line.heads) <= {head for (head,) in rows}


def is_set(survey: SurveyFile, ledger: Ledger[T]) -> bool:
    """Whether there is a line of a ledger, or a setting was made."""
    places = ", ".join("?" * len(ledger.kinds))
    query = f"SELECT 1 FROM line WHERE kind IN ({places}) LIMIT 1"  # noqa: S608
    return survey.db.execute(query, ledger.kinds).fetchone() is not None


def line_of(record: Record) -> RecordId:
    """The line that a record belongs to: it begins one where it names none."""
    return RecordId(record.data["line"] or record.id)


def history(survey: SurveyFile, ledger: Ledger[T], line: str) -> list[tuple[Record, T]]:
    """Every record of a line in the order it came, with what it says."""
    places = ", ".join("?" * len(ledger.kinds))
    where = f"kind IN ({places}) AND id NOT IN (SELECT record FROM ignored)"  # noqa: S608
    found = stored_records(survey.db, where, ledger.kinds)
    return [(held, _value(ledger, held)) for held in found if line_of(held) == line]


def year_heads(survey: SurveyFile) -> list[RecordId]:
    """The seals and unsealings of the year that stand, which the next one replaces."""
    return [record.id for record in _heads(survey, YEAR_SEALS)]


def year_edition(survey: SurveyFile) -> Edition:
    """1 until the year's first unsealing, and one more after each."""
    found = list(_heads(survey, YEAR_SEALS))
    seals = [held.data["edition"] for held in found if held.kind == kinds.YEAR_SEALED]
    if seals:
        return Edition(max(seals), sealed=True)
    return Edition(max((held.data["edition"] for held in found), default=0) + 1, sealed=False)


def year_closed_on(survey: SurveyFile) -> str:
    """The day a sealed year was closed on."""
    seals = (held for held in _heads(survey, YEAR_SEALS) if held.kind == kinds.YEAR_SEALED)
    return max(str(held.data["day"]) for held in seals)


_HEADS = (
    "SELECT CAST(body AS BLOB), signature FROM line JOIN record ON record.id = line.record"
    " WHERE line BETWEEN ? AND ?"
)


def _heads(survey: SurveyFile, of: Sequence[str], begins: str = "") -> Iterator[Record]:
    """The records of these kinds that none of their own line replaces, by line and id."""
    places = ", ".join("?" * len(of))
    query = f"{_HEADS} AND line.kind IN ({places}) ORDER BY line, line.record"
    # ids are hex digits and the year's line is `year`: none is behind a z
    for body, signature in survey.db.execute(query, (begins, f"{begins}z", *of)):
        yield read_record(body, signature)


def _line(ledger: Ledger[T], key: str, heads: Sequence[Record]) -> Line[T]:
    """The head that is shown is that of the least id; it says nothing more than the others."""
    first, *rest = heads
    said = {
        str(held.data["value"]): held for held in rest if held.data["value"] != first.data["value"]
    }
    header = first.header
    return Line(
        RecordId(key),
        tuple(held.id for held in (first, *rest)),
        _value(ledger, first),
        tuple(_value(ledger, held) for held in said.values()),
        max((held.kind for held in heads), key=ledger.kinds.index),
        station=header.station,
        operator=header.operator,
        at=header.at,
    )


def _value(ledger: Ledger[T], record: Record) -> T:
    return from_value(ledger.line, record.data["value"])
