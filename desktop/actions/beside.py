"""A command of this program that goes on in a process of its own: asked and answering by lines."""

import json
import subprocess
import threading
from collections.abc import Callable, Mapping
from queue import Empty, Queue
from typing import Any

from desktop.actions.own_program import program, surroundings
from desktop.store.keys import Home
from desktop.tally.errors import PingyiError

Report = Callable[[int, int], None]
"""Told how much is done, of how much; an error that it raises stops what is under way."""

_PATIENCE = 0.1
"""Seconds between two looks at whether the answer is still wanted."""
_LEAVE = 2
"""Seconds that a process may take to end by itself."""


class BesideEndedError(PingyiError):
    message = (
        "The process that lays papers out ended ({code}): close other programs, and try again."
    )


class BesideRefusedError(PingyiError):
    """What it refused there, in the words it was said in."""

    message = "{text}"


class BesideFaultError(Exception):
    """A fault of ours there, with its whole report."""


class Beside:
    """It is started when it is first asked, and again where it was stopped; `close` ends it.

    It reads a line of JSON for each question, and writes lines of JSON: `{"done": 1, "of": 3}` as
    often as it likes, then `{"answer": …}`, `{"refused": sentence}` or `{"fault": report}`. One
    thread at a time may use it. Python lets no other thread work while it draws: a window that
    laid papers out by itself would stand still.
    """

    def __init__(self, command: str, home: Home) -> None:
        self._command, self._home = command, home
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: Queue[bytes] = Queue()
        self._reader: threading.Thread | None = None

    def ask(self, question: Mapping[str, Any], report: Report) -> Any:
        """The answer. BesideRefusedError, BesideEndedError, OSError where none can be started.

        What `report` raises ends the process, in the middle of whatever it does.
        """
        try:
            self._send(question)
            return self._answer(report)
        except BesideRefusedError:
            raise
        except BaseException:
            self.close(at_once=True)
            raise

    def close(self, *, at_once: bool = False) -> None:
        """End the process, once nothing is asked any more."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin
        try:
            if at_once:
                process.kill()
            process.stdin.close()
            process.wait(_LEAVE)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
        if self._reader:
            self._reader.join()

    def _send(self, question: Mapping[str, Any]) -> None:
        process = self._running()
        assert process.stdin
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise BesideEndedError(code=process.wait()) from error

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self.close(at_once=True)
        if self._process is None:
            self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603  this very program, with a command of its own
            [*program(), self._command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **surroundings(self._home),
        )
        self._lines = Queue()
        self._reader = threading.Thread(target=_read, args=(process, self._lines), daemon=True)
        self._reader.start()
        return process

    def _answer(self, report: Report) -> Any:
        at = (0, 0)
        while True:
            try:
                line = self._lines.get(timeout=_PATIENCE)
            except Empty:
                report(*at)
                continue
            told = self._told(line)
            if "answer" in told:
                return told["answer"]
            at = (int(told["done"]), int(told["of"]))
            report(*at)

    def _told(self, line: bytes) -> dict[str, Any]:
        if not line:
            assert self._process
            raise BesideEndedError(code=self._process.wait())
        told: dict[str, Any] = json.loads(line)
        if "refused" in told:
            raise BesideRefusedError(text=told["refused"])
        if "fault" in told:
            raise BesideFaultError(told["fault"])
        return told


def _read(process: subprocess.Popen[bytes], lines: Queue[bytes]) -> None:
    """Every line as it comes, and an empty one at the end: on Windows nobody can wait for one."""
    assert process.stdout
    with process.stdout:
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")
