import os
import stat

import pytest

from desktop.store.errors import HomeDamagedError
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.kinds import RecordId

SURVEY = "ab" * 32


def mark(seq, incarnation=1):
    return HighWater(incarnation, seq, RecordId(f"{seq:064x}"))


def raise_mark(home, new):
    with home.raising_high_water(SURVEY) as raise_it:
        raise_it(new)


def test_a_kept_key_signs_as_before_and_is_private(tmp_path):
    home, key = Home(tmp_path / "主管 a"), StationKey.new()
    home.keep_key(SURVEY, key, mark(1))
    again = home.station_key(SURVEY)
    assert again is not None
    assert again.station == key.station
    if os.name == "posix":
        path = tmp_path / "主管 a" / "surveys" / SURVEY / "station.json"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_key_for_a_survey_of_others(tmp_path):
    assert Home(tmp_path).station_key(SURVEY) is None


def test_the_newest_mark_stands_and_a_torn_line_does_not(tmp_path):
    home = Home(tmp_path)
    home.keep_key(SURVEY, StationKey.new(), mark(1))
    for seq in range(1, 100):
        raise_mark(home, mark(seq))
    path = tmp_path / "surveys" / SURVEY / "high-water.txt"
    path.write_bytes(path.read_bytes()[:-20] + b"\x00" * 512)
    assert home.high_water(SURVEY) == mark(98)


def test_a_new_incarnation_outranks_a_longer_chain(tmp_path):
    home = Home(tmp_path)
    home.keep_key(SURVEY, StationKey.new(), mark(1))
    raise_mark(home, mark(50))
    raise_mark(home, mark(1, incarnation=2))
    assert home.high_water(SURVEY) == mark(1, incarnation=2)


def test_settling_shortens_the_file_and_keeps_the_mark(tmp_path):
    home = Home(tmp_path)
    home.keep_key(SURVEY, StationKey.new(), mark(1))
    for seq in range(1, 200):
        raise_mark(home, mark(seq))
    home.settle_high_water(SURVEY)
    path = tmp_path / "surveys" / SURVEY / "high-water.txt"
    assert path.stat().st_size < 100
    assert home.high_water(SURVEY) == mark(199)


def test_one_writer_at_a_time(tmp_path):
    home = Home(tmp_path)
    with home.writing(SURVEY) as first, home.writing(SURVEY) as second:
        assert (first, second) == (True, False)
    with home.writing(SURVEY) as again:
        assert again


def test_the_data_folder_follows_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGYI_HOME", str(tmp_path / "x"))
    assert Home.of_user().root == tmp_path / "x"
    monkeypatch.delenv("PINGYI_HOME")
    assert "pingyi" in str(Home.of_user().root)


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"[]", b'{"private_key": "zz"}', b"\xff"])
def test_a_damaged_key_or_lock_file_is_named(tmp_path, content):
    home = Home(tmp_path)
    home.keep_key(SURVEY, StationKey.new(), mark(1))
    folder = tmp_path / "surveys" / SURVEY
    (folder / "station.json").write_bytes(content)
    with pytest.raises(HomeDamagedError, match=r"station\.json"):
        home.station_key(SURVEY)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"7",
        b"null",
        b"\xff",
        b'{"C01": 5}',
        b'{"C01": {"locked_at": "x", "failures": 0}}',
        b'{"C01": {"locked_at": NaN, "failures": 0}}',
        b'{"C01": {"locked_at": 5}}',
    ],
)
def test_a_damaged_lock_file_unlocks_nobody(tmp_path, content):
    locks = Home(tmp_path).pin_locks(SURVEY)
    locks.failed("C01")
    locks.path.write_bytes(content)
    with pytest.raises(HomeDamagedError, match=r"pin-locks\.json"):
        locks.remaining("C01")


@pytest.mark.parametrize(
    "content",
    [b"", b"garbage\n", b"\xff\xfe\n" * 9, b"1 2 short\n", b"1 " + b"9" * 5000 + b" " + b"a" * 64],
)
def test_a_damaged_high_water_mark_is_named(tmp_path, content):
    home = Home(tmp_path)
    home.keep_key(SURVEY, StationKey.new(), mark(1))
    (tmp_path / "surveys" / SURVEY / "high-water.txt").write_bytes(content)
    with pytest.raises(HomeDamagedError, match=r"high-water\.txt"):
        home.high_water(SURVEY)


def test_a_machine_that_is_no_station_has_no_mark(tmp_path):
    assert Home(tmp_path).high_water(SURVEY) is None
