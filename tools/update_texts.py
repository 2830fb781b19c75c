"""Brings the texts of the windows up to date with the sources: lupdate, then lrelease.

Chinese has every string; English, which the sources are written in, only its plurals.

make texts          takes new strings into the .ts and drops old ones, then makes the .qm of it

With --check nothing is written: it fails where the .ts lacks a string, has one unfinished or
one too many, or where the .qm is not what the .ts gives.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple
from xml.etree import ElementTree as ET

CHECKOUT = Path(__file__).resolve().parents[1]
ROOMS = (CHECKOUT / "desktop" / "models", CHECKOUT / "desktop" / "views")
TEXTS = CHECKOUT / "resources" / "translations" / "pingyi_zh_CN.ts"
PLURALS = TEXTS.with_name("pingyi_en.ts")

LUPDATE = (
    *("-locations", "none", "-no-obsolete", "-source-language", "en"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
)
"""No line numbers, so that a change is short; no guesses at new strings from old ones."""
_NAMES = {PLURALS.name: "plural"}


class Text(NamedTuple):
    """A string of the windows, where `context` is the class that says it."""

    context: str
    source: str


def main() -> None:
    """Update both files, or say what is not up to date."""
    parser = argparse.ArgumentParser(prog="python tools/update_texts.py", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where not so")
    if not parser.parse_args().check:
        update(TEXTS)
        update(PLURALS)
    if found := problems(TEXTS) + problems(PLURALS):
        sys.exit("\n".join(found))


def update(texts: Path) -> None:
    """Bring a .ts up to date with the sources, and make the .qm beside it anew."""
    texts.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pingyi-") as folder:
        calls = Path(folder) / "calls.py"
        calls.write_text("\n".join(bare_calls()), encoding="utf-8")
        _qt("lupdate", *LUPDATE, *_language(texts), str(calls), "-ts", str(texts))
    _qt("lrelease", str(texts), "-qm", str(texts.with_suffix(".qm")))


def _language(texts: Path) -> tuple[str, ...]:
    """What a .ts is for, and whether it holds the plurals alone."""
    if texts.name == PLURALS.name:
        return ("-target-language", "en", "-pluralonly")
    return ("-target-language", "zh_CN")


def problems(texts: Path) -> list[str]:
    """What keeps a .ts and its .qm from being up to date and complete."""
    with tempfile.TemporaryDirectory(prefix="pingyi-") as folder:
        fresh = Path(folder) / texts.name
        copyfile(texts, fresh)
        update(fresh)
        before, after = translations(texts), translations(fresh)
        found = [f"{texts.name} lacks {_named(text)}" for text in after if text not in before]
        found += [f"no window says {_named(text)}" for text in before if text not in after]
        found += [
            f"no {_NAMES.get(texts.name, 'Chinese')} for {_named(text)}"
            for text, said in before.items()
            if not said
        ]
        if texts.with_suffix(".qm").read_bytes() != fresh.with_suffix(".qm").read_bytes():
            found.append(f"{texts.stem}.qm is not what the .ts gives")
    return [f"{problem}: run `make texts` and translate" for problem in found]


def translations(texts: Path) -> dict[Text, str]:
    """Every string of a .ts with its translation, which is empty while it is unfinished."""
    root = ET.parse(texts).getroot()  # noqa: S314 (our own file)
    return {
        Text(context.findtext("name", ""), message.findtext("source", "")): _translation(message)
        for context in root.iter("context")
        for message in context.iter("message")
    }


def _translation(message: ET.Element) -> str:
    """A plural's forms follow one another."""
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return ""
    forms = translation.findall("numerusform")
    return "".join(form.text or "" for form in forms or [translation])


def bare_calls() -> Iterator[str]:
    """Every call that asks for a translation, alone in a method of its class.

    lupdate reads these instead of the sources: there it misses calls inside f-strings, and a
    `translate` under a shorter name.
    """
    for path in (path for room in ROOMS for path in sorted(room.rglob("*.py"))):
        for context, call in _calls(ast.parse(path.read_text(encoding="utf-8")), path):
            yield f"class {context or 'QObject'}:\n    def says(self):\n        {call}\n"


def _calls(tree: ast.AST, path: Path, context: str = "") -> Iterator[tuple[str, str]]:
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="tr"), args=[text, *_]):
                _require_literal(text, path)
                yield context, ast.unparse(node)
            case ast.Call(
                func=ast.Name("tr") | ast.Attribute(attr="translate"), args=[_, text, *_]
            ):
                _require_literal(text, path)
                yield context, f"translate({', '.join(map(ast.unparse, node.args))})"
        yield from _calls(node, path, node.name if isinstance(node, ast.ClassDef) else context)


def _require_literal(text: ast.expr, path: Path) -> None:
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
        sys.exit(f"{path}, line {text.lineno}: tr() takes a plain string, and format() its fields")


def _named(text: Text) -> str:
    return f"{text.source!r} ({text.context})"


def _qt(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6, which keeps it in another place on every system."""
    code = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if ran.returncode:
        sys.exit(f"{tool} failed: {ran.stdout}{ran.stderr}")


if __name__ == "__main__":
    main()
