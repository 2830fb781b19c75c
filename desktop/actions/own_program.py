"""This very program once more, as a process of its own: how it is called."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.store.keys import Home

_CHECKOUT = Path(__file__).resolve().parents[2]


def program() -> list[str]:
    """This program: an installed one is its own interpreter."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]


def surroundings(home: Home) -> dict[str, Any]:
    """What `subprocess` is told of a process that works for this machine's part in a survey."""
    return {
        "cwd": _CHECKOUT,
        "env": os.environ | {"PINGYI_HOME": str(home.root.resolve())},
        # only Windows knows it, and would open a console beside the window
        "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
    }
