"""One command: the program's folder by PyInstaller, tried out, and a Debian package of it.

make package        (python -m installer.build in the packaging environment)
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop import __version__
from installer.contents import CHECKOUT, resources
from installer.debian import build_package

BUILD = CHECKOUT / "build" / "package"
DIST = CHECKOUT / "dist"
Made = TypeVar("Made")
FOLDER = BUILD / "pingyi"
MUST_BE_THERE = (
    *("*/platforms/*qoffscreen.*", "*/iconengines/*qsvgicon.*", "*/qtbase_zh_CN.qm"),
    *("*/translations/pingyi_zh_CN.qm", "*/translations/pingyi_en.qm"),
    *("*/pypdfium2_raw/*pdfium.*", "*/licences/LICENSE"),
)
"""Files that are loaded by name, so that no link shows when one is missing."""


class BuildError(Exception):
    """What was built is not the whole program."""


def main() -> None:
    """Build the folder, try it, and on Debian make the package."""
    options = _options()
    _step("PyInstaller", build_folder)
    _step("Files", check_files)
    _step("Self-test", run_self_test)
    if not options.folder_only:
        package = _step("Debian package", lambda: build_package(FOLDER, DIST, __version__))
        print(f"{package.relative_to(CHECKOUT)}: {package.stat().st_size / 1e6:.1f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m installer.build", description=__doc__)
    parser.add_argument("--folder-only", action="store_true", help="make no Debian package")
    return parser.parse_args()


def build_folder() -> Path:
    """Run PyInstaller in a process of its own, with what makes two builds alike."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(BUILD), "--workpath", str(BUILD / "work")]
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": _date_of_sources()}
    spec = CHECKOUT / "installer" / "pingyi.spec"
    subprocess.run([*command, str(spec)], env=os.environ | fixed, cwd=CHECKOUT, check=True)
    return FOLDER


def _date_of_sources() -> str:
    """When the newest change was committed; without git, a day in 1980, the first of zip files."""
    command = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "315619200"


def check_files() -> None:
    """Every resource of the checkout and every file loaded by name is in the folder."""
    inside = FOLDER / "_internal"
    missing = [name for name in _resource_files() if not (inside / name).is_file()]
    missing += [name for name in MUST_BE_THERE if not any(FOLDER.rglob(name.removeprefix("*/")))]
    if missing:
        raise BuildError(f"{FOLDER} lacks {', '.join(missing)}: see installer/contents.py.")


def _resource_files() -> list[str]:
    return [name for source, target in resources() for name in _below(Path(source), target)]


def _below(source: Path, target: str) -> list[str]:
    files = [p for p in source.rglob("*") if p.is_file()] if source.is_dir() else [source]
    base = source if source.is_dir() else source.parent
    return [f"{target}/{path.relative_to(base).as_posix()}" for path in files]


def run_self_test() -> None:
    """The built program checks itself, with nothing of this Python in reach."""
    program = FOLDER / ("pingyi.exe" if sys.platform == "win32" else "pingyi")
    with tempfile.TemporaryDirectory(prefix="pingyi-") as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        surroundings = kept | {"PINGYI_HOME": home}
        subprocess.run([str(program), "self-test"], env=surroundings, cwd=home, check=True)


def _step(name: str, work: Callable[[], Made]) -> Made:
    began = time.monotonic()
    made = work()
    print(f"{name}: {time.monotonic() - began:.1f} s", flush=True)
    return made


if __name__ == "__main__":
    main()
