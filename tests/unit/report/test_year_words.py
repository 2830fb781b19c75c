"""The year's papers in Chinese: every text has one, none is left over, and all can be printed."""

import ast
import tomllib
from pathlib import Path

from desktop.assets import resource
from desktop.report import fonts, year_parts
from desktop.words import CHINESE

OWN = tomllib.loads(resource("words", CHINESE, "year_papers.toml").read_text("utf-8"))
ROOM = Path(year_parts.__file__).parent
NAMES = ("year_*", "half_month*", "complaint_register", "composite_table", "consequence_list")


def literals() -> set[str]:
    """Every text in the code of these papers, asked for or looked up."""
    return {
        node.value
        for name in NAMES
        for path in ROOM.glob(f"{name}.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def looked_up() -> set[str]:
    """Values of the tables that name states and kinds."""
    return {
        value.value
        for name in NAMES
        for path in ROOM.glob(f"{name}.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        for value in node.value.values
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


def test_no_translation_outlives_its_text():
    assert not set(OWN) - literals()


def test_every_state_and_kind_has_its_chinese():
    assert looked_up()
    assert not looked_up() - set(OWN)


def test_every_translation_can_be_printed():
    for text in OWN.values():
        fonts.check_glyphs(text.replace("\n", ""))
