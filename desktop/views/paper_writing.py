"""A survey's papers, written beside the window: one to be seen or saved, or all of them."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from desktop.actions.sealing import edition_of
from desktop.actions.writing import refusal_named
from desktop.jobs import Job
from desktop.paper_list import PAPERS, Paper
from desktop.store.survey_file import SurveyFile
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class LaidPaper:
    """A paper as it was laid out; no content where there is nothing to print."""

    paper: Paper
    edition: int | None
    content: bytes


def laid_out(survey: SurveyFile, paper: Paper, number: int | None, words: Words) -> LaidPaper:
    with refusal_named(Path(gettempdir())), TemporaryDirectory() as folder:
        path = Path(folder) / f"paper{paper.suffix}"
        made = written(survey, paper, number, path, words)
        return LaidPaper(paper, number, path.read_bytes() if made else b"")


def written(
    survey: SurveyFile, paper: Paper, number: int | None, path: Path, words: Words
) -> Path | None:
    """The paper of an edition as it was sealed, or as the survey stands, in one view of it."""
    with refusal_named(path), survey.reading(), edition_of(survey, number) as shown:
        return paper.write(shown, path, words)


def all_written(
    survey: SurveyFile, folder: Path, number: int | None, words: Words, job: Job
) -> list[Path]:
    """Every paper in one view of the edition, which takes its time to be made."""
    paths = []
    with refusal_named(folder), survey.reading(), edition_of(survey, number) as shown:
        for at, paper in enumerate(PAPERS):
            job.report(at, len(PAPERS))
            path = folder / f"{words(paper.title)}{paper.suffix}"
            if paper.write(shown, path, words):
                paths.append(path)
    return paths
