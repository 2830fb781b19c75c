"""Why an opinion is refused: always before anything is stored, and never with what it says."""

from desktop.tally.errors import PingyiError, Words


class AgencyUnknownError(PingyiError):
    message = 'The plan lists no agency "{agency}": name it by its agency code.'


class OpinionTextError(PingyiError):
    message = "The opinion {reason}: mend it and repeat."

    def sentence(self, words: Words) -> str:
        return words(self.message).format(reason=words(str(self.fields["reason"])))


class OpinionUnknownError(PingyiError):
    message = 'No one opinion begins with "{record}": take an id from `pingyi opinion list`.'


class OpinionForeignError(PingyiError):
    message = (
        "The opinion on {form} was keyed by {operator}: have that person or a supervisor correct "
        "it."
    )
