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


class ReadOnlyError(PingyiError):
    message = "{path} can only be viewed here: this machine does not hold its station's key."


class HomeDamagedError(PingyiError):
    message = "{path} is damaged or gone: put it back from the copy of this machine's data folder."


class RecordsLostError(PingyiError):
    message = (
        "{path} ends before record {seq} that this station has signed: it was cut or restored "
        "from an older copy; keep it, and go on with the newest one."
    )


class NotVerifiedError(ProblemsError):
    message = (
        "{path} fails its verification (places: {count}), so nothing is counted and nothing "
        "signed on top: keep it, and go on with the newest backup."
    )


class BadRecordError(PingyiError):
    """A record that is not what it should be; the caller's message says how."""

    def __init__(self, message: str, **fields: object) -> None:
        self.message = message
        super().__init__(**fields)


class NotCanonicalError(PingyiError):
    message = "A text is not in normal form C or a number is not whole: it cannot go on record."
