"""What a form of a ledger asks for, field by field, and the steps that a line can take."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, field, fields
from datetime import date
from enum import Enum, auto
from typing import Any, Self, TypeVar

from desktop.assess.ledger_data import from_value, to_value
from desktop.models.day_entry import read_day

T = TypeVar("T")


class FieldKind(Enum):
    DAY = auto()
    UNIT = auto()
    CHOICE = auto()
    LINE = auto()
    TEXT = auto()
    """A paragraph."""


@dataclass(frozen=True, slots=True)
class CaseField:
    """`name` is the attribute of the line that it fills."""

    name: str
    title: str
    kind: FieldKind
    choices: Mapping[str, str] = field(default_factory=dict)
    """What is shown by what is kept, where the kind is a choice."""
    known: Sequence[str] = ()
    """What was written there before, and is offered while one types."""
    needed: bool = True
    kept: bool = False
    """It stays for the line that is entered next."""
    after: str = ""
    """A day without a year is the first such day from this one on, such as 2006-05-31."""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A step that a line can take now."""

    id: str
    title: str
    fields: tuple[CaseField, ...]
    take: Callable[[Any, Mapping[str, str]], Any]
    """The line with the step, from the texts of the fields; the errors of `assess.steps`."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields at first."""


@dataclass(frozen=True, slots=True)
class TypedCase:
    """What stands in a form, right or wrong; kept beside until it is on record."""

    task: str
    """`new`, `correct`, or the id of a step."""
    line: str
    texts: Mapping[str, str]

    def snapshot(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def restored(cls, held: dict[str, Any]) -> Self:
        """What `snapshot` gave; KeyError, TypeError, ValueError."""
        texts = {str(name): str(text) for name, text in dict(held["texts"]).items()}
        return cls(str(held["task"]), str(held["line"]), texts)


def blank(line: type[Any]) -> dict[str, Any]:
    """A line of which nothing is known yet, as plain values."""
    return {
        held.name: "" if held.default is MISSING else to_value(held.default)
        for held in fields(line)
    }


def made(line: type[T], texts: Mapping[str, str], before: T | None = None) -> T:
    """A line with these texts in its fields, the others as before; LineWrongError."""
    value = blank(line) if before is None else to_value(before)
    return from_value(line, value | dict(texts))


def texts_of(line: Any) -> dict[str, str]:
    """What its fields say, as a form shows them."""
    return {name: held for name, held in to_value(line).items() if isinstance(held, str)}


def day_text(typed: str, after: str) -> str:
    """The day as a ledger writes it; what is no day stays as it was typed."""
    found = read_day(typed, date.fromisoformat(after))
    return found.isoformat() if found else typed.strip()
