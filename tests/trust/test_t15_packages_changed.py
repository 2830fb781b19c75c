"""T15: a manifest edited and re-hashed, or any one byte changed: refused every time."""

import base64
import json
from typing import Any

import pytest

from desktop.store.packages import open_package
from tests.packages import (
    RECIPIENT,
    STRANGER,
    assembled,
    canonical,
    chained,
    closed,
    flips,
    line_of,
    manifest_of,
    packed,
    refusal,
    without_end,
)

RECORDS = chained(2)


@pytest.fixture(params=["plain", "encrypted"])
def whole(request, tmp_path):
    """The bytes of a small package that is accepted as it is."""
    path = tmp_path / "whole.pkg"
    packed(path, RECORDS, [RECIPIENT.public] if request.param == "encrypted" else [])
    with open_package(path, RECIPIENT) as package:
        assert list(package.records()) == RECORDS
    return path.read_bytes()


def test_t15_one_byte_flipped_at_every_position(whole, tmp_path):
    path = tmp_path / "a.pkg"
    for changed in flips(whole):
        path.write_bytes(changed)
        assert refusal(path, RECIPIENT)


def test_t15_one_byte_flipped_and_the_closing_line_made_again(whole, tmp_path):
    path = tmp_path / "a.pkg"
    for changed in flips(without_end(whole)):
        path.write_bytes(closed(changed))
        assert refusal(path, RECIPIENT)


EDITS: dict[str, Any] = {
    "survey": "00" * 32,
    "mode": "drill",
    "station": STRANGER.station,
    "count": 4,
    "root": "00" * 32,
    "program": "0.1.1",
    "runs": [{"incarnation": 1, "first": 1, "last": 3, "head": "00" * 32}],
    "recipients": [{"key": "22" * 32, "ephemeral": "22" * 32, "sealed": "22" * 48}],
    "format": 0,
}


@pytest.mark.parametrize("name", EDITS)
def test_t15_a_manifest_edited_and_re_hashed(whole, name, tmp_path):
    magic, content, rest = without_end(whole).split(b"\n", 2)
    changed = canonical(json.loads(content) | {name: EDITS[name]})
    path = tmp_path / "a.pkg"
    path.write_bytes(closed(b"\n".join([magic, changed, rest])))
    assert refusal(path, RECIPIENT)


@pytest.mark.parametrize("name", EDITS)
def test_t15_a_manifest_edited_and_signed_by_a_stranger(name, tmp_path):
    path = tmp_path / "a.pkg"
    changes = {"station": STRANGER.station, name: EDITS[name]}
    path.write_bytes(assembled(RECORDS, key=STRANGER, **changes))
    assert refusal(path)


@pytest.mark.parametrize("name", sorted(EDITS.keys() - {"program"}))
def test_t15_a_manifest_that_its_own_station_signed_and_that_is_not_so(name, tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(assembled(RECORDS, **{name: EDITS[name]}))
    assert refusal(path, RECIPIENT)


LINES = [line_of(record) for record in RECORDS]
ORDERS = {
    "one dropped from the end": LINES[:2],
    "one dropped from the middle": [LINES[0], LINES[2]],
    "two exchanged": [LINES[0], LINES[2], LINES[1]],
    "one twice": [*LINES, LINES[2]],
    "one in place of another": [LINES[0], LINES[1], LINES[1]],
    "none": [],
    "an empty line": [*LINES, b"\n"],
    "a signature in capitals": [LINES[0], LINES[1], LINES[2][:128].upper() + LINES[2][128:]],
    "a blank more": [LINES[0], LINES[1], LINES[2].replace(b" ", b"  ", 1)],
    "a body in other bytes": [LINES[0], LINES[1], LINES[2].replace(b":", b": ", 1)],
}


@pytest.mark.parametrize("lines", ORDERS.values(), ids=ORDERS)
def test_t15_records_moved_about_under_a_sound_manifest(lines, tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(assembled(RECORDS, lines=lines))
    assert refusal(path)


def test_t15_lines_of_an_encrypted_package_exchanged(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, RECORDS, [RECIPIENT.public])
    *head, first, second, third = without_end(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(closed(b"".join([*head, first, third, second])))
    assert "record 2" in refusal(path, RECIPIENT)


def test_t15_an_encrypted_line_that_only_decodes_to_the_same(tmp_path):
    """Base64 leaves bits that nobody reads; one package shall not have two files."""
    path = tmp_path / "a.pkg"
    packed(path, chained(1, marks="1" * 10), [RECIPIENT.public])
    whole = path.read_bytes()
    at = whole.index(b"=\n") - 1
    at -= whole[at : at + 1] == b"="
    same = without_end(whole[:at] + bytes([whole[at] + 1]) + whole[at + 1 :])
    lines = [package.splitlines()[3:5] for package in (whole, same)]
    assert lines[0] != lines[1]
    assert [*map(base64.b64decode, lines[0])] == [*map(base64.b64decode, lines[1])]
    path.write_bytes(closed(same))
    assert "does not decrypt" in refusal(path, RECIPIENT)


@pytest.mark.parametrize("separators", [(", ", ":"), (",", ": ")])
def test_t15_a_manifest_in_other_bytes(separators, tmp_path):
    path = tmp_path / "a.pkg"
    loose = json.dumps(manifest_of(RECORDS), sort_keys=True, separators=separators)
    path.write_bytes(assembled(RECORDS, loose.encode()))
    assert "not well formed" in refusal(path)


def test_t15_the_manifest_of_the_tests_is_the_program_s(tmp_path):
    """Else the packages above were refused for another reason."""
    path = tmp_path / "a.pkg"
    packed(path, RECORDS)
    assert path.read_bytes() == assembled(RECORDS)
    assert json.loads(path.read_bytes().split(b"\n")[1]) == manifest_of(RECORDS)
