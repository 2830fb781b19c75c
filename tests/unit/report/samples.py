"""Small results for the tests of the documents, counted by the rules themselves."""

import hashlib
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

import pypdf

from desktop.report.documents import write_documents
from desktop.report.material import Material
from desktop.tally.counting import Totals, TotalsRow, channel_tallies, count_forms
from desktop.tally.form import FormState
from desktop.tally.identical import identical_forms
from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import (
    FormStanding,
    Slip,
    reconcile,
    reconcile_batch,
    reconciliation_warnings,
)
from desktop.tally.results import Results, agency_results, cut_of, form_counts
from desktop.words import CHINESE, words_for
from tests.plans import small_plan

ZH = words_for(CHINESE)
HASH = hashlib.sha256(b"results").hexdigest()
HOSTILE = (
    '=1+1,"引号"\n<b>粗体</b> & 结束',
    "+86 某局",
    "-减号局",
    "@某局,逗号",
    "𠮷野监督管理局𬱖",
    "'撇号局",
    "某某市人民政府机关作风办公室" * 14,
)

Batch = tuple[str, str, list[tuple[str, str]]]
"""Channel, batch code, and void reason and marks of the forms numbered from 1."""

FORMS: list[Batch] = [
    ("C1", "B001", [("", "111111"), ("", "121312"), ("V1", "333333"), ("", "111111")]),
    ("C2", "B002", [("", "213213"), ("", "1023x-"), ("V3", "")]),
]


def outside(channel: str, source: str, *forms: int) -> Totals:
    """Totals from outside, six votes a cell; `forms` as stated for A1, A2 …"""
    stated = [(f"A{at}", number) for at, number in enumerate(forms, 1)]
    counts = MarkCounts((3, 2, 1))
    rows = [
        TotalsRow(code, dimension, counts, n) for code, n in stated for dimension in ("D1", "D2")
    ]
    return Totals(channel, source, tuple(rows))


def named(*names: str) -> list[dict[str, Any]]:
    """Agencies with these names, as a plan lists them."""
    return [{"code": f"A{at:03d}", "name": name, "group": "G1"} for at, name in enumerate(names, 1)]


def hostile_plan(*more: str) -> Plan:
    return small_plan(named(*(name[:200] for name in (*HOSTILE, *more))), 1)


def material(
    plan: Plan | None = None,
    batches: Iterable[Batch] = FORMS,
    *,
    mode: str = "official",
    totals: Iterable[Totals] = (),
    **changes: Any,
) -> Material:
    """The whole way from forms to what the documents are made from."""
    plan, batches, totals = plan or small_plan(), list(batches), list(totals)
    rows = reconcile(plan, [_batch(plan, batch) for batch in batches])
    forms = [
        (code, number, void, marks)
        for _, code, held in batches
        for number, (void, marks) in zip(count(1), held, strict=False)
    ]
    channel = {code: name for name, code, _ in batches}
    valid = [held for held in forms if not held[2]]
    counters = count_forms(plan, (((channel[b], None), m.encode()) for b, _, _, m in valid))
    agencies = agency_results(plan, channel_tallies(plan, counters, totals))
    top, bottom = cut_of(plan, agencies)
    results = Results(
        "5e" * 32, mode, plan, "9a" * 32, form_counts(plan, rows), agencies, top, bottom, rows,
        tuple(totals), HASH,
    )  # fmt: skip
    given: dict[str, Any] = {
        "identical": identical_forms((b, n, m.encode()) for b, n, _, m in valid),
        "warnings": reconciliation_warnings(plan, rows),
        "forms": lambda: iter(forms),
    }
    return Material(results, **(given | changes))


def blank_forms(plan: Plan, marks: str = "1") -> list[Batch]:
    """One batch of two forms, filled with one mark."""
    return [("C1", "B001", [("", marks * plan.cells)] * 2)]


def written(made: Material, folder: Path, name: str) -> Path:
    """One document in Chinese."""
    (path,) = write_documents(made, folder, words=ZH, only=[name])
    return path


def pages_of(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def squeezed(text: str) -> str:
    """Without white space: where a line breaks does not matter."""
    return "".join(text.split())


def text_of(path: Path) -> str:
    return squeezed("".join(pages_of(path)))


def _batch(plan: Plan, batch: Batch):
    channel, code, forms = batch
    standings = [
        FormStanding(number, FormState.VOID if void else FormState.VALID, void)
        for number, (void, _) in enumerate(forms, 1)
    ]
    return reconcile_batch(plan, Slip(code, channel, len(forms)), standings)
