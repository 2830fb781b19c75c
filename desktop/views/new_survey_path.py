"""Where a new survey file goes: the documents folder, under a name that nothing has yet."""

import itertools
import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

SUFFIX = ".pingyi"
_LONGEST = 60
"""Characters of a name: three bytes each in Chinese, and file systems take 255."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)
}


def documents() -> Path:
    """The user's documents folder; the user's own where the system has none."""
    places = QStandardPaths.StandardLocation
    named = QStandardPaths.writableLocation(places.DocumentsLocation)
    folder = Path(named) if named else Path.home()
    return folder if folder.is_dir() else Path.home()


def new_survey_path(title: str, folder: Path) -> Path:
    """A path in the folder for a survey of this title; a number follows where one is there."""
    name = file_name(title)
    names = itertools.chain([name], (f"{name} {number}" for number in itertools.count(2)))
    return next(path for held in names if not (path := folder / f"{held}{SUFFIX}").exists())


def with_suffix(path: Path) -> Path:
    """The path as a survey file is named, whatever was typed."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def file_name(title: str) -> str:
    """A title as every system takes it for a file's name."""
    name = _NOT_IN_NAMES.sub(" ", title)[:_LONGEST].strip(" .")
    # Windows keeps these names for its devices, whatever follows the dot
    is_device = name.split(".", maxsplit=1)[0].strip().lower() in _DEVICES
    return f"_{name}" if is_device else name or "pingyi"
