"""A survey file: opened by one writer, appended to in whole transactions, never changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sqlite_utils import Database

from desktop.store import opening
from desktop.store.canonical import content_hash
from desktop.store.checking import problems_of
from desktop.store.errors import (
    MarkUnraisedError,
    NotVerifiedError,
    ReadOnlyError,
    RecordsLostError,
    SurveyInUseError,
)
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.kinds import RecordId
from desktop.store.log import founding_record, insert_record, stored_records
from desktop.store.projection import Projection
from desktop.store.records import Header, Record, write_record
from desktop.tally.plan import Plan

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
    """An open survey. Use as a context manager; `open_survey` and `found_survey` give it."""

    def __init__(self, path: Path, db: Database, home: Home, clock: Clock) -> None:
        self.path, self.db, self.home, self.clock = path, db, home, clock
        self.projection = Projection(db)
        with opening.damage_named(path):
            founding = founding_record(db)
        self.id, self.mode = founding.id, founding.header.mode
        self.founder = founding.header.station
        self.plan_hash = content_hash(founding.data["plan"])
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

    def take_pen(self, *, tables: bool = True) -> None:
        """Become the one writer of a file that passes its verification, with or without its
        tables: ReadOnlyError, SurveyInUseError, RecordsLostError, NotVerifiedError.
        """
        key = self.home.station_key(self.id)
        # until stations are admitted only the founder's records stand
        if key is None or key.station != self.founder:
            raise ReadOnlyError(path=self.path)
        if not self._held.enter_context(self.home.writing(self.id)):
            raise SurveyInUseError(path=self.path)
        self._check_high_water()
        self._check_whole(tables=tables)
        self._tip = self._tip_of(key.station)
        self._key = key
        self.home.settle_high_water(self.id)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All records appended inside go in together or not at all, and are on the disk after.

        MarkUnraisedError says that they are in and this machine's witness of it is not.
        """
        if self._key is None:
            raise ReadOnlyError(path=self.path)
        before = self._tip
        with self.home.raising_high_water(self.id) as raise_mark:
            with opening.damage_named(self.path):
                yield from self._whole(before)
            if self._tip != before:
                self._raise_mark(raise_mark)

    def _whole(self, before: Tip) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.commit()
        except BaseException:
            self._tip = before
            self.db.rollback()
            raise

    def _raise_mark(self, raise_mark: Callable[[HighWater], object]) -> None:
        tip = self._tip
        try:
            raise_mark(HighWater(tip.incarnation, tip.seq, RecordId(tip.head)))
        except OSError as error:
            raise MarkUnraisedError(path=self.path, reason=error.strerror) from error

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
            survey=self.id,
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

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One view of the file for all that is read inside; who writes meanwhile waits."""
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.rollback()

    def records(self) -> Iterator[Record]:
        """Every record in the order it came, read one by one."""
        return stored_records(self.db)

    def rebuild(self) -> None:
        """Throw the projections away and make them again from the records."""
        with self.transaction():
            self.projection.rebuild(self.records())

    def _check_whole(self, *, tables: bool) -> None:
        with opening.damage_named(self.path), self.reading():
            problems = problems_of(self.db, self.home, tables=tables)
        if problems:
            raise NotVerifiedError(problems, path=self.path, count=len(problems))

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
    path: Path,
    *,
    home: Home | None = None,
    write: bool = False,
    tables: bool = True,
    clock: Clock = utc_now,
) -> SurveyFile:
    """Open a survey file to view it, or as its one writer; errors of `store.errors`.

    A writer's file is verified first; `tables=False` opens one whose projections are to be
    made again.
    """
    db = opening.connect(path, write=write)
    with ExitStack() as undo:
        undo.callback(db.close)
        survey = SurveyFile(path, db, home or Home.of_user(), clock)
        undo.callback(survey.close)
        if write:
            survey.take_pen(tables=tables)
        undo.pop_all()
    return survey


def timestamp(moment: datetime) -> str:
    """`2006-01-10T08:30:00Z`: for information only, no rule reads it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
