from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.numbers import number_text, parse_number, ratio_text, rounded

decimals = st.decimals(-(10**6), 10**6, places=8, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22", Fraction(22)),
        ("-3", Fraction(-3)),
        ("0.55", Fraction(11, 20)),
        ("10/11", Fraction(10, 11)),
        ("4/8", Fraction(1, 2)),
        ("999999999999.999999999999", Fraction(10**24 - 1, 10**12)),
    ],
)
def test_numbers_are_read_exactly(text, value):
    assert parse_number(text) == value


MALFORMED = ("", " 1", "1 ", "1\n", "+1", "1.", ".5", "1e3", "1/-2", "1/2/3", "1.5/2", "１", "1,5")
BEYOND = ("--1", "nan", "1_000", "1/0", "1" * 13, "0." + "1" * 13, "1/" + "1" * 13)


@pytest.mark.parametrize("text", [*MALFORMED, *BEYOND])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(1957, 20), "1957/20"), (Fraction(97), "97/1"), (Fraction(0), "0/1")],
)
def test_a_ratio_always_shows_its_denominator(value, text):
    assert ratio_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(22), "22"),
        (Fraction(-5), "-5"),
        (Fraction(11, 20), "0.55"),
        (Fraction(1, 2**12), "0.000244140625"),
        (Fraction(1, 2**13), "1/8192"),
        (Fraction(10, 11), "10/11"),
        (Fraction(-1, 4), "-0.25"),
    ],
)
def test_the_shortest_exact_text(value, text):
    assert number_text(value) == text


@given(st.integers(-(10**12) + 1, 10**12 - 1), st.integers(1, 10**12 - 1))
def test_a_number_read_back_is_the_same(numerator, denominator):
    value = parse_number(f"{numerator}/{denominator}")
    assert parse_number(number_text(value)) == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),  # bankers would print 2
        (Fraction(5, 10**5), 4, "0.0001"),
        (Fraction(49999, 10**9), 4, "0.0000"),
        (Fraction(-5, 10**5), 4, "-0.0001"),
        (Fraction(-1, 10**5), 4, "0.0000"),
        (Fraction(97), 4, "97.0000"),
        (Fraction(20, 3), 2, "6.67"),
    ],
)
def test_rounding_is_half_up(value, places, text):
    assert rounded(value, places) == text


@given(decimals, st.integers(0, 7))
def test_rounding_agrees_with_decimal_arithmetic(value, places):
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(Fraction(value), places)) == expected
