"""Texts from outside: files in UTF-8 or GB18030, whole or not at all; names on one line."""

import unicodedata
from pathlib import Path

from desktop.actions.errors import (
    FileEncodingError,
    FileTooLargeError,
    FileUnreadableError,
    NotAPlainFileError,
    TextRefusedError,
)
from desktop.tally.errors import Problem
from desktop.tally.texts import text_fault

_MEGABYTE = 1024 * 1024
_LIMIT = 1024
"""Megabytes: far above any real file, far below what a machine can hold."""


def read_bytes(path: Path) -> bytes:
    """The whole file; FileUnreadableError, NotAPlainFileError, FileTooLargeError."""
    try:
        if path.exists() and not path.is_file():
            raise NotAPlainFileError(path=path)
        with path.open("rb") as file:
            content = file.read(_LIMIT * _MEGABYTE + 1)
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or error) from error
    if len(content) > _LIMIT * _MEGABYTE:
        raise FileTooLargeError(path=path, limit=_LIMIT)
    return content


def encoding_of(path: Path, content: bytes) -> str:
    """The first encoding that reads every byte; FileEncodingError."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise FileEncodingError(path=path)


def read_text(path: Path) -> str:
    """A small file as text; the errors of `read_bytes` and `encoding_of`."""
    content = read_bytes(path)
    return content.decode(encoding_of(path, content))


def read_name(text: str, option: str) -> str:
    """A name for the record, on one line and in normal form C; TextRefusedError."""
    name = unicodedata.normalize("NFC", text).strip()
    if fault := text_fault(name):
        raise TextRefusedError([Problem(option, *fault)], option=option)
    return name
