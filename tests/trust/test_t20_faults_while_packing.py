"""T20: errors at every write and flush of a hand-over: no false "done", and it can be repeated."""

import errno
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.store.package_errors import (
    PackageLeftError,
    PackageUnconfirmedError,
    PackageUnmadeError,
    PackageUnwrittenError,
)
from desktop.store.packages import open_package, write_package
from tests.packages import RECIPIENT, STATION, chained, packed, refusal

RECORDS = chained(4)
RECIPIENTS = {"plain": [], "encrypted": [RECIPIENT.public]}


class Faults:
    """Counts the calls to the system, and lets the n-th of them go wrong."""

    def __init__(self, nth, fault):
        self.left, self.fault, self.seen = nth, fault, []

    def tick(self, name):
        self.seen.append(name)
        self.left -= 1
        if self.left == 0:
            self.fault()

    @property
    def happened(self):
        return self.left <= 0

    def around(self, owner, name, monkeypatch, *, after=False, files=False):
        real = getattr(owner, name)

        def call(*arguments, **options):
            if str(arguments[0]) == tempfile.gettempdir():
                return real(*arguments, **options)  # this machine's disk is not the stick
            if not after:
                self.tick(name)
            made = real(*arguments, **options)
            if after:
                self.tick(f"after {name}")
            return FaultyFile(made, self) if files else made

        monkeypatch.setattr(owner, name, call)


class FaultyFile:
    def __init__(self, file, faults):
        self._file, self._faults = file, faults

    def __enter__(self):
        self._file.__enter__()
        return self

    def __exit__(self, *error):
        self._file.__exit__(*error)
        self._faults.tick("close")

    def __getattr__(self, name):
        if name in {"write", "flush", "read", "readline", "seek"}:
            self._faults.tick(name)
        return getattr(self._file, name)

    def close(self):
        self._file.close()
        self._faults.tick("close")


@contextmanager
def failing(nth, fault):
    """Everything that an export asks of the stick goes through the counter."""
    faults = Faults(nth, fault)
    with pytest.MonkeyPatch.context() as patch:
        faults.around(Path, "open", patch, files=True)
        faults.around(Path, "replace", patch)
        faults.around(Path, "replace", patch, after=True)
        faults.around(Path, "lstat", patch)
        faults.around(os, "open", patch)
        faults.around(os, "fdopen", patch, files=True)
        faults.around(os, "fsync", patch)
        faults.around(os, "fsync", patch, after=True)
        yield faults


def count_in(path):
    with open_package(path, RECIPIENT) as package:
        return package.manifest.count


def raising(code):
    def fault():
        raise OSError(code, os.strerror(code))

    return fault


