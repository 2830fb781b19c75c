"""What a merge reads from: a handover package, or a station's own survey file."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database

from desktop.store.authority import Authority
from desktop.store.chains import Chains
from desktop.store.checking import checked_record
from desktop.store.errors import BadRecordError
from desktop.store.kinds import RecordId
from desktop.store.log import founding_record, insert_record, stored_records
from desktop.store.opening import SQLITE_HEADER
from desktop.store.package_errors import (
    BadPackageError,
    PackageRecordError,
    PackageRefusedError,
    WrongFileError,
)
from desktop.store.package_reading import Verifying, untold
from desktop.store.package_sealing import RecipientKey
from desktop.store.packages import open_package
from desktop.store.records import Record
from desktop.store.schema import migrations

_UNREADABLE = BadPackageError("it cannot be read through")
_LONGEST_BODY = 4 * 1024 * 1024

Run = Mapping[str, str | int]
"""`station`, `incarnation`, `last` and `head` of one chain."""


class Source(Protocol):
    """Records that were verified in full; closed when no longer read."""

    path: Path
    sha256: str
    survey: str
    mode: str
    runs: tuple[Run, ...]

    def records(self) -> Iterator[Record]: ...

    def close(self) -> None: ...


def open_source(
    path: Path, key: RecipientKey | None = None, verifying: Verifying = untold
) -> Source:
    """A package or a survey file, verified; PackageRefusedError says what is wrong."""
    if _is_database(path):
        return FileSource(path, verifying)
    return PackageSource(path, key, verifying)


class PackageSource:
    """One station's chain, as it handed it over."""

    def __init__(self, path: Path, key: RecipientKey | None, verifying: Verifying = untold) -> None:
        self._package = open_package(path, key, verifying)
        manifest = self._package.manifest
        self.path, self.sha256 = path, self._package.sha256
        self.survey, self.mode = manifest.survey, manifest.mode
        self.runs: tuple[Run, ...] = tuple(
            _run(manifest.station, run.incarnation, run.last, run.head) for run in manifest.runs
        )
        self.records = self._package.records
        self.close = self._package.close


class FileSource:
    """A survey file: copied aside, and nothing read of it but the plain rows of `record`."""

    def __init__(self, path: Path, verifying: Verifying = untold) -> None:
        self.path, self._verifying = path, verifying
        with ExitStack() as undo:
            folder = Path(undo.enter_context(tempfile.TemporaryDirectory(prefix="pingyi-")))
            self.sha256 = _copy(path, folder)
            hostile = undo.enter_context(closing(_open_plain(path, folder / path.name)))
            self._log = undo.enter_context(closing(_empty_log()))
            self._verify(hostile)
            self._undo = undo.pop_all()

    def close(self) -> None:
        self._undo.close()

    def records(self) -> Iterator[Record]:
        return stored_records(self._log)

    def _verify(self, hostile: Database) -> None:
        """Read every row once, into a log of our own: an index of theirs may answer otherwise."""
        place, chains = 0, Chains(self._log, Authority(founder=""))
        try:
            with self._log.atomic():
                total = _row_count(hostile)
                for row in _rows(hostile):
                    place += 1
                    record = checked_record(*row)
                    insert_record(self._log, record)
                    chains.add(record)
                    self._verifying(place, total)
            founding = founding_record(self._log)
        except BadRecordError as wrong:
            raise PackageRecordError(wrong, path=self.path, number=place) from None
        except (sqlite3.Error, KeyError, ValueError, TypeError, RecursionError):
            raise PackageRefusedError(_UNREADABLE, path=self.path) from None
        self.survey, self.mode = str(founding.id), founding.header.mode
        self.runs = tuple(_run(*chain, seq, head) for chain, head, seq in chains.tips())


def _empty_log() -> Database:
    """A log in a file of SQLite's own, which goes when it is closed."""
    db = Database(sqlite3.connect(""), execute_plugins=False)
    migrations.apply(db)
    return db


def _run(station: str, incarnation: int, last: int, head: str) -> Run:
    return {"station": station, "incarnation": incarnation, "last": last, "head": RecordId(head)}


def _is_database(path: Path) -> bool:
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(SQLITE_HEADER)) == SQLITE_HEADER
    except OSError:
        return False


def _copy(path: Path, folder: Path) -> str:
    """Copy the file, and the journal of a step that a crash left half done; the file's hash."""
    try:
        _check_size(path)
        for name in (path.name, path.name + "-journal"):
            if (original := path.with_name(name)).is_file():
                shutil.copyfile(original, folder / name)
        with (folder / path.name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        why = WrongFileError("it cannot be read ({reason})", reason=error.strerror or error)
        raise PackageRefusedError(why, path=path) from error


def _check_size(path: Path) -> None:
    """PackageRefusedError where pages were cut off or added; a journal may be about to do so."""
    with path.open("rb") as file:
        head = file.read(32)
    page = int.from_bytes(head[16:18], "big")
    size = (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    if path.stat().st_size != size and not path.with_name(path.name + "-journal").is_file():
        why = BadPackageError("its size is not what its head states, so it was cut or added to")
        raise PackageRefusedError(why, path=path)


def _open_plain(path: Path, copy: Path) -> Database:
    """A connection on which nothing of the file can run: no trigger, view or function of it."""
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_BODY)
    db = Database(connection, execute_plugins=False)
    try:
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
            db.execute(f"PRAGMA {setting}")
        if not _has_plain_log(db):
            raise PackageRefusedError(WrongFileError("it is no survey file"), path=path)
    except sqlite3.Error:
        db.close()
        raise PackageRefusedError(_UNREADABLE, path=path) from None
    except BaseException:
        db.close()
        raise
    return db


def _has_plain_log(db: Database) -> bool:
    """Whether `record` is a table of stored columns, and no view, virtual or computed one."""
    query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'record'"
    row = db.execute(query).fetchone()
    if row is None or not str(row[0]).upper().lstrip().startswith("CREATE TABLE"):
        return False
    columns = db.execute("PRAGMA table_xinfo(record)").fetchall()
    return all(column[6] == 0 for column in columns)


def _row_count(db: Database) -> int:
    """What the bar goes to; an index of theirs may say anything."""
    ((count,),) = db.conn.execute("SELECT count(*) FROM record").fetchall()
    return int(count)


def _rows(db: Database) -> Iterator[tuple[str, bytes, bytes, tuple[object, ...]]]:
    query = (
        "SELECT id, CAST(body AS BLOB), signature, station, incarnation, seq, kind"
        " FROM record ORDER BY number"
    )
    for identity, body, signature, *columns in db.conn.execute(query):
        yield identity, body, signature, tuple(columns)
