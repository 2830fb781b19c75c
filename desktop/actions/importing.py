"""Take forms from a file keyed elsewhere: every line of it, or none."""

import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from desktop.actions.authority import check_may
from desktop.actions.batch_state import check_keyable
from desktop.actions.batches import check_registered
from desktop.actions.entering import Way
from desktop.actions.errors import FileInvalidError
from desktop.actions.forms_file import FormsFile
from desktop.actions.keying import append_correction, append_new, check_open
from desktop.actions.second_keying import append_again, append_second
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.store import kinds
from desktop.store.errors import SealedError
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form

Progress = Callable[[int], None]


class Append(Protocol):
    """Puts one form on record, or raises the PingyiError that keeps it off."""

    def __call__(self, survey: SurveyFile, form: Form, *, operator: str) -> object: ...


_APPENDS: Mapping[Way, Append] = {
    Way.NEW: append_new,
    Way.CORRECT: append_correction,
    Way.SECOND: append_second,
    Way.AGAIN: append_again,
}
_BATCH_CHECKS = {Way.NEW: check_keyable, Way.CORRECT: check_keyable}
"""Comparison goes on when a batch is closed, on whatever station."""


def import_forms(
    survey: SurveyFile,
    path: Path,
    *,
    batch: str,
    operator: str = "",
    way: Way = Way.NEW,
    progress: Progress = lambda forms: None,
) -> int:
    """Forms taken, all of them in one transaction; FileInvalidError lists bad lines."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    _BATCH_CHECKS.get(way, check_registered)(survey, batch)
    content = read_bytes(path)
    file = FormsFile(survey.plan, batch, content, encoding_of(path, content))
    with survey.transaction():
        forms = _append_all(survey, file, operator, _APPENDS[way], progress)
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
        except SealedError:
            raise
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
