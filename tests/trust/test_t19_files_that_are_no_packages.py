"""T19: what else lies on sticks is refused at once, and takes no memory."""

import gzip
import io
import os
import random
import socket
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop.store.packages import open_package
from tests.packages import (
    RECIPIENT,
    assembled,
    canonical,
    chained,
    closed,
    line_of,
    manifest_of,
    packed,
    refusal,
    without_end,
)

SECONDS = 2
BYTES = 32 << 20
"""Of memory; a record's line may have 4 MB, and is held a few times over."""

GIGABYTES = 5 << 30
RECORDS = chained(3)


def refused_at_once(path):
    """The sentence, which came within the time and memory that a refusal may take."""
    tracemalloc.start()
    began = time.process_time()
    try:
        said = refusal(path, RECIPIENT)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < SECONDS
    assert peak < BYTES
    return said


def zipped(content):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.pkg", content)
    return held.getvalue()


WHOLE = assembled(RECORDS)
HEAD = b"\n".join(WHOLE.split(b"\n")[:3]) + b"\n"
NOISE = random.Random(19).randbytes(100_000)
NESTED = b'{"a":' + b"[" * 60_000 + b"]" * 60_000 + b"}"
DEEP = b'{"a":' + b"[" * 900 + b"]" * 900 + b"}"
ODD: dict[str, Any] = {"\33[2J": 1}
CONTENTS = {
    "empty": (b"", "it is empty"),
    "one zero": (b"\0", "nothing but zeros"),
    "all zeros": (bytes(1 << 20), "nothing but zeros"),
    "zeros for a tail": (WHOLE[:-700] + bytes(700), "ends in zeros"),
    "zeros for the last byte": (WHOLE[:-1] + b"\0", "ends in zeros"),
    "zeros behind": (WHOLE + bytes(512), "ends in zeros"),
    "zeros for a head": (bytes(512) + WHOLE[512:], "nothing but zeros"),
    "a text": ("评议表".encode() * 1000, "no package of Pingyi"),
    "a table": (b"form,void,A1.D1\r\nB001-001,,1\r\n" * 1000, "no package of Pingyi"),
    "noise": (NOISE, "no package of Pingyi"),
    "a database": (b"SQLite format 3\0" + bytes(4096), "no package of Pingyi"),
    "a gzip bomb": (gzip.compress(bytes(50 << 20)), "no package of Pingyi"),
    "a zip bomb": (zipped(bytes(50 << 20)), "no package of Pingyi"),
    "a zipped package": (zipped(WHOLE), "no package of Pingyi"),
    "line ends of Windows": (WHOLE.replace(b"\n", b"\r\n"), "no package of Pingyi"),
    "a byte order mark": (b"\xef\xbb\xbf" + WHOLE, "no package of Pingyi"),
    "a newer format": (WHOLE.replace(b"PACKAGE 1", b"PACKAGE 2"), "newer program is needed"),
    "a newer manifest": (assembled(RECORDS, format=2, more=[]), "newer program is needed"),
    "version 0": (WHOLE.replace(b"PACKAGE 1", b"PACKAGE 0"), "no package of Pingyi"),
    "the first line alone": (closed(b"PINGYI PACKAGE 1\n"), "not well formed"),
    "two lines": (closed(b"PINGYI PACKAGE 1\n{}\n"), "not well formed"),
    "a manifest of lists in lists": (assembled(RECORDS, NESTED), "not well formed"),
    "a manifest with a key too many": (assembled(RECORDS, **ODD), "not well formed"),
    "a manifest of 900 lists": (assembled(RECORDS, DEEP), "not well formed"),
    "a manifest of 5 MB": (assembled(RECORDS, b"9" * (5 << 20)), "too long"),
    "a manifest of 3 MB": (assembled(RECORDS, b"[" + b"{}," * (1 << 20) + b"{}]"), "well formed"),
    "a count like a bomb": (assembled(RECORDS, count=2**53 - 1), "not well formed"),
    "a run like a bomb": (
        assembled(
            RECORDS,
            count=10**15,
            runs=[{"incarnation": 1, "first": 1, "last": 10**15, "head": "00" * 32}],
        ),
        "more or fewer records",
    ),
    "a million lines": (assembled(RECORDS, lines=[b"\n"] * 1_000_000), "more or fewer records"),
    "a line of 64 MB": (closed(HEAD + b"a" * (64 << 20) + b"\n"), "too long for a record"),
    "a body of lists in lists": (
        assembled(RECORDS, lines=[b"0" * 128 + b" " + NESTED + b"\n"] * 4),
        "record 1 is not sound",
    ),
}


