"""Files that the commands of the year write: what stands there already is left as it is."""

import re
import zipfile
from pathlib import Path

from desktop.store.opening import SQLITE_HEADER
from desktop.tally.errors import PingyiError
from desktop.words import CHINESE, ENGLISH, words_for

_BOOK = ".xlsx"
_SHEETS, _SHEET = "xl/workbook.xml", re.compile('<sheet [^>]*?name="([^"]*)"')
_LEDGER = "Deduction ledger"
"""What the first sheet of an exported ledger is called."""


class SurveyOverwrittenError(PingyiError):
    message = "{path} is a survey file and is left as it is: name another file to write."


class FolderNamedError(PingyiError):
    message = "{path} is a folder: name the file to write in it."


class CopyExistsError(PingyiError):
    message = "{path} exists already and is left as it is: name a new file for the copy."


class NotABookError(PingyiError):
    message = "{path} is no name of a workbook: let it end in .xlsx."


class NoLedgerError(PingyiError):
    message = "{path} exists and holds no exported ledger: it is left as it is; name another file."


def new_file(path: Path) -> Path:
    """A file that is not there yet; FolderNamedError, SurveyOverwrittenError, CopyExistsError."""
    _check_plain(path)
    if path.exists():
        raise CopyExistsError(path=path)
    return path


def ledger_book(path: Path) -> Path:
    """A workbook to write; an earlier export of the ledger gives way, nothing else does.

    FolderNamedError, SurveyOverwrittenError, NotABookError, NoLedgerError.
    """
    _check_plain(path)
    if path.suffix.lower() != _BOOK:
        raise NotABookError(path=path)
    if path.exists() and not _is_ledger(path):
        raise NoLedgerError(path=path)
    return path


def _check_plain(path: Path) -> None:
    """No folder, and no survey, which nobody could bring back."""
    if path.is_dir():
        raise FolderNamedError(path=path)
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(SQLITE_HEADER)) == SQLITE_HEADER:
                raise SurveyOverwrittenError(path=path)


def _is_ledger(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as book:
            sheets = _SHEET.findall(book.read(_SHEETS).decode("utf-8"))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return False
    return sheets[:1] in ([words_for(language)(_LEDGER)] for language in (CHINESE, ENGLISH))
