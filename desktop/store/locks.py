"""How long an operator stays locked after wrong PINs, kept outside the survey file.

The time is the system's, counted since it was started: no setting of the clock shortens it, and
after a restart of the machine a lock begins again.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.files import write_whole
from desktop.store.errors import HomeDamagedError

ATTEMPTS = 5
LOCK_SECONDS = 600


@dataclass(frozen=True, slots=True)
class PinLocks:
    """Wrong PINs of the operators of one survey on this machine."""

    path: Path
    seconds_up: Callable[[], float] = time.monotonic

    def remaining(self, operator: str) -> int:
        """Seconds until the operator may try again; 0 where nothing is locked."""
        held = self._read().get(operator, {})
        if "locked_at" not in held:
            return 0
        waited = self.seconds_up() - held["locked_at"]
        if waited < 0:
            self._write(operator, {"failures": 0, "locked_at": self.seconds_up()})
            return LOCK_SECONDS
        return max(0, int(LOCK_SECONDS - waited + 0.999))

    def failed(self, operator: str) -> bool:
        """Count a wrong PIN; True when it was the last one and the operator is locked now."""
        held = self._read().get(operator, {})
        before = 0 if "locked_at" in held else held.get("failures", 0)
        if before + 1 < ATTEMPTS:
            self._write(operator, {"failures": before + 1})
            return False
        self._write(operator, {"failures": 0, "locked_at": self.seconds_up()})
        return True

    def passed(self, operator: str) -> None:
        """Forget the wrong PINs before a right one."""
        if operator in self._read():
            self._write(operator, None)

    def _read(self) -> dict[str, Any]:
        if not self.path.is_file():
            return {}
        try:
            held = json.loads(self.path.read_bytes(), parse_constant=_refused)
        except (ValueError, RecursionError):
            raise HomeDamagedError(path=self.path) from None
        if not (isinstance(held, dict) and all(map(_is_state, held.values()))):
            raise HomeDamagedError(path=self.path)
        return held

    def _write(self, operator: str, state: dict[str, Any] | None) -> None:
        held = {name: value for name, value in self._read().items() if name != operator}
        if state is not None:
            held[operator] = state
        content = json.dumps(held).encode()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, lambda file: file.write(content))


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _is_state(value: object) -> bool:
    """`failures`, and `locked_at` in seconds where the operator is locked."""
    return (
        isinstance(value, dict)
        and {"failures"} <= value.keys() <= {"failures", "locked_at"}
        and all(type(number) in (int, float) for number in value.values())
    )
