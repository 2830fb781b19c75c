"""考评结果运用: what follows from two years' bands, by which document, and whether done."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from desktop.assess.documents import ConsequenceRow, ConsequencesBook
from desktop.report.figures import DASH
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import signed, write_pdf
from desktop.report.table import Block, Column, Kind, Table
from desktop.report.theme import column_room, document_theme
from desktop.report.year_look import landscape, year_room
from desktop.report.year_parts import Told, begun_year, said, year_imprint
from desktop.words import Words


def write_consequence_list(
    held: ConsequencesBook, path: Path, *, naming: Naming, words: Words
) -> Path:
    """Write a PDF of this name, or one into this folder; its path. GlyphMissingError: none."""
    document, theme = words("What follows from the assessment"), landscape(document_theme())
    imprint = year_imprint(naming, held.year, document, words)
    sections = begun_year(imprint, held.year, theme, words)
    told = Told(held.year, words)
    sections.body(*_sentences(held, words))
    table, nothing = consequence_table(held, told), words("Nothing follows from these bands.")
    sections.part_or(words("Unit by unit"), table, nothing)
    line = words("A consequence takes effect by its document and by nothing else.")
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Supervisor:"))
    signed(sections, words("Signatures"), [line], people)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def _sentences(held: ConsequencesBook, words: Words) -> list[str]:
    waiting = sum(row.confirmation is None for row in held.rows)
    late = sum(row.is_overdue(held.year.day) for row in held.rows)
    found = [
        words("Consequences: {all}; not yet confirmed: {waiting}; overdue: {late}.").format(
            all=len(held.rows), waiting=waiting, late=late
        )
    ]
    if held.last:
        text = words("Bands of {year} as in: {source}.")
        found.append(text.format(year=held.last.year, source=said(held.last.source)))
    else:
        found.append(words("Last year's bands are not known: nothing follows from two years."))
    return found


def consequence_table(held: ConsequencesBook, told: Told) -> Table:
    """A block for every unit; its name and bands fill it."""
    words = told.words
    columns = [
        Column(words("Agency"), Kind.NAME, tall=True),
        Column(words("Band last year"), Kind.TEXT, limit=column_room("band"), tall=True),
        Column(words("Band this year"), Kind.TEXT, limit=column_room("band"), tall=True),
        Column(words("Consequence"), Kind.NAME),
        Column(words("Confirmed on"), Kind.CODE),
        Column(words("By which document"), Kind.NAME, limit=year_room("matter")),
        Column(words("Deadline"), Kind.CODE, limit=year_room("kind")),
        Column(words("Carried out on"), Kind.CODE),
        Column(words("Note"), Kind.TEXT, limit=year_room("kind")),
    ]
    blocks = [_block(list(rows), told) for _, rows in groupby(held.rows, key=lambda it: it.unit)]
    return Table(columns, blocks)


def _block(rows: Sequence[ConsequenceRow], told: Told) -> Block:
    return Block(tuple(_cells(held, told) for held in rows))


def _cells(held: ConsequenceRow, told: Told) -> tuple[str, ...]:
    words, confirmed = told.words, held.confirmation
    return (
        told.unit(held.unit),
        told.band(held.last),
        told.band(held.band),
        held.rule.text,
        confirmed.on if confirmed else words("to be confirmed"),
        said(confirmed.document) if confirmed else DASH,
        deadline_of(held, told),
        (confirmed.done if confirmed else "") or DASH,
        _note(held, words),
    )


def _note(held: ConsequenceRow, words: Words) -> str:
    if held.is_disputed:
        return words("in dispute")
    return said(held.confirmation.note) if held.confirmation else DASH


def deadline_of(held: ConsequenceRow, told: Told) -> str:
    """The day or, before anybody confirmed it, the days that the rule set gives."""
    words, confirmed = told.words, held.confirmation
    if confirmed and confirmed.deadline:
        late = held.is_overdue(told.year.day)
        text = words("{day}, overdue") if late else "{day}"
        return text.format(day=confirmed.deadline)
    if held.rule.days and confirmed is None:
        return words("within {days} days").format(days=held.rule.days)
    return DASH