def failure(path, recipients=()):
    """What an export failed with, or an empty text where it says that it is done."""
    try:
        packed(path, RECORDS, recipients)
    except (PackageUnwrittenError, PackageUnconfirmedError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize("recipients", RECIPIENTS.values(), ids=RECIPIENTS)
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_t20_the_nth_call_fails_for_every_n(code, recipients, tmp_path):
    path = tmp_path / "a.pkg"
    for nth in range(1, 200):
        with failing(nth, raising(code)) as faults:
            said = failure(path, recipients)
        if not faults.happened:
            break
        assert f"{path} " in said, faults.seen[nth - 1]
        assert os.strerror(code) in said
        assert "nothing was handed over" in said
        assert list(tmp_path.glob("*.p*")) == [], faults.seen[nth - 1]
    assert {"write", "flush", "fsync", "replace", "after replace", "read"} <= set(faults.seen)
    assert nth > 30
    assert said == ""
    assert count_in(path) == 5


def test_t20_everything_is_flushed_before_it_is_named_and_named_before_it_is_read(tmp_path):
    with failing(0, raising(errno.EIO)) as faults:
        packed(tmp_path / "a.pkg", RECORDS)
    after_writing = faults.seen[len(faults.seen) - faults.seen[::-1].index("write") :]
    flushed = ["flush", "fsync", "after fsync", "close"]
    named = ["replace", "after replace", "open", "fsync", "after fsync"]
    assert after_writing[:9] == flushed + named
    assert set(after_writing[9:]) == {
        "lstat",
        "open",
        "fdopen",
        "read",
        "seek",
        "readline",
        "close",
    }


def test_t20_the_call_after_a_failure_succeeds(tmp_path):
    """At the same place and name, whatever failed before."""
    for nth in range(1, 200):
        path = tmp_path / f"{nth}.pkg"
        with failing(nth, raising(errno.EIO)) as faults:
            failure(path)
        if not faults.happened:
            break
        packed(path, RECORDS)
        assert count_in(path) == 5
    assert nth > 30


def test_t20_the_folder_goes_away_at_every_call(tmp_path):
    """As when the stick is pulled: what is not there at the end was not handed over."""
    stick, pulled = tmp_path / "stick", tmp_path / "pulled"
    path = stick / "a.pkg"
    for nth in range(1, 200):
        stick.mkdir()
        with failing(nth, lambda: stick.rename(pulled)) as faults:
            said = failure(path)
        if not faults.happened:
            break
        # only the last call of all is a look at the name
        assert str(path) in said, faults.seen[nth - 1]
        shutil.rmtree(pulled)
        shutil.rmtree(stick, ignore_errors=True)
        stick.mkdir()
        assert failure(path) == ""
        shutil.rmtree(stick)
    assert nth > 30
    assert count_in(path) == 5


def test_t20_a_name_left_on_a_pulled_stick_is_neither_a_package_nor_overwritten(tmp_path):
    stick, pulled = tmp_path / "stick", tmp_path / "pulled"
    stick.mkdir()
    with failing(4, lambda: stick.rename(pulled)), pytest.raises(PackageUnwrittenError):
        packed(stick / "a.pkg", RECORDS)
    for left in pulled.iterdir():
        assert refusal(left)


def test_t20_what_cannot_be_removed_is_named(tmp_path, monkeypatch):
    path = tmp_path / "a.pkg"

    def unlink(_, missing_ok=False):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "unlink", unlink)
    with failing(5, raising(errno.EIO)), pytest.raises(PackageLeftError) as caught:
        packed(path, RECORDS)
    assert str(path) in str(caught.value)
    assert "Read-only file system" in str(caught.value)
    assert refusal(path)


def test_t20_a_survey_that_cannot_be_read_to_its_end_leaves_nothing(tmp_path):
    path = tmp_path / "a.pkg"
    calls: list[int] = []

    def records():
        calls.append(len(calls))
        yield from RECORDS[:3]
        if len(calls) > 1:
            raise KeyboardInterrupt
        yield from RECORDS[3:]

    with pytest.raises(KeyboardInterrupt):
        write_package(path, STATION, RECORDS[0].id, "official", records)
    assert list(tmp_path.glob("*.p*")) == []


def test_t20_a_survey_that_changes_meanwhile_leaves_nothing(tmp_path):
    path = tmp_path / "a.pkg"
    turns = iter([RECORDS[:4], RECORDS])
    with pytest.raises(PackageUnmadeError, match="changed while they were written"):
        write_package(path, STATION, RECORDS[0].id, "official", lambda: iter(next(turns)))
    assert list(tmp_path.glob("*.p*")) == []


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 64 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k,nr_inodes=100", "tmpfs", str(place)]
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("a disk of 64 KB takes the rights to mount one")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_t20_a_disk_that_is_really_full(small_disk):
    path = small_disk / "a.pkg"
    many = chained(60, marks="123" * 400)
    with pytest.raises(PackageUnwrittenError, match="No space left on device"):
        packed(path, many)
    assert list(small_disk.iterdir()) == []
    packed(path, many[:20])
    assert count_in(path) == 20
    with pytest.raises(PackageUnwrittenError, match="No space left on device"):
        packed(small_disk / "b.pkg", many[:40])
    assert list(small_disk.iterdir()) == [path]
    path.unlink()
    packed(small_disk / "b.pkg", many[:36])
    assert count_in(small_disk / "b.pkg") == 36


@pytest.mark.parametrize("room", range(9))
def test_t20_a_disk_full_at_any_page(small_disk, room):
    """Of 16 pages all but so many are taken."""
    (small_disk / "taken").write_bytes(bytes((16 - room) * 4096))
    path = small_disk / "a.pkg"
    with pytest.raises(PackageUnwrittenError):
        packed(path, chained(60, marks="123" * 400))
    assert [left.name for left in small_disk.iterdir()] == ["taken"]
