"""docs/FORMAT.md against the code: its vectors, kinds and fields are the ones in use."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store.admission import admission_code
from desktop.store.authority import FOUNDER_ONLY, MAY, ROLES
from desktop.store.keys import StationKey
from desktop.store.kinds import FORM, FOUNDED, HEADER, KINDS
from desktop.store.package_sealing import read_recovery, recovery_text
from desktop.store.packages import RecipientKey
from desktop.store.records import (
    Header,
    check_canonical,
    check_signature,
    read_record,
    write_record,
)
from desktop.store.schema import PROJECTIONS
from desktop.tally.keyings import FormStage
from desktop.tally.plan_reading import plan_from_json, plan_to_json
from desktop.tally.second_keying import drawn_numbers
from tests.plans import plan_value

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = (DOCS / "FORMAT.md").read_text(encoding="utf-8")
BLOCKS = [block.split("\n") for block in re.findall(r"```\n(.*?)\n```", TEXT, re.DOTALL)]
STATION, FOUNDING, KEYED, PLAN_HASH, DRAW, PACKAGE, RECIPIENT, ENCRYPTED = BLOCKS

KEY = Ed25519PrivateKey.from_private_bytes(bytes([0x11]) * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
READER = X25519PrivateKey.from_private_bytes(bytes([0x22]) * 32)


def base32(content):
    return base64.b32encode(content).decode().rstrip("=")


def grouped(letters, blank):
    return blank.join(letters[at : at + 4] for at in range(0, len(letters), 4))


@pytest.mark.parametrize("block", [FOUNDING, KEYED], ids=["founding", "keyed"])
def test_a_vector_follows_from_the_description_alone(block):
    body, identity, signature = block
    digest = hashlib.sha256(b"pingyi/record/1\n" + body.encode()).digest()
    assert PUBLIC.hex() == STATION[0] == json.loads(body)["station"]
    assert digest.hex() == identity
    assert KEY.sign(b"pingyi/signature/1\n" + PUBLIC + digest).hex() == signature


@pytest.mark.parametrize("block", [FOUNDING, KEYED], ids=["founding", "keyed"])
def test_the_program_reads_and_writes_the_vectors(block):
    body, identity, signature = block
    record = read_record(body.encode(), bytes.fromhex(signature))
    assert record.id == identity
    check_canonical(record)
    check_signature(record)
    key, fields = StationKey.from_hex("11" * 32), json.loads(body)
    header = Header(**{name: fields[name] for name in Header.__dataclass_fields__})
    assert write_record(key, header, fields["kind"], fields["data"]) == record


def test_the_vectors_are_a_chain():
    founding, keyed = json.loads(FOUNDING[0]), json.loads(KEYED[0])
    assert [founding["kind"], keyed["kind"]] == [FOUNDED, FORM]
    assert keyed["prev"] == keyed["survey"] == FOUNDING[1]


def test_the_plan_hash_has_no_prefix():
    assert [hashlib.sha256(b'{"title":"t"}').hexdigest()] == PLAN_HASH


def test_the_admission_code():
    digest = hashlib.sha256(b"pingyi/admission/1\n" + PUBLIC).digest()
    assert grouped(base32(digest)[:12], "-") == STATION[1] == admission_code(STATION[0])


def test_the_draw():
    def lot(number):
        return hashlib.sha256(f"20060508/B001/{number}".encode()).digest()

    numbers = sorted(sorted(range(1, 51), key=lot)[: -(-50 * 10 // 100)])
    assert " ".join(map(str, numbers)) == DRAW[0]
    assert tuple(numbers) == drawn_numbers("20060508", "B001", 50, 10)


@pytest.mark.parametrize("block", [PACKAGE, ENCRYPTED], ids=["plain", "encrypted"])
def test_the_frame_of_a_package_follows_from_the_description_alone(block):
    magic, content, signature, *lines, end = block
    before = "".join(line + "\n" for line in block[:-1]).encode()
    manifest = json.loads(content)
    signed = b"pingyi/package/1\n" + PUBLIC + hashlib.sha256(content.encode()).digest()
    assert magic == "PINGYI PACKAGE 1"
    assert KEY.sign(signed).hex() == signature
    assert end == f"END {len(before)} {hashlib.sha256(before).hexdigest()}"
    assert manifest["count"] == len(lines) == manifest["runs"][0]["last"]
    assert manifest["survey"] == FOUNDING[1]


def test_the_records_of_the_plain_package_are_those_of_its_manifest():
    manifest, root = json.loads(PACKAGE[1]), hashlib.sha256(b"pingyi/root/1\n")
    for line in PACKAGE[3:-1]:
        signature, body = line.split(" ", 1)
        record = read_record(body.encode(), bytes.fromhex(signature))
        check_signature(record)
        root.update(bytes.fromhex(record.id))
    assert record.id == manifest["runs"][0]["head"]
    assert root.hexdigest() == manifest["root"]


def test_the_encrypted_package_holds_the_same_lines():
    """Decrypted from the description alone."""
    (sealed,) = json.loads(ENCRYPTED[1])["recipients"]
    public, ephemeral = READER.public_key().public_bytes_raw(), bytes.fromhex(sealed["ephemeral"])
    shared = READER.exchange(X25519PublicKey.from_public_bytes(ephemeral))
    kdf = HKDF(algorithm=SHA256(), length=32, salt=ephemeral + public, info=b"pingyi/package/1")
    wrapping = ChaCha20Poly1305(kdf.derive(shared))
    content = wrapping.decrypt(bytes(12), bytes.fromhex(sealed["sealed"]), None)
    bound = hashlib.sha256(ENCRYPTED[1].encode()).digest()
    lines = [
        ChaCha20Poly1305(content).decrypt(at.to_bytes(12, "big"), base64.b64decode(line), bound)
        for at, line in enumerate(ENCRYPTED[3:-1])
    ]
    assert [line.decode() for line in lines] == PACKAGE[3:-1]


def test_the_recipient_s_key_and_its_recovery_text():
    private = bytes([0x22]) * 32
    check = base32(hashlib.sha256(b"pingyi/recovery/1\n" + private).digest())[:4]
    key = RecipientKey.from_hex(private.hex())
    assert [key.public, recovery_text(key)] == RECIPIENT
    assert RECIPIENT[0] == READER.public_key().public_bytes_raw().hex()
    assert RECIPIENT[1] == grouped(base32(private) + check, " ")
    assert read_recovery(RECIPIENT[1]).hex() == private.hex()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_who_may_record_it(kind):
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{kind}`")]
    assert ("upervisor alone" in line) == (kind in FOUNDER_ONLY)
    _, _, named = line.partition("Roles: ")
    roles = set(re.findall(r"`(\w+)`", named)) & set(ROLES) or {"supervisor"}
    assert roles == MAY.get(kind, {"supervisor"})


@pytest.mark.parametrize("stage", sorted(set(FormStage) - {FormStage.AWAITING}))
def test_every_stage_is_described(stage):
    """AWAITING is no stage of the file: a second keying is due, and the form counts."""
    assert f"| `{stage}` |" in TEXT


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described_with_its_fields(kind):
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{kind}`")]
    for name in KINDS[kind]:
        assert f"`{name}`" in line


@pytest.mark.parametrize("name", [*HEADER, *PROJECTIONS])
def test_header_fields_and_projections_are_described(name):
    assert f"`{name}`" in TEXT


def keys_of(value):
    if isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from keys_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys_of(item)


def test_every_key_of_a_plan_is_described():
    full = plan_value(
        bands=[{"code": "E", "name": "优秀", "from": "1"}, {"code": "F", "name": "差", "to": "1"}],
        adjustments=[{"agency": "A1", "points": "1", "reason": "x"}],
        vetoes=[{"agency": "A1", "band": "F", "reason": "x"}],
        validity={"max_blank": {"share": "1/2", "reason": "V4"}},
        pages=[{"rows": 3, "check": "47"}],
        offline=True,
    )
    text = (DOCS / "PLAN.md").read_text(encoding="utf-8")
    for name in keys_of(plan_to_json(plan_from_json(full))):
        assert re.search(rf"[`.\"]{name}[`.\"\[]", text), name
