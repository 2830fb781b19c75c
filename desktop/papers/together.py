"""Several papers go into a folder together: all of them, or none."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.actions.writing import FileUnwritableError


def written_together(folder: Path, make: Callable[[Path], Iterable[Path]]) -> list[Path]:
    """What `make` writes into the folder it is given, moved into `folder` when the last is whole.

    With a refusal nothing in `folder` has changed, and none is left that was not there.
    FileUnwritableError.
    """
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".part-") as beside:
            made = list(make(Path(beside)))
            return [path.replace(folder / path.name) for path in made]
    except OSError as error:
        # the name of a file that lies beside would tell nobody anything
        place, reason = error.filename2 or folder, error.strerror or type(error).__name__
        raise FileUnwritableError(path=place, reason=reason) from error
    finally:
        if is_new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
