"""Several papers of one survey at once: all that were asked for, or none."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from desktop.actions.archiving import begin_archive, write_sums
from desktop.actions.writing import refusal_named
from desktop.papers.listing import PAPERS, Paper
from desktop.papers.sheets import archive_sheet
from desktop.papers.sources import Sources
from desktop.papers.together import written_together
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.words import Words

Report = Callable[[int, int], None]
"""Told how many papers are done, of how many."""


class PaperUnknownError(PingyiError):
    message = 'There is no document "{name}": ask for one of {known}.'


def papers_named(names: Sequence[str]) -> list[Paper]:
    """These papers in the order of the list, or all of them; PaperUnknownError."""
    known = {paper.name: paper for paper in PAPERS}
    for name in names:
        if name not in known:
            raise PaperUnknownError(name=name, known=", ".join(known))
    return [paper for paper in PAPERS if not names or paper.name in names]


def write_papers(
    sources: Sources,
    folder: Path,
    *,
    only: Sequence[str] = (),
    report: Report = lambda done, total: None,
) -> list[Path]:
    """Write the papers into `folder`; the paths of those that have something to print.

    They are laid out beside and moved when the last one is whole: with a refusal, such as
    GlyphMissingError, nothing in the folder has changed. PaperUnknownError, FileUnwritableError.
    """
    chosen = papers_named(only)
    report(0, len(chosen))
    return written_together(
        folder, lambda beside: filter(None, _each(sources, chosen, beside, report))
    )


def write_archive(
    survey: SurveyFile,
    folder: Path,
    packages: Iterable[Path],
    words: Words,
    *,
    report: Report = lambda done, total: None,
) -> list[str]:
    """Everything of a verified survey in an empty folder; names of packages that are nowhere.

    FolderFullError, FileUnwritableError, and the errors of `write_papers`.
    """
    with refusal_named(folder):
        absent = begin_archive(survey, folder, packages)
        write_papers(Sources(survey, words), folder / "documents", report=report)
        archive_sheet(survey, folder, words)
        write_sums(folder)
    return absent


def _each(
    sources: Sources, papers: Sequence[Paper], folder: Path, report: Report
) -> Iterable[Path | None]:
    for done, paper in enumerate(papers, 1):
        yield paper.write(sources, folder / paper.file_name(sources.words))
        report(done, len(papers))
