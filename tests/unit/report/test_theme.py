"""One theme file decides every size: the code holds none, and what it draws follows the file."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop import report
from desktop.assets import resource
from desktop.papers.listing import PAPERS
from desktop.papers.sources import Sources
from tests.reference.small_round import LETTER, small_round
from tests.unit.report.samples import ZH

REPORT = Path(report.__file__).parent
PLAIN = {0, 1, 2, -1, 0.5, 100}
"""None, one, both, half and per cent are arithmetic."""
COUNTED = {"keys", "maxsize"}
"""Arguments that count things: columns of a table, entries of a cache."""
UNITS = ("POINTS_PER_MM", "POINTS_PER_INCH")
PAGELESS = re.compile("(year_|ledger_)?workbook(?!_page|_look)|sheet$|csv_|timeless")
"""Modules that draw no page: their numbers count columns and digits."""
REASONS = {
    "barcode._QUIET": "the standard's white beside the bars, in modules",
    "chart_look._parts": "where the digits of a colour stand",
    "chart_rows.axis_around": "tenths: how far an axis reaches beyond its values",
    "chart_rows._round_step": "1, 2, 5, 10: round numbers",
    "chart_svg._TIMES": "Qt cuts fractions of sizes: written larger, drawn smaller",
    "figures._HASH_GROUP": "digits that an eye compares at once",
    "figures.HASH_LINE": "groups on a line of a hash",
    "fonts.glyphs": "units of a font's em",
    "fonts._unicode_map": "the last character of two bytes",
    "hand_over_slip._WITH_SIGNATURES": "lines of a table that stay with its signatures",
    "key_card": "the digits that stand for void reasons",
    "newspaper_layout._STEPS": "sizes that are tried, in steps",
    "lines._ROUNDING": "what floats lose",
    "page._SURVEY_SHOWN": "digits of an id",
    "pen.MIDDLE": "measured in the font",
    "ruling_tables.SHOWN": "how many cells a sheet lists",
    "shapes.CIRCLES": "the unit square",
    "shapes.POLYGONS": "the unit square",
    "shapes.STROKES": "the unit square",
    "shift_sheet._duration": "seconds and minutes",
    "strips._least": "a quarter of a page is free before a tall thing is begun",
    "circular_pdf._ROUNDING": "what floats lose",
    "year_circulars._MAIN": "how many sections a circular names of a unit",
    "daily_work._PLACES": "how many places are named",
    "daily_work.clock_text": "seconds and minutes",
    "docx_frame._MODULE": "pixels of a module of the picture",
    "docx_frame._SURVEY_SHOWN": "digits of an id",
    "docx_frame.code_picture": "white",
    "form_columns": "two and three answers of a dimension",
    "form_pages._TEN": "every tenth row has an anchor line",
    "form_stream._VERSION": "of the format",
    "workbook_page._LONGEST_NAME": "letters of a name in a head line",
    "form_table.FormTable._draw_boxes": "a code stands a third of its room above the rule",
    "form_table._TEN": "every tenth row has an anchor line",
    "form_table.FormTable._draw_turned": "degrees",
    "year_facts._NUMBER": "digits by which people call a line",
}
"""Numbers that are no sizes, by module and owner, each with what it is."""


def numbers(path: Path) -> Iterator[tuple[str, int, float]]:
    """Owner, line and value of every number of a module that may be a size."""
    return _numbers(ast.parse(path.read_text(encoding="utf-8")), path.stem)


def _numbers(node: ast.AST, owner: str) -> Iterator[tuple[str, int, float]]:
    match node:
        case ast.Constant(value=bool() | str() | bytes()):
            return
        case ast.Constant(value=int() | float() as value):
            if value not in PLAIN:
                yield owner, node.lineno, value
            return
    for name, child in ast.iter_fields(node):
        if _counts(node, name):
            continue
        for held in child if isinstance(child, list) else [child]:
            if isinstance(held, ast.AST):
                yield from _numbers(held, _owner(held, owner))


def _counts(node: ast.AST, name: str) -> bool:
    """Whether what stands there is a place or a number of things: `[3]`, `keys=3`, `[""] * 3`."""
    match node:
        case ast.Subscript():
            return name == "slice"
        case ast.keyword(arg=arg):
            return arg in COUNTED
        case ast.BinOp(left=ast.List(), op=ast.Mult()):
            return name == "right"
    return False


def _owner(node: ast.AST, owner: str) -> str:
    """The function, class or constant a number stands in."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return f"{owner}.{name}"
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return f"{owner}.{name}" if "." not in owner else owner
    return owner


