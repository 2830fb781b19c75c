"""Lists of the workbook: missing and extra numbers, forms with identical answers, the rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.report.count_tables import straight_name
from desktop.report.figures import number_runs
from desktop.report.material import Material
from desktop.report.rule_text import rule_sentences
from desktop.report.sheet import Field, Formula, Line, Sheet, Value, Whole
from desktop.report.workbook_workings import Workings
from desktop.tally.identical import IdenticalForms

_Run = tuple[str, bool, int, int]
"""Batch, whether missing, first and last number."""


def gaps_sheet(workings: Workings, reconciliation: Sheet) -> Sheet:
    """Runs of numbers, a row each: a cell would not hold a long list."""
    words, runs = workings.words, list(_runs(workings))
    kinds = {True: words("missing"), False: words("extra")}
    fields = [
        Field("batch", words("Batch")),
        Field("kind", words("Kind")),
        Field("first", words("From number")),
        Field("last", words("To number")),
        Field("count", words("Number of forms"), thousands=True),
    ]
    lines = [
        Line([batch, kinds[missing], first, last, last - first + 1])
        for batch, missing, first, last in runs
    ] or [_nothing(workings, len(fields))]
    about = words("Numbers on the slip that were not keyed, and numbers above it that were.")
    sheet = Sheet(words("Missing and extra numbers"), about, fields, lines)
    sheet = sheet.with_formulas(
        Field("check_count", words("Check: numbers")),
        f"{sheet.cell('last')}-{sheet.cell('first')}+1-{sheet.cell('count')}",
        [0 for _ in runs],
        words("To number − from number + 1, less the number of forms."),
    )
    return _with_reconciliation(workings, sheet, reconciliation, runs)


def _nothing(workings: Workings, columns: int) -> Line:
    """An empty table says that it is."""
    return Line([workings.words("(none)"), *[None] * (columns - 1)])


def _runs(workings: Workings) -> Iterator[_Run]:
    for held in workings.results.reconciliation:
        for missing, numbers in ((True, held.missing_numbers), (False, held.extra_numbers)):
            for first, last in number_runs(numbers):
                yield held.batch or "", missing, first, last


def _with_reconciliation(
    workings: Workings, sheet: Sheet, reconciliation: Sheet, runs: Sequence[_Run]
) -> Sheet:
    """As many numbers as the whole channels miss, or have too many."""
    words, rows = workings.words, workings.results.reconciliation
    wholes = []
    for key, missing, says in (
        ("missing", True, words("Missing numbers listed, less those of the reconciliation.")),
        ("extra", False, words("Extra numbers listed, less those of the reconciliation.")),
    ):
        kind = words("missing") if missing else words("extra")
        listed = f'SUMIFS({sheet.outside("count")},{sheet.outside("kind")},"{kind}")'
        channels = f"{reconciliation.outside('subtotal')},1"
        counted = f"SUMIFS({reconciliation.outside(key)},{channels})"
        found = sum(last - first + 1 for _, of, first, last in runs if of == missing)
        known = sum(it.missing if missing else it.extra for it in rows if it.batch is None)
        wholes.append(Whole(says, Formula(f"{listed}-{counted}", found - known)))
    return replace(sheet, wholes=wholes)


def identical_sheet(workings: Workings, material: Material) -> Sheet:
    """A row for every form of every set."""
    words = workings.words
    fields = [
        Field("set", words("Set number")),
        Field("alike", words("Forms alike")),
        Field("mark", words("One mark throughout")),
        Field("run", words("Longest run of numbers")),
        Field("batch", words("Batch")),
        Field("form", words("Form number")),
    ]
    lines = [
        Line(cells)
        for number, held in enumerate(material.identical, 1)
        for cells in _identical_rows(workings, number, held)
    ]
    nothing = not lines
    lines = lines or [_nothing(workings, len(fields))]
    about = words("Forms whose answers are equal: to be looked at, and void for no such reason.")
    sheet = Sheet(words("Identical answers"), about, fields, lines)
    if nothing:
        return sheet
    text = f"ROUND(SUMPRODUCT(1/{sheet.outside('alike')})-MAX({sheet.outside('set')}),6)"
    says = words("Sets counted by their forms (each form 1 ÷ forms alike), less the sets.")
    return replace(sheet, wholes=[Whole(says, Formula(text, 0))])


def _identical_rows(
    workings: Workings, number: int, held: IdenticalForms
) -> Iterator[Sequence[Value]]:
    straight = straight_name(workings.plan, held.straight, workings.words) or None
    for (batch, _), name in zip(held.forms, held.names, strict=True):
        yield number, len(held.forms), straight, held.longest_run, batch, name


def rule_sheet(workings: Workings) -> Sheet:
    words = workings.words
    sentences = rule_sentences(workings.plan, words)
    fields = [Field("number", words("No.")), Field("sentence", words("Sentence"))]
    about = words("Every convention that makes or changes a score or a rank.")
    lines = [Line(cells) for cells in enumerate(sentences, 1)]
    return Sheet(words("The rule"), about, fields, lines, filtered=False)
