"""Numbers, days and texts as people type them: taken exactly, or refused by the field's name."""

import unicodedata
from datetime import date
from fractions import Fraction

from desktop.models.day_entry import read_day
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import parse_number


class NumberTypedError(PingyiError):
    message = '{name}: "{text}" is no number; write one such as 40, 0.5 or 10/11.'


class DayUnreadError(PingyiError):
    message = '{name}: "{text}" is no day; write one such as 2006-05-31 or 5-31.'


class TextMissingError(PingyiError):
    message = "{name} is empty: write it first."


def typed_number(name: str, text: str) -> Fraction:
    """Full-width digits and a percent sign at the end are taken too; NumberTypedError."""
    plain = plain_text(text).replace(",", "").removesuffix("%").strip()
    try:
        return parse_number(plain)
    except ValueError:
        raise NumberTypedError(name=name, text=text.strip()[:30]) from None


def typed_day(name: str, text: str, today: date, *, needed: bool = False) -> str:
    """A day as records hold it, or "" where none is typed; DayUnreadError, TextMissingError."""
    plain = plain_text(text)
    if not plain:
        return typed_text(name, "") if needed else ""
    day = read_day(plain, today)
    if day is None:
        raise DayUnreadError(name=name, text=text.strip()[:30])
    return day.isoformat()


def typed_text(name: str, text: str) -> str:
    """What must be written; TextMissingError."""
    if held := unicodedata.normalize("NFC", text).strip():
        return held
    raise TextMissingError(name=name)


def plain_text(text: str) -> str:
    """Without the widths of an input method: `２００６` is 2006."""
    return unicodedata.normalize("NFKC", text).strip()
