"""The command line: the whole job without a window."""

import sys

from desktop.cli.root import pingyi
from desktop.cli.screen import say_error, warn_of_language, words
from desktop.tally.errors import PingyiError


def main() -> None:
    """Run the command; what a person can mend is said in a sentence, with exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        # a console that cannot show a rare character must not end the work
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    warn_of_language()
    try:
        pingyi()
    except PingyiError as error:
        say_error(error)
        sys.exit(1)
    except OSError as error:
        path = error.filename or words("Standard output")
        say_error(OutputRefusedError(path=path, reason=error.strerror))
        sys.exit(1)


class OutputRefusedError(PingyiError):
    """The system would not write a file: open elsewhere, a folder missing, a full disk."""

    message = "{path} cannot be written ({reason}): close it elsewhere or choose another place."
