"""`pingyi demo`: the whole 2005 job on made-up paper, through the acts that clerks use."""

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from filelock import FileLock, Timeout

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey, results_file
from desktop.actions.founding import declare_zero, found, read_plan_file
from desktop.actions.keying import key_form
from desktop.actions.sample_forms import LEAST_FORMS, sample_batches
from desktop.assets import resource
from desktop.cli import result_tables
from desktop.cli.progress import progress_bar
from desktop.cli.results import write_report
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.files import write_whole
from desktop.store.keys import Home, StationKey
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verified_survey
from desktop.tally.errors import PingyiError
from desktop.tally.results import Results

_MARKER = "demo.json"
"""Says that a folder is a demo's own, which a later demo may clear."""


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
    def file(self) -> Path:
        return self.folder / "2005.pingyi"

    @property
    def home(self) -> Home:
        return Home(self.folder / "home")

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
    """Do the whole 2005 job: found, key, count, reconcile, print.

    Agencies and answers are made up, and the station's key follows from the seed: so the demo
    is a drill, and equal seeds give equal results to the last byte.
    """
    with _own_folder(out) as folder:
        story = Story(folder, forms, seed)
        _key_everything(story)
        results, paths = _count_and_print(story)
    if as_json:
        say_json(_summary(story, results, paths))
    else:
        _say_story(story, results, paths)


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
    for name in ("2005.pingyi", "home", "documents", "results.json"):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _key_everything(story: Story) -> None:
    plan = read_plan_file(resource("plans", "2005.json"))
    with story.step("Paper made"), progress_bar("Making paper", story.forms) as bar:
        batches = []
        for batch in sample_batches(plan, forms=story.forms, seed=story.seed):
            batches.append(batch)
            bar(sum(len(held.forms) for held in batches))
    key = StationKey.from_hex(hashlib.sha256(f"pingyi demo {story.seed}".encode()).hexdigest())
    made = {"mode": "drill", "home": story.home, "clock": _demo_clock(), "key": key}
    with found(story.file, plan, **made) as survey:  # type: ignore[arg-type]
        declare_zero(survey)
        with story.step("Forms keyed"), progress_bar("Keying forms", story.forms) as bar:
            keyed = 0
            for batch in batches:
                register_batch(survey, batch.slip)
                for form in batch.forms:
                    key_form(survey, form)
                    keyed += 1
                    bar(keyed)


def _demo_clock() -> Callable[[], datetime]:
    """Three seconds a record from a morning in May 2006: the same at every run."""
    moment = datetime(2006, 5, 8, 0, 30, tzinfo=UTC)

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=3)
        return moment

    return now


def _count_and_print(story: Story) -> tuple[Results, list[Path]]:
    with ExitStack() as held:
        with story.step("File verified"):
            survey = held.enter_context(verified_survey(story.file, home=story.home))
        with story.step("Counted, scored, ranked"):
            results = count_survey(survey)
        with story.step("Documents printed"):
            paths = _print(story, survey, results)
    summary = json.dumps(_summary(story, results, paths), ensure_ascii=False, indent=1)
    (story.folder / _MARKER).write_text(summary + "\n", encoding="utf-8")
    return results, paths


def _print(story: Story, survey: SurveyFile, results: Results) -> list[Path]:
    target = story.folder / "results.json"
    write_whole(target, lambda file: file.write(results_file(results)))
    paths, _ = write_report(survey, story.folder / "documents")
    return [story.file, target, *paths]


def _summary(story: Story, results: Results, paths: list[Path]) -> dict[str, object]:
    return {
        "forms": story.forms,
        "seed": story.seed,
        "valid": results.forms.valid,
        "void": sum(results.forms.void.values()),
        "top": list(results.top),
        "bottom": list(results.bottom),
        "hash": results.hash,
        "files": [path.name for path in paths],
        "milliseconds": {name: int(1000 * took) for name, took in story.seconds.items()},
    }


def _say_story(story: Story, results: Results, paths: list[Path]) -> None:
    result_tables.say_edge("Top of the ranking", results, results.top)
    result_tables.say_edge("Bottom of the ranking", results, results.bottom)
    channels = [row for row in results.reconciliation if row.batch is None]
    result_tables.say_reconciliation(results.plan, channels)
    rows = [(words(name), f"{took:.2f}") for name, took in story.seconds.items()]
    say_table("Time", [words("Step"), words("Seconds")], rows, numbers=1)
    for path in paths:
        say("Written: {path}", path=path)
    forms = results.forms
    message = "{keyed} forms back = {valid} valid + {void} void."
    say(message, keyed=forms.keyed, valid=forms.valid, void=sum(forms.void.values()))
    say("Results hash {hash}", hash=results.hash)
