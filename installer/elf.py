"""What Linux libraries say of themselves: what they link to, and the oldest glibc they run with."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(rb"\bGLIBC_(\d+)\.(\d+)\b")


def libraries(folder: Path) -> Iterator[Path]:
    """Every program and shared library below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return (path for path in files if _is_elf(path))


def needed(path: Path) -> set[str]:
    """The names of the libraries that a file links to, not those that they link to."""
    command = ["objdump", "--private-headers", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set(_NEEDED.findall(told))


def oldest_glibc(folder: Path) -> str:
    """The lowest version of glibc that has every symbol the files below a folder ask for."""
    asked = {
        (int(major), int(minor))
        for path in libraries(folder)
        for major, minor in _GLIBC.findall(path.read_bytes())
    }
    return "{}.{}".format(*max(asked))


def outside(folder: Path) -> set[str]:
    """The libraries that the files below a folder link to and that are not among them."""
    present = {path.name for path in folder.rglob("*.so*")}
    return {name for path in libraries(folder) for name in needed(path)} - present


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
