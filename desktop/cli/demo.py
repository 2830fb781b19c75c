"""`pingyi demo`: the whole 2005 job on made-up paper, through the acts that people use."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click
from filelock import FileLock, Timeout

from desktop.actions.archiving import RESULTS, begin_archive, write_sums
from desktop.actions.counting import count_survey
from desktop.actions.founding import read_plan_file
from desktop.actions.sample_centre import STATIONS, Centre
from desktop.actions.sample_forms import LEAST_FORMS, SampleBatch, sample_batches
from desktop.assets import resource
from desktop.cli.demo_story import Outcome, outcome_json, outcome_of, say_outcome
from desktop.cli.demo_year import YearOutcome, demo_year, keep_year, say_year, year_json
from desktop.cli.progress import progress_bar
from desktop.cli.results import print_papers
from desktop.cli.screen import existing_file, json_option, say_json, words
from desktop.files import write_whole
from desktop.papers.sheets import archive_sheet
from desktop.papers.sources import Sources
from desktop.store.verification import verified_survey
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan

_MARKER = "demo.json"
"""Says that a folder is a demo's own, which a later demo may clear."""

_MADE = (
    "2005.pingyi",
    *(f"station-{number}.pingyi" for number in range(1, STATIONS + 1)),
    "machines",
    "stick",
    "archive",
    "documents",
    "results.json",
)


class FolderInUseError(PingyiError):
    message = "{folder} holds files that no demo wrote: name another folder with --out."


class DemoRunningError(PingyiError):
    message = "Another demo is at work in {folder}: wait for it, or name another folder with --out."


@dataclass
class Story:
    """Where a demo happens, and how long each of its steps took."""

    folder: Path
    forms: int
    seed: int
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        return read_plan_file(resource("plans", "2005.json"))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begun, 2)


@click.command()
@click.option(
    "--forms",
    type=click.IntRange(LEAST_FORMS, 1_000_000),
    default=11436,
    show_default=True,
    help="Forms that come back.",
)
@click.option("--seed", default=2005, show_default=True, help="Other seeds make other paper.")
@click.option("--out", type=existing_file, default="demo-out", show_default=True, help="Folder.")
@json_option
def demo(forms: int, seed: int, out: Path, *, as_json: bool) -> None:
    """Do the whole 2005 job: five stations key, pack, merge, rule, count, seal, print.

    Then the year around it: deductions, findings, complaints and what follows from them.

    Agencies, answers and slips of the keys are made up, and the stations' keys follow from the
    seed: so the demo is a drill, and equal seeds give equal results to the last byte.
    """
    with _own_folder(out) as folder:
        story = Story(folder, forms, seed)
        outcome, year = _work(story)
        summary = outcome_json(outcome, forms=forms, seed=seed, seconds=story.seconds)
        summary["year"] = year_json(year)
        text = json.dumps(summary, ensure_ascii=False, indent=1) + "\n"
        write_whole(folder / _MARKER, lambda file: file.write(text.encode()))
    if as_json:
        say_json(summary)
    else:
        say_outcome(outcome, story.seconds)
        say_year(year)


@contextmanager
def _own_folder(folder: Path) -> Iterator[Path]:
    """An empty folder for one demo at a time; an earlier demo's is cleared, all else is kept."""
    if folder.exists() and not (folder / _MARKER).is_file() and any(folder.iterdir()):
        raise FolderInUseError(folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).write_text("{}", encoding="utf-8")
    try:
        with FileLock(folder / "demo.lock", timeout=0):
            _clear(folder)
            yield folder
    except Timeout:
        raise DemoRunningError(folder=folder) from None


def _clear(folder: Path) -> None:
    for name in _MADE:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _work(story: Story) -> tuple[Outcome, YearOutcome]:
    with closing(Centre(story.folder, story.plan, _paper(story), story.seed)) as centre:
        with story.step("Stations started"):
            centre.prepare()
        with story.step("Forms keyed"), progress_bar("Keying forms", story.forms) as bar:
            centre.key_everything(bar)
        with story.step("Packages merged"), progress_bar("Merging records") as bar:
            centre.merge_all(bar)
        with story.step("Papers ruled on"), progress_bar("Ruling") as bar:
            centre.rule_all(bar)
        with story.step("Sealed"):
            centre.seal()
        outcome = _print(story, centre)
        return outcome, _keep(story, centre)


def _paper(story: Story) -> list[SampleBatch]:
    batches: list[SampleBatch] = []
    with story.step("Paper made"), progress_bar("Making paper", story.forms) as bar:
        for batch in sample_batches(story.plan, forms=story.forms, seed=story.seed):
            batches.append(batch)
            bar(sum(len(held.forms) for held in batches))
    return batches


def _print(story: Story, centre: Centre) -> Outcome:
    """Verify the sealed file, count it, print it, and put everything into the archive."""
    survey = centre.survey
    archive = story.folder / "archive"
    with (
        story.step("Verified and archived"),
        verified_survey(survey.path, home=survey.home) as read,
    ):
        results = count_survey(read)
        begin_archive(read, archive, [centre.stick])
        results_path = Path(shutil.copy(archive / RESULTS, story.folder))
    with story.step("Documents printed"):
        paths = print_papers(Sources(survey, words), story.folder / "documents")
        shutil.copytree(story.folder / "documents", archive / "documents")
        paths.append(archive_sheet(survey, archive, words))
        write_sums(archive)
    return outcome_of(centre, results, [survey.path, results_path, *paths, archive])


def _keep(story: Story, centre: Centre) -> YearOutcome:
    """The ledgers of the year go on under the seal; the archive is that of the sealed survey."""
    year = demo_year(centre, story.forms)
    with story.step("Year kept"), progress_bar("Keeping the year", year.lines) as bar:
        return keep_year(centre, year, bar)
