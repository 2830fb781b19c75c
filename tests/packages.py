"""Chains of records and packages of them, also such as no program of ours would write."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.store.keys import StationKey
from desktop.store.kinds import FORM, FOUNDED, KINDS
from desktop.store.package_errors import PackageRefusedError
from desktop.store.packages import Manifest, RecipientKey, open_package, write_package
from desktop.store.records import Header, Record, write_record

STATION = StationKey.from_hex("11" * 32)
STRANGER = StationKey.from_hex("99" * 32)
RECIPIENT = RecipientKey.from_hex("22" * 32)
AT = "2006-05-08T00:30:00Z"


def chained(*forms: int, marks: str = "123", **header: Any) -> list[Record]:
    """A founding record and so many forms; further numbers are those of further incarnations."""
    founding = write_record(
        STATION,
        Header("", "official", STATION.station, 1, 1, "", AT),
        FOUNDED,
        filled(FOUNDED, name="主管", plan={"title": "t"}),
    )
    records = [founding]
    for incarnation, count in enumerate(forms, 1):
        seq, prev = (1, founding.id) if incarnation == 1 else (0, "")
        for number in range(1, count + 1):
            given = {
                "survey": founding.id, "mode": "official", "station": STATION.station,
                "incarnation": incarnation, "seq": seq + number, "prev": prev, "at": AT,
            }  # fmt: skip
            made = form(STATION, number, marks, **given | header)
            records.append(made)
            prev = made.id
    return records


def form(key: StationKey, number: int, marks: str, **header: Any) -> Record:
    data = filled(FORM, batch="B001", number=number, marks=marks)
    return write_record(key, Header(**header), FORM, data)


def filled(kind: str, **data: Any) -> dict[str, Any]:
    """All fields of a kind, the others empty: packages carry every kind alike."""
    first = {
        name: kinds[0] if isinstance(kinds, tuple) else kinds for name, kinds in KINDS[kind].items()
    }
    return {name: made() for name, made in first.items()} | data


def packed(path: Path, records: Sequence[Record], recipients: Sequence[str] = ()) -> Manifest:
    """A package written by the program."""
    survey, mode = records[0].id, records[0].header.mode
    return write_package(path, STATION, survey, mode, lambda: iter(records), recipients)


def manifest_of(records: Sequence[Record], **changes: Any) -> dict[str, Any]:
    """The manifest of these records, made from the description of the format alone."""
    runs: dict[int, dict[str, Any]] = {}
    for record in records:
        header = record.header
        run = runs.setdefault(header.incarnation, {"first": header.seq})
        run |= {"incarnation": header.incarnation, "last": header.seq, "head": record.id}
    root = b"pingyi/root/1\n" + b"".join(bytes.fromhex(record.id) for record in records)
    return {
        "format": 1,
        "survey": records[0].id,
        "mode": "official",
        "station": STATION.station,
        "runs": list(runs.values()),
        "count": len(records),
        "root": hashlib.sha256(root).hexdigest(),
        "program": "0.1.0",
        "recipients": [],
    } | changes


def line_of(record: Record) -> bytes:
    return record.signature.hex().encode() + b" " + record.body + b"\n"


def assembled(
    records: Sequence[Record],
    manifest: bytes | None = None,
    lines: Sequence[bytes] | None = None,
    key: StationKey = STATION,
    **changes: Any,
) -> bytes:
    """The bytes of a package with a signed manifest, whatever stands in it."""
    content = manifest or canonical(manifest_of(records, **changes))
    public = bytes.fromhex(key.station)
    signed = b"pingyi/package/1\n" + public + hashlib.sha256(content).digest()
    head = b"PINGYI PACKAGE 1\n" + content + b"\n" + key.sign(signed).hex().encode() + b"\n"
    return closed(head + b"".join(map(line_of, records) if lines is None else lines))


def canonical(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def closed(content: bytes) -> bytes:
    """Bytes with the closing line that belongs to them."""
    digest = hashlib.sha256(content).hexdigest()
    return content + f"END {len(content)} {digest}\n".encode()


def without_end(package: bytes) -> bytes:
    return package[: package.rindex(b"\nEND ") + 1]


def refusal(path: Path, key: RecipientKey | None = None) -> str:
    """The sentence that a package is refused with, which names it."""
    with pytest.raises(PackageRefusedError) as caught, open_package(path, key):
        pass
    assert str(path) in str(caught.value)
    return str(caught.value)


def flips(content: bytes) -> Iterator[bytes]:
    """The content with one byte changed, at each position and in two ways."""
    for at in range(len(content)):
        for bits in (1, 0x80):
            yield content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]
