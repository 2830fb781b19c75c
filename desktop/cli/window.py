"""The command that opens the window."""

import os
import sys
from pathlib import Path

import click

from desktop.cli.screen import existing_file
from desktop.tally.errors import PingyiError

_SCREENS = frozenset(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class NoScreenError(PingyiError):
    message = (
        "There is no screen here for the window: work with the commands that `pingyi --help` lists."
    )


@click.command()
@click.argument("file", type=existing_file, required=False)
@click.pass_context
def window(context: click.Context, file: Path | None) -> None:
    """Open the window, on a survey where one is named."""
    open_window(context, file)


def open_window(context: click.Context, file: Path | None = None) -> None:
    """Run the window to its end; NoScreenError."""
    if not _has_screen():
        raise NoScreenError
    from desktop.app import run

    context.exit(run(file))


def _has_screen() -> bool:
    """Qt ends the program where an X or Wayland system has no display."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return not _SCREENS.isdisjoint(key for key, value in os.environ.items() if value)
