"""Records: the signed, chained entries that are the only truth of a survey."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desktop.store.canonical import canonical_bytes, record_id, signed_bytes
from desktop.store.errors import BadRecordError, NotCanonicalError
from desktop.store.keys import StationKey
from desktop.store.kinds import HEADER, KINDS, RecordId, check_fields

_ID = re.compile("[0-9a-f]{64}")
MODES = ("official", "drill")
FORMAT = 1
"""Version of the record format; a higher one needs a newer program."""


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote a record, and where it stands in that station's chain."""

    survey: str
    mode: str
    station: str
    incarnation: int
    seq: int
    prev: str
    at: str
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """`body` is what was signed; the other fields are what it says."""

    id: RecordId
    body: bytes
    signature: bytes
    header: Header
    kind: str
    parents: tuple[RecordId, ...]
    data: Mapping[str, Any]

    @property
    def survey(self) -> str:
        """The survey's id: a founding record names none, being the survey's first."""
        return self.header.survey or self.id


def write_record(
    key: StationKey,
    header: Header,
    kind: str,
    data: Mapping[str, Any],
    parents: Sequence[RecordId] = (),
) -> Record:
    """Make and sign a record; NotCanonicalError where a text or number cannot be recorded."""
    check_fields(data, KINDS[kind], kind)
    fields = {
        "format": FORMAT,
        "survey": header.survey,
        "mode": header.mode,
        "station": header.station,
        "incarnation": header.incarnation,
        "seq": header.seq,
        "prev": header.prev,
        "at": header.at,
        "operator": header.operator,
        "kind": kind,
        "parents": list(parents),
        "data": data,
    }
    body = canonical_bytes(fields)
    identity = record_id(body)
    signature = key.sign(signed_bytes(header.station, identity))
    return Record(RecordId(identity), body, signature, header, kind, tuple(parents), data)


def read_record(body: bytes, signature: bytes) -> Record:
    """What a body says, its shape checked; the signature is checked by `check_signature`."""
    fields = _fields(body)
    # a record's other fields are the newer program's business
    if type(fields.get("format")) is int and fields["format"] > FORMAT:
        raise BadRecordError("format {format} needs a newer program", format=fields["format"])
    check_fields(fields, HEADER, "record")
    if fields["format"] < 1 or fields["mode"] not in MODES:
        raise BadRecordError("its header says what no program writes")
    ids = [fields["station"], *fields["parents"]]
    if not all(isinstance(name, str) and _ID.fullmatch(name) for name in ids):
        raise BadRecordError("its header says what no program writes")
    if fields["kind"] not in KINDS:
        raise BadRecordError("unknown kind {kind}", kind=fields["kind"])
    check_fields(fields["data"], KINDS[fields["kind"]], fields["kind"])
    header = Header(*(fields[name] for name in Header.__dataclass_fields__))
    identity = RecordId(record_id(body))
    parents = tuple(map(RecordId, fields["parents"]))
    return Record(identity, body, signature, header, fields["kind"], parents, fields["data"])


def check_canonical(record: Record) -> None:
    """Raise BadRecordError unless the body is in canonical bytes."""
    try:
        same = canonical_bytes(_fields(record.body)) == record.body
    except NotCanonicalError:
        same = False
    if not same:
        raise BadRecordError("the body is not in canonical bytes")


def check_signature(record: Record) -> None:
    """Raise BadRecordError unless the record's station signed its id."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(record.header.station))
        key.verify(record.signature, signed_bytes(record.header.station, record.id))
    except (InvalidSignature, ValueError):
        raise BadRecordError("the signature is not its station's") from None


def _fields(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise BadRecordError("the body is not JSON") from None
    if not isinstance(fields, dict):
        raise BadRecordError("the body is not an object")
    return fields
