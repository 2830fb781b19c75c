"""This machine's part in a survey: the station's key and high-water mark, outside the file.

They lie in the user's data folder (`PINGYI_HOME` overrides it), so that copying a survey file
does not copy the identity, and a restored or cut file is noticed (DESIGN.md §3).
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from filelock import FileLock, Timeout

from desktop.files import write_whole
from desktop.store.errors import HomeDamagedError
from desktop.store.journal import Journal
from desktop.store.kinds import RecordId
from desktop.store.locks import PinLocks
from desktop.store.package_sealing import RecipientKey

_LONGEST_MARK = 100
"""Bytes of a line of the high-water mark: two numbers and 64 digits."""


class StationKey:
    """A station's Ed25519 key pair; the public key in hex is the station's id."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.station = private.public_key().public_bytes_raw().hex()

    @classmethod
    def new(cls) -> "StationKey":
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_hex(cls, text: str) -> "StationKey":
        """The key whose 32 private bytes are written in hex."""
        return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text)))

    def hex(self) -> str:
        return self._private.private_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)


@dataclass(frozen=True, slots=True)
class HighWater:
    """The last record a station is known to have signed on this machine."""

    incarnation: int
    seq: int
    head: RecordId


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that makes this machine this station."""

    root: Path

    @classmethod
    def of_user(cls) -> "Home":
        """`PINGYI_HOME`, or the user's data folder."""
        named = os.environ.get("PINGYI_HOME")
        return cls(Path(named) if named else platformdirs.user_data_path("pingyi", appauthor=False))

    def station_key(self, survey: str) -> StationKey | None:
        """The key this machine holds for a survey, or None; HomeDamagedError."""
        path = self._folder(survey) / "station.json"
        if not path.is_file():
            return None
        try:
            return StationKey.from_hex(json.loads(path.read_bytes())["private_key"])
        except (ValueError, KeyError, TypeError):
            raise HomeDamagedError(path=path) from None

    def keep_key(self, survey: str, key: StationKey, mark: HighWater) -> None:
        """Store the key for good, readable by this user alone, and the mark it begins with."""
        folder = self._folder(survey)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / "high-water.txt", lambda file: file.write(_line(mark)))
        path = folder / "station.json"
        text = json.dumps({"station": key.station, "private_key": key.hex()})
        write_whole(path, lambda file: file.write(text.encode()))
        path.chmod(0o600)

    def recipient_key(self, survey: str) -> RecipientKey | None:
        """The key that opens packages encrypted to this machine; HomeDamagedError."""
        path = self._folder(survey) / "recipient.json"
        if not path.is_file():
            return None
        try:
            return RecipientKey.from_hex(json.loads(path.read_bytes())["private_key"])
        except (ValueError, KeyError, TypeError):
            raise HomeDamagedError(path=path) from None

    def keep_recipient_key(self, survey: str, key: RecipientKey) -> None:
        """Store the key for good, readable by this user alone."""
        path = self._folder(survey) / "recipient.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"public_key": key.public, "private_key": key.hex()})
        write_whole(path, lambda file: file.write(text.encode()))
        path.chmod(0o600)

    def backup_folder(self, survey: str) -> Path | None:
        """Where backups of this survey go from this machine; HomeDamagedError."""
        path = self._folder(survey) / "backup.json"
        if not path.is_file():
            return None
        try:
            return Path(json.loads(path.read_bytes())["folder"])
        except (ValueError, KeyError, TypeError):
            raise HomeDamagedError(path=path) from None

    def keep_backup_folder(self, survey: str, folder: Path) -> None:
        content = json.dumps({"folder": str(folder)}).encode()
        path = self._folder(survey) / "backup.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, lambda file: file.write(content))

    def high_water(self, survey: str) -> HighWater | None:
        """The newest whole line of the mark; None on a machine that is no station of the survey.

        HomeDamagedError where the machine holds a key and no whole line: it began with one.
        """
        path = self._folder(survey) / "high-water.txt"
        lines = path.read_bytes().splitlines() if path.is_file() else []
        newest = max((mark for mark in map(_read_mark, lines) if mark), key=_age, default=None)
        if newest is None and self.station_key(survey):
            raise HomeDamagedError(path=path)
        return newest

    @contextmanager
    def raising_high_water(self, survey: str) -> Iterator[Callable[[HighWater], object]]:
        """Gives what appends a mark; OSError before anything is done if it will not.

        The mark is a witness beside the file, so it need not be flushed each time: a power cut
        may set it back a few forms, which can hide a loss but never invent one.
        """
        with (self._folder(survey) / "high-water.txt").open("ab", buffering=0) as file:
            yield lambda mark: file.write(_line(mark))

    def settle_high_water(self, survey: str) -> None:
        """Shorten the mark to its newest line."""
        mark, path = self.high_water(survey), self._folder(survey) / "high-water.txt"
        if mark and path.stat().st_size > 4096:
            write_whole(path, lambda file: file.write(_line(mark)))

    def pin_locks(self, survey: str) -> PinLocks:
        """Wrong PINs of this survey's operators on this machine."""
        return PinLocks(self._folder(survey) / "pin-locks.json")

    def letter_path(self, survey: str) -> Path:
        """Where the letter of this survey's outgoing papers is kept."""
        return self._folder(survey) / "letter.json"

    def journal(self, survey: str, name: str) -> Journal:
        """Where the open form of this name is kept until it is on record."""
        return Journal(self._folder(survey) / f"open-{name}.json")

    @contextmanager
    def writing(self, survey: str) -> Iterator[bool]:
        """Hold the right to sign for this survey; False if another program holds it."""
        folder = self._folder(survey)
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "writer.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def _folder(self, survey: str) -> Path:
        return self.root / "surveys" / survey


def _line(mark: HighWater) -> bytes:
    return f"{mark.incarnation} {mark.seq} {mark.head}\n".encode()


def _read_mark(line: bytes) -> HighWater | None:
    # a torn last line after a power cut is not a mark
    parts: list[Any] = line.split(b" ") if len(line) < _LONGEST_MARK else []
    if len(parts) != 3 or not (parts[0].isdigit() and parts[1].isdigit() and len(parts[2]) == 64):
        return None
    return HighWater(int(parts[0]), int(parts[1]), RecordId(parts[2].decode("ascii", "replace")))


def _age(mark: HighWater) -> tuple[int, int]:
    return mark.incarnation, mark.seq
