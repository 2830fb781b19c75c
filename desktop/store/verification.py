"""Checks a survey file from the bytes up: nothing it says is believed before this passes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.store import opening
from desktop.store.chains import NOT_HERE, NOT_MERGED
from desktop.store.checking import problems_of
from desktop.store.errors import NotVerifiedError, StationFileError
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError, Problem


def verify_copy(path: Path) -> list[Problem]:
    """Like `verify_survey`, for a file that was put away: no machine's own mark is asked."""
    return _verified(path, None)


def verify_survey(path: Path, *, home: Home | None = None) -> list[Problem]:
    """Everything wrong with a survey file, worst first; empty when it can be trusted.

    Checked: SQLite's own structure, the schema, every record's id, canonical bytes, signature
    and place in its station's chain, the high-water mark where this machine has one, and every
    projection against one rebuilt from the records.
    """
    return _verified(path, home or Home.of_user())


def _verified(path: Path, home: Home | None) -> list[Problem]:
    try:
        with closing(opening.connect(path, write=False)) as db:
            db.execute("BEGIN")
            return problems_of(db, home)
    except PingyiError as error:
        return [Problem("", error.message, error.fields)]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return [Problem("", "the file cannot be read through ({reason})", {"reason": error})]


@contextmanager
def verified_survey(
    path: Path, *, home: Home | None = None, whole: bool = True, put_away: bool = False
) -> Iterator[SurveyFile]:
    """A survey to read figures from, or NotVerifiedError with every problem.

    `whole=False` is for figures that a station may ask of its own file, `put_away` for a file that
    no machine's own mark is asked about. StationFileError where a station's file is asked for
    more.

    Checking and reading are one read transaction, so nothing can change between them; a form
    keyed meanwhile by another program waits for its end.
    """
    with open_survey(path, home=home) as survey:
        survey.db.execute("BEGIN")
        with opening.damage_named(path):
            problems = problems_of(survey.db, None if put_away else survey.home, whole=whole)
        if problems and {problem.message for problem in problems} <= {NOT_MERGED, NOT_HERE}:
            raise StationFileError(path=path)
        if problems:
            raise NotVerifiedError(problems, path=path, count=len(problems))
        yield survey
