"""Takes a picture of every page, in both languages and three themes, at two sizes of the screen.

With --manual it takes the pictures of the manuals and of README instead: the daylight theme on a
laptop's screen, with the 2005 round at its full size in the file. A warning of Qt is a failure.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PINGYI_LANG", "zh_CN")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from desktop.settings import THEMES
from tools.centres import (
    half_way,
    make_new_survey,
    make_sealed_centre,
    make_working_centre,
    make_year_centre,
    whole,
)
from tools.pictures import save_small, write_sheet
from tools.scenes import (
    CLERK_SCENES,
    MANUAL_SCENES,
    NEW_SCENES,
    OFFICE_SCENES,
    SEALED_SCENES,
    SHEET_SCENES,
    YEAR_SCENES,
)
from tools.stages import Look, Scene, Stage, clerk_stage, office_stage

LANGUAGES = ("zh_CN", "en")
SIZES = ((1366, 768), (1920, 1080))
MANUAL = Path("docs/pictures/manual")
SHEET = Path("docs/pictures/supervisor.png")
_FORMS, _ALL_FORMS = 400, 11_436
"""Forms of the centre in the pictures: its pages are full, and it is made in seconds."""
_HARMLESS = ("propagateSizeHints",)
"""What the offscreen screen says of itself."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Folders that the stages are copies of."""

    working: Path
    sealed: Path
    new: Path
    year: Path

    @classmethod
    def made(cls, folder: Path, forms: int) -> "Sources":
        """A centre of so many forms at work; the sealed one is small, for its page counts none."""
        return cls(
            make_working_centre(folder / "working", half_way(forms)),
            make_sealed_centre(folder / "sealed", whole(_FORMS)),
            make_new_survey(folder / "new"),
            make_year_centre(folder / "year", _FORMS),
        )


def main(arguments: list[str] | None = None) -> int:
    """Write the pictures; the exit code."""
    chosen = _parser().parse_args(arguments)
    warnings = _heard_warnings()
    application = make_application(["pingyi"])
    with tempfile.TemporaryDirectory(prefix="pingyi-centre-") as folder:
        sources = Sources.made(Path(folder), _ALL_FORMS if chosen.manual else _FORMS)
        if chosen.manual:
            _write_manual(application, sources)
        else:
            _write_screens(application, sources, chosen)
    for text in warnings:
        sys.stderr.write(f"{text}\n")
    return 1 if warnings else 0


def _write_manual(application: QApplication, sources: Sources) -> None:
    for look in [Look(language, "light", SIZES[0], 100) for language in LANGUAGES]:
        out = (MANUAL / look.language).resolve()
        out.mkdir(parents=True, exist_ok=True)
        for name, stage in _played(application, look, sources, ""):
            if name in MANUAL_SCENES:
                save_small(stage.window.grab().toImage(), out / f"{name}.png")
    taken = [MANUAL / "zh_CN" / f"{name}.png" for name in SHEET_SCENES]
    write_sheet(taken, SHEET)


def _write_screens(application: QApplication, sources: Sources, chosen: argparse.Namespace) -> None:
    out = chosen.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    for look in [Look(*held, chosen.text_size) for held in product(LANGUAGES, THEMES, SIZES)]:
        tail = f"{look.language}-{look.theme}-{look.size[0]}"
        for name, stage in _played(application, look, sources, chosen.only):
            path = out / f"{name}-{tail}.png"
            stage.window.grab().save(str(path))
            sys.stdout.write(f"{name} {path}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screens"))
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--manual", action="store_true", help=f"write {MANUAL.as_posix()}")
    parser.add_argument("--only", default="", help="the pages of the `clerk`, `office` or `year`")
    return parser


def _played(
    application: QApplication, look: Look, sources: Sources, only: str
) -> Iterator[tuple[str, Stage]]:
    """The stage after every scene of this look."""
    with tempfile.TemporaryDirectory(prefix="pingyi-screens-") as held, chdir(held):
        folder = Path(held)
        if only in ("", "clerk"):
            stage = clerk_stage(application, folder / "clerk", look)
            yield from _scenes(stage, CLERK_SCENES)
        for part, centre, scenes in (
            ("office", sources.working, OFFICE_SCENES),
            ("office", sources.sealed, SEALED_SCENES),
            ("office", sources.new, NEW_SCENES),
            ("year", sources.year, YEAR_SCENES),
        ):
            if only in ("", part):
                stage = office_stage(application, folder / centre.name, look, centre)
                yield from _scenes(stage, scenes)


def _scenes(stage: Stage, scenes: Mapping[str, Scene]) -> Iterator[tuple[str, Stage]]:
    with chdir(stage.folder):
        for name, play in scenes.items():
            play(stage)
            stage.settle()
            yield name, stage
    stage.end()


def _heard_warnings() -> list[str]:
    """What Qt has to say against the pages, from now on."""
    heard: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind != QtMsgType.QtDebugMsg and not any(harmless in text for harmless in _HARMLESS):
            heard.append(text)

    qInstallMessageHandler(hear)
    return heard


if __name__ == "__main__":
    sys.exit(main())
