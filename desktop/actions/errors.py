"""Why an act is refused: always before anything is stored."""

from desktop.tally.errors import PingyiError, ProblemsError


class FileUnreadableError(PingyiError):
    message = "{path} cannot be read ({reason}): nothing was taken from it; try another copy."


class NotAPlainFileError(PingyiError):
    message = "{path} is not a plain file: name the file itself."


class FileEncodingError(PingyiError):
    message = "{path} is neither UTF-8 nor GB18030 text: save it again as text in UTF-8."


class FileTooLargeError(PingyiError):
    message = "{path} is larger than {limit} MB: split it and import the parts one by one."


class FileInvalidError(ProblemsError):
    message = "{path} was not taken, nothing of it (mistakes: {count}): mend each and repeat."


class ZeroMissingError(PingyiError):
    message = "{path} has no zero report yet: run `pingyi zero` before anything is keyed."


class ZeroDeclaredError(PingyiError):
    message = "{path} has its zero report already: it is declared once."


class NotEmptyError(PingyiError):
    message = (
        "{path} is not empty: it holds {count} keyed records, the first {record} ({kind}); "
        "found a new survey for a zero report."
    )


class BatchUnknownError(PingyiError):
    message = "Batch {batch} is not registered: register it from its slip with `pingyi batch add`."


class BatchExistsError(PingyiError):
    message = "Batch {batch} is registered already: give this bundle another code."


class ChannelUnknownError(PingyiError):
    message = 'The plan lists no channel "{channel}": use one of {known}.'


class OriginUnknownError(PingyiError):
    message = 'The plan lists no agency "{origin}": name the origin by its agency code.'


class BatchCountError(PingyiError):
    message = "A batch holds 1 to 99999 forms, not {count}: copy the count from its slip."


class FormKeyedError(PingyiError):
    message = "Form {form} is keyed already: correct it, or check the number on the paper."


class FormMissingError(PingyiError):
    message = "Form {form} was never keyed: key it before correcting it."


class TotalsKnownError(PingyiError):
    message = (
        'Totals from "{source}" stand in channel {channel} already, and each source counts once: '
        "to put others in their place, say --replace."
    )


class TotalsTwinError(PingyiError):
    message = (
        'Channel {channel} holds the very same counts already, from "{source}": a count is taken '
        "over once."
    )


class TotalsMissingError(PingyiError):
    message = 'Channel {channel} holds no totals from "{source}": there is nothing to replace.'


class TextRefusedError(ProblemsError):
    message = "{option} cannot go on record as it is: mend it and repeat."


class OperatorUnknownError(PingyiError):
    message = 'This survey has no operator "{operator}": register one with `pingyi operator add`.'


class OperatorCodeError(PingyiError):
    message = '"{code}" is not an operator\'s code: write up to 16 letters A–Z and digits.'


class RoleUnknownError(PingyiError):
    message = 'There is no role "{role}": use {known}.'


class RoleMissingError(PingyiError):
    message = "{operator} may not do this: it takes the role {roles}."


class PinShortError(PingyiError):
    message = "A PIN has 4 to 12 digits: choose another."


class PinWrongError(PingyiError):
    message = "This is not the PIN of {operator}: try again; the fifth wrong one locks for a while."


class OperatorLockedError(PingyiError):
    message = (
        "{operator} is locked after five wrong PINs: wait {minutes} minutes, clock or no clock."
    )
