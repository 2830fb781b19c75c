"""Every word of the documents is translated, and no translation is left over."""

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.assets import resource
from desktop.report import documents, fonts
from desktop.report.documents import DOCUMENTS
from desktop.words import CHINESE

REPORT = Path(documents.__file__).parent
OWN = tomllib.loads(resource("words", CHINESE, "documents.toml").read_text("utf-8"))
"""What the documents alone say; pages and commands lend them the rest."""
TRANSLATED = {
    source: text
    for path in resource("words", CHINESE).glob("*.toml")
    for source, text in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


def literals(tree: ast.AST) -> Iterator[str]:
    """What is given to `words`, under whatever name an object keeps it."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="words") | ast.Attribute(attr="words" | "_words"), args=[text]
            ):
                if isinstance(text, ast.Constant):
                    yield str(text.value)


def sources() -> set[str]:
    found = {
        text
        for path in REPORT.glob("*.py")
        for text in literals(ast.parse(path.read_text(encoding="utf-8")))
    }
    titles = {document.title for document in DOCUMENTS}
    errors = {documents.DocumentUnknownError.message, fonts.GlyphMissingError.message}
    return found | titles | errors


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("source", sorted(sources()))
def test_a_text_has_a_translation_with_its_fields(source):
    assert source in TRANSLATED
    assert fields(TRANSLATED[source]) == fields(source)


def test_no_translation_outlives_its_text():
    assert set(OWN) - sources() == set()


def test_every_translation_can_be_printed():
    for text in OWN.values():
        fonts.check_glyphs(text)