PAGES = [path for path in sorted(REPORT.glob("*.py")) if not PAGELESS.match(path.stem)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_size_stands_in_the_code(path):
    found = [held for held in numbers(path) if held[0] not in REASONS]
    found = [held for held in found if not held[0].endswith(UNITS)]
    assert not found, "these belong into documents.toml, or into REASONS with what they are"


def test_no_reason_outlives_its_number():
    owners = {owner for path in REPORT.glob("*.py") for owner, _, _ in numbers(path)}
    assert REASONS.keys() <= owners


BY = 1.25
FITTED = {"questionnaire", "newspaper", "key-card", "error-card"}
"""Papers set as large as their page allows."""
THEME = ("themes", "documents.toml")
_STYLE = re.compile(r"(?<=\b(?:size|line|ding) = )[\d.]+(?=[^{}\n]*\})")
_ROOM = re.compile(
    r"^((?!number_indent|explanation_signed|heading|label_room|name_)\w+ = )([\d.]+)$", re.MULTILINE
)
"""Lengths of `[table]` and `[rooms]`, but for what is counted in hanzi, lines or shares."""


def larger(text: str) -> str:
    """The theme with all type and the room around it larger."""
    parts = re.split(r"^(?=\[)", _STYLE.sub(lambda held: _times(held[0]), text), flags=re.MULTILINE)
    return "".join(
        _ROOM.sub(lambda held: held[1] + _times(held[2]), part)
        if part.startswith(("[table]", "[rooms]"))
        else part
        for part in parts
    )


def _times(number: str) -> str:
    return f"{float(number) * BY:g}"


def forget() -> None:
    """Everything that was read from a theme or laid out by it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("desktop.report"):
            for held in vars(module).values():
                if hasattr(held, "cache_clear"):
                    held.cache_clear()


@pytest.fixture
def larger_theme(tmp_path, monkeypatch):
    path = tmp_path / "documents.toml"
    path.write_text(larger(resource(*THEME).read_text(encoding="utf-8")), encoding="utf-8")

    def other(*parts: str) -> Path:
        return path if parts == THEME else resource(*parts)

    for name, module in list(sys.modules.items()):
        if name.startswith("desktop.report") and hasattr(module, "resource"):
            monkeypatch.setattr(module, "resource", other)
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Every paper that flows over pages as it is set as a rule, and what it is made from."""
    centre, _ = small_round(tmp_path_factory.mktemp("round") / "c")
    with centre.opened(write=False) as survey:
        sources = Sources(survey, ZH, LETTER)
        folder = tmp_path_factory.mktemp("drawn")
        held = [paper for paper in PAPERS if paper.is_pdf and paper.name not in FITTED]
        yield sources, {it.name: it.write(sources, folder / f"{it.name}.pdf") for it in held}


def sizes(path: Path) -> set[float]:
    """Of all text that is shown on any page; a size that is set and never used is none."""
    found: set[float] = set()
    for page in pypdf.PdfReader(path).pages:
        content: Any = page.get_contents()
        size = 0.0
        for operands, operator in content.operations:
            if operator == b"Tf":
                size = round(float(operands[1]), 3)
            elif operator in (b"Tj", b"TJ") and size:
                found.add(size)
    return found


def test_a_larger_theme_makes_all_type_larger(drawn, larger_theme, tmp_path):
    sources, paths = drawn
    for paper in PAPERS:
        if paper.name in paths:
            path = paper.write(sources, tmp_path / f"{paper.name}.pdf")
            assert path
            wanted = {round(size * BY, 3) for size in sizes(paths[paper.name])}
            assert sizes(path) == wanted, paper.name