@pytest.mark.parametrize(("content", "reason"), CONTENTS.values(), ids=CONTENTS)
def test_t19_what_is_no_package_is_refused_at_once(content, reason, tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(content)
    assert reason in refused_at_once(path)


def test_t19_a_sparse_file_of_5_gb(tmp_path):
    path = tmp_path / "a.pkg"
    path.touch()
    os.truncate(path, GIGABYTES)
    assert "zeros" in refused_at_once(path)


def test_t19_a_sound_head_and_5_gb_of_nothing(tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(WHOLE)
    os.truncate(path, GIGABYTES)
    assert "zeros" in refused_at_once(path)


def test_t19_a_sound_head_and_closing_line_with_5_gb_of_nothing_between(tmp_path):
    path = tmp_path / "a.pkg"
    path.write_bytes(HEAD)
    os.truncate(path, GIGABYTES)
    with path.open("ab") as file:
        file.write(f"\nEND {GIGABYTES + 1} {'00' * 32}\n".encode())
    assert "too long for a record" in refused_at_once(path)


def test_t19_a_left_over_part(tmp_path):
    path = tmp_path / "a.pkg.0a1b2c3d.part"
    path.write_bytes(WHOLE)
    assert "broke off" in refused_at_once(path)
    assert "broke off" in refused_at_once(path.rename(tmp_path / "A.PART"))


def test_t19_a_name_with_nothing_behind_it(tmp_path):
    assert "does not exist" in refused_at_once(tmp_path / "a.pkg")
    (tmp_path / "file").touch()
    assert "cannot be read" in refused_at_once(tmp_path / "file" / "a.pkg")
    assert "cannot be read" in refused_at_once(tmp_path / ("a" * 300))


def test_t19_a_folder_of_that_name(tmp_path):
    assert "is a folder" in refused_at_once(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links take rights on Windows")
def test_t19_links(tmp_path):
    path, link = tmp_path / "a.pkg", tmp_path / "b.pkg"
    path.write_bytes(WHOLE)
    link.symlink_to(path)
    assert "only a link" in refused_at_once(link)
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    assert "only a link" in refused_at_once(link)


@pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")
def test_t19_a_pipe_a_socket_and_a_device(tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "no plain file" in refused_at_once(pipe)
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s")
        assert "no plain file" in refused_at_once(tmp_path / "s")
    assert "no plain file" in refused_at_once(Path(os.devnull))


@pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")
def test_t19_a_pipe_put_there_between_the_look_and_the_opening(tmp_path, monkeypatch):
    path, other = tmp_path / "a.pkg", tmp_path / "b.pkg"
    other.write_bytes(WHOLE)
    os.mkfifo(path)
    looked = other.lstat()
    monkeypatch.setattr(Path, "lstat", lambda _: looked)
    assert "no plain file" in refused_at_once(path)
    path.unlink()
    path.symlink_to(other)
    assert "cannot be read" in refused_at_once(path)


def test_t19_an_encrypted_package_whose_lines_are_a_bomb(tmp_path):
    path = tmp_path / "a.pkg"
    packed(path, RECORDS, [RECIPIENT.public])
    lines = without_end(path.read_bytes()).splitlines(keepends=True)[:3]
    for line in (b"A" * (3 << 20) + b"\n", line_of(RECORDS[0]), b"\n", b"====\n"):
        path.write_bytes(closed(b"".join([*lines, *[line] * 4])))
        assert "record 1 is not sound (it does not decrypt)" in refused_at_once(path)


def test_t19_no_temporary_copy_stays(tmp_path, monkeypatch):
    """Neither of a refused package nor of one that was read."""
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    path = tmp_path / "a.pkg"
    for content, reason in CONTENTS.values():
        path.write_bytes(content[: 8 << 20])
        assert refusal(path), reason
    path.write_bytes(WHOLE)
    open_package(path).close()
    assert list(aside.iterdir()) == []


def test_t19_the_manifest_of_these_tests_is_sound(tmp_path):
    """Else the contents above were refused for another reason."""
    path = tmp_path / "a.pkg"
    path.write_bytes(assembled(RECORDS, canonical(manifest_of(RECORDS))))
    with open_package(path) as package:
        assert list(package.records()) == RECORDS
