"""综合评价表: units by rank with what each component contributes, and where that comes from."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from desktop.assess.composite import Component, ComponentKind, CompositeLine, Missing
from desktop.assess.documents import CompositeBook
from desktop.report.figures import DASH
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import signed, write_pdf
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room, document_theme
from desktop.report.year_look import landscape, year_room
from desktop.report.year_parts import Told, begun_year, mark, one_line, said, year_imprint
from desktop.tally.numbers import number_text
from desktop.words import Words

_KINDS = {
    ComponentKind.SURVEY: "survey of this file",
    ComponentKind.ASSESSMENT: "assessment of this file",
    ComponentKind.PHONE: "phone poll",
    ComponentKind.MYSTERY: "mystery visits",
    ComponentKind.ON_SITE: "on-site appraisal",
    ComponentKind.ONLINE: "online poll",
    ComponentKind.OTHER: "other component",
}


def write_composite_table(held: CompositeBook, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path. GlyphMissingError: none."""
    document, theme = words("Composite evaluation"), landscape(document_theme())
    imprint = year_imprint(naming, held.year, document, words)
    sections = begun_year(imprint, held.year, theme, words)
    told = Told(held.year, words)
    notes = [words("Every figure is taken to a scale of 100: figure × 100 ÷ full mark.")]
    sections.part(words("Components"), component_table(held, told), notes)
    table, nothing = rank_table(held, told), words("No unit is assessed.")
    if table.blocks:
        sections.part(words("Ranking"), table, _rules_said(held, words))
    else:
        sections.part_or(words("Ranking"), table, nothing)
    lacking = missing_table(held, told)
    if lacking.blocks:
        sections.part(words("Missing figures"), lacking)
    line = words("The figures of the components were compared with their sources.")
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Supervisor:"))
    signed(sections, words("Signatures"), [line], people)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def component_kind(held: Component, words: Words) -> str:
    return words(_KINDS[held.kind])


def component_table(held: CompositeBook, told: Told) -> Table:
    """Weights by group have columns of their own where any differs."""
    words, groups = told.words, weight_groups(held, told)
    columns = [
        Column(words("Component"), Kind.NAME),
        Column(words("Kind of component"), Kind.TEXT, limit=year_room("kind")),
        Column(words("Full mark")),
        *(Column(one_line(name), group=words("Weight")) for name in groups.values()),
        Column(words("Source"), Kind.NAME),
        Column(words("Day"), Kind.CODE),
        Column(words("Sample")),
        Column(words("Units with a figure")),
    ]
    return Table(
        columns, [_component(it, held, list(groups), told) for it in held.setting.components]
    )


def weight_groups(held: CompositeBook, told: Told) -> dict[str, str]:
    """Names by the codes of the groups that weights may differ between; one for all is empty."""
    if not any(component.weights for component in held.setting.components):
        return {"": told.words("all groups")}
    found: dict[str, str] = {}
    for unit, code in held.groups.items():
        found.setdefault(code, told.group(unit))
    return found


def _component(it: Component, held: CompositeBook, groups: Sequence[str], told: Told) -> Block:
    known = sum(unit in it.figures for unit in held.groups)
    return row(
        said(it.name),
        component_kind(it, told.words),
        number_text(it.full),
        *(number_text(it.weight_in(code)) for code in groups),
        said(it.source),
        it.date or DASH,
        DASH if it.sample is None else f"{it.sample:,}",
        str(known),
    )


def rank_table(held: CompositeBook, told: Told) -> Table:
    words, several = told.words, told.several_groups
    columns = [
        Column(words("Rank"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        *([Column(words("Group"), Kind.TEXT, limit=year_room("group"))] if several else []),
        *(
            Column(title, group=one_line(component.name))
            for component in held.setting.components
            for title in (words("Of 100"), words("Points"))
        ),
        Column(words("Composite score")),
        Column(words("Remarks"), Kind.TEXT, limit=column_room("remark")),
    ]
    return Table(columns, [_ranked(line, held, told) for line in held.lines], keys=2)


def _ranked(line: CompositeLine, held: CompositeBook, told: Told) -> Block:
    words = told.words
    ties = sum(it.rank == line.rank for it in held.lines) > 1
    remarks = [words("tie")] if ties and line.rank is not None else []
    if any(lacks(line, held)):
        remarks.append(words("figure missing"))
    return row(
        DASH if line.rank is None else str(line.rank),
        told.unit(line.unit),
        *([told.group(line.unit)] if told.several_groups else []),
        *(mark(value) for part in line.parts for value in (part.figure, part.contribution)),
        mark(line.score),
        words(", ").join(remarks),
    )


def lacks(line: CompositeLine, held: CompositeBook) -> list[Component]:
    """Components that weigh for its group and have no figure of the unit."""
    group = held.groups[line.unit]
    missing = {part.component for part in line.parts if part.figure is None}
    found = held.setting.components
    return [it for it in found if it.code in missing and it.weight_in(group)]


def _rules_said(held: CompositeBook, words: Words) -> list[str]:
    return [words("Ranks go by the scores before rounding."), _missing_rule(held, words)]


def _missing_rule(held: CompositeBook, words: Words) -> str:
    if held.setting.missing is Missing.STOP:
        return words("A unit that lacks the figure of a component has neither score nor rank.")
    return words(
        "Where a unit lacks the figure of a component, the weights of the others are raised in "
        "proportion until they make the whole."
    )


def missing_table(held: CompositeBook, told: Told) -> Table:
    """What is missing of whom, and by which factor the other weights were raised."""
    words = told.words
    columns = [
        Column(words("Agency"), Kind.NAME),
        Column(words("Components without a figure"), Kind.NAME),
        Column(words("What that did"), Kind.NAME),
    ]
    blocks = []
    for line in held.lines:
        if absent := lacks(line, held):
            names = words(", ").join(said(it.name) for it in absent)
            blocks.append(row(told.unit(line.unit), names, _effect(line, held, words)))
    return Table(columns, blocks)


def _effect(line: CompositeLine, held: CompositeBook, words: Words) -> str:
    if line.score is None:
        return words("neither score nor rank")
    group = held.groups[line.unit]
    whole = sum((it.weight_in(group) for it in held.setting.components), Fraction())
    rest = whole - sum((it.weight_in(group) for it in lacks(line, held)), Fraction())
    text = words("the other weights times {whole} ÷ {rest}")
    return text.format(whole=number_text(whole), rest=number_text(rest))
