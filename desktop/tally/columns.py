"""Counts codes down the columns of a sheet of forms, all cells at once.

Python's whole numbers have no largest: a form of 600 marks becomes one number of 600 bytes, and
adding forms adds all their cells in one step. A byte holds four fields of two bits, one for each
of up to four codes, and a mark is a 1 in its code's field:

    three forms added                fill two bits    (fields of code 1, 2, 3, 4)
    every second field set apart     leaves four bits a field
    five of those added              fill four bits
    set apart again                  leaves a byte a field, which holds 16 forms of those

So a sheet is 3 × 5 × 16 forms. To waste no step on short numbers, 16 forms lie end to end in one
long number, a stack, and are added to each other last. Counting 10,834 forms this way takes a
fifth of the time of `bytes.count` on every column (`python -m benchmarks count`).
"""

from collections.abc import Iterable, Iterator
from functools import cache

_STACK = 16
SHEET = 3 * 5 * _STACK
"""Forms of a sheet at the most: fewer than 256, so that a byte holds any count."""


def column_counts(sheet: bytes, codes: Iterable[int], cells: int) -> Iterator[tuple[int, int]]:
    """Every code that occurs in a sheet, with a number whose bytes count it cell by cell.

    `sheet` holds up to SHEET forms of so many `cells`, end to end, a byte a mark.
    """
    present = [code for code in codes if code in sheet]
    for at in range(0, len(present), 4):
        four = present[at : at + 4]
        yield from zip(four, _four_counts(sheet, four, cells), strict=False)


def _four_counts(sheet: bytes, codes: Iterable[int], cells: int) -> list[int]:
    fields = bytearray(256)
    for place, code in enumerate(codes):
        fields[code] = 1 << 2 * place
    stacks = _stacks(sheet.translate(fields), _STACK * cells)
    threes = [a + b + c for a, b, c in zip(stacks[::3], stacks[1::3], stacks[2::3], strict=True)]
    two_bits, four_bits = (in_every_cell(mask, _STACK * cells) for mask in (0x33, 0x0F))
    even, odd = (sum([three >> shift & two_bits for three in threes]) for shift in (0, 2))
    apart = (even & four_bits, odd & four_bits, even >> 4 & four_bits, odd >> 4 & four_bits)
    return [_folded(stack, cells) for stack in apart]


def _stacks(flags: bytes, size: int) -> list[int]:
    """The sheet as 3 × 5 numbers of so many bytes; forms that are missing are zeros."""
    starts = range(0, 3 * 5 * size, size)
    return [int.from_bytes(flags[at : at + size], "little") for at in starts]


def _folded(stack: int, cells: int) -> int:
    """The sum of a stack's forms: its upper half is added to its lower one until one is left."""
    forms = _STACK
    while forms > 1:
        forms //= 2
        lower = in_every_cell(0xFF, forms * cells)
        stack = (stack & lower) + (stack >> 8 * forms * cells)
    return stack


@cache
def in_every_cell(value: int, cells: int) -> int:
    """The number that has this value, below 256, in the byte of every cell."""
    return int.from_bytes(bytes([value]) * cells, "little")
