"""Why an act is refused: always before anything is stored."""

from desktop.tally.errors import PingyiError, ProblemsError, Words


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
    message = "{path} has no zero report yet: run `pingyi zero` first."


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


class FormRuledError(PingyiError):
    message = "Form {form} was ruled on: it is changed by another ruling alone."


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


class NotSupervisorError(PingyiError):
    message = "{path} is a station's file, and this is done on the supervisor's: do it there."


class SignInNeededError(PingyiError):
    message = "On a station nobody verifies or decides without being signed in: sign in first."


class RoleMissingError(PingyiError):
    message = "{operator} may not do this: it takes the role {roles}."

    def sentence(self, words: Words) -> str:
        roles = map(words, str(self.fields["roles"]).split(" / "))
        return words(self.message).format(**self.fields | {"roles": " / ".join(roles)})


class KitWrongError(PingyiError):
    message = "{path} is a station's package and no kit: ask the supervisor for the kit."


class CodeWrongError(PingyiError):
    message = (
        '"{code}" is not the code of the station behind {path}: compare it with the code on the '
        "station's own screen, and admit nothing that differs."
    )


class StationAdmittedError(PingyiError):
    message = "{name} is admitted already: go on and merge its package."


class ApplicantMissingError(PingyiError):
    message = "{path} is no package of a station of this survey: ask the station for its package."


class StationUnknownError(PingyiError):
    message = "No one station of this survey is meant by {path}: name it as `pingyi stations` does."


class ReasonMissingError(PingyiError):
    message = "A reason is needed: say in a few words why."


class FolderFullError(PingyiError):
    message = "{path} holds files already: name an empty folder for the archive."


class EncryptedError(PingyiError):
    message = "{path} has its keys already: packages are encrypted to them from the next kit on."


class RecoveryExistsError(PingyiError):
    message = "{path} exists already and is left as it is: name a new file for the recovery key."


class RecoveryForeignError(PingyiError):
    message = (
        "This recovery key is none that {path} names: take the right sheet, or merge the newest "
        "kit."
    )


class FolderMissingError(PingyiError):
    message = "{path} is no folder: put the stick in, or name another folder."


class NothingToPackError(PingyiError):
    message = "{path} holds no record of this station: there is nothing to hand over."


class SourcesMissingError(PingyiError):
    message = "Name at least one package or station file to merge."


class ImportUnknownError(PingyiError):
    message = (
        'No one standing import begins with "{identity}": `pingyi stations` lists the imports, and '
        "a revoked one is brought back by revoking its revocation."
    )


class BatchClosedError(PingyiError):
    message = "Batch {batch} is closed: have the supervisor reopen it first."


class BatchOpenError(PingyiError):
    message = "Batch {batch} is not closed: there is nothing to reopen."


class BatchElsewhereError(PingyiError):
    message = "Batch {batch} was handed to {station}: key it there, or have it assigned anew."


class BatchUnevenError(ProblemsError):
    message = (
        "Batch {batch} does not agree with its slip and stays open: find what is named here, or "
        "have a supervisor close it with --reason."
    )


class OverrideError(PingyiError):
    message = (
        "Batch {batch}: this takes a supervisor who keyed nothing of it; have one sign in with "
        "--as."
    )


class SamePersonError(PingyiError):
    message = "Form {form} was keyed first by the same person: another one keys it a second time."


class CallerSelfError(PingyiError):
    message = (
        "{operator} keys and cannot also be the caller: name who reads aloud, or leave the caller "
        "empty."
    )


class SecondKeyedError(PingyiError):
    message = "Form {form} was keyed a second time already: nothing more is asked of it."


class NotDifferingError(PingyiError):
    message = "Form {form} is not one whose two keyings differ: there is nothing to key again."


class NotFirstKeyerError(PingyiError):
    message = "Form {form} goes back to whoever keyed it first: have that person sign in."


class NoDisputeError(PingyiError):
    message = "Form {form} was never keyed and nobody doubts it: there is nothing to rule on."


class OutcomeTwiceError(PingyiError):
    message = "The ruling gives form {form} twice: give each paper a number of its own."


class RulingSelfError(PingyiError):
    message = "{operator} keyed in batch {batch} and may not rule on it: take two other people."


class SecondMissingError(PingyiError):
    message = "Two people answer for this: name the second with --second."


class SecondSameError(PingyiError):
    message = "{second} cannot be both people: name another one with --second."


class SecondRoleError(PingyiError):
    message = "{second} is a clerk alone: the second person is a checker, supervisor or scrutineer."


class RecordUnknownError(PingyiError):
    message = (
        'No one record of form {form} begins with "{record}": take an id from `pingyi conflicts`.'
    )


class ObstaclesError(ProblemsError):
    message = "{path} cannot be sealed yet: settle each of these, or have it waived."


class WaiverUnknownError(PingyiError):
    message = 'Nothing called "{place}" stands against the seal: waive what `pingyi seal` names.'


class NotSealedError(PingyiError):
    message = "{path} is not sealed: there is nothing to unseal."


class EditionUnknownError(PingyiError):
    message = (
        "{path} has no sealed edition {edition}: it is printed as it stands without --edition."
    )


class PinShortError(PingyiError):
    message = "A PIN has 4 to 12 digits: choose another."


class PinWrongError(PingyiError):
    message = "This is not the PIN of {operator}: try again; the fifth wrong one locks for a while."


class OperatorLockedError(PingyiError):
    message = (
        "{operator} is locked after five wrong PINs: wait {minutes} minutes, clock or no clock."
    )
