"""Reads JSON values against declared shapes and notes every value that does not fit."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from desktop.tally.errors import Problem
from desktop.tally.numbers import parse_number
from desktop.tally.texts import text_fault

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,15}")
_CHECK_NUMBER = re.compile(r"[0-9]{0,4}")
_REQUIRED = object()
BAD: Any = object()
"""Stands for a value that was refused; a problem says why."""


class WrongValueError(Exception):
    """The value does not fit; the message template says what would."""

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message)
        self.problem = (message, fields)


Kind = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an object: how its value is read, and what stands for it when absent."""

    kind: "Kind | Shape"
    default: Any = _REQUIRED


@dataclass(frozen=True, slots=True)
class Shape:
    """An object's keys; `many` reads a list of such objects, `nullable` lets null pass."""

    keys: Mapping[str, Key]
    many: bool = False
    nullable: bool = False


def read_shape(shape: Shape, value: Any, problems: list[Problem], place: str = "") -> Any:
    """`value` as dicts of read values; every misfit is appended to `problems`."""
    if value is None and shape.nullable:
        return None
    if shape.many:
        return _read_list(shape, value, problems, place)
    return _read_object(shape.keys, value, problems, place)


def _read_list(shape: Shape, value: Any, problems: list[Problem], place: str) -> Any:
    if not isinstance(value, list):
        problems.append(Problem(place, "must be a list"))
        return BAD
    single = Shape(shape.keys)
    return [
        read_shape(single, item, problems, f"{place}[{index}]") for index, item in enumerate(value)
    ]


def _read_object(keys: Mapping[str, Key], value: Any, problems: list[Problem], place: str) -> Any:
    if not isinstance(value, dict):
        problems.append(Problem(place, "must be an object {{…}}"))
        return BAD
    problems.extend(
        Problem(_join(place, key), "is not a key of a plan; remove it or mend its spelling")
        for key in value
        if key not in keys
    )
    return {
        name: _read_key(key, value, name, problems, _join(place, name))
        for name, key in keys.items()
    }


def _read_key(
    key: Key, owner: dict[str, Any], name: str, problems: list[Problem], place: str
) -> Any:
    if name not in owner:
        if key.default is _REQUIRED:
            problems.append(Problem(place, "is missing"))
            return BAD
        return key.default
    if isinstance(key.kind, Shape):
        return read_shape(key.kind, owner[name], problems, place)
    try:
        return key.kind(owner[name])
    except WrongValueError as wrong:
        problems.append(Problem(place, *wrong.problem))
        return BAD


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def text(value: Any) -> str:
    """Up to 200 characters in normal form C; a line break is the only control character."""
    normal = unicodedata.normalize("NFC", value) if isinstance(value, str) else ""
    if fault := text_fault(normal, lines=True):
        raise WrongValueError(fault[0], **fault[1])
    return normal


def text_or_empty(value: Any) -> str:
    return "" if value == "" else text(value)


def code(value: Any) -> str:
    """Letters, digits, `_` and `-`, up to 16: codes stand in file headers and form numbers."""
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise WrongValueError("must be a code of up to 16 letters A–Z, digits, _ or -")
    return value


def check_number(value: Any) -> str:
    """1 to 4 digits, or an empty text for none: what is printed on a page to be keyed from it."""
    if not isinstance(value, str) or not _CHECK_NUMBER.fullmatch(value):
        raise WrongValueError('must be 1 to 4 digits written as text, such as "47", or "" for none')
    return value


def number(value: Any) -> Fraction:
    if not isinstance(value, str):
        raise WrongValueError('must be a number written as text, such as "22" or "10/11"')
    try:
        return parse_number(value)
    except ValueError:
        raise WrongValueError(
            'must be a decimal or p/q such as "22", "0.55" or "10/11", not "{value}"', value=value
        ) from None


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError("must be true or false")
    return value


def whole(low: int, high: int) -> Kind:
    """A whole number from `low` to `high`, both included."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise WrongValueError("must be a whole number from {low} to {high}", low=low, high=high)
        return value

    return read


def choice(*options: str) -> Kind:
    """One of the named words."""

    def read(value: Any) -> str:
        if value not in options:
            raise WrongValueError("must be one of: {options}", options=", ".join(options))
        return str(value)

    return read


def choices(*options: str) -> Kind:
    """A list of the named words, none twice."""
    one = choice(*options)

    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise WrongValueError("must be a list")
        chosen = tuple(one(item) for item in value)
        if len(set(chosen)) < len(chosen):
            raise WrongValueError("names one thing twice")
        return chosen

    return read


def mapping(kind: Kind) -> Kind:
    """An object from codes to values of `kind`."""

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongValueError("must be an object {{…}}")
        return {code(key): kind(item) for key, item in value.items()}

    return read


def nullable(kind: Kind) -> Kind:
    """`kind`, or null."""

    def read(value: Any) -> Any:
        return None if value is None else kind(value)

    return read
