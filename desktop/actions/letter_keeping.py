"""The letter of a survey's outgoing papers, kept in this user's folder until it is asked again."""

import json
from pathlib import Path

from desktop.actions.letter_file import letter_value, read_letter
from desktop.files import write_whole
from desktop.store.keys import Home
from desktop.tally.letter import Letter


def kept_letter(home: Home, survey: str) -> Letter:
    """The letter as it was kept last, else an empty one; the errors of `read_letter`."""
    path = home.letter_path(survey)
    return read_letter(path) if path.is_file() else Letter()


def keep_letter(home: Home, survey: str, letter: Letter) -> None:
    """Keep the letter for the next time; OSError."""
    path = home.letter_path(survey)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_letter(letter, path)


def write_letter(letter: Letter, path: Path) -> None:
    """Write the file that `read_letter` reads; OSError."""
    content = json.dumps(letter_value(letter), ensure_ascii=False, indent=1).encode() + b"\n"
    write_whole(path, lambda file: file.write(content))
