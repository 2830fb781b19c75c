"""docs/FORMAT.md against the code: its vectors, kinds and fields are the ones in use."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.store.kinds import HEADER, KINDS
from desktop.store.records import check_canonical, check_signature, read_record
from desktop.store.schema import PROJECTIONS
from desktop.tally.plan_reading import plan_from_json, plan_to_json
from tests.plans import plan_value

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = (DOCS / "FORMAT.md").read_text(encoding="utf-8")
BLOCKS = [block.split("\n") for block in re.findall(r"```\n(.*?)\n```", TEXT, re.DOTALL)]


@pytest.mark.parametrize("block", [1, 2])
def test_a_vector_follows_from_the_description_alone(block):
    body, identity, signature = BLOCKS[block]
    key = Ed25519PrivateKey.from_private_bytes(bytes([0x11]) * 32)
    public = key.public_key().public_bytes_raw()
    digest = hashlib.sha256(b"pingyi/record/1\n" + body.encode()).digest()
    assert public.hex() == BLOCKS[0][0] == json.loads(body)["station"]
    assert digest.hex() == identity
    assert key.sign(b"pingyi/signature/1\n" + public + digest).hex() == signature


@pytest.mark.parametrize("block", [1, 2])
def test_the_program_reads_the_vectors(block):
    body, identity, signature = BLOCKS[block]
    record = read_record(body.encode(), bytes.fromhex(signature))
    assert record.id == identity
    check_canonical(record)
    check_signature(record)


def test_the_plan_hash_has_no_prefix():
    assert hashlib.sha256(b'{"title":"t"}').hexdigest() == BLOCKS[3][0]


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
    )
    text = (DOCS / "PLAN.md").read_text(encoding="utf-8")
    for name in keys_of(plan_to_json(plan_from_json(full))):
        assert re.search(rf"[`.\"]{name}[`.\"\[]", text), name
