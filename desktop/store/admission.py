"""The short code by which a supervisor knows a station: read aloud, compared, typed."""

import base64
import hashlib

_TAG = b"pingyi/admission/1\n"
_LETTERS = str.maketrans("018", "OIB")


def admission_code(station: str) -> str:
    """`ABCD-EFGH-JKLM`: 60 bits of a hash of the station's public key."""
    digest = hashlib.sha256(_TAG + bytes.fromhex(station)).digest()
    letters = base64.b32encode(digest).decode()[:12]
    return "-".join(letters[at : at + 4] for at in (0, 4, 8))


def same_code(typed: str, station: str) -> bool:
    """Whether a typed code is the station's, however it was spaced or O read as 0."""
    plain = "".join(char for char in typed.upper() if char.isalnum()).translate(_LETTERS)
    return plain == admission_code(station).replace("-", "")
