"""Results as a file of their own, for whoever checks or publishes them."""

from pathlib import Path

from desktop.actions.counting import results_file
from desktop.files import write_whole
from desktop.tally.errors import PingyiError
from desktop.tally.results import Results

_BEGIN = b'{"agencies":['


class TargetInUseError(PingyiError):
    message = "{path} exists and holds no results: it is left as it is; choose another name."


def save_results(results: Results, path: Path) -> Path:
    """Write results.json; earlier results give way, nothing else does.

    TargetInUseError, OSError.
    """
    check_results_target(path)
    content = results_file(results)
    write_whole(path, lambda target: target.write(content))
    return path


def check_results_target(path: Path) -> None:
    """Raise TargetInUseError where anything but earlier results would be overwritten."""
    if path.exists() and not (path.is_file() and _begin_of(path) == _BEGIN):
        raise TargetInUseError(path=path)


def _begin_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_BEGIN))
