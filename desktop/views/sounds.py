"""Short sounds beside the messages; they never hold up a key and never fail loudly."""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from PySide6.QtWidgets import QApplication

from desktop.assets import resource

_PLAYERS = ("paplay", "pw-play", "aplay")
_LONGEST = 5
"""Seconds that a player may take: one that waits for a busy sound card is given up."""


class Sounds:
    """The sounds of `resources/sounds/` by name: low, saved, warn, end.

    A sound is dropped while the one before it still plays. Where nothing can play, the system
    beeps.
    """

    def __init__(self, enabled: bool) -> None:
        self._enabled = enabled
        self._player = next(filter(None, map(shutil.which, _PLAYERS)), None)
        self._playing = Lock()

    def play(self, name: str) -> None:
        """Start a sound and return at once."""
        if not self._enabled:
            return
        path = resource("sounds", f"{name}.wav")
        if sys.platform == "win32":
            _play_on_windows(path)
        elif self._player:
            self._start(self._player, path)
        else:
            QApplication.beep()

    def _start(self, player: str, path: Path) -> None:
        if not self._playing.acquire(blocking=False):
            return
        try:
            Thread(target=self._run, args=(player, path), daemon=True).start()
        except RuntimeError:  # the system has no thread left
            self._playing.release()

    def _run(self, player: str, path: Path) -> None:
        # a machine without a sound card has nothing to say to the clerk
        try:
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603  a player of ours and a file of ours
                    [player, str(path)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_LONGEST,
                    check=False,
                )
        finally:
            self._playing.release()


def _play_on_windows(path: Path) -> None:
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_ASYNC | winsound.SND_NOSTOP | winsound.SND_NODEFAULT
        # it raises where another sound still plays, or no card is there
        with suppress(RuntimeError):
            winsound.PlaySound(str(path), winsound.SND_FILENAME | flags)
