"""A day as people type it."""

import re
from datetime import date

_DAY = re.compile(r"(?:(\d{4})[-./年 ]?)?(\d{1,2})[-./月 ]?(\d{1,2})日?")


def read_day(text: str, today: date) -> date | None:
    """The day of `2006-05-30`, `2006.5.30`, `20060530`, `5-30` or `2006年5月30日`; None if none.

    Without a year it is the next such day from today on.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    years = [year] if year else [today.year, today.year + 1]
    days = [made for held in years if (made := _day(held, month, day))]
    coming = [made for made in days if year or made >= today]
    return coming[0] if coming else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
