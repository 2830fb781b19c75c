"""A survey file: opened by one writer, appended to in whole transactions, never changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlite_utils import Database

from desktop.store import opening
from desktop.store.errors import (
    DamagedSurveyError,
    ReadOnlyError,
    RecordsLostError,
    SurveyExistsError,
    SurveyInUseError,
)
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.kinds import FOUNDED, RecordId
from desktop.store.projection import Projection
from desktop.store.records import Header, Record, read_record, write_record
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_to_json

Clock = Callable[[], datetime]
Mode = Literal["official", "drill"]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Tip:
    """The end of this station's chain in the file."""

    incarnation: int
    seq: int
    head: str


class SurveyFile:
    """An open survey. Use as a context manager; `open_survey` and `found_survey` make it."""

    def __init__(self, path: Path, db: Database, home: Home, clock: Clock) -> None:
        self.path, self.db, self.home, self.clock = path, db, home, clock
        self.projection = Projection(db)
        with opening.damage_named(path):
            row = db.execute("SELECT id, mode, founder, plan_hash FROM survey").fetchone()
        if row is None:
            raise DamagedSurveyError(path=path, reason="it has no founding record")
        self.id, self.mode, self.founder, self.plan_hash = row
        self._key: StationKey | None = None
        self._tip = Tip(1, 0, "")
        self._held = ExitStack()

    @property
    def plan(self) -> Plan:
        return self.projection.plan

    @property
    def station(self) -> str | None:
        """The public key this file is written with here, or None where it is only viewed."""
        return self._key.station if self._key else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()
        self._held.close()

    def take_pen(self) -> None:
        """Become the one writer: ReadOnlyError, SurveyInUseError, RecordsLostError."""
        key = self.home.station_key(self.id)
        # until stations are admitted only the founder's records stand
        if key is None or key.station != self.founder:
            raise ReadOnlyError(path=self.path)
        if not self._held.enter_context(self.home.writing(self.id)):
            raise SurveyInUseError(path=self.path)
        self._check_high_water()
        self._tip = self._tip_of(key.station)
        self._key = key
        self.home.settle_high_water(self.id)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All records appended inside go in together or not at all, and are on the disk after."""
        if self._key is None:
            raise ReadOnlyError(path=self.path)
        before = self._tip
        with opening.damage_named(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.commit()
            except BaseException:
                self._tip = before
                self.db.rollback()
                raise
        if self._tip != before:
            mark = HighWater(self._tip.incarnation, self._tip.seq, RecordId(self._tip.head))
            self.home.raise_high_water(self.id, mark)

    def append(
        self,
        kind: str,
        data: Mapping[str, Any],
        *,
        parents: Sequence[RecordId] = (),
        operator: str = "",
    ) -> Record:
        """Sign a record at the end of this station's chain; call inside `transaction`."""
        if self._key is None or not self.db.conn.in_transaction:
            raise ReadOnlyError(path=self.path)
        header = Header(
            survey="" if kind == FOUNDED else self.id,
            mode=self.mode,
            station=self._key.station,
            incarnation=self._tip.incarnation,
            seq=self._tip.seq + 1,
            prev=self._tip.head,
            at=timestamp(self.clock()),
            operator=operator,
        )
        record = write_record(self._key, header, kind, data, parents)
        insert_record(self.db, record)
        self.projection.apply(record)
        self._tip = Tip(header.incarnation, header.seq, record.id)
        return record

    def records(self) -> Iterator[Record]:
        """Every record in the order it came, read one by one."""
        return stored_records(self.db)

    def rebuild(self) -> None:
        """Throw the projections away and make them again from the records."""
        with self.transaction():
            self.projection.rebuild(self.records())

    def _check_high_water(self) -> None:
        mark = self.home.high_water(self.id)
        if mark is None:
            return
        found = self.db.execute("SELECT 1 FROM record WHERE id = ?", (mark.head,)).fetchone()
        if found is None:
            raise RecordsLostError(path=self.path, seq=mark.seq)

    def _tip_of(self, station: str) -> Tip:
        row = self.db.execute(
            "SELECT incarnation, seq, id FROM record WHERE station = ?"
            " ORDER BY incarnation DESC, seq DESC LIMIT 1",
            (station,),
        ).fetchone()
        return Tip(*row) if row else Tip(1, 0, "")


def open_survey(
    path: Path, *, home: Home | None = None, write: bool = False, clock: Clock = utc_now
) -> SurveyFile:
    """Open a survey file to view it, or as its one writer; errors of `store.errors`."""
    survey = SurveyFile(path, opening.connect(path, write=write), home or Home.of_user(), clock)
    try:
        if write:
            survey.take_pen()
    except BaseException:
        survey.close()
        raise
    return survey


def found_survey(
    path: Path,
    plan: Plan,
    *,
    mode: Mode,
    name: str,
    home: Home | None = None,
    clock: Clock = utc_now,
    key: StationKey | None = None,
) -> SurveyFile:
    """Make a survey file whose first record holds the plan; SurveyExistsError."""
    if path.exists():
        raise SurveyExistsError(path=path)
    home, key = home or Home.of_user(), key or StationKey.new()
    header = Header("", mode, key.station, 1, 1, "", timestamp(clock()))
    record = write_record(key, header, FOUNDED, {"name": name, "plan": plan_to_json(plan)})
    with opening.damage_named(path):
        _write_founding(path, record)
    home.keep_key(record.id, key)
    home.raise_high_water(record.id, HighWater(1, 1, record.id))
    _part(path).replace(path)
    return open_survey(path, home=home, write=True, clock=clock)


def insert_record(db: Database, record: Record) -> None:
    """Add a record to the log as it was signed."""
    db.execute(
        "INSERT INTO record (id, body, signature, station, incarnation, seq, kind)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (record.id, record.body.decode(), record.signature, *chain_columns(record)),
    )


def chain_columns(record: Record) -> tuple[str, int, int, str]:
    """What the log repeats of a body: station, incarnation, seq, kind."""
    header = record.header
    return header.station, header.incarnation, header.seq, record.kind


def stored_records(db: Database) -> Iterator[Record]:
    """Records of a log in order of arrival; BadRecordError for one that does not read."""
    rows = db.conn.execute("SELECT CAST(body AS BLOB), signature FROM record ORDER BY number")
    for body, signature in rows:
        yield read_record(body, signature)


def timestamp(moment: datetime) -> str:
    """`2006-01-10T08:30:00Z`: for information only, no rule reads it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _write_founding(path: Path, record: Record) -> None:
    part = _part(path)
    part.unlink(missing_ok=True)
    try:
        with closing(opening.create(part)) as db, db.atomic():
            insert_record(db, record)
            Projection(db).apply(record)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")
