"""Files that are whole or absent: written beside, flushed, then put in place."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a file beside `path`, flush it to the disk and rename it.

    OSError names `path`, leaves whatever stood there as it was and no other file behind.
    """
    part = part_of(path)
    try:
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """A name beside `path` that nobody else uses."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")


def put_in_place(part: Path, path: Path) -> None:
    """Rename a finished file, and flush the folder's entry."""
    part.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    # a folder cannot be opened on Windows, where the rename is on the disk's journal anyway
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
