"""The form that is open, kept beside the keys until it is on record: a crash costs two seconds."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.files import write_whole
from desktop.store.errors import JournalUnwrittenError


@dataclass(frozen=True, slots=True)
class Journal:
    """One operator's open form on one page of the window; it is no record and counts nowhere."""

    path: Path

    def write(self, form: dict[str, Any]) -> None:
        """Put the form in the place of the one before; JournalUnwrittenError."""
        content = json.dumps(form, ensure_ascii=False).encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, lambda file: file.write(content))
        except OSError as error:
            raise JournalUnwrittenError(path=self.path, reason=error.strerror) from error

    def read(self) -> dict[str, Any] | None:
        """The form that was open, or None; a file that does not read is put aside, not deleted."""
        try:
            held = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return None
        except ValueError:
            held = None
        if not isinstance(held, dict):
            self.put_aside()
            return None
        return held

    def put_aside(self) -> None:
        """Keep the file under another name, for whoever looks into it."""
        self.path.replace(self.path.with_suffix(".unread"))

    def clear(self) -> None:
        """Remove the file; one that stays is of a form on record, and is known as such."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
