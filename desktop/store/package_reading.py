"""Reads packages: copied aside, checked from the bytes up, and only then given to anybody."""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from desktop.store.errors import BadRecordError
from desktop.store.package_errors import (
    BadPackageError,
    PackageDamagedError,
    PackageRecordError,
    PackageRefusedError,
    WrongFileError,
)
from desktop.store.package_manifest import (
    LONGEST_LINE,
    MAGIC,
    Manifest,
    StationChain,
    check_manifest,
    read_manifest,
    same_records,
)
from desktop.store.package_sealing import RecipientKey, Sealing, unwrap_key
from desktop.store.records import Record, check_canonical, check_signature, read_record

_TAIL = 128
"""Bytes that a closing line fits into."""

_NEWER = re.compile(rb"PINGYI PACKAGE [1-9][0-9]{0,8}\n")
_BEGINNING = b"PINGYI PACKAGE "
_RECORD_LINE = re.compile(rb"([0-9a-f]{128}) (.+)", re.DOTALL)

_FindKey = Callable[[Manifest], bytes | None]

Verifying = Callable[[int, int], None]
"""Told the records verified so far, and how many there are; it may raise to stop."""


def untold(done: int, total: int) -> None:
    """Nobody follows a verification."""


class Package:
    """A verified package, held as a private copy that goes when this is closed.

    `sha256` is the hash of the whole file. Use as a context manager.
    """

    def __init__(
        self,
        path: Path,
        manifest: Manifest,
        sha256: str,
        copy: IO[bytes],
        start: int,
        sealing: Sealing | None,
    ) -> None:
        self.path, self.manifest, self.sha256 = path, manifest, sha256
        self._copy, self._start, self._sealing = copy, start, sealing

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._copy.close()

    @property
    def is_open(self) -> bool:
        """Whether the records can be read: it is plain, or its key was at hand."""
        return self._sealing is not None or not self.manifest.recipients

    def records(self) -> Iterator[Record]:
        """Every record in the station's order, read one by one; may be asked again."""
        for number, line in enumerate(self._lines()):
            yield self._record(number, line)

    def verify(self, verifying: Verifying = untold) -> None:
        """Check every record and the chain of them all: PackageRefusedError."""
        manifest = self.manifest
        chain = StationChain(manifest.survey, manifest.mode, manifest.station)
        for number, line in enumerate(self._lines()):
            try:
                record = self._record(number, line)
                _check_record(record)
                chain.add(record)
            except (BadRecordError, BadPackageError) as why:
                raise PackageRecordError(why, path=self.path, number=number + 1) from None
            verifying(number + 1, manifest.count)
        if not same_records(manifest, chain):
            raise BadPackageError("its records are not the ones that its manifest lists")

    def _lines(self) -> Iterator[bytes]:
        at = self._start
        for _ in range(self.manifest.count):
            # whoever else reads the same copy moves its place
            self._copy.seek(at)
            line = self._copy.readline()
            at += len(line)
            yield line[:-1]

    def _record(self, number: int, line: bytes) -> Record:
        plain = self._sealing.unseal(number, line) if self._sealing else line
        parts = _RECORD_LINE.fullmatch(plain)
        if parts is None:
            raise BadPackageError("its line holds no signature and body")
        return read_record(parts[2], bytes.fromhex(parts[1].decode("ascii")))


def open_package(
    path: Path, key: RecipientKey | None = None, verifying: Verifying = untold
) -> Package:
    """A package of which everything was verified: PackageRefusedError says what is wrong.

    An encrypted one takes the key of one of its recipients.
    """

    def find_key(manifest: Manifest) -> bytes | None:
        return unwrap_key(manifest.recipients, key) if manifest.recipients else None

    return _open(path, find_key, verifying)


def open_known(
    path: Path, key_of: Callable[[str], RecipientKey | None], *, sealed: bool = False
) -> Package:
    """Like `open_package`, with the key that this machine holds for the package's survey.

    With `sealed` an encrypted one whose key is not here is checked from outside alone, and its
    records cannot be read.
    """

    def find_key(manifest: Manifest) -> bytes | None:
        key = key_of(manifest.survey)
        if not manifest.recipients or (sealed and key is None):
            return None
        return unwrap_key(manifest.recipients, key)

    return _open(path, find_key)


def is_package(path: Path) -> bool:
    """Whether a file begins as a package does, whatever its version."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def read_back(path: Path, content_key: bytes | None) -> Package:
    """Like `open_package`, for the writer, who knows the content key and no recipient's."""
    return _open(path, lambda _: content_key)


