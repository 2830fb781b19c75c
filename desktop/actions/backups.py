"""Backups to a second place: set once, taken at every batch close."""

from pathlib import Path

from desktop.actions.errors import FolderMissingError
from desktop.store.backup import back_up
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError


def set_backup(survey: SurveyFile, folder: Path) -> Path:
    """Back up into a folder now, and from now on whenever a batch closes here.

    FolderMissingError, BackupError.
    """
    if not folder.is_dir():
        raise FolderMissingError(path=folder)
    made = back_up(survey, folder)
    survey.home.keep_backup_folder(survey.id, folder.resolve())
    return made


def auto_backup(survey: SurveyFile) -> tuple[Path | None, PingyiError | None]:
    """The backup taken, if a place is set, or why it could not be: that undoes nothing."""
    try:
        folder = survey.home.backup_folder(survey.id)
        if folder is None:
            return None, None
        if not folder.is_dir():
            raise FolderMissingError(path=folder)
        return back_up(survey, folder), None
    except PingyiError as error:
        return None, error
