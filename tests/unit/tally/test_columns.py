from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.columns import SHEET, column_counts

CODES = b"1230?x-"


def naive(forms, cells):
    return {
        code: [Counter(form[cell] for form in forms)[code] for cell in range(cells)]
        for code in CODES
    }


def counted(forms, cells):
    found = dict(column_counts(b"".join(forms), CODES, cells))
    return {code: list(found.get(code, 0).to_bytes(cells, "little")) for code in CODES}


@given(st.integers(1, 7), st.integers(0, SHEET), st.randoms(use_true_random=False))
def test_columns_equal_a_naive_count(cells, size, random):
    forms = [bytes(random.choices(CODES, k=cells)) for _ in range(size)]
    assert counted(forms, cells) == naive(forms, cells)


@pytest.mark.parametrize("code", CODES)
def test_a_full_sheet_of_one_code_overflows_no_field(code):
    assert counted([bytes([code]) * 3] * SHEET, 3)[code] == [SHEET] * 3


def test_codes_that_do_not_occur_are_left_out():
    assert [code for code, _ in column_counts(b"1121", CODES, 2)] == [ord("1"), ord("2")]
