"""Screens for programs with windows: Qt's own without a screen, and an X server where there is one.

Each is what a process's environment must say.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

OFFSCREEN: Mapping[str, str] = {
    "QT_QPA_PLATFORM": "offscreen",
    # it has no size hints to hand on, and would say so at every key
    "QT_LOGGING_RULES": "default.warning=false",
}
_SCREEN = "1366x768x24"


def has_x_server() -> bool:
    """Whether Xvfb is installed."""
    return sys.platform == "linux" and shutil.which("Xvfb") is not None


@contextmanager
def x_screen() -> Iterator[Mapping[str, str]]:
    """An X server of its own, which shows nobody anything; it ends with the block."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", _SCREEN]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as numbers:
            display = numbers.readline().strip()
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
    finally:
        server.terminate()
        server.wait()
