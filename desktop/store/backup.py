"""Copies of a survey file in a second place: whole, read back, the oldest given up."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC
from pathlib import Path

from desktop.files import part_of, put_in_place
from desktop.store.errors import BackupError
from desktop.store.survey_file import SurveyFile

KEPT = 10
"""Backups kept of one survey file."""


def back_up(survey: SurveyFile, folder: Path) -> Path:
    """Copy the file into a folder as `NAME-20060508T003000Z.pingyi`; BackupError.

    The copy is taken between two transactions, read back, and only then is the oldest removed.
    """
    stamp = survey.clock().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"{survey.path.stem}-{stamp}.pingyi"
    try:
        copy_survey(survey, path)
        _rotate(folder, survey.path.stem)
    except OSError as error:
        raise BackupError(path=path, reason=error.strerror or error) from error
    except sqlite3.Error as error:
        raise BackupError(path=path, reason=error) from error
    return path


def copy_survey(survey: SurveyFile, path: Path) -> None:
    """Copy the file as it stands between two transactions, and read the copy back.

    OSError, sqlite3.Error or BackupError leave nothing at `path`.
    """
    part = part_of(path)
    try:
        with closing(sqlite3.connect(part)) as copy:
            survey.db.conn.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        with closing(sqlite3.connect(part)) as copy:
            _compare(survey, copy, path)
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _compare(survey: SurveyFile, copy: sqlite3.Connection, path: Path) -> None:
    """Read the copy through: SQLite's own check, and its last record."""
    last = "SELECT number, id FROM record ORDER BY number DESC LIMIT 1"
    whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not whole or copy.execute(last).fetchone() != survey.db.execute(last).fetchone():
        raise BackupError(path=path, reason="it holds other bytes")


def _rotate(folder: Path, stem: str) -> None:
    pattern = re.compile(re.escape(stem) + r"-\d{8}T\d{6}Z\.pingyi")
    held = sorted(path for path in folder.iterdir() if pattern.fullmatch(path.name))
    for path in held[:-KEPT]:
        path.unlink()
