"""The root of the error tree: what a person can mend, in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Callable[[str], str]
"""Gives the text for an English source string in the reader's language."""


class Phrase(str):
    """A field that is an English source string itself: it is told in the reader's language."""

    __slots__ = ()


class PingyiError(Exception):
    """Names the thing that is wrong and the remedy; every leaf has one `message`.

    `message` is the English source string; its `{fields}` are given to the constructor by name.
    """

    message: str = ""

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.message.format(**_told(fields, str)))

    def sentence(self, words: Words) -> str:
        """The message in the language of `words`."""
        return words(self.message).format(**_told(self.fields, words))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place; a list of them goes into one error."""

    place: str
    message: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, words: Words = str) -> str:
        text = words(self.message).format(**_told(self.fields, words))
        return f"{self.place}: {text}" if self.place else text


def _told(fields: Mapping[str, object], words: Words) -> dict[str, object]:
    return {name: _in_words(value, words) for name, value in fields.items()}


def _in_words(value: object, words: Words) -> object:
    """Codes of ours and phrases in the reader's language, several of them as a list."""
    if isinstance(value, tuple):
        return words(", ").join(str(_in_words(each, words)) for each in value)
    return words(str(value)) if isinstance(value, StrEnum | Phrase) else value


class ProblemsError(PingyiError):
    """An error with a list: `problems` says each thing, the message says what was refused."""

    def __init__(self, problems: list[Problem], **fields: object) -> None:
        super().__init__(**fields)
        self.problems = problems
