"""What can be wrong with a package that is brought here, or that is made here."""

from desktop.tally.errors import PingyiError, Words

_LONGEST = 200
"""Letters shown of a text that a file gave."""


class BadPackageError(PingyiError):
    """Bytes that are not a sound package; the caller's message, a clause, says why."""

    def __init__(self, message: str, **fields: object) -> None:
        self.message = message
        super().__init__(**fields)


class WrongFileError(BadPackageError):
    """Nothing is damaged: another file, key or program is wanted, and the clause says which."""


class ReasonedError(PingyiError):
    """Says `why` in its field `reason`, in the reader's language too."""

    def __init__(self, why: PingyiError, **fields: object) -> None:
        self.why = why
        super().__init__(reason=self._reason(str), **fields)

    def sentence(self, words: Words) -> str:
        return words(self.message).format(**self.fields | {"reason": self._reason(words)})

    def _reason(self, words: Words) -> str:
        # what the system says stands in the inner error's field `reason`
        said = {
            name: _shown(words(str(value)) if name == "reason" else str(value))
            for name, value in self.why.fields.items()
        }
        return words(self.why.message).format(**said)


def _shown(text: str) -> str:
    """A text out of a stranger's file, short and without what a terminal would obey."""
    return "".join(char if char.isprintable() else "?" for char in text[:_LONGEST])


class PackageRefusedError(ReasonedError):
    """The family of everything that keeps a package out; nothing of it was taken."""

    message = "{path} is refused, nothing of it was taken: {reason}."


class PackageDamagedError(PackageRefusedError):
    message = (
        "{path} is refused, nothing of it was taken: {reason}; copy it again, or have it handed "
        "over again."
    )


class PackageRecordError(PackageRefusedError):
    message = (
        "{path} is refused, nothing of it was taken: record {number} is not sound ({reason}); "
        "have it handed over again."
    )


class PackageExistsError(PingyiError):
    message = "{path} exists already and is left as it is: choose another name."


class PackageUnwrittenError(PingyiError):
    message = (
        "{path} could not be written ({reason}): nothing was handed over; mend that, or take "
        "another stick, and repeat."
    )


class PackageUnmadeError(ReasonedError):
    message = "{path} was not made: {reason}; nothing was handed over, verify the survey file."


class PackageUnconfirmedError(ReasonedError):
    message = (
        "{path} did not read back as it was written, and was removed: {reason}; nothing was "
        "handed over, so repeat it, best on another stick."
    )


class PackageLeftError(PingyiError):
    message = (
        "{path} was not handed over, and what is left of it cannot be removed ({reason}): delete "
        "it yourself, and repeat it on another stick."
    )


class RecipientWrongError(PingyiError):
    message = '"{key}" is no key to encrypt for: copy its 64 digits again.'


class RecoveryWrongError(PingyiError):
    message = (
        "These are not the {groups} groups of a recovery sheet, or a letter in them is wrong: "
        "compare each with the paper."
    )
