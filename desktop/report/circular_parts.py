"""What an outgoing letter is made of, whether it is printed or goes on as text to be edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.report.imprint import Imprint
from desktop.report.table import Table


class Role(StrEnum):
    """What a paragraph is; its style has the same name in the theme of both forms."""

    NUMBER = "number"
    TITLE = "title"
    ALERT = "alert"
    ADDRESS = "address"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A table below its caption."""

    caption: str
    table: Table


@dataclass(frozen=True, slots=True)
class Opening:
    """What the office decides and the rules do not: a prompt, and room to write."""

    prompt: str


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: who signs above the day, with room for a seal over both; `closing` stands before it."""

    closing: str
    office: str
    date: str


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: who gets the letter, who printed it when, and how many copies; between rules."""

    receivers: Sequence[str]
    printed: tuple[str, str]
    """Beside each other: the office, the day."""
    copies: str


Part = Paragraph | Listing | Opening | Signature | Colophon


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter from top to bottom, and what the frame of its pages names."""

    imprint: Imprint
    parts: Sequence[Part]
