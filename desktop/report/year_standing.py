"""考评排名: all units by rank on a day, what each chapter took, and how many in a band."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from desktop.assess.documents import Assessment, by_chapter, chapter, chapters
from desktop.assess.standing import UnitStanding
from desktop.report.figures import DASH
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import signed, write_pdf
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room, document_theme
from desktop.report.year_facts import rule_name
from desktop.report.year_look import landscape, year_room
from desktop.report.year_parts import (
    Told,
    band_range,
    bands_sentence,
    begun_year,
    dispute_lines,
    mark,
    one_line,
    said,
    year_imprint,
)
from desktop.words import Words


def write_year_standing(held: Assessment, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    GlyphMissingError: nothing was written.
    """
    document, theme = words("Assessment ranking"), landscape(document_theme())
    imprint = year_imprint(naming, held.year, document, words)
    sections = begun_year(imprint, held.year, theme, words)
    told = Told(held.year, words)
    sections.part(words("Units in each band"), band_table(held, told), _notes(held, words))
    table, nothing = ranking_table(held, told), words("No unit is assessed.")
    if table.blocks:
        sections.part(words("Ranking"), table, _columns_said(held, words))
    else:
        sections.part_or(words("Ranking"), table, nothing)
    if held.void:
        sections.part(words("Void results"), void_table(held, told))
    _sign(sections, words)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def _notes(held: Assessment, words: Words) -> list[str]:
    return [bands_sentence(held.year, words), *dispute_lines(held.entries, words)]


def _columns_said(held: Assessment, words: Words) -> list[str]:
    """What the columns of chapters hold: a rule set names none, so each is told by its rules."""
    rules = held.year.rules
    named = []
    for part in chapters(rules):
        first, *others = (rule for rule in rules.rules if chapter(rule) == part)
        name = words("“{rule}”, {count} rules").format(rule=rule_name(first), count=len(others) + 1)
        named.append(words("{code}: {name}").format(code=part, name=name if others else first.text))
    return [
        words("Points by chapter of the rule set; a dash where a chapter took nothing."),
        words("Chapters by their rules: {chapters}.").format(chapters=words("; ").join(named)),
    ]


def band_table(held: Assessment, told: Told) -> Table:
    """Counts of ranked units, by group where there are several."""
    words = told.words
    names = dict.fromkeys(unit.group for unit in held.year.units.values())
    groups = list(names) if told.several_groups else []
    ranked = [it for it in held.standings if it.rank is not None]
    columns = [
        Column(words("Band"), Kind.TEXT, limit=column_room("band")),
        Column(words("Score"), Kind.TEXT),
        Column(words("Agencies")),
        *(Column(one_line(group), group=words("Of these")) for group in groups),
    ]
    blocks = []
    for band in held.year.rules.bands:
        found = [it.unit for it in ranked if it.band.code == band.code]
        cells = _counts(found, groups, told)
        blocks.append(row(band.name, band_range(band, words), *cells))
    total = _counts([it.unit for it in ranked], groups, told)
    blocks.append(row(words("Total"), "", *total, strong=True))
    return Table(columns, blocks)


def _counts(units: Sequence[str], groups: Sequence[str], told: Told) -> list[str]:
    counts = Counter(told.group(unit) for unit in units)
    return [str(len(units)), *(str(counts[group]) for group in groups)]


def ranking_table(held: Assessment, told: Told) -> Table:
    """Void units stand last, without figures: what they would be was falsified."""
    words = told.words
    parts = chapters(held.year.rules)
    columns = [
        Column(words("Rank"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        *_group_column(told),
        *(Column(one_line(part), group=told.points_title) for part in parts),
        Column(words("Total"), group=told.points_title),
        Column(words("Sum before its bounds")),
        Column(words("Score")),
        Column(words("Band"), Kind.TEXT, limit=column_room("band")),
        Column(words("Remarks"), Kind.TEXT, limit=column_room("remark")),
    ]
    ranks = Counter(it.rank for it in held.standings)
    blocks = [_ranked(it, held, told, tied=ranks[it.rank] > 1) for it in held.standings]
    return Table(columns, blocks, keys=2)


def _group_column(told: Told) -> list[Column]:
    if not told.several_groups:
        return []
    return [Column(told.words("Group"), Kind.TEXT, limit=year_room("group"))]


def _ranked(it: UnitStanding, held: Assessment, told: Told, *, tied: bool) -> Block:
    words, rules = told.words, held.year.rules
    group = [told.group(it.unit)] if told.several_groups else []
    if it.rank is None:
        empty = [DASH] * (len(chapters(rules)) + 4)
        return row(DASH, told.unit(it.unit), *group, *empty, words("results void"))
    found = by_chapter(it)
    figures = [told.points(found.get(part)) for part in chapters(rules)]
    remarks = [
        *([words("tie")] if tied else []),
        *([words("veto")] if it.vetoed else []),
        *([words("held within its bounds")] if it.score != it.unfloored else []),
    ]
    return row(
        str(it.rank),
        told.unit(it.unit),
        *group,
        *figures,
        told.points(sum(found.values(), Fraction())),
        mark(it.unfloored),
        mark(it.score),
        it.band.name,
        words(", ").join(remarks),
    )


def void_table(held: Assessment, told: Told) -> Table:
    words = told.words
    columns = [
        Column(words("Agency"), Kind.NAME),
        Column(words("Void since"), Kind.CODE),
        Column(words("Reason"), Kind.NAME),
        Column(words("Second person"), Kind.TEXT, limit=column_room("person")),
    ]
    blocks = [row(told.unit(it.unit), it.on, said(it.reason), said(it.second)) for it in held.void]
    return Table(columns, blocks)


def _sign(sections: Sections, words: Words) -> None:
    line = words("This ranking rests on the ledger whose entries were compared one by one.")
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Supervisor:"))
    signed(sections, words("Signatures"), [line], people)
