"""Packages fixed for good: the test vectors of docs/FORMAT.md, which later programs must read."""

import hashlib
from pathlib import Path

import pytest

from desktop.store.package_sealing import recovery_text
from desktop.store.packages import open_package
from tests.packages import RECIPIENT, STATION, closed

PLAIN = """\
PINGYI PACKAGE 1
{"count":2,"format":1,"mode":"drill","program":"0.1.0","recipients":[],"root":"6bb0e9d3d0a5f09cf\
f874174dbaabf5f39915dec69d61e922856afd6f730afe2","runs":[{"first":1,"head":"d454b981c3dcb3ff897c\
a6cdea6ab3c21c33fb5115dd70254d204830ee14fd9f","incarnation":1,"last":2}],"station":"d04ab232742b\
b4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737","survey":"d23192822d013b7c8f557dfd48783e4a\
26eeca74e718380bcf674e4cc1aae0de"}
7c461849104c810c802a39f12085b51f08f6f3f95f59c8f0051ce2d4a04c6552101352f5a1ef98cd7ef5fa9cfb95a47c\
7b6d1f46e2893e589b890c4392eb9605
87ff652d37533bea5f7838c586090da63ebcc528efa3a8bdce3de099a7cea114797433c04f9bbf9572ac8142bcf5d83b\
406a29061d2f0a4bca04e15d47ff260a {"at":"2006-05-08T00:30:00Z","data":{"name":"主管","plan":{"title\
":"t"}},"format":1,"incarnation":1,"kind":"survey.founded","mode":"drill","operator":"","parents\
":[],"prev":"","seq":1,"station":"d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c97787\
37","survey":""}
456edae9876bd8561c8d873fb547ce29bd30ea52c5adf673b5ee54617b90a1344c9dbe4c75973bc7af84ec9bcf7963c9\
5c59d4bc852e9e98a5f67098f53e3406 {"at":"2006-05-08T00:30:03Z","data":{},"format":1,"incarnation"\
:1,"kind":"zero.declared","mode":"drill","operator":"","parents":[],"prev":"d23192822d013b7c8f55\
7dfd48783e4a26eeca74e718380bcf674e4cc1aae0de","seq":2,"station":"d04ab232742bb4ab3a1368bd4615e4e\
6d0224ab71a016baf8520a332c9778737","survey":"d23192822d013b7c8f557dfd48783e4a26eeca74e718380bcf6\
74e4cc1aae0de"}
"""
PLAIN_END = "END 1466 251548feeb61579cb103f40af0407a13f11320ef8afc77089fedcd8606a6dbee\n"

