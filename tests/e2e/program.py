"""The real program on a screen: started, keyed into, closed and killed like anybody's."""

import ctypes
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint

from desktop.store.keys import Home
from tests.e2e.screen import Screen, until

CHECKOUT = Path(__file__).resolve().parents[2]
_BETWEEN_KEYS = "12"
"""Milliseconds: faster than any hand."""
_STARTS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Laptop:
    """A user's folder, with everything of one machine in it."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Laptop":
        (folder / "Documents").mkdir(parents=True)
        (folder / "run").mkdir(mode=0o700)
        return cls(folder)

    @property
    def home(self) -> Home:
        return Home(self.folder / "pingyi")

    @property
    def documents(self) -> Path:
        return self.folder / "Documents"

    @property
    def variables(self) -> dict[str, str]:
        """Nothing of how whoever runs the tests has set up Qt."""
        held = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        return held | {
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "PINGYI_HOME": str(self.home.root),
            "PINGYI_LANG": "en",
            "PYTHONPATH": str(CHECKOUT),
            # a laptop without a printer, whatever this machine has
            "CUPS_SERVER": "127.0.0.1:1",
        }

    def run(self, *words: object, **variables: str) -> Any:
        """What a command prints as JSON; fails with its standard error."""
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, words), "--json"],
            cwd=self.folder,
            env=self.variables | variables,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout)


@dataclass
class Program:
    """One running window; `heard` is the file that holds what it wrote on standard error."""

    screen: Screen
    process: "subprocess.Popen[bytes]"
    heard: Path
    window: str = field(default="")

    def focus(self) -> None:
        """Bring it to the front and give it the keys: no window manager is there to do it."""
        self.window = until(self._find, "no window came up").splitlines()[-1]
        self._xdotool("windowraise", self.window, "windowfocus", "--sync", self.window)

    @property
    def title(self) -> str:
        return self._xdotool("getwindowname", self.window)

    def press(self, *keys: str) -> None:
        """Keys by their X names; xdotool would not take none."""
        if keys:
            self._xdotool(*_keys(keys))

    @contextmanager
    def pressing(self, *keys: str) -> Iterator[None]:
        """The same, while something else goes on."""
        with subprocess.Popen(["xdotool", *_keys(keys)], env=self._variables):
            yield

    def type(self, text: str) -> None:
        """Plain letters. Hazard: for a Chinese one xdotool puts it on a key, strikes that and takes
        it off again; a busy program looks too late, and reads another. Paths with Chinese in them
        are typed from within their folder, or proposed by the window itself.
        """
        assert text.isascii()
        self._xdotool("type", "--clearmodifiers", "--delay", _BETWEEN_KEYS, text)

    def point(self, place: QPoint) -> None:
        """Move the pointer there."""
        self._xdotool("mousemove", str(place.x()), str(place.y()))

    def click(self, place: QPoint) -> None:
        self.point(place)
        self._xdotool("click", "1")

    def answer(self, text: str) -> None:
        """Type into the dialog that comes up, and Enter; it goes away, and the window is back."""
        own = set(self.window.split())
        (dialog,) = until(lambda: set(self._windows()) - own, "no dialog came up")
        self._xdotool("windowfocus", "--sync", dialog)
        self.type(text)
        self.press("Return")
        until(lambda: dialog not in self._windows(), f"the dialog does not take {text}")
        self._xdotool("windowfocus", "--sync", self.window)

    def await_title(self, words: str) -> None:
        until(lambda: words in self.title, f"the title never was {words}")

    def close(self) -> None:
        """What Alt+F4 sends where a window manager hears it; everything is put away before."""
        _ask_to_close(self.screen.display, int(self.window))
        until(lambda: self.process.poll() is not None, "the window never closed")
        assert (self.process.returncode, self.said) == (0, "")

    def kill(self) -> None:
        """SIGKILL: nothing of the program runs after this."""
        self.process.kill()
        self.process.wait()
        assert self.said == ""

    @property
    def said(self) -> str:
        return self.heard.read_text(encoding="utf-8", errors="replace")

    def read_line(self) -> bytes:
        """The next line on its standard output."""
        assert self.process.stdout
        return self.process.stdout.readline()

    @property
    def _variables(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.screen.display}

    def _find(self) -> str:
        assert self.process.poll() is None, f"the program ended: {self.said}"
        return "\n".join(self._windows())

    def _windows(self) -> list[str]:
        pid = str(self.process.pid)
        return self._xdotool("search", "--onlyvisible", "--pid", pid, may=True).split()

    def _xdotool(self, *words: str, may: bool = False) -> str:
        """`may` find nothing."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self._variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert may or done.returncode == 0, f"{words}: {done.stderr} {self.said}"
        return done.stdout.strip()


@contextmanager
def begun(
    laptop: Laptop, screen: Screen, *words: object, cwd: Path | None = None, module: str = "desktop"
) -> Iterator[Program]:
    """The program with these words after its name; killed at the end, if it still runs."""
    heard = laptop.folder / f"said-{next(_STARTS)}.txt"
    with heard.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, words)],
            cwd=cwd or laptop.folder,
            env=laptop.variables | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=file,
        )
    with process:
        try:
            yield Program(screen, process, heard)
        finally:
            process.kill()


@contextmanager
def started(*place: Any, cwd: Path | None = None) -> Iterator[Program]:
    """The same once its window is painted and has the keys."""
    with begun(*place, cwd=cwd) as program:
        program.focus()
        until(lambda: not program.screen.picture().is_bare, "nothing was painted")
        yield program


def _keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    return ("key", "--clearmodifiers", "--delay", _BETWEEN_KEYS, *keys)


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, as long as an XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("long", ctypes.c_long * 18),
    )


def _ask_to_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW (ICCCM 4.2.8.1): xdotool learned that only in 2021."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    server = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    atoms = [x11.XInternAtom(server, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    event = _ClientMessage(type=33, window=window, message_type=atoms[0], format=32)
    event.long[0] = atoms[1]
    x11.XSendEvent(server, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
    x11.XCloseDisplay(server)
