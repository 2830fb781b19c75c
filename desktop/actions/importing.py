"""Take forms from a file keyed elsewhere: every line of it, or none."""

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop.actions.authority import check_may
from desktop.actions.batches import check_registered
from desktop.actions.errors import FileInvalidError
from desktop.actions.forms_file import FormsFile
from desktop.actions.keying import append_correction, append_new, check_open
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.store import kinds
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form

Progress = Callable[[int], None]


class Append(Protocol):
    """Puts one form on record, or raises the PingyiError that keeps it off."""

    def __call__(self, survey: SurveyFile, form: Form, *, operator: str) -> object: ...


def import_forms(
    survey: SurveyFile,
    path: Path,
    *,
    batch: str,
    operator: str = "",
    correct: bool = False,
    progress: Progress = lambda forms: None,
) -> int:
    """Forms taken, all of them in one transaction; FileInvalidError lists bad lines.

    With `correct` each line replaces a form that was keyed before.
    """
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_registered(survey, batch)
    content = read_bytes(path)
    file = FormsFile(survey.plan, batch, content, encoding_of(path, content))
    append = append_correction if correct else append_new
    with survey.transaction():
        forms = _append_all(survey, file, operator, append, progress)
        if file.bad:
            raise FileInvalidError(file.problems, path=path, count=file.bad)
        _append_source(survey, path, content, batch, forms, operator)
    return forms


def _append_all(
    survey: SurveyFile, file: FormsFile, operator: str, append: Append, progress: Progress
) -> int:
    forms = 0
    for form in file:
        try:
            append(survey, form, operator=operator)
        except PingyiError as error:
            file.note(error)
        forms += 1
        progress(forms)
    return forms


def _append_source(
    survey: SurveyFile, path: Path, content: bytes, batch: str, forms: int, operator: str
) -> None:
    """Name the file the forms came from, so that each can be traced back to it."""
    fields = {
        "name": unicodedata.normalize("NFC", path.name),
        "sha256": hashlib.sha256(content).hexdigest(),
        "batch": batch,
        "forms": forms,
    }
    survey.append(kinds.FILE, fields, operator=operator)
