"""Checks a survey file from the bytes up: nothing it says is believed before this passes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.store import opening
from desktop.store.checking import problems_of
from desktop.store.errors import NotVerifiedError
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError, Problem


def verify_survey(path: Path, *, home: Home | None = None) -> list[Problem]:
    """Everything wrong with a survey file, worst first; empty when it can be trusted.

    Checked: SQLite's own structure, the schema, every record's id, canonical bytes, signature
    and place in its station's chain, the high-water mark where this machine has one, and every
    projection against one rebuilt from the records.
    """
    try:
        with closing(opening.connect(path, write=False)) as db:
            db.execute("BEGIN")
            return problems_of(db, home or Home.of_user())
    except PingyiError as error:
        return [Problem("", error.message, error.fields)]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return [Problem("", "the file cannot be read through ({reason})", {"reason": error})]


@contextmanager
def verified_survey(path: Path, *, home: Home | None = None) -> Iterator[SurveyFile]:
    """A survey to read figures from, or NotVerifiedError with every problem.

    Checking and reading are one read transaction, so nothing can change between them; a form
    keyed meanwhile by another program waits for its end.
    """
    with open_survey(path, home=home) as survey:
        survey.db.execute("BEGIN")
        with opening.damage_named(path):
            problems = problems_of(survey.db, survey.home)
        if problems:
            raise NotVerifiedError(problems, path=path, count=len(problems))
        yield survey
