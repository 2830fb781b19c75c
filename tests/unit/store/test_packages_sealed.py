"""Encrypted packages: for whom they open, what they hide, and the printed recovery of a key."""

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store.package_errors import RecipientWrongError, RecoveryWrongError
from desktop.store.package_sealing import Recipient, read_recovery, recovery_text, unwrap_key
from desktop.store.packages import RecipientKey, open_package
from tests.packages import RECIPIENT, chained, line_of, packed, refusal

RECORDS = chained(2)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.pkg"


def test_each_recipient_opens_it_and_nobody_else(path):
    other, stranger = RecipientKey.new(), RecipientKey.new()
    packed(path, RECORDS, [RECIPIENT.public, other.public])
    for key in (RECIPIENT, other):
        with open_package(path, key) as package:
            assert list(package.records()) == RECORDS
    assert "encrypted for another key" in refusal(path, stranger)
    assert "is encrypted, so open it where" in refusal(path)


def test_a_key_does_no_harm_to_a_plain_one(path):
    packed(path, RECORDS)
    with open_package(path, RECIPIENT) as package:
        assert list(package.records()) == RECORDS


def test_no_mark_and_no_name_stands_in_the_file(path):
    packed(path, chained(1, marks="321321321"), [RECIPIENT.public])
    content = path.read_bytes()
    assert b"321321321" not in content
    assert "主管".encode() not in content


def test_the_bytes_follow_from_the_description_alone(path):
    packed(path, RECORDS, [RECIPIENT.public])
    _, content, _, *lines, _ = path.read_bytes().splitlines()
    (wrapped,) = json.loads(content)["recipients"]
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex("22" * 32))
    assert wrapped["key"] == private.public_key().public_bytes_raw().hex()
    ephemeral = bytes.fromhex(wrapped["ephemeral"])
    shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral))
    salt = ephemeral + bytes.fromhex(wrapped["key"])
    wrapping = HKDF(SHA256(), 32, salt, b"pingyi/package/1").derive(shared)
    sealed = bytes.fromhex(wrapped["sealed"])
    content_key = ChaCha20Poly1305(wrapping).decrypt(bytes(12), sealed, None)
    bound = hashlib.sha256(content).digest()
    for number, (line, record) in enumerate(zip(lines, RECORDS, strict=True)):
        nonce = bytes(4) + number.to_bytes(8, "big")
        plain = ChaCha20Poly1305(content_key).decrypt(nonce, base64.b64decode(line), bound)
        assert plain + b"\n" == line_of(record)


def test_two_packages_share_neither_content_key_nor_ephemeral(path, tmp_path):
    packed(path, RECORDS, [RECIPIENT.public] * 2)
    packed(tmp_path / "b.pkg", RECORDS, [RECIPIENT.public])
    lines = [p.read_bytes().splitlines() for p in (path, tmp_path / "b.pkg")]
    wrapped = [one for line in lines for one in json.loads(line[1])["recipients"]]
    assert len({one["ephemeral"] for one in wrapped}) == 3
    keys = [unwrap_key([Recipient(**one)], RECIPIENT) for one in wrapped]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("key", ["", "11", "zz" * 32, "11" * 33, "00" * 32])
def test_what_is_no_key_is_not_encrypted_for(key, path):
    with pytest.raises(RecipientWrongError, match="copy its 64 digits again"):
        packed(path, RECORDS, [RECIPIENT.public, key])
    assert not path.exists()


def test_a_key_comes_back_from_its_digits():
    key = RecipientKey.new()
    again = RecipientKey.from_hex(key.hex())
    assert (again.public, again.hex()) == (key.public, key.hex())


TEXT = recovery_text(RECIPIENT)


def test_the_recovery_text_is_fourteen_groups_of_four():
    assert [len(group) for group in TEXT.split(" ")] == [4] * 14
    assert TEXT == "EIRC " * 12 + "EIRA HUL2"


def test_many_keys_come_back_from_their_text():
    for _ in range(200):
        key = RecipientKey.new()
        assert read_recovery(recovery_text(key)).hex() == key.hex()


WAYS = {
    "as printed": TEXT,
    "lower case": TEXT.lower(),
    "no blanks": TEXT.replace(" ", ""),
    "blanks elsewhere": " " + TEXT.replace("R", "R \t").replace(" ", "\n", 3) + "\n",
    "hyphens": TEXT.replace(" ", "-"),
    "1 for I": TEXT.replace("I", "1"),
    "full width": "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in TEXT),
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_recovery_text_is_read_however_it_was_typed(text):
    assert read_recovery(text).hex() == RECIPIENT.hex()


def test_0_is_read_as_o_and_8_as_b():
    key = next(k for k in iter(RecipientKey.new, None) if {"O", "B"} <= set(recovery_text(k)))
    typed = recovery_text(key).replace("O", "0").replace("B", "8")
    assert read_recovery(typed).hex() == key.hex()


def test_any_one_letter_wrong_is_noticed():
    letters = TEXT.replace(" ", "")
    for at, char in enumerate(letters):
        for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".replace(char, ""):
            with pytest.raises(RecoveryWrongError, match="14 groups"):
                read_recovery(letters[:at] + other + letters[at + 1 :])


@pytest.mark.parametrize(
    "text",
    ["", " ", "EIRC", TEXT[:-1], TEXT + "A", TEXT[5:], TEXT + " " + TEXT, TEXT + "=", "评议" * 28],
)
def test_what_is_no_recovery_text_is_refused(text):
    with pytest.raises(RecoveryWrongError, match="compare each with the paper"):
        read_recovery(text)


def test_groups_exchanged_are_noticed():
    key = RecipientKey.from_hex(bytes(range(32)).hex())
    groups = recovery_text(key).split(" ")
    groups[2], groups[3] = groups[3], groups[2]
    with pytest.raises(RecoveryWrongError):
        read_recovery(" ".join(groups))
