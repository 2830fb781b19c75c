"""What an office adds to its outgoing papers, kept as a JSON file: read whole or refused."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from desktop.actions.errors import FileInvalidError
from desktop.actions.text_files import read_text
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.issuing import is_date
from desktop.tally.letter import Letter
from desktop.tally.plan_shape import Kind, WrongValueError, flag, nullable, text_or_empty, whole
from desktop.tally.texts import text_fault

_MOST_COPIES = 999_999


class LetterNotJsonError(PingyiError):
    message = "{path} is not valid JSON at line {line}, column {column}: mend it there."


class _TwinKeyError(Exception):
    """An object names a key twice."""


def read_letter(path: Path) -> Letter:
    """The letter in a file; every key may be left out.

    LetterNotJsonError, FileInvalidError naming each key that is wrong; the errors of `read_text`.
    """
    return _letter(_json(read_text(path), path), path)


def letter_value(letter: Letter) -> dict[str, Any]:
    """The letter as its file holds it, with every key."""
    held = {name: getattr(letter, name) for name in _KEYS}
    return {name: list(it) if isinstance(it, tuple) else it for name, it in held.items()}


def _json(text: str, path: Path) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        raise LetterNotJsonError(path=path, line=error.lineno, column=error.colno) from None
    except _TwinKeyError as twin:
        _refuse([Problem(str(twin), "stands there twice: remove one")], path)
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        raise LetterNotJsonError(path=path, line=1, column=1) from None


def _letter(value: Any, path: Path) -> Letter:
    if not isinstance(value, dict):
        message = 'must be an object of keys such as {{"office": "…"}}'
        _refuse([Problem("", message)], path)
    problems = [
        Problem(_shown(key), "is not a key of a letter: use {keys}", {"keys": ", ".join(_KEYS)})
        for key in value
        if key not in _KEYS
    ]
    read = {name: _read(name, value, problems) for name in _KEYS if name in value}
    if problems:
        _refuse(problems, path)
    return Letter(**read)


def _shown(key: str) -> str:
    """A key as it can be named in a sentence, whatever stands in it."""
    return key if key.isprintable() else ascii(key)[1:-1]


def _read(name: str, value: Mapping[str, Any], problems: list[Problem]) -> Any:
    try:
        return _KEYS[name](value[name])
    except WrongValueError as wrong:
        problems.append(Problem(name, *wrong.problem))


def _refuse(problems: list[Problem], path: Path) -> NoReturn:
    raise FileInvalidError(problems, path=path, count=len(problems))


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwinKeyError(_shown(key))
        found[key] = value
    return found


def _line(value: Any) -> str:
    """One line of text, or none: line breaks would leave the place that a letter has for it."""
    line = text_or_empty(value)
    if line and (fault := text_fault(line)):
        raise WrongValueError(fault[0], **fault[1])
    return line


def _units(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or "" in value:
        raise WrongValueError('must be a list of names, such as ["…", "…"]')
    return tuple(map(_line, value))


def _day(value: Any) -> str:
    if value == "" or (isinstance(value, str) and is_date(value)):
        return str(value)
    raise WrongValueError('must be a day of the calendar such as "2005-12-31", or "" for none')


_KEYS: Mapping[str, Kind] = {
    "office": _line,
    "number": _line,
    "date": _day,
    "copies": nullable(whole(1, _MOST_COPIES)),
    "report_to": _units,
    "issue_to": _units,
    "copy_to": _units,
    "deadline": _day,
    "rank_shown": flag,
}
