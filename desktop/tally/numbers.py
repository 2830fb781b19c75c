"""Exact numbers as text: decimals and `p/q` in, lowest terms and half-up decimals out."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?")


def parse_number(text: str) -> Fraction:
    """`"22"`, `"0.55"` or `"10/11"` exactly; ValueError for anything else."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ValueError(text) from None


def ratio_text(value: Fraction) -> str:
    """Lowest terms, always with a denominator: `"1957/20"`, `"97/1"` (DESIGN of results.json)."""
    return f"{value.numerator}/{value.denominator}"


def number_text(value: Fraction) -> str:
    """The shortest exact text: `22`, `0.55`, or `10/11` where no decimal ends."""
    if value.denominator == 1:
        return str(value.numerator)
    decimals = _decimals(value.denominator)
    return str(value) if decimals is None else rounded(value, decimals)


def rounded(value: Fraction, decimals: int) -> str:
    """Half up, away from zero, with exactly `decimals` places: for print, never for ranking."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def _decimals(denominator: int) -> int | None:
    """Places a fraction with this denominator needs, or None when its decimals never end."""
    for places in range(1, 13):
        if 10**places % denominator == 0:
            return places
    return None
