"""Files that are whole or absent: written beside, flushed, then put in place."""

import errno
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
    with suppress(OSError):  # the file is whole under its name, whatever the flush says
        flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries, where the system can: a failure is an OSError."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # Windows opens no folder; there the rename is on the disk's journal anyway
    try:
        os.fsync(handle)
    except OSError as error:
        # some file systems of sticks know no such thing
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)
