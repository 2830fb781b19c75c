"""Reports of what went wrong in the program itself: kept on the disk, shown once, without marks."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop import __version__

_KEPT = 20
_FRAMES = 40


def note_failures(folder: Path, show: Callable[[str], None]) -> None:
    """Write a report of every exception that nobody caught, and show it.

    A report holds types, files and lines, and no values: no mark and no name can be in it.
    """

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error)
        with suppress(OSError):
            _keep(folder, report)
        sys.stderr.write(report)
        show(report)

    sys.excepthook = note
    threading.excepthook = lambda held: note(
        held.exc_type, held.exc_value or held.exc_type(), held.exc_traceback
    )


def report_of(error: BaseException) -> str:
    """What a maintainer needs, and nothing that a form says: the message is left out too."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    lines = [
        f"Pingyi {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}  {type(error).__module__}.{type(error).__name__}",
        *(f"  {Path(held.filename).name}:{held.lineno} {held.name}" for held in frames),
    ]
    if cause := error.__cause__ or error.__context__:
        lines.append(f"  after {type(cause).__module__}.{type(cause).__name__}")
    return "\n".join(lines) + "\n"


def _keep(folder: Path, report: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
    (folder / name).write_text(report, encoding="utf-8")
    for old in sorted(folder.glob("*.txt"))[:-_KEPT]:
        old.unlink()
