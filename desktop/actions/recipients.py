"""Encrypted handover: to the supervisor's key, and to a recovery key kept on paper."""

import os
from collections.abc import Callable
from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.errors import EncryptedError, RecoveryExistsError, RecoveryForeignError
from desktop.store import kinds, station_queries
from desktop.store.package_sealing import RecipientKey, read_recovery, recovery_text
from desktop.store.survey_file import SurveyFile


def encrypt_packages(
    survey: SurveyFile, keep: Callable[[str], object], *, operator: str = ""
) -> None:
    """From the next kit on, stations encrypt their packages.

    `keep` is given the recovery key as text and puts it where it will be printed, before anything
    is recorded; the supervisor's own key stays on this machine. EncryptedError where that was
    done before.
    """
    check_may(survey, operator, kinds.RECIPIENT)
    if station_queries.recipients(survey):
        raise EncryptedError(path=survey.path)
    mine, recovery = RecipientKey.new(), RecipientKey.new()
    keep(recovery_text(recovery))
    survey.home.keep_recipient_key(survey.id, mine)
    with survey.transaction():
        for name, key in (("主管", mine), ("恢复", recovery)):
            fields = {"key": key.public, "name": name}
            survey.append(kinds.RECIPIENT, fields, operator=operator)


def keep_in_file(path: Path, text: str) -> None:
    """Write the recovery key to a new file, flushed to the disk; RecoveryExistsError."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise RecoveryExistsError(path=path) from None


def recover(survey: SurveyFile, text: str) -> None:
    """Open encrypted packages on this machine with the recovery key from paper.

    RecoveryWrongError, RecoveryForeignError.
    """
    key = read_recovery(text)
    if key.public not in station_queries.recipients(survey):
        raise RecoveryForeignError(path=survey.path)
    survey.home.keep_recipient_key(survey.id, key)
