"""Encrypts the record lines of a package for those who may read it, and decrypts them.

A random content key encrypts the lines; each recipient's X25519 key wraps the content key.
docs/FORMAT.md describes the bytes.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.store.package_errors import (
    BadPackageError,
    RecipientWrongError,
    RecoveryWrongError,
    WrongFileError,
)

_WRAPPING = b"pingyi/package/1"
_RECOVERY = b"pingyi/recovery/1\n"
_NONCE = 12
_GROUP, _GROUPS = 4, 14
"""Groups of a recovery text: 52 letters of the key, 4 of its checksum."""

_MISREAD = str.maketrans("018", "OIB")
"""Digits that base32 does not use, and the letters that they are taken for."""


class RecipientKey:
    """An X25519 key pair; packages are encrypted for `public`, 64 hex digits."""

    def __init__(self, private: X25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw().hex()

    @classmethod
    def new(cls) -> "RecipientKey":
        return cls(X25519PrivateKey.generate())

    @classmethod
    def from_hex(cls, text: str) -> "RecipientKey":
        """The key whose 32 private bytes are written in hex."""
        return cls(X25519PrivateKey.from_private_bytes(bytes.fromhex(text)))

    def hex(self) -> str:
        return self._private.private_bytes_raw().hex()

    def shared_with(self, public: str) -> bytes:
        """The secret shared with the owner of a public key; ValueError for a key that is none."""
        return self._private.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public)))


@dataclass(frozen=True, slots=True)
class Recipient:
    """A content key wrapped for one public key; all in hex."""

    key: str
    ephemeral: str
    sealed: str


class Sealing:
    """Encrypts and decrypts the record lines of one package, numbered from 0."""

    def __init__(self, content_key: bytes, manifest: bytes) -> None:
        self._cipher = ChaCha20Poly1305(content_key)
        self._bound = hashlib.sha256(manifest).digest()

    def seal(self, number: int, line: bytes) -> bytes:
        nonce = number.to_bytes(_NONCE, "big")
        return base64.b64encode(self._cipher.encrypt(nonce, line, self._bound))

    def unseal(self, number: int, line: bytes) -> bytes:
        """BadPackageError unless these are the bytes that `seal` gave for this number."""
        try:
            sealed = base64.b64decode(line, validate=True)
            if base64.b64encode(sealed) == line:
                return self._cipher.decrypt(number.to_bytes(_NONCE, "big"), sealed, self._bound)
        except (ValueError, InvalidTag):
            pass
        raise BadPackageError("it does not decrypt")


def new_content_key() -> bytes:
    return ChaCha20Poly1305.generate_key()


def wrap_key(content_key: bytes, public: str) -> Recipient:
    """Wrap a content key for a recipient; RecipientWrongError for a public key that is none."""
    ephemeral = RecipientKey.new()
    try:
        cipher = _wrapping(ephemeral.shared_with(public), ephemeral.public, public)
    except ValueError:
        raise RecipientWrongError(key=public) from None
    sealed = cipher.encrypt(bytes(_NONCE), content_key, None)
    return Recipient(public, ephemeral.public, sealed.hex())


def unwrap_key(recipients: Iterable[Recipient], key: RecipientKey | None) -> bytes:
    """The content key of a package; WrongFileError without the key of one of its recipients."""
    if key is None:
        raise WrongFileError("it is encrypted, so open it where its recipient's key is")
    wrapped = next((one for one in recipients if one.key == key.public), None)
    if wrapped is None:
        raise WrongFileError("it is encrypted for another key, so open it where that key is")
    try:
        cipher = _wrapping(key.shared_with(wrapped.ephemeral), wrapped.ephemeral, key.public)
        return cipher.decrypt(bytes(_NONCE), bytes.fromhex(wrapped.sealed), None)
    except (ValueError, InvalidTag):
        raise BadPackageError("it does not decrypt") from None


def recovery_text(key: RecipientKey) -> str:
    """The private key for printing: fourteen groups of four letters, the last a checksum."""
    private = bytes.fromhex(key.hex())
    letters = _base32(private) + _checksum(private)
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def read_recovery(text: str) -> RecipientKey:
    """The key of a printed recovery text, however it was typed; RecoveryWrongError."""
    # an input method for Chinese may have typed letters in full width
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    letters = "".join(char for char in plain if not (char.isspace() or char in "-."))
    try:
        private = base64.b32decode(letters[:-_GROUP] + "====")
    except ValueError:
        private = b""
    sound = len(private) == 32 and _base32(private) + _checksum(private) == letters
    if not sound:
        raise RecoveryWrongError(groups=_GROUPS)
    return RecipientKey.from_hex(private.hex())


def _wrapping(shared: bytes, ephemeral: str, public: str) -> ChaCha20Poly1305:
    salt = bytes.fromhex(ephemeral + public)
    kdf = HKDF(algorithm=SHA256(), length=32, salt=salt, info=_WRAPPING)
    # the zero nonce is safe: this key encrypts one message, a fresh ephemeral makes it
    return ChaCha20Poly1305(kdf.derive(shared))


def _base32(content: bytes) -> str:
    return base64.b32encode(content).decode().rstrip("=")


def _checksum(private: bytes) -> str:
    return _base32(hashlib.sha256(_RECOVERY + private).digest())[:_GROUP]
