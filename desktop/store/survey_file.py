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
from desktop.store.content import check_content
from desktop.store.errors import (
    MarkUnraisedError,
    NothingLostError,
    NotVerifiedError,
    ReadOnlyError,
    RecordsLostError,
    SealedError,
    SurveyInUseError,
    UncheckedError,
    UnconfirmedError,
    YearSealedError,
)
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.kinds import MERGED, OPERATOR, REVOKED, UNSEALED, YEAR, YEAR_UNSEALED, RecordId
from desktop.store.log import founding_record, holds, insert_record, stored_records
from desktop.store.projection import Projection
from desktop.store.records import Header, Record, write_record
from desktop.store.turns import Turns
from desktop.tally.errors import Problem
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
        self._checked = False
        self._tip = Tip(1, 0, "")
        self._version = self._data_version()
        self._held = ExitStack()
        self._turns = Turns()

    @property
    def plan(self) -> Plan:
        return self.projection.plan

    @property
    def is_sealed(self) -> bool:
        """Whether the count is sealed: but for unsealing, the ledgers of the year alone go on."""
        found = self.db.execute("SELECT 1 FROM seal WHERE kind = 'sealed' LIMIT 1").fetchone()
        return found is not None

    @property
    def is_supervisor(self) -> bool:
        """Whether this is the supervisor's station, open for writing."""
        return self.station == self.founder

    @property
    def key(self) -> StationKey:
        """What this station signs with; ReadOnlyError, UncheckedError."""
        if self._key is None:
            raise ReadOnlyError(path=self.path)
        if not self._checked:
            raise UncheckedError(path=self.path)
        return self._key

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

    def take_pen(self, *, tables: bool = True, lost: bool = False) -> None:
        """Become the one writer of a file that passes its verification.

        `tables=False` leaves the projections unchecked; `lost` begins a new incarnation of a
        station whose file lacks records. The errors of `reserve_pen` and of `confirm_pen`.
        """
        self.reserve_pen(lost=lost)
        self.confirm_pen(self._problems(tables=tables, lost=lost))

    def reserve_pen(self, *, lost: bool = False) -> None:
        """Keep every other writer out; nothing can be signed before `confirm_pen`.

        A file of an older program is brought up to date. ReadOnlyError, SurveyInUseError,
        RecordsLostError, NothingLostError.
        """
        key = self.home.station_key(self.id)
        if key is None or not self._knows(key.station):
            raise ReadOnlyError(path=self.path)
        if not self._held.enter_context(self.home.writing(self.id)):
            raise SurveyInUseError(path=self.path)
        if lost:
            self._tip = self._new_incarnation()
        else:
            self._check_high_water()
            self._tip = self._tip_of(key.station)
        opening.bring_up_to_date(self.db)
        self._key = key

    def confirm_pen(self, problems: Sequence[Problem]) -> None:
        """Begin to sign, where a verification since `reserve_pen` found nothing; NotVerifiedError.

        The check may have run beside, on a connection of its own: nobody wrote meanwhile.
        """
        if problems:
            raise NotVerifiedError(list(problems), path=self.path, count=len(problems))
        self._checked = True
        self.home.settle_high_water(self.id)

    def twin(self, *, write: bool = False) -> Self:
        """The same station on a connection of its own, for a job; it signs records if it may write.

        One that may write keeps every other writer of this program waiting until it is closed, by
        the thread that made it. Whoever holds the file calls `refresh` afterwards, to see its new
        end. ReadOnlyError, UncheckedError.
        """
        made = self._beside(write=write)
        with ExitStack() as undo:
            undo.callback(made.close)
            if write:
                made._held.enter_context(self._turns.pen())  # noqa: SLF001  its own kind
            made.hold(self.key, self._tip)
            undo.pop_all()
        return made

    def reader(self) -> Self:
        """The same file on a connection of its own, to read from on another thread."""
        return self._beside(write=False)

    def refresh(self) -> None:
        """Go on from what others have written meanwhile; every transaction begins so.

        Not every change moves this station's own end: a kit brings operators, and the year's seal.
        """
        newest = self._newest_tip() if self._key else self._tip
        version = self._data_version()
        if (newest, version) != (self._tip, self._version):
            self.projection.forget()
            self._tip, self._version = newest, version

    def _data_version(self) -> int:
        """Another number whenever another connection has changed the file."""
        ((version,),) = self.db.execute("PRAGMA data_version").fetchall()
        return int(version)

    def _beside(self, *, write: bool) -> Self:
        db = opening.connect(self.path, write=write)
        with ExitStack() as undo:
            undo.callback(db.close)
            if write:
                # pages that do not fit its cache would lock every reader out until the commit
                db.execute("PRAGMA cache_spill = OFF")
            made = type(self)(self.path, db, self.home, self.clock)
            made._turns = self._turns  # noqa: SLF001  its own kind
            undo.pop_all()
        return made

    def hold(self, key: StationKey, tip: Tip) -> None:
        """Sign with the key of the station whose writer is open elsewhere in this program."""
        self._key, self._checked, self._tip = key, True, tip

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All records appended inside go in together or not at all, and are on the disk after.

        MarkUnraisedError says that they are in and this machine's witness of it is not.
        """
        before, _ = self._tip, self.key
        with self._turns.pen(), self.home.raising_high_water(self.id) as raise_mark:
            with opening.damage_named(self.path):
                yield from self._whole()
            if self._tip != before:
                self._raise_mark(raise_mark)

    def _whole(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        before = self._tip
        try:
            self.refresh()
            before = self._tip
            yield
            with self._turns.commit():
                self.db.commit()
        except BaseException as error:
            after, self._tip = self._tip, before
            self.db.rollback()
            self.projection.forget()
            if after != before and self._newest_tip() == after:
                raise UnconfirmedError(path=self.path, reason=error) from error
            raise

    def _newest_tip(self) -> Tip:
        """Where the chain ends in the file: a commit whose last flush failed is in all the same."""
        assert self._key
        found, incarnation = self._tip_of(self._key.station), self._tip.incarnation
        return found if found.incarnation == incarnation else Tip(incarnation, 0, "")

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
        """Sign a record at the end of this station's chain; call inside `transaction`.

        What no merge would take of the year is refused: BadRecordError.
        """
        key = self.key
        if not self.db.conn.in_transaction:
            raise ReadOnlyError(path=self.path)
        self.check_open(kind)
        header = Header(
            survey=self.id,
            mode=self.mode,
            station=key.station,
            incarnation=self._tip.incarnation,
            seq=self._tip.seq + 1,
            prev=self._tip.head,
            at=timestamp(self.clock()),
            operator=operator,
        )
        record = write_record(key, header, kind, data, parents)
        if kind in YEAR:
            check_content(self.plan, record)
        insert_record(self.db, record)
        self.projection.append(record, self.records)
        self._tip = Tip(header.incarnation, header.seq, record.id)
        return record

    def check_open(self, kind: str) -> None:
        """Raise where a seal stands against a record: SealedError, YearSealedError.

        The survey's seal ends the count, the year's seal the ledgers and whatever puts their lines
        to sleep. A merge is neither: it is refused for what it brings.
        """
        if kind in YEAR:
            if kind != YEAR_UNSEALED and self.projection.is_year_sealed:
                raise YearSealedError(path=self.path)
        elif kind not in (UNSEALED, MERGED) and self.is_sealed:
            raise SealedError(path=self.path)
        elif self.projection.is_year_sealed and self._moves_lines(kind):
            raise YearSealedError(path=self.path)

    def _moves_lines(self, kind: str) -> bool:
        """Whether lines of the ledgers would fall asleep by such a record, or wake."""
        return kind == REVOKED or (kind == OPERATOR and self.projection.ignores_lines)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One view of the file for all that is read inside; who writes meanwhile waits."""
        with self._turns.view():
            self.db.execute("BEGIN")
            try:
                yield
            finally:
                self.db.rollback()

    @property
    def tip(self) -> Tip:
        """The end of this station's chain; seq 0 where it has none."""
        return self._tip

    def own_records(self) -> Iterator[Record]:
        """This station's chain from its first record on."""
        station = self.key.station
        return stored_records(self.db, "station = ?", (station,), "incarnation, seq")

    def record(self, identity: str) -> Record:
        """The record of this id; KeyError."""
        for record in stored_records(self.db, "id = ?", (identity,)):
            return record
        raise KeyError(identity)

    def records_of(self, kind: str) -> Iterator[Record]:
        """Every record of a kind, in the order it came."""
        return stored_records(self.db, "kind = ?", (kind,))

    def records(self) -> Iterator[Record]:
        """Every record in the order it came, read one by one."""
        return stored_records(self.db)

    def rebuild(self) -> None:
        """Throw the projections away and make them again from the records."""
        with self.transaction():
            self.projection.rebuild(self.records())

    def _problems(self, *, tables: bool, lost: bool) -> list[Problem]:
        home = None if lost else self.home
        with opening.damage_named(self.path), self.reading():
            return problems_of(self.db, home, tables=tables)

    def _knows(self, station: str) -> bool:
        """Whether the station has a chain here: a foreign key signs nothing."""
        found = self.db.execute("SELECT 1 FROM record WHERE station = ? LIMIT 1", (station,))
        return found.fetchone() is not None

    def _check_high_water(self) -> None:
        if mark := self.missing_mark():
            raise RecordsLostError(path=self.path, seq=mark.seq)

    def missing_mark(self) -> HighWater | None:
        """The last record that this station has signed, where the file lacks it."""
        mark = self.home.high_water(self.id)
        return mark if mark and not holds(self.db, mark.head) else None

    def _new_incarnation(self) -> Tip:
        mark = self.missing_mark()
        if mark is None:
            raise NothingLostError(path=self.path)
        return Tip(mark.incarnation + 1, 0, "")

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
    lost: bool = False,
    check: bool = True,
    clock: Clock = utc_now,
) -> SurveyFile:
    """Open a survey file to view it, or as its one writer; errors of `store.errors`.

    A writer's file is verified first; `tables=False` opens one whose projections are to be
    made again, `lost` one that lacks records of this station, `check=False` one that the caller
    verifies beside and then confirms.
    """
    db = opening.connect(path, write=write)
    with ExitStack() as undo:
        undo.callback(db.close)
        survey = SurveyFile(path, db, home or Home.of_user(), clock)
        undo.callback(survey.close)
        if write:
            with opening.damage_named(path):
                if check:
                    survey.take_pen(tables=tables, lost=lost)
                else:
                    survey.reserve_pen(lost=lost)
        undo.pop_all()
    return survey


def timestamp(moment: datetime) -> str:
    """`2006-01-10T08:30:00Z`: for information only, no rule reads it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
