"""The root of the error tree: what a person can mend, in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Words = Callable[[str], str]
"""Gives the text for an English source string in the reader's language."""


class PingyiError(Exception):
    """Names the thing that is wrong and the remedy; every leaf has one `message`.

    `message` is the English source string; its `{fields}` are given to the constructor by name.
    """

    message: str = ""

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.message.format(**fields))

    def sentence(self, words: Words) -> str:
        """The message in the language of `words`."""
        return words(self.message).format(**self.fields)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place; a list of them goes into one error."""

    place: str
    message: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, words: Words = str) -> str:
        text = words(self.message).format(**self.fields)
        return f"{self.place}: {text}" if self.place else text


class ProblemsError(PingyiError):
    """An error with a list: `problems` says each thing, the message says what was refused."""

    def __init__(self, problems: list[Problem], **fields: object) -> None:
        super().__init__(**fields)
        self.problems = problems
