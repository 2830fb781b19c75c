"""Every text outside the windows has a Chinese translation, with the same fields in it."""

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.assess.ledger import State
from desktop.tally.keyings import FormStage
from desktop.words import CHINESE, ENGLISH, system_language, unknown_language, words_for

CHECKOUT = Path(__file__).resolve().parents[2]
WORDS = CHECKOUT / "resources" / "words" / CHINESE
SPEAKERS = {
    "BadPackageError": 0,
    "BadRecordError": 0,
    "WrongFileError": 0,
    "WrongValueError": 0,
    "Phrase": 0,
    "Problem": 1,
    "_needs": 1,
    "_note": 1,
    "_refusal": 1,
    "_says": 1,
    "_checked": 0,
    "say_edge": 0,
    "note": 1,
    "progress_bar": 0,
    "say": 0,
    "say_table": 0,
    "step": 0,
    "words": 0,
}
"""Functions that speak, and which of their arguments is the text."""

NAMED = {"message", "heads", "title", "lead", "NOT_MERGED", "NOT_HERE"}
"""Names that texts are assigned to."""
SHOWN = {
    *(stage.value for stage in FormStage),
    *(state.value for state in State),
    *("supervisor", "admitted", "suspended", "joined"),
    "other file",
}
"""Values printed through `words`: stages of a form, states of entries and stations, file kinds."""
TABLES = {"_STATES", "_WHAT"}
"""Dicts whose values are printed through `words`."""


def texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in WORDS.glob("*.toml"):
        for source, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert found.setdefault(source, text) == text, f"two translations of {source!r}"
    return found


def literals(node: ast.expr) -> Iterator[str]:
    """The strings an expression may come to: a literal, either branch, or a loop's list."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def spoken(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            at = SPEAKERS.get(name)
            if at is not None and len(node.args) > at:
                yield from literals(node.args[at])
        elif isinstance(node, ast.Assign) and names(node) & NAMED:
            items = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for item in items:
                yield from literals(item)
        elif isinstance(node, ast.Return) and node.value is not None:
            yield from returned(node.value)
        elif isinstance(node, ast.Dict):
            # a message by what it is about, or figures by their message
            parts = [part for part in (*node.keys, *node.values) if part is not None]
            yield from (text for part in parts for text in literals(part) if ": " in text)
        elif isinstance(node, ast.comprehension) and isinstance(node.iter, ast.Tuple):
            for item in node.iter.elts:
                yield from literals(item)


def returned(value: ast.expr) -> Iterator[str]:
    """A sentence, or a message template with its fields."""
    if isinstance(value, ast.Tuple):
        if value.elts and isinstance(value.elts[-1], ast.Dict):
            yield from literals(value.elts[0])
    else:
        yield from (text for text in literals(value) if " " in text)


def names(node: ast.Assign) -> set[str]:
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def asked(tree: ast.AST) -> Iterator[str]:
    """What is handed to `words` itself, or looked up for it, however short."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words" and node.args:
            yield from literals(node.args[0])
        elif isinstance(node, ast.Assign) and names(node) & TABLES:
            for value in node.value.values if isinstance(node.value, ast.Dict) else ():
                yield from literals(value)


def sources() -> list[str]:
    found, short = set(), set(SHOWN)
    for room in ("tally", "assess", "store", "actions", "papers", "cli"):
        for path in (CHECKOUT / "desktop" / room).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            found |= {text for text in spoken(tree) if text}
            short |= set(asked(tree))
    # places in code, columns of SQL and file headers are no speech
    return sorted(
        short | {text for text in found if text[0].isupper() or " " in text or text in texts()}
    )


def refusals() -> list[str]:
    """The sentence of every error that the windows raise themselves."""
    found = set()
    for room in ("models", "views"):
        for path in (CHECKOUT / "desktop" / room).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                    found |= {text for text in spoken(node) if " " in text}
    return sorted(found)


@pytest.mark.parametrize("source", refusals())
def test_what_a_window_refuses_is_said_in_chinese(source):
    assert fields(texts()[source]) == fields(source)


@pytest.mark.parametrize("source", sources())
def test_a_text_is_translated_with_its_fields(source):
    translated = texts().get(source)
    assert translated, f"no Chinese for {source!r}"
    assert fields(translated) == fields(source)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", ["errors.toml", "commands.toml"])
def test_no_translation_outlives_its_text(name):
    stale = set(tomllib.loads((WORDS / name).read_text(encoding="utf-8"))) - set(sources())
    assert not stale


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, CHINESE),
        ({"LANG": "zh_CN.GB18030"}, CHINESE),
        ({"LANG": "en_US.UTF-8"}, ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "en_US.UTF-8", "PINGYI_LANG": "zh_CN"}, CHINESE),
        ({"LANG": "zh_CN.UTF-8", "PINGYI_LANG": "xx"}, CHINESE),
        ({"LANG": "en_US.UTF-8", "PINGYI_LANG": "xx"}, ENGLISH),
        ({"LANG": "Chinese (Simplified)_China.936", "PINGYI_LANG": "en"}, ENGLISH),
    ],
)
def test_the_language_follows_the_system_unless_named(variables, language, monkeypatch):
    for name in ("PINGYI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_an_unknown_text_stays_as_it_is():
    assert words_for(CHINESE)("no such text") == "no such text"
    assert words_for(ENGLISH)("Rank") == "Rank"


@pytest.mark.parametrize(("wished", "unknown"), [("xx", "xx"), ("zh_CN", ""), ("en", ""), ("", "")])
def test_a_language_that_is_not_there_is_named(wished, unknown, monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", wished)
    assert unknown_language() == unknown
