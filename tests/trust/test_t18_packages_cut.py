"""T18: a package cut anywhere is refused, and no record of it is given to anybody."""

import pytest

from desktop.store.packages import open_package
from tests.packages import RECIPIENT, chained, closed, packed, refusal, without_end

STEP = 4096


@pytest.mark.parametrize("recipients", [[], [RECIPIENT.public]], ids=["plain", "encrypted"])
def test_t18_a_small_one_cut_at_every_byte(recipients, tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, chained(3), recipients)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert refusal(path, RECIPIENT)
    path.write_bytes(whole)
    open_package(path, RECIPIENT).close()


def test_t18_a_large_one_cut_at_every_block(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, chained(1100, marks="123" * 200))
    whole = path.read_bytes()
    assert len(whole) > 1 << 20
    for length in range(0, len(whole), STEP):
        path.write_bytes(whole[:length])
        assert refusal(path)


def test_t18_a_block_lost_from_the_middle(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, chained(60, marks="123" * 200))
    whole = path.read_bytes()
    for at in range(0, len(whole) - STEP, STEP):
        path.write_bytes(whole[:at] + whole[at + STEP :])
        assert refusal(path)
        path.write_bytes(whole[:at] + bytes(STEP) + whole[at + STEP :])
        assert refusal(path)


def test_t18_cut_behind_a_record_and_closed_again(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, chained(5))
    lines = without_end(path.read_bytes()).splitlines(keepends=True)
    for count in range(len(lines)):
        path.write_bytes(closed(b"".join(lines[:count])))
        assert refusal(path)


def test_t18_more_behind_the_closing_line(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, chained(2))
    whole = path.read_bytes()
    for more in (b"\n", b"x", whole, whole[-90:], bytes(STEP)):
        path.write_bytes(whole + more)
        assert refusal(path)
