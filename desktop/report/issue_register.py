"""领发登记 (document 1): what was handed out and came back, line by line, with its sums."""

from collections.abc import Sequence
from pathlib import Path

from desktop.report.figures import DASH
from desktop.report.fonts import printable
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import column_room, document_theme
from desktop.tally.document_rows import IssueRegister, IssueRow
from desktop.words import Words


def write_issue_register(
    register: IssueRegister,
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one into this folder; its path. GlyphMissingError: none."""
    document, theme = words("Issue register"), document_theme()
    imprint = naming.imprint(document, words)
    sections = begun(imprint, theme, words)
    nothing = words("Nothing was entered.")
    sections.part_or(words("Sums by channel"), _sums(register.rows, words), nothing)
    sections.part_or(words("Line by line"), _lines(register.rows, words), nothing)
    if register.warnings:
        told = [held.sentence(words) for held in register.warnings]
        sections.paragraphs(words("To be explained"), told, [])
    people = (words("Handed out by:"), words("Taken by:"), words("Supervisor:"))
    line = words("Papers handed out and taken back were counted by both sides.")
    signed(sections, words("Signatures"), [line], people)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def _sums(rows: Sequence[IssueRow], words: Words) -> Table:
    columns = [
        Column(words("Channel"), Kind.NAME),
        Column(words("issued")),
        Column(words("returned")),
    ]
    ways = (words("issued"), words("returned"))
    sums = {
        channel: [
            sum(held.forms for held in rows if (held.channel, held.way) == (channel, way))
            for way in ways
        ]
        for channel in dict.fromkeys(held.channel for held in rows)
    }
    blocks = [row(printable(name), *(f"{n:,}" for n in held)) for name, held in sums.items()]
    return Table(columns, blocks)


def _lines(rows: Sequence[IssueRow], words: Words) -> Table:
    columns = [
        Column(words("No.")),
        Column(words("Day"), Kind.CODE),
        Column(words("Channel"), Kind.TEXT, limit=column_room("channel")),
        Column(words("Way"), Kind.CODE),
        Column(words("Forms")),
        Column(words("Given by"), Kind.TEXT, limit=column_room("person")),
        Column(words("Taken by"), Kind.TEXT, limit=column_room("person")),
        Column(words("Signed by"), Kind.TEXT, limit=column_room("person")),
        Column(words("Note"), Kind.NAME),
    ]
    return Table(
        columns,
        [
            row(
                str(at),
                held.on,
                printable(held.channel),
                held.way,
                f"{held.forms:,}",
                printable(held.giver),
                printable(held.taker),
                printable(held.signed) or DASH,
                printable(held.note) or DASH,
            )
            for at, held in enumerate(rows, 1)
        ],
    )
