"""Second keying 复录: which forms of a batch are keyed twice, drawn by a printed seed."""

from hashlib import sha256


def drawn_numbers(seed: str, batch: str, count: int, percent: int) -> tuple[int, ...]:
    """The form numbers, of 1 to `count`, to be keyed a second time, ascending (RULES.md §4).

    Each number gets the SHA-256 of the UTF-8 text `SEED/BATCH/NUMBER`, the number without leading
    zeros; the ceil(count × percent ÷ 100) numbers with the smallest hashes are drawn. So a larger
    share contains the smaller, a corrected `count` moves no number's place in the order, and a
    scrutineer can repeat it with `sha256sum`. `percent` is 0 to 100, as the plan's reader grants.
    """
    assert 0 <= percent <= 100  # a negative share would draw from the wrong end
    share = -(-count * percent // 100)
    numbers = sorted(range(1, count + 1), key=lambda number: _lot(seed, batch, number))
    return tuple(sorted(numbers[:share]))


def _lot(seed: str, batch: str, number: int) -> bytes:
    return sha256(f"{seed}/{batch}/{number}".encode()).digest()
