"""Windows of a test's own: made, put on a survey, and closed with nothing under way behind them."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.actions.batches import register_batch
from desktop.actions.operators import register_operator
from desktop.app import Dresser
from desktop.models.stretch import Stretch
from desktop.session import Session
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip
from desktop.views.main_window import MainWindow
from desktop.views.sounds import Sounds
from desktop.views.theme import apply_theme, load_fonts, load_theme
from desktop.views.workplace import Workplace
from desktop.words import ENGLISH
from tests.gui.clerk import Clerk
from tests.open_window import no_stray_window
from tests.plans import small_plan
from tests.surveys import founded

PIN = "1234"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen has no size hints to hand on, and says so for every window."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The program's own fonts, once; the first test would show boxes without them."""
    load_fonts()
    gc.collect()
    gc.freeze()  # modules and tests stay; a collection after each test looks at the rest alone


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program: garbage is collected on this thread alone, never on a job's."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture(scope="session")
def founded_surveys() -> dict[str, Path]:
    """Folders of surveys that were founded before: tests copy them, which is quicker."""
    return {}


@pytest.fixture
def file(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, founded_surveys: dict[str, Path]
) -> Callable[..., Path]:
    """Makes a survey file with batches, by code and count, and operators, by code and roles."""

    def make(
        plan: Plan | None = None,
        *,
        batches: tuple[tuple[str, int], ...] = (("B001", 3), ("B002", 2)),
        operators: dict[str, tuple[str, ...]] | None = None,
    ) -> Path:
        wanted = repr((plan, batches, operators))
        if wanted not in founded_surveys:
            folder = founded_surveys[wanted] = tmp_path_factory.mktemp("founded")
            found_in(folder, plan or small_plan(), batches, operators or {})
        shutil.copytree(founded_surveys[wanted], tmp_path, dirs_exist_ok=True)
        return tmp_path / "a.pingyi"

    return make


def found_in(
    folder: Path,
    plan: Plan,
    batches: tuple[tuple[str, int], ...],
    operators: dict[str, tuple[str, ...]],
) -> None:
    """A drill in a folder, with the home that may sign for it."""
    home = Home(folder / "home")
    with founded(folder / "a.pingyi", plan, home=home, mode="drill") as survey:
        for code, count in batches:
            register_batch(survey, Slip(code, "C1", count))
        for code, roles in operators.items():
            register_operator(survey, code, name=f"{code} 同志", roles=roles, pin=PIN)


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, home: Home) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows on this home, in English and without a sound."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        session = Session(home)
        session.settings = replace(session.settings, sounds=False)
        made.append(MainWindow(session, Dresser(qapp)))
        made[-1].resize(1366, 768)
        with qtbot.waitActive(made[-1], timeout=5000):
            made[-1].show()
        return made[-1]

    with no_stray_window(qapp):
        yield make
    for held in made:
        end(held)


@pytest.fixture
def at_work(
    window: Callable[[], MainWindow], file: Callable[..., Path], home: Home
) -> Callable[..., Clerk]:
    """A clerk before the keying page of a survey; `batch` is on the desk."""

    def begin(plan: Plan | None = None, *, batch: str = "B001", **options: Any) -> Clerk:
        clerk = Clerk(window())
        clerk.session.take(survey_at(file(plan, **options), home))
        if clerk.window.area:
            clerk.go_to("keying")
        if batch and not options.get("operators"):
            clerk.take_batch(batch)
        return clerk

    return begin


@pytest.fixture
def place(qtbot: Any, qapp: QApplication, home: Home) -> Iterator[Callable[[Path], Workplace]]:
    """Makes a workplace without a window, for one page or panel alone."""
    sessions: list[Session] = []

    def make(path: Path) -> Workplace:
        session = Session(home)
        session.take(survey_at(path, home))
        sessions.append(session)
        theme = load_theme("light", 100)
        apply_theme(qapp, theme)
        return Workplace(session, Stretch(session), theme, Sounds(enabled=False))

    yield make
    for held in sessions:
        held.close()


def survey_at(path: Path, home: Home) -> SurveyFile:
    """Open to write and verified here, so that nothing runs beside the test."""
    return open_survey(path, home=home, write=True)


def end(window: MainWindow) -> None:
    """Close a window, whatever stands against it, and let nothing of it live on."""
    window.close()
    for runner in window.session.runners:
        runner.drain()
    with suppress(Exception):
        window.session.close()
    if window.session.settings.language != ENGLISH:  # no translator stays behind
        window._dress(replace(window.session.settings, language=ENGLISH))
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def drop(window: MainWindow) -> None:
    """What a power cut does: nothing is put away, and the writer's lock is free again."""
    assert window.area
    window.area.deleteLater()
    window.area = None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for runner in window.session.runners:
        runner.drain()
    window.session.opened.close()
    window.session.survey = None
    window.hide()
