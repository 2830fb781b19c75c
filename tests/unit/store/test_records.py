import dataclasses
import json

import pytest

from desktop.store.errors import BadRecordError
from desktop.store.keys import StationKey
from desktop.store.records import (
    Header,
    check_canonical,
    check_signature,
    read_record,
    write_record,
)

KEY = StationKey.from_hex("22" * 32)
HEADER = Header("ab" * 32, "drill", KEY.station, 1, 5, "cd" * 32, "2006-05-08T00:30:00Z")
FORM = {
    "batch": "B001",
    "number": 7,
    "pass": 1,
    "void": "",
    "marks": "123",
    "filled": "",
    "against": [],
}


def record(**changes):
    return write_record(KEY, HEADER, "form.keyed", FORM | changes)


def reread(fields):
    return read_record(json.dumps(fields).encode(), b"")


def test_a_record_reads_back_as_it_was_written():
    written = record()
    assert read_record(written.body, written.signature) == written
    check_canonical(written)
    check_signature(written)


def test_one_other_byte_is_another_id_and_an_unsigned_one():
    written = record()
    changed = read_record(written.body.replace(b'"123"', b'"133"'), written.signature)
    assert changed.id != written.id
    with pytest.raises(BadRecordError, match="signature"):
        check_signature(changed)


def test_a_signature_of_another_station_is_refused():
    other = StationKey.from_hex("33" * 32)
    forged = write_record(other, HEADER, "form.keyed", FORM)
    with pytest.raises(BadRecordError, match="signature"):
        check_signature(forged)


def test_spaces_in_a_body_are_not_canonical():
    written = record()
    spaced = json.dumps(json.loads(written.body)).encode()
    with pytest.raises(BadRecordError, match="canonical"):
        check_canonical(read_record(spaced, b""))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 2}, "newer program"),
        ({"kind": "form.guessed"}, "unknown kind"),
        ({"seq": "5"}, "wrong type"),
        ({"seq": True}, "wrong type"),
        ({"extra": 1}, "unknown fields"),
        ({"data": {"batch": "B001"}}, "unknown fields"),
    ],
)
def test_bodies_of_another_shape_are_named(change, reason):
    with pytest.raises(BadRecordError, match=reason):
        reread(json.loads(record().body) | change)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_not_an_object_is_refused(body):
    with pytest.raises(BadRecordError):
        read_record(body, b"")


def test_a_founding_record_is_its_survey():
    header = dataclasses.replace(HEADER, survey="")
    founding = write_record(KEY, header, "survey.founded", {"name": "主管", "plan": {}})
    assert founding.survey == founding.id
