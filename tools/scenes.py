"""What the pictures show, page by page: each scene begins where the one before ended."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.assets import resource
from desktop.views.stability_panel import StabilityPanel
from tools.stages import Scene, Stage


def _start(stage: Stage) -> None:
    stage.window.close_survey()


def _number(stage: Stage) -> None:
    stage.keys("B001\n")


def _grid(stage: Stage) -> None:
    stage.half_a_form(46)


def _void(stage: Stage) -> None:
    stage.keys("v")


def _finish(stage: Stage) -> None:
    QTest.keyClick(stage.focus, Qt.Key.Key_Escape)
    stage.keys("111\n")


def _closing(stage: Stage) -> None:
    stage.keys("\n")
    QTest.keyClick(stage.focus, Qt.Key.Key_F10)


def _second(stage: Stage) -> None:
    stage.keys("B003\n")
    stage.half_a_form(18)


def _lock(stage: Stage) -> None:
    stage.window.lock()


_WRITTEN = (
    ("B001-003", "1", "窗口排队时间长，建议中午安排人员值班。"),
    ("B001-007", "12", "办事一次说清，态度好。"),
    ("B001-009", "", "希望评议结果向社会公布。"),
)


def _opinions(stage: Stage) -> None:
    """Three on record, and a fourth before its text."""
    stage.page("opinions")
    for form, agency, text in _WRITTEN:
        stage.keys(f"{form}\n{agency}\n")
        field: Any = stage.focus
        field.insertPlainText(text)  # as an input method hands it over
        stage.keys("\n")
    stage.keys("12\n2")


def _shown(page: str) -> Scene:
    def show(stage: Stage) -> None:
        stage.page(page)

    return show


CLERK_SCENES: dict[str, Scene] = {
    "chooser": _shown("keying"),
    "number": _number,
    "keying": _grid,
    "void": _void,
    "finish": _finish,
    "closing": _closing,
    "waiting": _shown("second"),
    "second": _second,
    "work": _shown("work"),
    "drill": _shown("drill"),
    "opinions": _opinions,
    "settings": _shown("settings"),
    "help": _shown("help"),
    "lock": _lock,
    "start": _start,
}


def _page(stage: Stage, name: str) -> Any:
    return stage.page(name)


def _part(page: str, call: str, part: str) -> Scene:
    """A part of a page, by the method that shows it."""

    def show(stage: Stage) -> None:
        getattr(_page(stage, page), call)(part)
        stage.settle()

    return show


def _bundle(stage: Stage) -> None:
    page = _page(stage, "register")
    rows = page.issues.list.shown_rows()
    page.issues.list.select(rows[-1].key)
    page.issues.bundle_button.click()


def _admit(stage: Stage) -> None:
    page = _page(stage, "stations")
    first = min(_stick(stage).glob("*-1-00001.pyp"))
    page.stations.admit.take(first)
    stage.settle()


def _dry_run(stage: Stage) -> None:
    page = _page(stage, "merge")
    packages: list[Path] = sorted(_stick(stage).glob("PY*.pyp"))
    newest = max(packages, key=lambda path: path.stat().st_mtime_ns)
    page.merge.add([newest, *(path for path in packages[:2] if path != newest)])
    page.desk.verify()
    stage.settle()


def _stick(stage: Stage) -> Path:
    """As it is named beside the folder of the stage, which is the working one: paths stay short."""
    return (stage.folder / "stick").relative_to(Path.cwd())


def _ruling(stage: Stage) -> None:
    page = _page(stage, "rulings")
    page.panel.takes[0].click()
    page.panel.reason.setText("以纸质评议表为准")


def _agency(stage: Stage) -> None:
    page = _page(stage, "results")
    page.show_agency(page.counting.latest.results.bottom[0])
    stage.settle()


def _draw(stage: Stage) -> None:
    page = _page(stage, "results")
    page.show_part("stability")
    panel = page.findChild(StabilityPanel)
    panel.rounds.setCurrentIndex(0)
    panel.start_button.click()
    stage.settle()


def _waive(stage: Stage) -> None:
    page = _page(stage, "seal")
    page.obstacles.waive_button.click()


def _unseal(stage: Stage) -> None:
    page = _page(stage, "seal")
    page.unseal_button.click()
    page.signing.reason.setText("补录一份")


def _help(stage: Stage) -> None:
    _page(stage, "rulings")
    assert stage.window.area
    stage.window.area.show_help()


def _editor(stage: Stage) -> None:
    stage.window.edit_plan(stage.window.session.opened.plan)
    stage.settle()


def _editor_at(section: str) -> Scene:
    def show(stage: Stage) -> None:
        editor: Any = stage.window.stack.currentWidget()
        editor.desk.show_section(section)
        stage.settle()

    return show


def _editor_import(stage: Stage) -> None:
    """A list of agencies as an office keeps it, copied from a spreadsheet."""
    editor: Any = stage.window.stack.currentWidget()
    editor.desk.show_section("agencies")
    plan = stage.window.session.opened.plan
    groups = {group.code: group.name for group in plan.groups}
    rows = [f"{held.name}\t{held.short}\t{groups[held.group]}" for held in plan.agencies]
    editor.desk.agencies.take_text("\n".join(["单位名称\t简称\t类别", *rows]))
    stage.settle()


def _found(stage: Stage) -> None:
    """The start page, before a new survey; one of the plans that come along is chosen."""
    stage.window.close_survey()
    start = stage.window.start
    start.show_form("found")
    text = resource("plans", "2005.json").read_text(encoding="utf-8")
    Path("2005.json").write_text(text, encoding="utf-8")
    start.found_panel.take_plan(Path("2005.json"))
    start.found_panel.file.line.setText("2005年度万人评议机关活动.pingyi")
    stage.settle()


OFFICE_SCENES: dict[str, Scene] = {
    "overview": _shown("overview"),
    "overview-channels": _part("overview", "show_part", "channels"),
    "overview-batches": _part("overview", "show_part", "batches"),
    "overview-pace": _part("overview", "show_part", "pace"),
    "plan": _shown("plan"),
    "plan-rule": _part("plan", "show_section", "rule"),
    "plan-form": _part("plan", "show_section", "form"),
    "register": _shown("register"),
    "register-bundle": _bundle,
    "stations": _shown("stations"),
    "stations-admit": _admit,
    "merge": _shown("merge"),
    "merge-dry-run": _dry_run,
    "rulings": _ruling,
    "results": _part("results", "show_part", "ranking"),
    "results-agency": _agency,
    "results-charts": _part("results", "show_part", "charts"),
    "results-reconciliation": _part("results", "show_part", "reconciliation"),
    "results-what-if": _part("results", "show_part", "what_if"),
    "results-identical": _part("results", "show_part", "identical"),
    "results-errors": _part("results", "show_part", "errors"),
    "results-stability": _draw,
    "documents": _shown("documents"),
    "seal": _shown("seal"),
    "seal-waive": _waive,
    "log": _shown("log"),
    "help-overseer": _help,
    "editor": _editor,
    "editor-agencies": _editor_at("agencies"),
    "editor-import": _editor_import,
    "editor-scoring": _editor_at("scoring"),
    "editor-freeze": _editor_at("freeze"),
}

SEALED_SCENES: dict[str, Scene] = {
    "sealed-overview": _shown("overview"),
    "sealed": _shown("seal"),
    "unseal": _unseal,
    "sealed-documents": _shown("documents"),
}


def _part_by_key(page: str, part: int) -> Scene:
    """A part of a page, by Alt and its number; the first is in front by itself."""

    def show(stage: Stage) -> None:
        made = stage.page(page)
        if part > 1:
            held = QApplication.focusWidget() or made
            QTest.keyClick(held, Qt.Key(Qt.Key.Key_0 + part), Qt.KeyboardModifier.AltModifier)

    return show


YEAR_SCENES: dict[str, Scene] = {
    f"{page}-{part}" if part > 1 else page: _part_by_key(page, part)
    for page, parts in (
        ("assessment", 7),
        ("findings", 1),
        ("complaints", 6),
        ("composite", 3),
        ("consequences", 4),
        ("overview", 1),
    )
    for part in range(1, parts + 1)
}
"""The pages of the year, part by part; the overview says what is due."""
YEAR_SCENES["overview-year"] = YEAR_SCENES.pop("overview")

NEW_SCENES: dict[str, Scene] = {"zero": _shown("overview"), "found": _found}

MANUAL_SCENES = (
    "found",
    "editor-import",
    "zero",
    "stations-admit",
    "register-bundle",
    "keying",
    "merge-dry-run",
    "rulings",
    "overview",
    "overview-pace",
    "results",
    "results-agency",
    "results-what-if",
    "results-errors",
    "results-stability",
    "documents",
    "seal-waive",
    "sealed",
    "assessment",
    "assessment-4",
    "findings",
    "complaints",
    "composite",
    "consequences",
)
"""The pictures of docs/manual.md and docs/manual.zh-CN.md."""

SHEET_SCENES = ("overview", "register-bundle", "merge-dry-run", "rulings", "results", "documents")
"""The pages of the supervisor that README shows on one sheet."""
