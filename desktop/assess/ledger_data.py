"""Lines of the ledgers as plain values, and back: what a record holds of them.

A dataclass is an object with every field; fractions are texts such as `13/5`, days and enumerations
are texts, tuples are lists. Reading is strict: what does not fit the type is refused by name.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop.assess.rule_set import RuleSet
from desktop.assess.rule_set_reading import rule_set_from_json, rule_set_to_json
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text, parse_number

T = TypeVar("T")


class LineWrongError(PingyiError):
    message = "Field {field} of this line is missing or wrong: mend it."


def to_value(line: Any) -> Any:
    """A dataclass of this room, or what stands in its fields, as plain values."""
    if isinstance(line, RuleSet):
        return rule_set_to_json(line)
    if is_dataclass(line):
        return {held.name: to_value(getattr(line, held.name)) for held in fields(line)}
    if isinstance(line, Fraction):
        return number_text(line)
    if isinstance(line, date):
        return line.isoformat()
    if isinstance(line, Mapping):
        return {str(key): to_value(value) for key, value in line.items()}
    if isinstance(line, Collection) and not isinstance(line, str):
        return [to_value(value) for value in line]
    return str(line) if isinstance(line, StrEnum) else line


def from_value(kind: type[T], value: Any) -> T:
    """Read what `to_value` wrote; LineWrongError, and RuleSetInvalidError of a rule set."""
    hint: Any = kind
    read: T = _reader(hint)("", value)
    return read


@cache
def _reader(hint: Any) -> Callable[[str, Any], Any]:
    """What reads a value of this type; it is told the field's name for what it refuses."""
    if hint is RuleSet:
        return lambda field, value: rule_set_from_json(value)
    if is_dataclass(hint):
        return _line_reader(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda field, value: None if value is None else inner(field, value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_reader(*map(_reader, parts))
    if isinstance(origin, type) and issubclass(origin, Collection):
        return _list_reader(_reader(parts[0]))
    return _plain_reader(hint)


def _line_reader(hint: Any) -> Callable[[str, Any], Any]:
    hints = get_type_hints(hint)
    readers = {held.name: _reader(hints[held.name]) for held in fields(hint)}

    def read(field: str, value: Any) -> Any:
        if not isinstance(value, dict) or value.keys() != readers.keys():
            raise LineWrongError(field=field or hint.__name__)
        return hint(**{name: inner(name, value[name]) for name, inner in readers.items()})

    return read


def _mapping_reader(
    key: Callable[[str, Any], Any], item: Callable[[str, Any], Any]
) -> Callable[[str, Any], Any]:
    def read(field: str, value: Any) -> Any:
        if not isinstance(value, dict):
            raise LineWrongError(field=field)
        return {key(field, name): item(field, held) for name, held in value.items()}

    return read


def _list_reader(item: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
    def read(field: str, value: Any) -> Any:
        if not isinstance(value, list):
            raise LineWrongError(field=field)
        return tuple(item(field, held) for held in value)

    return read


def _plain_reader(hint: Any) -> Callable[[str, Any], Any]:
    def read(field: str, value: Any) -> Any:
        try:
            made = _PLAIN[hint](value) if hint in _PLAIN else hint(value)
        except (KeyError, TypeError, ValueError):
            made = None
        if made is None:
            raise LineWrongError(field=field)
        return made

    return read


def _exactly(kind: type) -> Callable[[Any], Any]:
    return lambda value: value if type(value) is kind else None


_PLAIN: Mapping[type, Callable[[Any], Any]] = {
    str: _exactly(str),
    int: _exactly(int),
    Fraction: parse_number,
    date: date.fromisoformat,
}
