"""Composite and consequences as sheets."""

from collections.abc import Sequence

from desktop.assess.composite import CompositeLine
from desktop.assess.documents import CompositeBook
from desktop.report.composite_table import component_kind, lacks, weight_groups
from desktop.report.consequence_list import deadline_of
from desktop.report.figures import DASH
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.year_workbook_cells import (
    Drawing,
    day,
    exact,
    filled,
    fine,
    flag,
    with_overdue,
)


def composite_sheet(drawing: Drawing, held: CompositeBook) -> Sheet:
    """Contributions add up to the score; a unit without score has no rank and no check."""
    words, components = drawing.words, held.setting.components
    fields = [
        Field("rank", words("Rank")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("group", words("Group")),
        *(
            Field(f"{key}{at}", f"{component.name}\n{title}")
            for at, component in enumerate(components, 1)
            for key, title in (("of", words("Of 100")), ("part", words("Points")))
        ),
        Field("score", words("Composite score")),
        Field("missing", words("Components without a figure")),
    ]
    rows = [_composite(line, held, drawing) for line in held.lines]
    about = words("The composite: every component on a scale of 100, and what it contributes.")
    title = words("Composite evaluation")
    sheet = Sheet(title, about, fields, filled(drawing, fields, rows), keys=3)
    return _checked(sheet, drawing, held.lines, len(components))


def _composite(line: CompositeLine, held: CompositeBook, drawing: Drawing) -> list[Value]:
    told, words = drawing.told, drawing.words
    figures = [exact(value) for part in line.parts for value in (part.figure, part.contribution)]
    return [
        DASH if line.rank is None else line.rank,
        line.unit,
        told.unit(line.unit),
        told.group(line.unit),
        *figures,
        exact(line.score),
        words(", ").join(component.name for component in lacks(line, held)) or None,
    ]


def _checked(
    sheet: Sheet, drawing: Drawing, lines: Sequence[CompositeLine], components: int
) -> Sheet:
    words, cell = drawing.words, sheet.cell
    scored: list[float | None] = [None if line.score is None else 0 for line in lines]
    parts = "+".join(f"N({cell(f'part{at}')})" for at in range(1, components + 1))
    sheet = sheet.with_formulas(
        Field("check_score", words("Check: score")),
        fine(f"{parts}-{cell('score')}"),
        scored,
        words("The contributions added up, less the composite score."),
    )
    higher = f'COUNTIF({sheet.column("score")},">"&{cell("score")}+0.0000001)'
    return sheet.with_formulas(
        Field("check_rank", words("Check: rank")),
        f"{higher}+1-{cell('rank')}",
        scored,
        words("Units with a higher composite score, and one, less the rank."),
    )


def components_sheet(drawing: Drawing, held: CompositeBook) -> Sheet:
    words, groups = drawing.words, weight_groups(held, drawing.told)
    fields = [
        Field("code", words("Component code")),
        Field("component", words("Component")),
        Field("kind", words("Kind of component")),
        Field("full", words("Full mark")),
        *(
            Field(f"weight{at}", words("Weight") + f"\n{name}")
            for at, name in enumerate(groups.values(), 1)
        ),
        Field("source", words("Source")),
        Field("date", words("Day")),
        Field("sample", words("Sample"), thousands=True),
    ]
    lines = [
        Line(
            [
                it.code,
                it.name,
                component_kind(it, words),
                exact(it.full),
                *(exact(it.weight_in(code)) for code in groups),
                it.source or None,
                day(it.date),
                it.sample,
            ]
        )
        for it in held.setting.components
    ]
    about = words("What the composite is made of: weights, full marks, sources.")
    return Sheet(words("Components"), about, fields, lines, keys=2)


def consequences_sheet(drawing: Drawing) -> Sheet:
    words, told, book = drawing.words, drawing.told, drawing.book.consequences
    fields = [
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("last", words("Band last year")),
        Field("band", words("Band this year")),
        Field("consequence", words("Consequence")),
        Field("on", words("Confirmed on")),
        Field("document", words("By which document")),
        Field("deadline", words("Deadline")),
        Field("done", words("Carried out on")),
        Field("note", words("Note")),
        Field("by", words("Deadline as a day")),
        Field("overdue", words("Overdue (1)")),
    ]
    rows: list[list[Value]] = [
        [
            it.unit,
            told.unit(it.unit),
            told.band(it.last),
            told.band(it.band),
            it.rule.text,
            held.on if held else words("to be confirmed"),
            (held.document if held else "") or None,
            deadline_of(it, told),
            day(held.done) if held else None,
            (held.note if held else "") or None,
            day(held.deadline) if held else None,
            flag(of=it.is_overdue(book.year.day)),
        ]
        for it in book.rows
        for held in (it.confirmation,)
    ]
    about = words("What follows from the bands, and by which document it was done.")
    sheet = Sheet(words("Consequences"), about, fields, filled(drawing, fields, rows), keys=2)
    cell = sheet.cell
    condition = f'AND({cell("by")}<>"",{cell("done")}="",{cell("by")}<"{book.year.day}")'
    says = words("Not done, and due before the day: less the mark of the line.")
    return with_overdue(drawing, sheet, condition, says, len(rows))
