"""The built folder as NSIS macros: what is installed, file by file, is what is removed again.

python -m installer.windows.file_list FOLDER LIST.nsh
"""

import sys
from collections.abc import Iterator
from pathlib import Path


def macros(folder: Path) -> str:
    """`InstallFiles` and `RemoveFiles`, and the folder's size for the list of programs."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    folders = sorted({parent for path in files for parent in _parents(path, folder)})
    lines = [f"!define SIZE_KB {sum(path.stat().st_size for path in files) // 1024}"]
    lines += ["!macro InstallFiles", *_installed(files, folder), "!macroend"]
    lines += ["!macro RemoveFiles", *_removed(files, folders, folder), "!macroend"]
    return "\n".join(lines) + "\n"


def _parents(path: Path, folder: Path) -> Iterator[Path]:
    return (parent for parent in path.parents if folder in parent.parents)


def _installed(files: list[Path], folder: Path) -> Iterator[str]:
    current = None
    for path in files:
        if path.parent != current:
            current = path.parent
            yield f'  SetOutPath "{_target(current, folder)}"'
        yield f'  File "{path}"'


def _removed(files: list[Path], folders: list[Path], folder: Path) -> Iterator[str]:
    yield from (f'  Delete "{_target(path, folder)}"' for path in files)
    # without /r: a folder in which somebody put something else stays
    yield from (f'  RMDir "{_target(path, folder)}"' for path in reversed(folders))


def _target(path: Path, folder: Path) -> str:
    inner = path.relative_to(folder).parts
    return "\\".join(["$INSTDIR", *map(_quoted, inner)])


def _quoted(text: str) -> str:
    """NSIS reads `$` as the start of a variable, but not in the name of a file to pack."""
    return text.replace("$", "$$")


if __name__ == "__main__":
    built, target = map(Path, sys.argv[1:])
    # with a byte-order mark NSIS reads UTF-8 wherever it runs
    target.write_text(macros(built.resolve()), encoding="utf-8-sig")
