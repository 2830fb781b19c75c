"""What the documents are made from: results, and the facts around them that are printed too."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.tally.errors import Problem
from desktop.tally.identical import IdenticalForms
from desktop.tally.results import Results
from desktop.words import Words

FormRow = tuple[str, int, str, str]
"""Batch code, number, void reason's code or empty, marks."""


def no_forms() -> Iterable[FormRow]:
    return ()


@dataclass(frozen=True, slots=True)
class Material:
    """One edition of a survey's results; `forms` gives a fresh iterator at every call.

    Forms come in order of batch and number; there may be a million of them.
    """

    results: Results
    edition: int = 1
    sealed: bool = False
    identical: Sequence[IdenticalForms] = ()
    warnings: Sequence[Problem] = ()
    forms: Callable[[], Iterable[FormRow]] = no_forms


def warning_text(warning: Problem, words: Words) -> str:
    """A sentence with the channel it is about, punctuated as its language does."""
    told = words(warning.message).format(**warning.fields)
    return words("{place}: {warning}.").format(place=warning.place, warning=told)
