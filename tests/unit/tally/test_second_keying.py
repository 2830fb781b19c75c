import subprocess
from hashlib import sha256
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.second_keying import drawn_numbers

SEEDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COUNTS = st.integers(0, 300)
PERCENTS = st.integers(0, 100)


def test_the_vector_of_the_format():
    """As in docs/FORMAT.md: a tenth of fifty forms."""
    assert drawn_numbers("20060508", "B001", 50, 10) == (4, 7, 15, 33, 46)
    lot = sha256(b"20060508/B001/46").hexdigest()
    assert lot == "051e554dca1ddf2672f66cf8bcd95460dad219ffdc4e42c3ddfbe19722926786"


@pytest.mark.skipif(not which("sha256sum"), reason="no sha256sum here")
def test_a_pocket_tool_draws_the_same():
    script = """for n in $(seq 1 50); do
        printf '%s/%s/%s' "$0" B001 $n | sha256sum | sed "s/-/$n/"; done | sort | head -5"""
    run = subprocess.run(["sh", "-c", script, "评议"], capture_output=True, check=True)
    found = sorted(int(line.split()[1]) for line in run.stdout.splitlines())
    assert tuple(found) == drawn_numbers("评议", "B001", 50, 10)


@pytest.mark.parametrize(
    ("count", "percent", "drawn"),
    [(50, 0, 0), (50, 1, 1), (50, 2, 1), (50, 3, 2), (1, 1, 1), (0, 100, 0), (7, 100, 7)],
)
def test_a_share_is_rounded_up(count, percent, drawn):
    assert len(drawn_numbers("s", "B1", count, percent)) == drawn


@given(SEEDS, COUNTS, PERCENTS)
def test_numbers_are_of_the_batch_and_ascend(seed, count, percent):
    drawn = drawn_numbers(seed, "B1", count, percent)
    assert set(drawn) <= set(range(1, count + 1))
    assert list(drawn) == sorted(set(drawn))


@given(SEEDS, COUNTS, PERCENTS, PERCENTS)
def test_a_larger_share_contains_the_smaller(seed, count, one, other):
    small, large = (drawn_numbers(seed, "B1", count, each) for each in sorted((one, other)))
    assert set(small) <= set(large)


def test_seed_and_batch_change_the_draw():
    draws = {drawn_numbers(seed, batch, 100, 10) for seed in "ab" for batch in ("B1", "B2")}
    assert len(draws) == 4


def test_every_number_is_drawn_about_equally_often():
    """A tenth of ten, two thousand times: 200 each, within five standard deviations."""
    drawn = [drawn_numbers(str(seed), "B1", 10, 10)[0] for seed in range(2000)]
    assert all(abs(drawn.count(number) - 200) < 67 for number in range(1, 11))


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_share_is_between_nothing_and_all(percent):
    with pytest.raises(AssertionError):
        drawn_numbers("s", "B1", 10, percent)