ENCRYPTED = """\
PINGYI PACKAGE 1
{"count":2,"format":1,"mode":"drill","program":"0.1.0","recipients":[{"ephemeral":"7b0d47d93427f\
8311160781c7c733fd89f88970aef490d8aa0ee19a4cb8a1b14","key":"0faa684ed28867b97f4a6a2dee5df8ce974e\
76b7018e3f22a1c4cf2678570f20","sealed":"98c7e42658555aa4e9af8d755cb4dca37a55fb2f8bfcd2fc0b679521\
d4a9489c3d34ac86940b2eb4d3c1e4b51ad546e6"}],"root":"6bb0e9d3d0a5f09cff874174dbaabf5f39915dec69d6\
1e922856afd6f730afe2","runs":[{"first":1,"head":"d454b981c3dcb3ff897ca6cdea6ab3c21c33fb5115dd702\
54d204830ee14fd9f","incarnation":1,"last":2}],"station":"d04ab232742bb4ab3a1368bd4615e4e6d0224ab\
71a016baf8520a332c9778737","survey":"d23192822d013b7c8f557dfd48783e4a26eeca74e718380bcf674e4cc1a\
ae0de"}
b88945f2bcff17801e9f901ff3a0b5254ecfd683f3005e15b7ec3fb70c4a255390d4a11b88e88f368da785df88d45534\
19a4f54786e623b211122d6d99ce5f00
WFlAXnlBoWqbduR7o0nsXyeUC07PVI13pw4OLr7IClA1/tgHU/qw3HINfJN9Qv2z2+IQjvoVMG3lm7/GQH7Z2jEKMKj6Pp2I\
QO4OKZw3XFJ2RiPZ0hI+6iQ5YHOuGHlsZYlTAzoxiA4Ct1Mn1VFT9qngnmQSzu3udFHHAjjx24TD2GWJrmoUJBXCrCYm9tm2\
3iNyMjdHSe5IWXk6eE9HlnjRWBYHl5gJ1u+d4HuOHHxacyFK/KUFz+YEotdwF0AbQrLnVmprzopDbxOD3ZAV1xs3Fhj7GbIT\
5nkfYiPjMUa4R+Tz52OEGIUiTR0YHEpUP19QPuMcPiui6kQkfkZPt5o/7uFnjXAnYeuX/ymqmgY44dwvUBY0LTYNU2A+KDle\
Un3fkjgYiQ4mGljg1TGCS4rBlqonNoYCiMV2aJeb1Fe5lHGK9DzFeKsX0mJnqQqyGNKvd9170nfbCnHoYRLZPrH15M1jEZge\
sn/iTYQ4aA+qbX4tUfgLO+57RlVv5FVeU4vUWcDThqfRb9yzxlNWIJ0yr2JEOa5wBqu7cve5iFHA3zpL
LWGvOFxvevkKHiw65qAqSHTMkVu2fFLTkLirrgcIUDspPQSp+LJ40KHJUt5UI9EmNyp9WBIQSSy+KBOkfG6wzWWgA9wGDREP\
wt4NKixUSAOlzOJ0sJNqpnFA93CWAKdAjZDg+LQi9nfsPFP4xcFSZG6P9WdPGg+N2ONPzgGHvgo8NxLaI6I6txfQJI9szpoQ\
lzr1yKo6qv7Eqy1B72uA2IG4vIWtcrwhYZmiapFUp30yGotfS4vVXy3TCWwvVmlqpF+vAsS56M/7bu6Xfht7/77CdJEh6hdH\
gDZbSC2hGAojLHClr8aVhLydSRsfI2Pdj5BC33esUXcTHdT8JupDRXs748BHlXtTZv3QosFvLYFpktVd7TuTiH8+T8MSPg8b\
aNbojSaPeUlfuqZd6OWs9cG7wFFky+e8on1gWIhIzgXzlmmC6rK1UM87vi0Ic4q0GfyJNRQQQEjp0x3hOmThdCyKpVNUnN93\
jzq/yGiy9zuAGVmnrMzx1NPhvCZAS1TNI7ZL2uFqgl1xMTFuRajZM4HxXnwZFZPKNME9Y1H4AsT3WImcciKNk0GgJzCgB8HA\
qDGE71/v5ObQYt1SheIFXMT+ZAVPaKCTpksIcnJ3LbciRTqyM0DIr8h59rkF7HKOHWy5GVxGr4Q2bGxUHN02E6aeDHeVa/9B\
9nJBfaWxHg==
"""
ENCRYPTED_END = "END 2072 162e6b77894c8a527533e4f87535041e8fa9f1e5df3d68b116a5b6003e52bca0\n"

FORMAT = Path(__file__).resolve().parents[3] / "docs" / "FORMAT.md"

IDS = [
    "d23192822d013b7c8f557dfd48783e4a26eeca74e718380bcf674e4cc1aae0de",
    "d454b981c3dcb3ff897ca6cdea6ab3c21c33fb5115dd70254d204830ee14fd9f",
]


@pytest.mark.parametrize(
    ("text", "end"), [(PLAIN, PLAIN_END), (ENCRYPTED, ENCRYPTED_END)], ids=["plain", "encrypted"]
)
def test_the_program_reads_the_vectors(text, end, tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(text.encode() + end.encode())
    assert path.read_bytes() == closed(text.encode())
    with open_package(path, RECIPIENT) as package:
        assert [record.id for record in package.records()] == IDS
        assert package.manifest.station == STATION.station
        assert package.manifest.mode == "drill"


@pytest.mark.parametrize("text", [PLAIN + PLAIN_END, ENCRYPTED + ENCRYPTED_END])
def test_the_description_prints_the_vectors(text):
    assert f"```\n{text}```" in FORMAT.read_text(encoding="utf-8")


def test_the_root_follows_from_the_ids():
    content = b"pingyi/root/1\n" + b"".join(map(bytes.fromhex, IDS))
    assert f'"root":"{hashlib.sha256(content).hexdigest()}"' in PLAIN


def test_the_signature_of_the_manifest_follows_from_the_description():
    _, content, signature, *_ = PLAIN.encode().split(b"\n")
    public = bytes.fromhex(STATION.station)
    signed = b"pingyi/package/1\n" + public + hashlib.sha256(content).digest()
    assert STATION.sign(signed).hex().encode() == signature


def test_the_recovery_text_of_a_recipient_s_key():
    assert recovery_text(RECIPIENT) == "EIRC " * 12 + "EIRA HUL2"
