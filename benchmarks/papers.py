"""`papers`: every paper of the 2005 round, beside reportlab's own tables of the same cells."""

import json
from typing import Any

from benchmarks.child import run_module
from benchmarks.paper import FORMS_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.timing import times_over
from desktop.papers.listing import PAPERS

_MACHINE = "machines/supervisor"


def measure(run: Run) -> Report:
    forms, demo = run.amount(FORMS_2005, 300), run.folder / "demo"
    run_module("desktop", "demo", "--json", "--forms", str(forms), "--out", str(demo))
    folder = run.folder / "papers"
    folder.mkdir()
    words = (str(demo / "2005.pingyi"), str(demo / _MACHINE), str(folder))
    return _report(forms, json.loads(run_module("benchmarks.printing", *words)))


def _report(forms: int, found: dict[str, Any]) -> Report:
    costs = found["papers"]
    whole = sum(cost["seconds"] for cost in costs.values())
    pdfs = sum(costs[paper.name]["seconds"] for paper in PAPERS if paper.is_pdf)
    drawn = found["drawn"]
    pages = sum(cost["pages"] for cost in costs.values())
    rows = [
        (f"{paper.name}{paper.suffix}", f"{cost['seconds']:.2f}", str(cost["pages"] or ""))
        for paper in PAPERS
        for cost in (costs[paper.name],)
    ]
    return Report(
        "papers",
        f"every paper of {forms:,} forms, {pages:,} pages of PDF",
        [Table(("", "seconds", "pages"), [*rows, ("all", f"{whole:.2f}", f"{pages:,}")])],
        [
            f"{found['tables']:,} tables are in the PDFs, whose drawing takes {drawn:.1f} s,"
            f" with what is read for them {pdfs:.1f} s; reportlab's own tables of the same"
            f" cells, bare, take {found['bare']:.1f} s: {times_over(drawn, found['bare'])}.",
        ],
        [
            Target("all papers", whole, 60, " s"),
            Target("feedback sheets", costs["feedback"]["seconds"], 20, " s"),
            Target("peak memory", found["peak"] / 1e6, 500, " MB"),
            Target("papers against bare tables", drawn / found["bare"], 2, " ×"),
        ],
    )
