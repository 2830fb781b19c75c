"""T21: what reads back otherwise than it was written was never handed over."""

import os
from pathlib import Path

import pytest

from desktop.store.package_errors import PackageLeftError, PackageUnconfirmedError
from desktop.store.packages import open_package
from tests.packages import RECIPIENT, chained, packed

RECORDS = chained(3)
RECIPIENTS = {"plain": [], "encrypted": [RECIPIENT.public]}


def after_rename(monkeypatch, change):
    """Let something happen to the file between its rename and the reading back."""
    real = Path.replace

    def replace(part, target):
        made = real(part, target)
        change(Path(target))
        return made

    monkeypatch.setattr(Path, "replace", replace)


def withdrawn(path, recipients=()):
    with pytest.raises(PackageUnconfirmedError) as caught:
        packed(path, RECORDS, recipients)
    assert str(path) in str(caught.value)
    assert "nothing was handed over" in str(caught.value)
    assert list(path.parent.glob("*.p*")) == []


@pytest.mark.parametrize("recipients", RECIPIENTS.values(), ids=RECIPIENTS)
def test_t21_a_byte_changed_on_the_stick(recipients, tmp_path, monkeypatch):
    path = tmp_path / "a.pkg"
    packed(path, RECORDS, recipients)
    size = path.stat().st_size
    path.unlink()
    for at in range(0, size, 7):

        def flip(file, at=at):
            content = bytearray(file.read_bytes())
            content[at] ^= 1
            file.write_bytes(content)

        with monkeypatch.context() as patch:
            after_rename(patch, flip)
            withdrawn(path, recipients)
    packed(path, RECORDS, recipients)


LOSSES = {
    "emptied": lambda file: file.write_bytes(b""),
    "zeros": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "cut": lambda file: os.truncate(file, file.stat().st_size - 100),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_t21_the_content_lost(loss, tmp_path, monkeypatch):
    after_rename(monkeypatch, loss)
    withdrawn(tmp_path / "a.pkg")


def test_t21_a_sound_package_that_is_another_one(tmp_path, monkeypatch):
    """A stick that gives back what stood there before; only the hash of the file tells."""
    older = tmp_path / "older"
    packed(older, RECORDS[:2])
    after_rename(monkeypatch, lambda file: file.write_bytes(older.read_bytes()))
    withdrawn(tmp_path / "a.pkg")


def test_t21_a_byte_changed_in_reading(tmp_path, monkeypatch):
    path = tmp_path / "a.pkg"
    for nth in range(1, 9):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdopen", misreading(nth))
            withdrawn(path)
    packed(path, RECORDS)
    open_package(path).close()


def misreading(nth):
    """Open files whose n-th line reads wrong; there are 3 lines of head, 4 of records."""
    real = os.fdopen

    class Misread:
        def __init__(self, file):
            self.file, self.lines = file, 0

        def __enter__(self):
            return self

        def __exit__(self, *error):
            self.file.close()

        def __getattr__(self, name):
            return getattr(self.file, name)

        def read(self, size):
            content = self.file.read(size)
            return content.replace(b"\nEND ", b"\nAND ") if nth == 8 else content

        def readline(self, size):
            line = bytearray(self.file.readline(size))
            self.lines += 1
            if self.lines == nth:
                line[len(line) // 2] ^= 4
            return bytes(line)

    return lambda *arguments: Misread(real(*arguments))


def test_t21_what_cannot_be_removed_is_named(tmp_path, monkeypatch):
    path = tmp_path / "a.pkg"

    def unlink(_, missing_ok=False):
        raise OSError(5, "Input/output error")

    after_rename(monkeypatch, lambda file: file.write_bytes(b"x"))
    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(PackageLeftError, match="was not handed over") as caught:
        packed(path, RECORDS)
    assert str(path) in str(caught.value)
