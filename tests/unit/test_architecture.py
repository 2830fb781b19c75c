"""Which room may import which: walks the imports of desktop/ and fails on a breach."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

OPEN = {"words", "assets", "files"}
BASE = OPEN | {"settings", "logs"}
RULES = {"tally", "assess"}
WINDOW = {"views", "models", "app", "session", "jobs"}
PURE = RULES | OPEN | {"messages"}

# room or root module: what it may import of the project, whole or one module of it
MAY_IMPORT = {
    "": set[str](),
    "tally": {"assess"},
    "assess": {"tally"},
    **dict.fromkeys(OPEN, OPEN),
    "settings": OPEN | {"tally.errors"},
    "logs": OPEN | {"tally.errors", "settings"},
    "messages": OPEN | {"tally.errors"},
    "store": BASE | RULES,
    "report": OPEN | RULES | {"store.queries", "messages"},
    "actions": BASE | RULES | {"store"},
    "models": BASE | RULES | {"store", "actions", "session", "jobs", "messages"},
    "papers": BASE | RULES | {"store", "actions", "report", "log_texts"},
    "log_texts": OPEN | {"store"},
    "jobs": BASE | RULES | {"store", "actions"},
    "session": BASE | RULES | {"store", "actions", "report", "jobs"},
    "views": BASE
    | RULES
    | {"store", "actions", "report", "models", "session", "jobs", "messages"}
    | {"papers", "log_texts"},
    "app": BASE | RULES | {"store", "actions", "report"} | WINDOW,
    "cli": BASE | RULES | {"store", "actions", "report", "papers", "log_texts"} | WINDOW,
    "__main__": {"cli", "app"},
}
UNTOUCHED_BY_RULES = {
    "glob", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCK = {"now", "today", "utcnow"}
BANNED = {"pysqlite3", "numpy", "pandas"}


@dataclass(frozen=True, slots=True)
class Import:
    target: str
    line: int
    lazy: bool

    @property
    def top(self) -> str:
        return self.target.split(".")[0]

    @property
    def inside(self) -> str:
        """The target within the project, such as store.queries; empty when it is outside."""
        return self.target.partition(".")[2] if self.top == "desktop" else ""


def room_of(module: str) -> str:
    return [*module.split("."), ""][1]


def imports(node: ast.AST, *, lazy: bool = False) -> Iterator[Import]:
    """Every import below a node; lazy are those that wait for a call."""
    for child in ast.iter_child_nodes(node):
        line = getattr(child, "lineno", 0)
        yield from (Import(target, line, lazy) for target in targets(child))
        in_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from imports(child, lazy=lazy or in_function)


def targets(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(level=0, module=str(module), names=names):
            return [f"{module}.{name.name}" for name in names]
        case ast.ImportFrom():
            return ["desktop.relative import"]
        case ast.Call(
            func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(module)), *_],
        ):
            return [module]
    return []


def breach_of(room: str, it: Import) -> str | None:
    """Why this room may not have this import, or None."""
    if it.top in BANNED:
        return "nobody imports it"
    if it.top == "desktop":
        return breach_of_order(room, it)
    if it.top == "PySide6" and not opens_a_window(room, it):
        return "only the rooms of the window import Qt"
    if it.top in {"sqlite3", "sqlite_utils"} and room != "store":
        return "only store opens SQLite"
    if room in PURE and it.top not in sys.stdlib_module_names:
        return "the standard library only"
    return "no files, clock or chance" if room in RULES and it.top in UNTOUCHED_BY_RULES else None


def breach_of_order(room: str, it: Import) -> str | None:
    wanted = it.inside.split(".")[0]
    if wanted == room or (wanted.startswith("__") and wanted != "__main__"):
        return None
    if not any(f"{it.inside}.".startswith(f"{allowed}.") for allowed in MAY_IMPORT[room]):
        return "not to its right"
    if wanted in WINDOW and not opens_a_window(room, it):
        return "only inside the function that opens a window"
    return None


def opens_a_window(room: str, it: Import) -> bool:
    return room in WINDOW or (room in {"cli", "__main__"} and it.lazy)


def impure_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="open")):
                yield f"{node.lineno}: opens a file"
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCK:
                yield f"{node.lineno}: asks the clock"


def breaches(module: str, source: str) -> list[str]:
    room, tree = room_of(module), ast.parse(source)
    if room not in MAY_IMPORT:
        return [f"{module}: no rule says what {room} may import"]
    found = [
        f"{it.line}: imports {it.target}: {why}"
        for it in imports(tree)
        if (why := breach_of(room, it))
    ]
    found += impure_calls(tree) if room in RULES else []
    return [f"{module}:{line}" for line in found]


def modules() -> dict[str, str]:
    """Every module of the package by its dotted name."""
    return {
        ".".join(path.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path.read_text(encoding="utf-8")
        for path in sorted((CHECKOUT / "desktop").rglob("*.py"))
    }


def test_no_room_imports_what_lies_to_its_left():
    found = [line for name, source in modules().items() for line in breaches(name, source)]
    assert not found, "\n".join(found)


def test_the_walk_reaches_the_root_of_the_error_tree():
    assert "class PingyiError(Exception)" in modules()["desktop.tally.errors"]


BREACHES = {
    "an unnamed room": ("desktop.shed.tools", ""),
    "rules reach for the store": ("desktop.tally.a", "from desktop.store import records"),
    "store reaches for actions": ("desktop.store.a", "import desktop.actions.merge"),
    "actions reach for models": ("desktop.actions.a", "from desktop import models"),
    "actions reach for documents": ("desktop.actions.a", "from desktop.report import sheet"),
    "models reach for views": ("desktop.models.a", "from desktop.views.page import Page"),
    "views reach for commands": ("desktop.views.a", "from desktop.cli import main"),
    "documents reach for the log": ("desktop.report.a", "from desktop.store import records"),
    "documents take the whole store": ("desktop.report.a", "import desktop.store"),
    "a name that only begins alike": ("desktop.report.a", "import desktop.store.queries_old"),
    "relative": ("desktop.store.a", "from ..tally import plan"),
    "rules take a library": ("desktop.tally.a", "import rfc8785"),
    "rules open SQLite": ("desktop.tally.a", "import sqlite3"),
    "rules know files": ("desktop.assess.a", "from pathlib import Path"),
    "rules open a file": ("desktop.tally.a", "open('plan.json')"),
    "rules draw lots": ("desktop.tally.a", "def f():\n    from random import choice"),
    "rules ask the clock": ("desktop.assess.a", "import datetime\ndatetime.date.today()"),
    "rules read resources": ("desktop.tally.a", "from desktop.assets import resource"),
    "words take a library": ("desktop.words", "import rich"),
    "words know a room": ("desktop.words", "from desktop.tally import plan"),
    "store imports Qt": ("desktop.store.a", "from PySide6.QtCore import QObject"),
    "commands import Qt at once": ("desktop.cli.a", "import PySide6.QtWidgets"),
    "commands import the window at once": ("desktop.cli.a", "from desktop.app import run"),
    "Qt by a string": ("desktop.report.a", "importlib.import_module('PySide6.QtSvg')"),
    "actions open SQLite": ("desktop.actions.a", "from sqlite_utils import Database"),
    "the other SQLite": ("desktop.store.a", "import pysqlite3.dbapi2"),
    "numpy": ("desktop.report.a", "def f():\n    import numpy as np"),
    "pandas": ("desktop.cli.a", "from pandas import DataFrame"),
}


@pytest.mark.parametrize(("module", "source"), BREACHES.values(), ids=BREACHES)
def test_each_kind_of_breach_is_found(module, source):
    assert len(breaches(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desktop.cli.window", "def window():\n    from desktop.app import run"),
        ("desktop.cli.count", "from desktop.report.sheet import draw"),
        ("desktop.report.sheet", "from desktop.store.queries import FormRow"),
        ("desktop.report.sheet", "from desktop.store import queries"),
        ("desktop.views.page", "from desktop.tally.scoring import AgencyResult"),
        ("desktop.tally.plan", "from fractions import Fraction\nfrom desktop.assess import a"),
        ("desktop.store.file", "import sqlite3\nfrom desktop import __version__"),
        ("desktop.models.table", "from PySide6.QtCore import Qt"),
    ],
)
def test_what_the_order_allows_passes(module, source):
    assert breaches(module, source) == []


def committed_files() -> Iterator[Path]:
    """What is or would be committed; where git cannot say, what a release archive holds."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    with suppress(OSError, subprocess.CalledProcessError):
        listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True).stdout
        yield from (CHECKOUT / name for name in listed.decode().split("\0")[:-1])
        return
    for top in CHECKOUT.iterdir():
        if top.name == ".ci" or not (top.name[0] == "." or top.name in {"build", "dist"}):
            yield from top.rglob("*") if top.is_dir() else [top]


def text_of(path: Path) -> str:
    """The content of a text file; nothing of a binary one or a folder."""
    content = path.read_bytes() if path.is_file() else b""
    return "" if b"\0" in content else content.decode("utf-8", "replace")


def test_no_file_names_a_package_registry():
    # put together here, else this file would name them
    hosts = [
        ".".join(parts)
        for parts in (
            ("pypi", "org"), ("pypi", "python", "org"), ("python" + "hosted", "org"),
            ("npm" + "js", "org"), ("npm" + "js", "com"), ("yarnpkg", "com"),
            ("debian", "org"), ("ubuntu", "com"), ("crates", "io"), ("anaconda", "org"),
        )
    ]  # fmt: skip
    texts = {path: text_of(path) for path in committed_files()}
    assert texts
    assert [(path, host) for path, text in texts.items() for host in hosts if host in text] == []
