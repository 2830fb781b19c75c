"""Canonical bytes (RFC 8785) and the two domain-separated hashes built on them."""

import hashlib
import unicodedata
from typing import Any

import rfc8785

from desktop.store.errors import NotCanonicalError

_RECORD = b"pingyi/record/1\n"
_SIGNATURE = b"pingyi/signature/1\n"


def canonical_bytes(value: Any) -> bytes:
    """RFC 8785 bytes; NotCanonicalError for a float or a text outside normal form C."""
    try:
        _check(value)
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError):
        raise NotCanonicalError from None


def record_id(body: bytes) -> str:
    """The id of a record: SHA-256 over the tag and its body, 64 hex digits."""
    return hashlib.sha256(_RECORD + body).hexdigest()


def signed_bytes(station: str, identity: str) -> bytes:
    """What a station signs: the tag, its public key (32 bytes) and the record's id (32 bytes)."""
    return _SIGNATURE + bytes.fromhex(station) + bytes.fromhex(identity)


def content_hash(value: Any) -> str:
    """SHA-256 of the canonical bytes, without a tag, so that any tool can repeat it."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def _check(value: Any) -> None:
    if isinstance(value, float):
        raise NotCanonicalError
    if isinstance(value, str):
        if not (value.isascii() or unicodedata.is_normalized("NFC", value)):
            raise NotCanonicalError
    elif isinstance(value, dict):
        for key, item in value.items():
            _check(key)
            _check(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _check(item)
