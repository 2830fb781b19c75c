"""Import forms keyed elsewhere: every line of the file, or none."""

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.batches import check_registered
from desktop.actions.errors import FormsFileInvalidError
from desktop.actions.forms_file import FormsFile
from desktop.actions.keying import append_form, check_new, check_open
from desktop.actions.text_files import encoding_of, read_bytes
from desktop.store import kinds
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

Progress = Callable[[int], None]


def import_forms(
    survey: SurveyFile,
    path: Path,
    *,
    batch: str,
    operator: str = "",
    progress: Progress = lambda forms: None,
) -> int:
    """Forms imported, all of them in one transaction; FormsFileInvalidError lists bad lines."""
    check_may(survey, operator, kinds.FORM)
    check_open(survey)
    check_registered(survey, batch)
    content = read_bytes(path)
    file = FormsFile(survey.plan, batch, content, encoding_of(path, content))
    with survey.transaction():
        forms = _append_all(survey, file, operator, progress)
        if file.bad:
            raise FormsFileInvalidError(file.problems, path=path, count=file.bad)
        _append_source(survey, path, content, batch, forms, operator)
    return forms


def _append_all(survey: SurveyFile, file: FormsFile, operator: str, progress: Progress) -> int:
    forms = 0
    for form in file:
        try:
            check_new(survey, form)
            if not file.bad:
                append_form(survey, form, operator=operator)
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
