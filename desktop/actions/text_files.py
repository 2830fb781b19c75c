"""Text files from outside: UTF-8 with or without a mark, or GB18030; whole or not at all."""

from pathlib import Path

from desktop.actions.errors import FileEncodingError, FileTooLargeError, FileUnreadableError

_LIMIT = 1024
"""Megabytes: far above any real file, far below what a machine can hold."""


def read_bytes(path: Path) -> bytes:
    """The whole file; FileUnreadableError, FileTooLargeError."""
    try:
        if path.stat().st_size > _LIMIT * 1024 * 1024:
            raise FileTooLargeError(path=path, limit=_LIMIT)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path, reason=error.strerror or error) from error


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
