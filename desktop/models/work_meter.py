"""One person's stretch of work: presses, forms, and time; a gap over a minute is not work."""

import time
from collections.abc import Callable

IDLE_SECONDS = 60
"""KEYING.md: a longer gap between two presses is not work."""


class WorkMeter:
    """Counts what happens between sign-in and sign-out; `seconds` are a clock's, of any start."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self.restart()

    def restart(self) -> None:
        """Count from nothing again; whoever holds this meter goes on counting in it."""
        self._last = self._seconds()
        self.presses = self.fills = self.corrections = 0
        self.forms = self.corrected = self.voided = self.doubted = self.pauses = 0
        self.worked = self.idle = self.paused = 0.0
        self.is_paused = False

    def press(self) -> None:
        """A key was pressed, whatever it meant; it ends a pause."""
        self.presses += 1
        gap = self._gap()
        if self.is_paused:
            self.is_paused, self.paused = False, self.paused + gap
        elif gap > IDLE_SECONDS:
            self.idle += gap
        else:
            self.worked += gap

    def pause(self) -> None:
        """Stop the clock until the next press."""
        self.is_paused = True
        self.pauses += 1

    @property
    def minutes(self) -> int:
        """Whole minutes worked."""
        return int(self.worked // 60)

    @property
    def is_empty(self) -> bool:
        return not (self.presses or self.forms)

    def _gap(self) -> float:
        now = self._seconds()
        gap, self._last = now - self._last, now
        return gap
