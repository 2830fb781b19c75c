"""Where the built program begins: mends what differs from a Python of one's own, then `pingyi`."""

import os
import sys
from pathlib import Path

_LIBRARIES = "LD_LIBRARY_PATH"


def main() -> None:
    """Do what the command line says."""
    give_streams()
    free_children()
    from desktop.cli import main as command_line

    command_line()


def give_streams() -> None:
    """A program without a console on Windows has none, and whoever warns would fall over that."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # lives as long as the program, like the stream that it stands for
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def free_children() -> None:
    """PyInstaller's starter names our libraries to all: a sound player needs the system's."""
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", "")
    os.environ.pop(_LIBRARIES, None)
    if before:
        os.environ[_LIBRARIES] = before


if __name__ == "__main__":
    main()
