"""What can be wrong with a survey file, its records or this machine's part in it."""

from desktop.tally.errors import PingyiError, ProblemsError


class SurveyMissingError(PingyiError):
    message = "{path} does not exist: check the name, or found a survey with `pingyi new`."


class SurveyExistsError(PingyiError):
    message = "{path} exists already and is left as it is: choose another name."


class NotASurveyError(PingyiError):
    message = "{path} is not a Pingyi survey file: choose a file that ends in .pingyi."


class NewerSurveyError(PingyiError):
    message = "{path} was written by a newer Pingyi: open it with that program or a later one."


class DamagedSurveyError(PingyiError):
    message = "{path} is damaged ({reason}): keep it, and go on with the newest backup."


class SurveyInUseError(PingyiError):
    message = "{path} is open for keying in another program: close it there first."


class SurveyUnwritableError(PingyiError):
    message = "{path} cannot be written ({reason}): nothing was stored; mend that and repeat."


class SurveyUnreadableError(PingyiError):
    message = "{path} cannot be read ({reason}): close it elsewhere, or ask for the right to it."


class HalfWrittenError(PingyiError):
    message = (
        "{path} was left in the middle of a step by a crash: copy it with its -journal file to a "
        "place that can be written, and open it there."
    )


class MarkUnraisedError(PingyiError):
    message = (
        "{path} is complete and holds the new records, but this machine's note of the last one "
        "could not be written ({reason}): make room on the disk before going on."
    )


class JournalUnwrittenError(PingyiError):
    message = (
        "The open form cannot be kept against a crash as {path} ({reason}): finish it now, and "
        "make room on the disk."
    )


class UnconfirmedError(MarkUnraisedError):
    message = (
        "{path} holds the new records, but the disk did not confirm that they are safe ({reason}): "
        "back up now, and have the disk looked at."
    )


class ReadOnlyError(PingyiError):
    message = "{path} can only be viewed here: this machine does not hold its station's key."


class UncheckedError(PingyiError):
    message = "{path} is still being checked: wait a moment, and repeat."


class StationKnownError(PingyiError):
    message = (
        "{path} was not made: this machine has its part in this survey already; go on with that "
        "file, or join on another machine."
    )


class SealedError(PingyiError):
    message = "{path} is sealed: unseal it first, which takes two people and a reason."


class YearSealedError(PingyiError):
    message = (
        "The year of {path} is sealed, and its ledgers are closed: unseal the year first, which "
        "takes two people and a reason."
    )


class NothingLostError(PingyiError):
    message = "{path} lacks no record that this station has signed: go on with it as it is."


class ImportsLackingError(PingyiError):
    message = (
        "Nothing was merged: the records that come back to {path} tell of imports whose records "
        "are not here: name these files, or later ones of their stations, in the same merge: "
        "{names}."
    )


class BackupError(PingyiError):
    message = (
        "No backup was made as {path} ({reason}): the survey file itself is complete; mend that "
        "and back up again."
    )


class HomeDamagedError(PingyiError):
    message = "{path} is damaged or gone: put it back from the copy of this machine's data folder."


class RecordsLostError(PingyiError):
    message = (
        "{path} ends before record {seq} that this station has signed: it was cut or restored "
        "from an older copy; go on with the newest copy, or with this one after `pingyi restart`."
    )


class NotVerifiedError(ProblemsError):
    message = (
        "{path} fails its verification (places: {count}), so nothing is counted and nothing "
        "signed on top: keep it, and go on with the newest backup."
    )


class StationFileError(PingyiError):
    message = (
        "{path} lacks records that were merged elsewhere, as a station's file does, so it gives no "
        "figures: ask for them on the supervisor's file."
    )


class BadRecordError(PingyiError):
    """A record that is not what it should be; the caller's message says how."""

    def __init__(self, message: str, **fields: object) -> None:
        self.message = message
        super().__init__(**fields)


class NotCanonicalError(PingyiError):
    message = "A text is not in normal form C or a number is not whole: it cannot go on record."
