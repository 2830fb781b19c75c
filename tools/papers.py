"""Writes every paper of a sealed centre and renders its pages as pictures, in both languages.

One centre has the 120 agencies of the 2005 round, another has three. Two more, as large and as
small, keep the ledgers of the year, whose papers are told as of its last day. Of a long paper the
first pages and the last are rendered, with --all every page. Workbooks and texts are rendered as
LibreOffice prints them, where it is there. With --readme it renders the pictures of README.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from desktop.assets import resource
from desktop.papers.sets import write_archive, write_papers
from desktop.papers.sources import Sources
from desktop.papers.year import write_year_report
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.letter import Letter
from desktop.words import CHINESE, ENGLISH, words_for
from tools.centres import (
    FILE,
    MACHINE,
    few,
    make_sealed_centre,
    make_small_year_centre,
    make_year_centre,
    whole,
)

LANGUAGES = (CHINESE, ENGLISH)
README = Path("docs/pictures/papers")
SHOWN = (("result-sheet", 1), ("tables", 1), ("feedback", 1))
"""Papers of README, and which page."""
_FORMS, _POINTS = 400, 72
_FIRST = 3
"""Pages rendered from the start of a long paper."""
_PRINTED = (".docx", ".xlsx")
_FONTS = """<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{}</dir>
</fontconfig>
"""
"""A machine without Chinese fonts takes the program's own."""
Write = Callable[[Path, Path, str], None]
"""Writes papers of a centre into a folder, in a language."""
LETTER = Letter(
    office="市机关作风和效能建设领导小组办公室",
    number="评议办〔2006〕8号",
    date="2006-01-20",
    copies=150,
    report_to=("市委", "市人大常委会", "市政府", "市政协"),
    issue_to=("各参评单位",),
    copy_to=("市纪委监察局",),
    deadline="2006-02-28",
)


@dataclass(frozen=True, slots=True)
class Show:
    """How much of every paper is rendered, and how finely."""

    out: Path
    dots: int
    every: bool

    def pages(self, count: int) -> Sequence[int]:
        """Numbers from 0."""
        if self.every or count <= _FIRST + 1:
            return range(count)
        return [*range(_FIRST), count - 1]


def main(arguments: list[str] | None = None) -> int:
    """Write the pictures; the exit code."""
    chosen = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="pingyi-papers-") as held:
        folder = Path(held)
        if chosen.readme:
            _write_readme(make_sealed_centre(folder / "many", whole(_FORMS)), folder)
        else:
            show = Show(chosen.out.resolve(), chosen.dots, chosen.all)
            for paper in (few(_FORMS), whole(_FORMS)):
                count = len(paper.plan.agencies)
                centre = make_sealed_centre(folder / f"{count}", paper)
                _write_languages(centre, f"{count}", _write_all, show)
            for name, make in (("3-year", make_small_year_centre), ("120-year", make_year_centre)):
                _write_languages(make(folder / name, _FORMS), name, _write_year, show)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/papers"))
    parser.add_argument("--dots", type=int, default=100, help="dots to the inch")
    parser.add_argument("--all", action="store_true", help="every page of every paper")
    parser.add_argument("--readme", action="store_true", help=f"write {README.as_posix()}")
    return parser


def _write_languages(centre: Path, name: str, write: Write, show: Show) -> None:
    for language in LANGUAGES:
        papers = centre / f"papers-{language}"
        write(centre, papers, language)
        _write_pictures(papers, show.out / f"{name}-{language}", show)


def _write_pictures(papers: Path, target: Path, show: Show) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in _readable(papers):
        for at, page in rendered(path, show):
            picture = target / f"{path.stem}-{at + 1:03d}.png"
            page.save(picture)
            sys.stdout.write(f"{picture}\n")


def _write_all(centre: Path, papers: Path, language: str) -> None:
    """What the list has, and the list of the archive."""
    words = words_for(language)
    with closing(open_survey(centre / FILE, home=Home(centre / MACHINE))) as survey:
        write_papers(Sources(survey, words, LETTER), papers)
        archive = centre / f"archive-{language}"
        write_archive(survey, archive, [centre / "stick"], words)
    for path in archive.glob("*.pdf"):
        shutil.copy(path, papers)


def _write_year(centre: Path, papers: Path, language: str) -> None:
    """The year is over, whatever day it is; the office writes early in the next."""
    with closing(open_survey(centre / FILE, home=Home(centre / MACHINE))) as survey:
        day, after = f"{survey.plan.year}-12-31", survey.plan.year + 1
        letter = replace(LETTER, number=f"评议办〔{after}〕8号", date=f"{after}-01-20")
        letter = replace(letter, deadline=f"{after}-02-28")
        write_year_report(survey, papers, words_for(language), day=day, letter=letter)


def _readable(papers: Path) -> Iterator[Path]:
    """Every PDF, and the others as they are printed."""
    yield from sorted(papers.glob("*.pdf"))
    if office := shutil.which("soffice"):
        for suffix in _PRINTED:
            yield from _printed(sorted(papers.glob(f"*{suffix}")), suffix[1:], office)


def _printed(paths: Sequence[Path], kind: str, office: str) -> Iterator[Path]:
    """All of one kind at once: to start the office suite takes longer than a letter."""
    if not paths:
        return
    folder = paths[0].parent / kind
    words = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    fonts = folder / "fonts.conf"
    folder.mkdir(exist_ok=True)
    fonts.write_text(_FONTS.format(resource("fonts")), encoding="utf-8")
    given = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run([*words, *map(str, paths)], check=True, capture_output=True, env=given)
    for path in paths:
        yield (folder / f"{path.stem}.pdf").rename(folder / f"{path.stem}-{kind}.pdf")


def rendered(path: Path, show: Show) -> Iterator[tuple[int, Image.Image]]:
    """Pages, from 0, with their pictures."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        for at in show.pages(len(document)):
            yield at, document[at].render(scale=show.dots / _POINTS).to_pil()


def _write_readme(centre: Path, folder: Path) -> None:
    README.mkdir(parents=True, exist_ok=True)
    words = words_for(CHINESE)
    with closing(open_survey(centre / FILE, home=Home(centre / MACHINE))) as survey:
        sources = Sources(survey, words, LETTER)
        for name, number in SHOWN:
            (path,) = write_papers(sources, folder / name, only=[name])
            page = dict(rendered(path, Show(README, _POINTS, every=True)))[number - 1]
            page.quantize(16).save(README / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
