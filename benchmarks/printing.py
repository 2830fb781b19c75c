"""For a process of its own: `python -m benchmarks.printing FILE HOME FOLDER` prints a cost.

Writes every paper of a survey, then draws the tables that were in them once more, as plainly as
reportlab's own tables can be: the same cells in the same font, a grid, and a head that repeats.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

# first: it sets how reportlab is to write, which reportlab reads when it is imported
import desktop.report  # noqa: F401

# isort: split
import pypdfium2  # type: ignore[import-untyped]
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import LongTable, PageBreak, SimpleDocTemplate, TableStyle

from benchmarks.machine import system_field
from desktop.papers.listing import PAPERS, Paper
from desktop.papers.sources import Sources
from desktop.report import documents
from desktop.report.fonts import base_font, glyphs
from desktop.report.table import Table
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.words import CHINESE, words_for

_SIZE, _LEADING, _PADDING = 8.5, 11.5, 2


DRAWING = {
    "batch_cover": "write_batch_covers",
    "circular": "circular",
    "daily_report": "write_daily_report",
    "error_card": "write_error_card",
    "feedback": "feedback_sheets",
    "hand_over_slip": "write_hand_over_slips",
    "issue_register": "write_issue_register",
    "key_card": "write_key_card",
    "newspaper": "write_newspaper",
    "notice": "notice",
    "questionnaire": "write_questionnaire",
    "ruling_sheet": "write_ruling_sheets",
    "station_sheet": "write_station_sheets",
    "zero_report": "write_zero_report",
}
"""What draws a PDF of rows that were read before; `documents` names the others."""


def print_all(file: Path, home: Path, folder: Path) -> dict[str, Any]:
    """Seconds and pages of each paper, peak bytes, and the tables drawn barely."""
    drawn: list[float] = []
    with open_survey(file, home=Home(home)) as survey, _recorded() as tables, _clocked(drawn):
        sources = Sources(survey, words_for(CHINESE))
        sources.material  # noqa: B018  counted before the first paper is timed
        for bold in (False, True):
            glyphs(bold=bold)  # fonts are read once, for whoever draws
        costs = {paper.name: _cost(paper, sources, folder) for paper in PAPERS}
    peak = 1024 * int(system_field("/proc/self/status", "VmHWM").split(" ")[0])
    bare = _timed(lambda: _draw(tables, folder / "bare.pdf"))
    return {
        "papers": costs,
        "peak": peak,
        "tables": len(tables),
        "bare": bare,
        "drawn": sum(drawn),
    }


def _cost(paper: Paper, sources: Sources, folder: Path) -> dict[str, Any]:
    path = folder / f"{paper.name}{paper.suffix}"
    seconds = _timed(lambda: paper.write(sources, path))
    return {"seconds": seconds, "pages": _pages(path) if path.exists() else 0}


def _pages(path: Path) -> int:
    return len(pypdfium2.PdfDocument(path)) if path.suffix == ".pdf" else 0


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@contextmanager
def _clocked(spent: list[float]) -> Iterator[None]:
    """Every drawing of a PDF meanwhile adds its seconds, laying out and writing alike."""
    with ExitStack() as undo:
        for module, name in DRAWING.items():
            draw = getattr(import_module(f"desktop.report.{module}"), name)
            made = partial(_clocked_call, draw, spent)
            undo.enter_context(patch(f"desktop.report.{module}.{name}", made))
        kept = [
            replace(held, prepare=partial(_clocked_call, held.prepare, spent))
            if held.suffix == ".pdf"
            else held
            for held in documents.DOCUMENTS
        ]
        undo.enter_context(patch("desktop.report.documents.DOCUMENTS", tuple(kept)))
        yield


def _clocked_call(draw: Callable[..., Any], spent: list[float], *words: Any, **named: Any) -> Any:
    """A drawing may give a writer, which is called later and clocked too."""
    begun = time.perf_counter()
    made = draw(*words, **named)
    spent.append(time.perf_counter() - begun)
    return partial(_clocked_call, made, spent) if callable(made) else made


@contextmanager
def _recorded() -> Iterator[list[Table]]:
    """Every table that is made meanwhile."""
    made: list[Table] = []
    original = Table.__init__

    def record(table: Table, *words: Any, **named: Any) -> None:
        original(table, *words, **named)
        made.append(table)

    Table.__init__ = record  # type: ignore[method-assign, assignment]
    try:
        yield made
    finally:
        Table.__init__ = original  # type: ignore[method-assign]


def _draw(tables: Sequence[Table], path: Path) -> None:
    flow: list[Any] = []
    for table in tables:
        flow += [_bare(table), PageBreak()]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(flow)


def _bare(table: Table) -> LongTable:
    rows = [cells for block in table.blocks for cells in block.rows]
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("FONT", (0, 0), (-1, -1), base_font(), _SIZE, _LEADING),
            ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING),
        ]
    )
    heads = [column.title for column in table.columns]
    return LongTable([heads, *rows], repeatRows=1, style=style)


if __name__ == "__main__":
    print(json.dumps(print_all(*map(Path, sys.argv[1:]))))
