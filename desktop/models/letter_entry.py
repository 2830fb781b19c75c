"""The fields of a letter as people type them: names in a list, a number of copies, a day."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.models.day_entry import read_day
from desktop.tally.errors import PingyiError
from desktop.tally.texts import LONGEST, text_fault

MOST_COPIES = 999_999

_BETWEEN = "、，,；;"
_OPENING, _CLOSING = "(（〔[【《“", ")）〕]】》”"
_SPACE = re.compile(r"\s+")


class CopiesTypedError(PingyiError):
    message = "Write a number from 1 to {most}, or nothing."


class DayTypedError(PingyiError):
    message = "There is no such day: write 2006-05-30."


class TextTypedError(PingyiError):
    message = (
        "Up to {most} characters that can be seen may stand here: shorten it, or type it anew."
    )


def read_line(text: str) -> str:
    """One line of text, in normal form C; TextTypedError."""
    line = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if line and text_fault(line):
        raise TextTypedError(most=LONGEST)
    return line


def read_names(text: str) -> tuple[str, ...]:
    """Names, one a line or set apart by `、` or a comma, but for what stands in brackets.

    TextTypedError.
    """
    names = text.splitlines() if "\n" in text else _apart(text)
    return tuple(name for name in map(read_line, names) if name)


def names_text(names: Sequence[str]) -> str:
    """The text that `read_names` reads as these names."""
    whole = "、".join(names)
    by_line = "\n".join(names) + "\n" * (len(names) == 1)
    return whole if read_names(whole) == tuple(names) else by_line


def read_copies(text: str) -> int | None:
    """None where nothing is typed; CopiesTypedError."""
    digits = text.strip()
    if not digits:
        return None
    if not digits.isdecimal() or len(digits) > len(str(MOST_COPIES)) or not int(digits):
        raise CopiesTypedError(most=f"{MOST_COPIES:,}")
    return int(digits)


def read_letter_day(text: str, today: date) -> str:
    """`2006-05-30`, or nothing where nothing is typed; DayTypedError."""
    if not text.strip():
        return ""
    day = read_day(text, today)
    if day is None:
        raise DayTypedError
    return day.isoformat()


def _apart(line: str) -> Iterator[str]:
    """Parts of a line between marks that stand in no bracket."""
    begin = depth = 0
    for at, character in enumerate(line):
        depth += (character in _OPENING) - (character in _CLOSING and depth > 0)
        if character in _BETWEEN and not depth:
            yield line[begin:at]
            begin = at + 1
    yield line[begin:]
