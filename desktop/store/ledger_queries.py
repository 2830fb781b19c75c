"""The lines of the ledgers that stand; a line that two people changed apart is in dispute."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.assess.ledger_data import from_value
from desktop.store import kinds
from desktop.store.editions import Edition
from desktop.store.kinds import RecordId
from desktop.store.ledgers import REPLACED_BY, Ledger
from desktop.store.log import stored_records
from desktop.store.projection import standing_records
from desktop.store.records import Record
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
    station: str
    operator: str
    at: str

    @property
    def is_disputed(self) -> bool:
        return bool(self.others)


def lines(survey: SurveyFile, ledger: Ledger[T], *, begins: str = "") -> list[Line[T]]:
    """Every line in the order of its id; `begins` leaves those whose id begins so."""
    heads: dict[str, list[Record]] = {}
    for record in _heads(survey, ledger):
        heads.setdefault(line_of(record), []).append(record)
    found = (_line(ledger, key, heads[key]) for key in sorted(heads) if key.startswith(begins))
    return list(found)


def settled(survey: SurveyFile, ledger: Ledger[T]) -> list[T]:
    """What the lines say that nobody disputes."""
    return [line.value for line in lines(survey, ledger) if not line.is_disputed]


def setting(survey: SurveyFile, ledger: Ledger[T]) -> Line[T] | None:
    """The one line of a setting, or None where it was never set."""
    return next(iter(lines(survey, ledger)), None)


def is_current(survey: SurveyFile, line: Line[T]) -> bool:
    """Whether nothing has replaced the heads of a line since it was read."""
    query = (
        "SELECT kind, family FROM replaced JOIN record ON record.id = replaced.record"
        " WHERE replaced.record = ?"
    )
    named = [row for head in line.heads for row in survey.db.execute(query, (head,)).fetchall()]
    return not any(
        family == f"{later}:{line.id}" for kind, family in named for later in REPLACED_BY[kind]
    )


def is_set(survey: SurveyFile, ledger: Ledger[T]) -> bool:
    """Whether there is any record of a ledger or a setting."""
    places = ", ".join("?" * len(ledger.kinds))
    query = f"SELECT 1 FROM record WHERE kind IN ({places}) LIMIT 1"  # noqa: S608
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
    standing = (
        standing_records(survey.db, kind) for kind in (kinds.YEAR_SEALED, kinds.YEAR_UNSEALED)
    )
    return [record.id for held in standing for record in held]


def year_edition(survey: SurveyFile) -> Edition:
    """1 until the year's first unsealing, and one more after each."""
    seals = standing_records(survey.db, kinds.YEAR_SEALED)
    opened = standing_records(survey.db, kinds.YEAR_UNSEALED)
    if seals:
        return Edition(max(held.data["edition"] for held in seals), sealed=True)
    return Edition(max((held.data["edition"] for held in opened), default=0) + 1, sealed=False)


_STANDS = "kind = ? AND id NOT IN (SELECT record FROM ignored)"
_LINE = "coalesce(nullif(json_extract(record.body, '$.data.line'), ''), record.id)"


def _heads(survey: SurveyFile, ledger: Ledger[T]) -> Iterator[Record]:
    """Records that none of their own line replaces; a first record names no line in its body."""
    for kind in ledger.kinds:
        families = ", ".join(f"'{later}:' || {_LINE}" for later in REPLACED_BY[kind])
        replaced = "SELECT 1 FROM replaced WHERE replaced.record = record.id AND family"
        standing = f"{_STANDS} AND NOT EXISTS ({replaced} IN ({families}))"
        yield from stored_records(survey.db, standing, (kind,), "id")


def _line(ledger: Ledger[T], key: str, heads: Sequence[Record]) -> Line[T]:
    """The head that is shown is that of the least id; it says nothing more than the others."""
    first, *rest = sorted(heads, key=lambda held: held.id)
    said = {
        str(held.data["value"]): held for held in rest if held.data["value"] != first.data["value"]
    }
    header = first.header
    return Line(
        RecordId(key),
        tuple(held.id for held in (first, *rest)),
        _value(ledger, first),
        tuple(_value(ledger, held) for held in said.values()),
        station=header.station,
        operator=header.operator,
        at=header.at,
    )


def _value(ledger: Ledger[T], record: Record) -> T:
    return from_value(ledger.line, record.data["value"])
