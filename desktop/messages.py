"""Numbered messages: what was refused or is to be noted, and what to do now, as data."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, Protocol

from desktop.assets import resource
from desktop.words import CHINESE, words_for

Words = Callable[[str], str]


class Failure(Protocol):
    """A PingyiError, as far as its message goes."""

    message: str
    fields: dict[str, object]

    def sentence(self, words: Words) -> str: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it is read: its number, what happened, what to do."""

    number: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its `{fields}` open; either `error`, a class's name, or `id` is empty."""

    number: str
    error: str
    id: str
    sentence: str
    remedy: str

    def told(self, fields: dict[str, object]) -> Told:
        """The message with its fields filled in."""
        return Told(self.number, self.sentence.format(**fields), self.remedy.format(**fields))

    def on_card(self) -> Told:
        """As a card prints it, where nobody knows the fields."""
        return Told(self.number, _without_fields(self.sentence), _without_fields(self.remedy))


def message_for(error: Failure, language: str) -> Told | None:
    """The message for an error, or for the nearest family of it; None where there is none."""
    by_error = {held.error: held for held in _messages(language) if held.error}
    families = (family.__name__ for family in type(error).__mro__)
    found = next((by_error[name] for name in families if name in by_error), None)
    return found.told(_fields_in(words_for(language), error)) if found else None


def warning(identity: str, language: str, /, **fields: object) -> Told:
    """The window's own message of this id; KeyError where there is none, or a field lacks."""
    by_id = {held.id: held for held in _messages(language) if held.id}
    return by_id[identity].told(fields)


def all_messages(language: str) -> tuple[Told, ...]:
    """Every message by its number, for the printed card: … stands for what varies."""
    return tuple(held.on_card() for held in _messages(language))


def groups(language: str) -> dict[str, list[Told]]:
    """The same under their headings; numbers that begin alike stand together."""
    titles, told = _headings()["groups"], all_messages(language)
    return {
        title[_suffix(language)]: [one for one in told if one.number.startswith(first)]
        for first, title in titles.items()
    }


def messages_page(title: str, language: str) -> str:
    """The help page of all messages, in Markdown."""
    columns = _headings()["columns"][_suffix(language)]
    sections = [_section(group, columns, told) for group, told in groups(language).items()]
    return "\n\n".join([f"# {title}", *sections]) + "\n"


@cache
def _messages(language: str) -> tuple[Message, ...]:
    said = _suffix(language)
    return tuple(
        Message(
            number,
            held.get("error", ""),
            held.get("id", ""),
            held[said],
            held[f"{said}_remedy"],
        )
        for number, held in _read("clerk.toml").items()
    )


@cache
def _headings() -> dict[str, dict[str, Any]]:
    return _read("headings.toml")


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("messages", name).read_text(encoding="utf-8"))


def _suffix(language: str) -> str:
    return "zh" if language == CHINESE else "en"


def _fields_in(words: Words, error: Failure) -> dict[str, object]:
    """The fields with the reason in the reader's language: a system's text or another error's."""
    if "reason" not in error.fields:
        return error.fields
    reason = error.sentence(lambda text: "{reason}" if text == error.message else words(text))
    return error.fields | {"reason": words(reason)}


def _without_fields(text: str) -> str:
    parts = Formatter().parse(text)
    return "".join(before + ("" if name is None else "…") for before, name, _, _ in parts)


def _section(title: str, columns: list[str], told: list[Told]) -> str:
    rows = [(one.number, one.sentence, one.remedy) for one in told]
    lines = [f"| {' | '.join(row)} |" for row in [columns, ["---"] * len(columns), *rows]]
    return "\n".join([f"## {title}", "", *lines])
