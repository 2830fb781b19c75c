"""The manifest of a package: what a station signs about the chain of records in it."""

import dataclasses
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desktop.store.canonical import canonical_bytes
from desktop.store.errors import BadRecordError, NotCanonicalError
from desktop.store.kinds import FOUNDED, RecordId, check_fields
from desktop.store.package_errors import BadPackageError, WrongFileError
from desktop.store.package_sealing import Recipient
from desktop.store.records import Record

FORMAT = 1
"""Version of the package format; a higher one needs a newer program."""

MAGIC = b"PINGYI PACKAGE %d\n" % FORMAT
LONGEST_LINE = 4 << 20
LONGEST_MANIFEST = 64 << 10

_SIGNATURE = b"pingyi/package/1\n"
_ROOT = b"pingyi/root/1\n"
_FIELDS = {
    "format": int,
    "survey": str,
    "mode": str,
    "station": str,
    "runs": list,
    "count": int,
    "root": str,
    "program": str,
    "recipients": list,
}
_RUN = {"incarnation": int, "first": int, "last": int, "head": str}
_RECIPIENT = {"key": 64, "ephemeral": 64, "sealed": 96}
"""Hex digits of each field."""

_HEX = re.compile("[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Run:
    """The records of one incarnation, by seq; `head` is the id of the last."""

    incarnation: int
    first: int
    last: int
    head: RecordId


@dataclass(frozen=True, slots=True)
class Manifest:
    """`root` is a hash over the ids of all records in order; `recipients` is empty if plain."""

    survey: str
    mode: str
    station: str
    runs: tuple[Run, ...]
    count: int
    root: str
    program: str
    recipients: tuple[Recipient, ...] = ()

    def to_bytes(self) -> bytes:
        return canonical_bytes({"format": FORMAT} | dataclasses.asdict(self))


class StationChain:
    """Follows one station's records from its first on, and sums them up."""

    def __init__(self, survey: str, mode: str, station: str) -> None:
        self.survey, self.mode, self.station = survey, mode, station
        self.count = 0
        self._runs: list[Run] = []
        self._root = hashlib.sha256(_ROOT)

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs)

    @property
    def root(self) -> str:
        return self._root.hexdigest()

    def add(self, record: Record) -> None:
        """Raise BadRecordError where a record is not the next one of this chain."""
        self._check_owner(record)
        header, run = record.header, self._run_of(record)
        if header.seq != run.last + 1:
            message = "record {expected} of its station should stand here, not {found}"
            raise BadRecordError(message, expected=run.last + 1, found=header.seq)
        if header.prev != run.head:
            raise BadRecordError("it does not follow the record before it")
        self._runs[-1] = Run(run.incarnation, run.first, header.seq, record.id)
        self.count += 1
        self._root.update(bytes.fromhex(record.id))

    def _check_owner(self, record: Record) -> None:
        header, founds = record.header, record.kind == FOUNDED
        if header.station != self.station:
            raise BadRecordError("it is by another station")
        if record.survey != self.survey or founds is bool(header.survey):
            raise BadRecordError("it belongs to another survey")
        if founds and self.count:
            raise BadRecordError("a second founding record")
        if header.mode != self.mode:
            raise BadRecordError("drill and official records do not mix")

    def _run_of(self, record: Record) -> Run:
        """The run that a record must continue, begun where its incarnation is a new one."""
        incarnation = record.header.incarnation
        newest = self._runs[-1].incarnation if self._runs else 0
        if incarnation < max(newest, 1):
            message = "incarnation {found} cannot stand behind {newest}"
            raise BadRecordError(message, found=incarnation, newest=newest)
        if incarnation > newest:
            self._runs.append(Run(incarnation, 1, 0, RecordId("")))
        return self._runs[-1]


def signed_bytes(station: str, content: bytes) -> bytes:
    """What a station signs of a manifest: tag, public key (32 bytes), hash of the manifest."""
    return _SIGNATURE + bytes.fromhex(station) + hashlib.sha256(content).digest()


def check_manifest(manifest: Manifest, content: bytes, signature: bytes) -> None:
    """Raise BadPackageError unless the manifest's station signed these bytes (128 hex digits)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.station))
        signed = bytes.fromhex(_hex(signature.decode("ascii"), 128))
        key.verify(signed, signed_bytes(manifest.station, content))
    except (InvalidSignature, ValueError):
        raise BadPackageError("its manifest is not signed by its station") from None


def read_manifest(content: bytes) -> Manifest:
    """A manifest in canonical bytes and of the right shape, or BadPackageError."""
    fields = _fields(content)
    # an object's other keys are the newer program's business
    if type(fields.get("format")) is int and fields["format"] > FORMAT:
        raise WrongFileError("a newer Pingyi wrote it, so a newer program is needed here")
    try:
        check_fields(fields, _FIELDS, "manifest")
        return _manifest(fields)
    except (BadRecordError, ValueError):
        raise BadPackageError("its manifest is not well formed") from None


def _fields(content: bytes) -> dict[str, Any]:
    """The object that canonical bytes hold."""
    try:
        fields = json.loads(content) if len(content) <= LONGEST_MANIFEST else None
        if isinstance(fields, dict) and canonical_bytes(fields) == content:
            return fields
    except (ValueError, RecursionError, NotCanonicalError):
        pass
    raise BadPackageError("its manifest is not well formed")


def _manifest(fields: dict[str, Any]) -> Manifest:
    """ValueError where a value is out of place; types and keys of the object are checked."""
    runs = tuple(map(_run, fields["runs"]))
    recipients = tuple(map(_recipient, fields["recipients"]))
    for name in ("survey", "station", "root"):
        _hex(fields[name], 64)
    _expect(fields["format"] == FORMAT and fields["mode"] in {"official", "drill"})
    _expect(fields["count"] == sum(run.last for run in runs) > 0)
    rest = {name: value for name, value in fields.items() if name != "format"}
    return Manifest(**rest | {"runs": runs, "recipients": recipients})


def _run(fields: Any) -> Run:
    _expect(isinstance(fields, dict))
    check_fields(fields, _RUN, "run")
    run = Run(**fields)
    _expect(run.incarnation > 0 and run.first == 1 <= run.last)
    _hex(run.head, 64)
    return run


def _recipient(fields: Any) -> Recipient:
    _expect(isinstance(fields, dict))
    check_fields(fields, dict.fromkeys(_RECIPIENT, str), "recipient")
    return Recipient(**{name: _hex(fields[name], digits) for name, digits in _RECIPIENT.items()})


def _hex(text: str, digits: int) -> str:
    _expect(len(text) == digits and _HEX.fullmatch(text) is not None)
    return text


def _expect(condition: object) -> None:
    if not condition:
        raise ValueError


def same_records(manifest: Manifest, chain: StationChain) -> bool:
    """Whether the records followed are the ones that a manifest states."""
    stated: Sequence[object] = (manifest.runs, manifest.count, manifest.root)
    return stated == (chain.runs, chain.count, chain.root)
