"""The tables of a ruling sheet: who keyed the form, where they differ, who doubted it."""

from desktop.report.figures import DASH, record_text
from desktop.report.fonts import printable
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.document_rows import FIRST, SECOND, RulingCell, RulingKeying, RulingSheet
from desktop.words import Words

SHOWN = 20
"""Differing cells that a sheet lists; the others are counted."""
_LABELS = "①②③④⑤⑥⑦⑧⑨⑩"


def label(at: int) -> str:
    """By which a keying is named on its sheet."""
    return _LABELS[at] if at < len(_LABELS) else f"({at + 1})"


def keying_table(sheet: RulingSheet, words: Words) -> Table:
    columns = [
        Column(words("Keying"), Kind.CODE),
        Column(words("Pass"), Kind.TEXT),
        Column(words("Station"), Kind.TEXT, limit=column_room("name")),
        Column(words("Keyed by"), Kind.TEXT, limit=column_room("name")),
        Column(words("What it says"), Kind.NAME),
        Column(words("Record id"), Kind.CODE),
    ]
    numbered = enumerate(sheet.keyings)
    return Table(columns, [row(label(at), *_keying(held, words)) for at, held in numbered])


def _keying(held: RulingKeying, words: Words) -> list[str]:
    return [
        pass_text(held.pass_number, words),
        printable(held.station),
        printable(held.operator) or words("the station"),
        form_text(held.void, words),
        record_text(held.record),
    ]


def pass_text(number: int, words: Words) -> str:
    names = {FIRST: words("first keying"), SECOND: words("second keying")}
    return names.get(number, words("earlier ruling"))


def form_text(void: str, words: Words) -> str:
    """Valid, or void and why."""
    return words("void: {reason}").format(reason=void) if void else words("valid form")


def cell_table(sheet: RulingSheet, words: Words) -> Table:
    """The first differing cells, a column for every keying and one for the paper."""
    columns = [
        Column(words("Agency"), Kind.NAME),
        Column(words("Dimension"), Kind.TEXT, limit=column_room("name")),
        *(
            Column(label(at), Kind.CODE, group=words("Keyed as"), limit=column_room("name"))
            for at in range(len(sheet.keyings))
        ),
        Column(words("On the paper"), Kind.CODE, limit=column_room("name")),
    ]
    return Table(columns, [_cell(held) for held in sheet.cells[:SHOWN]], keys=2)


def _cell(held: RulingCell) -> Block:
    said = (name or DASH for name in held.said)
    return row(held.agency, held.dimension, *said, held.paper)


def doubt_table(sheet: RulingSheet, words: Words) -> Table:
    columns = [
        Column(words("Station"), Kind.TEXT, limit=column_room("name")),
        Column(words("Flagged by"), Kind.TEXT, limit=column_room("name")),
        Column(words("What was noted"), Kind.NAME, limit=column_room("note")),
    ]
    return Table(
        columns,
        [
            row(
                printable(held.station),
                printable(held.operator) or words("the station"),
                printable(held.note) or DASH,
            )
            for held in sheet.doubts
        ],
    )
