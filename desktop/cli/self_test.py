"""A small survey counted end to end in a folder of its own, on whatever is installed."""

import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import key_form
from desktop.assets import resource
from desktop.cli.results import print_papers
from desktop.cli.screen import words
from desktop.papers.sources import Sources
from desktop.store import opening
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.store.verification import verify_survey
from desktop.tally.form import Form
from desktop.tally.plan_reading import read_plan
from desktop.tally.reconciliation import Slip


def run_checks() -> list[tuple[str, str]]:
    """Each check's name, and what is wrong or an empty text."""
    with tempfile.TemporaryDirectory(prefix="pingyi-") as folder:
        home = Home(Path(folder) / "home")
        path = Path(folder) / "self test 自检.pingyi"
        with _survey(path, home) as survey:
            survey_checks = [_checked("Counting", lambda: _count(survey))]
        return [
            *survey_checks,
            _checked("Verification", lambda: _verify(path, home)),
            _checked("Documents", lambda: _draw(path, home, Path(folder))),
            _checked("Database", _database),
            _checked("Window system", _window),
        ]


def _checked(name: str, check: Callable[[], None]) -> tuple[str, str]:
    try:
        check()
    except Exception as error:  # noqa: BLE001  whatever is wrong is what this reports
        return name, f"{type(error).__name__}: {error}"
    return name, ""


def _survey(path: Path, home: Home) -> SurveyFile:
    """Forty forms, 60 % 满意, 30 % 基本满意, 10 % 不满意 everywhere: 97 points (RULES.md §2)."""
    plan = read_plan(resource("plans", "2005.json").read_text(encoding="utf-8"))
    survey = found(path, plan, mode="drill", home=home)
    declare_zero(survey)
    register_batch(survey, Slip("B001", plan.channels[0].code, 40))
    marks = ["1"] * 24 + ["2"] * 12 + ["3"] * 4
    for number, mark in enumerate(marks, 1):
        key_form(survey, Form("B001", number, mark * plan.cells))
    return survey


def _count(survey: SurveyFile) -> None:
    scores = {str(agency.score) for agency in count_survey(survey).agencies}
    if scores != {"97"}:
        raise ValueError(f"scores {scores}, not 97")


def _verify(path: Path, home: Home) -> None:
    if problems := verify_survey(path, home=home):
        raise ValueError(problems[0].sentence())


def _draw(path: Path, home: Home, folder: Path) -> None:
    with open_survey(path, home=home) as survey:
        paths = print_papers(Sources(survey, words), folder / "documents")
    if not all(path.stat().st_size for path in paths):
        raise ValueError("an empty document")


def _database() -> None:
    if opening.sqlite_version() < opening.OLDEST_SQLITE:
        raise ValueError(f"SQLite {opening.sqlite_version()} lacks STRICT tables")


def _window() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    version = import_module("PySide6.QtWidgets").__name__ and import_module("PySide6").__version__
    if version.startswith("6.12"):
        raise ValueError("PySide6 6.12 ends the program after some thousand keys: use 6.11")
