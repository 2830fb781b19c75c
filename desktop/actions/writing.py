"""Files that people ask for: what the system refuses is one sentence with the file's name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.tally.errors import PingyiError


class FileUnwritableError(PingyiError):
    message = "{path} cannot be written ({reason}): choose another folder."


@contextmanager
def refusal_named(path: Path) -> Iterator[None]:
    """FileUnwritableError in the place of an OSError; where that names no file, it names `path`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritableError(path=error.filename or path, reason=reason) from error
