"""Makes packages of a station's signed records: whole, read back and verified, or not there."""

import hashlib
import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop import __version__
from desktop.files import flush_folder, part_of
from desktop.store.errors import BadRecordError
from desktop.store.keys import StationKey
from desktop.store.package_errors import (
    BadPackageError,
    PackageExistsError,
    PackageLeftError,
    PackageRefusedError,
    PackageUnconfirmedError,
    PackageUnmadeError,
    PackageUnwrittenError,
)
from desktop.store.package_manifest import (
    LONGEST_LINE,
    LONGEST_MANIFEST,
    MAGIC,
    Manifest,
    Run,
    StationChain,
    same_records,
    signed_bytes,
)
from desktop.store.package_reading import Package, open_package, read_back
from desktop.store.package_sealing import RecipientKey, Sealing, new_content_key, wrap_key
from desktop.store.records import Record

__all__ = ["Manifest", "Package", "RecipientKey", "Run", "open_package", "write_package"]

_Records = Callable[[], Iterator[Record]]


def write_package(
    path: Path,
    key: StationKey,
    survey: str,
    mode: str,
    records: _Records,
    recipients: Sequence[str] = (),
) -> Manifest:
    """Write a station's whole chain of records to a new file, and verify what can be read back.

    `records` is called twice and gives the station's records from its first on; `recipients` are
    X25519 public keys in hex. RecipientWrongError, PackageExistsError, PackageUnmadeError,
    PackageUnwrittenError and PackageUnconfirmedError leave nothing behind; PackageLeftError says
    that something stayed which could not be removed.
    """
    content_key = new_content_key() if recipients else None
    wrapped = tuple(wrap_key(content_key, public) for public in recipients) if content_key else ()
    with _unmade(path):
        chain = StationChain(survey, mode, key.station)
        for record in records():
            chain.add(record)
        manifest = Manifest(
            survey, mode, key.station, chain.runs, chain.count, chain.root, __version__, wrapped
        )
        head = _head(manifest, key)
    sealing = Sealing(content_key, manifest.to_bytes()) if content_key else None
    with _reserved(path), _unmade(path):
        sha256 = _put(path, [head, _record_lines(records(), manifest, sealing)])
        _confirm(path, sha256, content_key)
    return manifest


def _head(manifest: Manifest, key: StationKey) -> list[bytes]:
    content = manifest.to_bytes()
    if not manifest.count:
        raise BadPackageError("there is no record to hand over")
    if len(content) > LONGEST_MANIFEST:
        raise BadPackageError("there are too many recipients or incarnations")
    signature = key.sign(signed_bytes(manifest.station, content))
    return [MAGIC, content + b"\n", signature.hex().encode() + b"\n"]


def _record_lines(
    records: Iterator[Record], manifest: Manifest, sealing: Sealing | None
) -> Iterator[bytes]:
    chain = StationChain(manifest.survey, manifest.mode, manifest.station)
    for number, record in enumerate(records):
        chain.add(record)
        line = record.signature.hex().encode() + b" " + record.body
        line = (sealing.seal(number, line) if sealing else line) + b"\n"
        if len(line) > LONGEST_LINE:
            raise BadPackageError("record {number} is too long", number=number + 1)
        yield line
    if not same_records(manifest, chain):
        raise BadPackageError("the records changed while they were written")


@contextmanager
def _unmade(path: Path) -> Iterator[None]:
    """Name the file that was to be made where the records make no chain."""
    try:
        yield
    except (BadRecordError, BadPackageError) as why:
        raise PackageUnmadeError(why, path=path) from None


@contextmanager
def _reserved(path: Path) -> Iterator[None]:
    """Hold the name with an empty file, so that two writers cannot clash, on FAT neither.

    Whatever fails inside, the file goes again.
    """
    try:
        holder = path.open("xb")
    except FileExistsError:
        raise PackageExistsError(path=path) from None
    except OSError as error:
        raise PackageUnwrittenError(path=path, reason=error.strerror or error) from error
    try:
        holder.close()
        yield
    except OSError as error:
        _remove(path)
        raise PackageUnwrittenError(path=path, reason=error.strerror or error) from error
    except BaseException:
        _remove(path)
        raise


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise PackageLeftError(path=path, reason=error.strerror or error) from error


def _put(path: Path, lines: Iterable[Iterable[bytes]]) -> str:
    """Write lines beside `path`, flush them and put them in place; the hash of the whole file."""
    part = part_of(path)
    try:
        with part.open("xb") as file:
            sha256 = _write(file, itertools.chain.from_iterable(lines))
            file.flush()
            os.fsync(file.fileno())
            _forget(file.fileno())
        part.replace(path)
        flush_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return sha256


def _write(file: BinaryIO, lines: Iterable[bytes]) -> str:
    digest, size = hashlib.sha256(), 0
    for line in lines:
        file.write(line)
        digest.update(line)
        size += len(line)
    closing = b"END %d %s\n" % (size, digest.hexdigest().encode())
    file.write(closing)
    digest.update(closing)
    return digest.hexdigest()


def _forget(handle: int) -> None:
    """Where the system can, let it read back from the stick and not from its memory."""
    with suppress(AttributeError, OSError):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _confirm(path: Path, sha256: str, content_key: bytes | None) -> None:
    """Read the file back and verify everything in it: PackageUnconfirmedError."""
    try:
        with read_back(path, content_key) as package:
            if package.sha256 == sha256:
                path.lstat()  # an open file outlives its name
                return
    except PackageRefusedError as refused:
        raise PackageUnconfirmedError(refused.why, path=path) from refused
    raise PackageUnconfirmedError(BadPackageError("it holds other bytes"), path=path)
