"""T35: 120 × 5 × 100,000 forms equal a counter that works in another way altogether."""

from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random

from desktop.tally.counting import MarkCounter
from tests.plans import shipped_plan

FORMS = 100_000
PLAN = shipped_plan("2005")
CODES = PLAN.mark_codes
# 160 of 256 bytes become 满意, 60 基本满意, 20 不满意, the others blank, invalid, not applicable
WEIGHED = bytes(ord(c) for c in "1" * 160 + "2" * 60 + "3" * 20 + "0" * 10 + "x" * 4 + "-" * 2)


def random_forms(seed: int) -> Iterator[bytes]:
    random = Random(seed)
    for _ in range(FORMS):
        yield random.randbytes(PLAN.cells).translate(WEIGHED)


def lane_counts(forms: Iterable[bytes], code: str) -> list[int]:
    """Each form becomes one number with a byte a cell, 1 where `code` stands; 255 at a time add."""
    ones = bytes(1 if byte == ord(code) else 0 for byte in range(256))
    numbers = (int.from_bytes(marks.translate(ones), "big") for marks in forms)
    totals = [0] * PLAN.cells
    while lanes := sum(islice(numbers, 255)):
        sums = lanes.to_bytes(PLAN.cells, "big")
        totals = [total + found for total, found in zip(totals, sums, strict=True)]
    return totals


def test_t35_every_cell_of_a_hundred_thousand_forms_is_counted_right():
    forms = list(random_forms(35))
    counter = MarkCounter(PLAN)
    for marks in forms:
        counter.add(marks)
    found = dict(zip(CODES, counter.counts(), strict=True))
    assert counter.forms == FORMS
    for code in CODES:
        assert found[code] == lane_counts(forms, code), code


def test_t35_every_form_is_counted_once_in_every_cell():
    counter = MarkCounter(PLAN)
    for marks in islice(random_forms(36), 1000):
        counter.add(marks)
    assert [sum(column) for column in zip(*counter.counts(), strict=True)] == [1000] * PLAN.cells
