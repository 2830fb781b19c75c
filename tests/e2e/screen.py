"""A screen that nobody sees: its pictures, and whether the tools for it are there."""

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

TOOLS = ("Xvfb", "xdotool")
PATIENCE = 60
"""Seconds until something is held to have failed: a busy machine is slow, not wrong."""
_CARET = 40
"""Lines of the picture that a blinking caret or a clock may change."""
_ANOTHER = 150
"""Lines that differ where another page is shown."""
_REST = 0.4
"""Seconds without a change until a page is there: a busy program paints late."""

Found = TypeVar("Found")


def need_screen() -> None:
    """Skip where a tool is missing; a machine that judges changes (`CI`) must have them.

    Windows has no such screen.
    """
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing and (os.name == "nt" or not os.environ.get("CI")):
        pytest.skip(f"not installed: {', '.join(missing)}; scripts/system-libraries.sh does that")
    assert not missing, f"not installed: {missing}"


def until(look: Callable[[], Found | None], what: str, seconds: float = PATIENCE) -> Found:
    """What the look finds, once it finds something."""
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end, f"in vain for {seconds} s: {what}"
        time.sleep(0.02)
    return found


@dataclass(frozen=True, slots=True)
class Picture:
    """What the screen showed at one moment: an XWD file, 32 bits a point."""

    raw: bytes

    @property
    def lines(self) -> list[bytes]:
        start, width = self._start, self._header[12]
        return [self.raw[at : at + width] for at in range(start, len(self.raw), width)]

    @property
    def is_bare(self) -> bool:
        """Whether no window is painted: the screen is black, but for the pointer."""
        return sum(bool(line.strip(b"\0")) for line in self.lines) < _CARET

    def unlike(self, other: "Picture") -> int:
        """How many lines differ."""
        return sum(a != b for a, b in zip(self.lines, other.lines, strict=True))

    def image(self) -> QImage:
        header = self._header
        points = self.raw[self._start :]
        form = QImage.Format.Format_RGB32
        return QImage(points, header[4], header[5], header[12], form).copy()

    def cut(self, place: QRect) -> QImage:
        return self.image().copy(place)

    @property
    def _header(self) -> tuple[int, ...]:
        return struct.unpack(">25I", self.raw[:100])

    @property
    def _start(self) -> int:
        header = self._header
        return header[0] + 12 * header[19]  # after the colour map


@dataclass(frozen=True, slots=True)
class Screen:
    """A display of Xvfb; `memory` is the file it draws into."""

    display: str
    memory: Path

    def picture(self) -> Picture:
        return Picture(self.memory.read_bytes())

    def settled(self, seconds: float = 0.2) -> Picture:
        """The picture once it stays so long as it is, but for a caret."""

        def look() -> Picture | None:
            before = self.picture()
            time.sleep(seconds)
            now = self.picture()
            return now if before.unlike(now) <= _CARET else None

        return until(look, "the picture never came to rest")

    @contextmanager
    def turning(self) -> Iterator[None]:
        """What is done inside brings up another page; it is there afterwards."""
        before = self.settled(_REST)
        yield
        until(lambda: before.unlike(self.picture()) > _ANOTHER, "no other page came up")
        self.settled(_REST)


@contextmanager
def virtual_screen(folder: Path) -> Iterator[Screen]:
    """A screen of 1366 × 768 under the first number that is free."""
    need_screen()
    folder.mkdir(parents=True)
    tell, told = os.pipe()
    options = ("-screen", "0", "1366x768x24", "-noreset", "-nolisten", "tcp")
    with (folder / "Xvfb.log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), *options, "-fbdir", str(folder)],
            pass_fds=(told,),
            stdout=log,
            stderr=log,
        )
    os.close(told)
    try:
        with os.fdopen(tell) as pipe:
            number = pipe.readline().strip()
        assert number, (folder / "Xvfb.log").read_text(errors="replace")
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()