def _open(path: Path, find_key: _FindKey, verifying: Verifying = untold) -> Package:
    # closing a copy that does not fit writes once more
    with _refusing(path), ExitStack() as undo:
        copy = undo.enter_context(tempfile.TemporaryFile(prefix="pingyi-"))
        with _plain_file(path) as source:
            package = _staged(path, source, copy, find_key)
        if package.is_open:
            package.verify(verifying)
        undo.pop_all()
    return package


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn whatever is found wrong into the one family of errors."""
    try:
        yield
    except WrongFileError as why:
        raise PackageRefusedError(why, path=path) from None
    except BadPackageError as why:
        raise PackageDamagedError(why, path=path) from None
    except OSError as error:
        # failures to read the package itself were named by `_reading`
        message = "this machine's folder for temporary files holds no copy of it ({reason})"
        full = WrongFileError(message, reason=error.strerror or error)
        raise PackageRefusedError(full, path=path) from error


@contextmanager
def _reading() -> Iterator[None]:
    """Name what the system says while the package itself is read."""
    try:
        yield
    except FileNotFoundError:
        raise WrongFileError("it does not exist, so check the name") from None
    except OSError as error:
        message = "it cannot be read ({reason}), so try another copy"
        raise WrongFileError(message, reason=error.strerror or error) from error


@contextmanager
def _plain_file(path: Path) -> Iterator[BinaryIO]:
    """The open file, where the path is one; nothing else is so much as opened."""
    if path.name.lower().endswith(".part"):
        raise WrongFileError(
            "it is left over from a hand-over that broke off, so it counts for nothing"
        )
    with _reading():
        _check_plain(path.lstat().st_mode)
        # a pipe put there since then must not be waited for, nor a link followed
        flags = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
        handle = os.open(path, sum((getattr(os, name, 0) for name in flags), os.O_RDONLY))
    with os.fdopen(handle, "rb") as file:
        _check_plain(os.fstat(handle).st_mode)
        yield file


def _check_plain(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise WrongFileError("it is only a link, so name the file that it leads to")
    if stat.S_ISDIR(mode):
        raise WrongFileError("it is a folder, so name the package in it")
    if not stat.S_ISREG(mode):
        raise WrongFileError("it is no plain file, so name the package itself")


def _staged(path: Path, source: BinaryIO, copy: IO[bytes], find_key: _FindKey) -> Package:
    """Copy the file aside, with its manifest, count, length and hash checked on the way."""
    end, closing = _ends(source)
    digest = hashlib.sha256()

    def copied() -> Iterator[bytes]:
        for line in _lines(source, end):
            copy.write(line)
            digest.update(line)
            yield line[:-1]

    lines = copied()
    _, content, signature = (next(lines, b"") for _ in range(3))
    manifest = read_manifest(content)
    check_manifest(manifest, content, signature)
    content_key = find_key(manifest)
    start = copy.tell()
    _check_count(lines, manifest.count)
    if digest.hexdigest().encode() not in closing:
        raise BadPackageError("its bytes are not those of its closing line, so some were changed")
    digest.update(closing)
    copy.flush()
    sealing = Sealing(content_key, content) if content_key else None
    return Package(path, manifest, digest.hexdigest(), copy, start, sealing)


def _check_count(lines: Iterator[bytes], count: int) -> None:
    found = 0
    for _ in lines:
        found += 1
        if found > count:
            break
    if found != count:
        raise BadPackageError("it holds more or fewer records than its manifest lists")


def _ends(source: BinaryIO) -> tuple[int, bytes]:
    """Where the closing line begins, and the line; the file is left at its beginning."""
    with _reading():
        head = source.read(_TAIL)
        size = source.seek(0, os.SEEK_END)
        source.seek(max(size - _TAIL, 0))
        tail = source.read(_TAIL)
        source.seek(0)
    _check_head(head)
    if tail.endswith(b"\0"):
        raise BadPackageError("it ends in zeros, so it was never written whole")
    closing = tail[tail.rfind(b"\n", 0, -1) + 1 :]
    end = size - len(closing)
    if not re.fullmatch(rb"END %d [0-9a-f]{64}\n" % end, closing):
        raise BadPackageError("its closing line is missing, so it was cut or added to")
    return end, closing


def _check_head(head: bytes) -> None:
    if not head:
        raise BadPackageError("it is empty")
    if not head.strip(b"\0"):
        raise BadPackageError("it holds nothing but zeros, so it was never written")
    if _NEWER.match(head) and not head.startswith(MAGIC):
        raise WrongFileError("a newer Pingyi wrote it, so a newer program is needed here")
    if not (head.startswith(MAGIC) or MAGIC.startswith(head)):
        raise WrongFileError("it is no package of Pingyi, so choose another file")


def _lines(source: BinaryIO, end: int) -> Iterator[bytes]:
    """The lines up to `end`, each with its line feed."""
    at = 0
    with _reading():
        while at < end:
            line = source.readline(LONGEST_LINE + 1)
            at += len(line)
            if len(line) > LONGEST_LINE:
                raise BadPackageError("it holds a line that is too long for a record")
            if not line.endswith(b"\n") or at > end:
                raise BadPackageError("it changed while it was read")
            yield line


def _check_record(record: Record) -> None:
    try:
        check_canonical(record)
        check_signature(record)
    except (ValueError, RecursionError):
        # texts that no encoding holds, lists in lists without end
        raise BadRecordError("the body is not in canonical bytes") from None
