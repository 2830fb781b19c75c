"""班次单: what a clerk did in a shift, how far the batches are, and the record it all ends with."""

from pathlib import Path

from desktop.report.figures import DASH, HASH_LINE, count_text, hash_groups, record_text
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, edition_text
from desktop.report.paper import Part, paper_writer
from desktop.report.pen import Pen
from desktop.report.sections import Sections
from desktop.report.sheets import begun, scaled, signed, write_pdf
from desktop.report.signing import code_beside
from desktop.report.strips import Draw, Strip, gap, kept
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import Theme, document_theme
from desktop.tally.shift import ShiftBatch, ShiftSheet
from desktop.words import Words

_NAME_SIZE = 1.2
_CODE_SIZE = 1.8
_NAME_ROOM = 10


def write_shift_sheet(
    sheet: ShiftSheet,
    path: Path,
    *,
    survey: str,
    mode: str,
    title: str,
    edition: int | None = None,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one named after the station's head into this folder; its path.

    Without an edition the mode alone is named. GlyphMissingError: nothing was written.
    """
    document, theme = words("Shift sheet"), document_theme()
    standing = _standing(mode, edition, words)
    proof = (words("Id of the last record"), sheet.record) if sheet.record else None
    imprint = Imprint(title, document, survey, mode == "drill", standing, proof=proof)
    sections = begun(imprint, theme, words)
    _station(sections, sheet)
    _head(sections, sheet)
    _shift(sections, sheet)
    _batches(sections, sheet)
    _signatures(sections, sheet)
    part = Part(sections.strips, printable(sheet.station))
    name = f"{document}-{record_text(sheet.record)}" if sheet.record else document
    return write_pdf(path, name, paper_writer(imprint, theme.portrait, [part], words))


def _standing(mode: str, edition: int | None, words: Words) -> str:
    if edition is not None:
        return edition_text(mode, edition, words)
    return words("Drill") if mode == "drill" else words("Official")


def _station(sections: Sections, sheet: ShiftSheet) -> None:
    theme, words = document_theme(), sections.words
    sections.centred(printable(sheet.station), scaled(theme.styles["title"], _NAME_SIZE))
    sections.centred(words("Admission code"), theme.styles["sign"])
    sections.centred(sheet.code, scaled(theme.styles["title"], _CODE_SIZE))


def _head(sections: Sections, sheet: ShiftSheet) -> None:
    """The record that fixes all before it, to be read by eye and by a scanner."""
    words, theme = sections.words, document_theme()
    sections.strips.append(gap(theme.rooms.gap))
    heading = sections.heading(words("Last record of this station"))
    if not sheet.record:
        sections.strips += heading
        sections.body(words("The station has no record."))
        return
    width = theme.portrait.room
    code = code_beside(sheet.record, words("Last record"), width, theme)
    style = theme.styles["frame"]
    lines = Strip(theme.rooms.qr + style.leading - _height(heading), _digits(sheet, words, theme))
    sections.strips += kept([code, *heading, lines])


def _height(strips: list[Strip]) -> float:
    return sum(strip.height for strip in strips)


def _digits(sheet: ShiftSheet, words: Words, theme: Theme) -> Draw:
    """Place in the chain, and the whole id in groups at equal distances."""
    style = theme.styles["sign"]
    step = theme.rooms.hash_group * style.size / theme.styles["frame"].size
    place = words("Incarnation {incarnation}, record number {last}, with the id")
    text = place.format(incarnation=sheet.incarnation, last=f"{sheet.last:,}")
    groups = hash_groups(sheet.record)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, text, style)
        for at, group in enumerate(groups):
            line, place = divmod(at, HASH_LINE)
            pen.line(x + place * step, top - (line + 1) * style.leading, group, style)

    return draw


def _shift(sections: Sections, sheet: ShiftSheet) -> None:
    words = sections.words
    sections.part(words("People and times"), _people(sheet, words))
    note = words("In forms; those keyed include the void ones.")
    sections.part(words("Keyed in this shift"), _work(sheet, words), [note])


def _people(sheet: ShiftSheet, words: Words) -> Table:
    columns = [
        Column(words("Entry clerk"), Kind.NAME),
        Column(words("Clerk's code"), Kind.CODE),
        Column(words("Caller"), Kind.NAME),
        Column(words("From"), Kind.TEXT, limit=_NAME_ROOM),
        Column(words("To"), Kind.TEXT, limit=_NAME_ROOM),
        Column(words("At work"), Kind.CODE),
        Column(words("Pauses"), Kind.CODE),
    ]
    cells = (
        printable(sheet.operator),
        printable(sheet.operator_code),
        printable(sheet.caller) or DASH,
        sheet.began,
        sheet.ended,
        _duration(sheet.worked, words),
        _duration(sheet.paused, words),
    )
    return Table(columns, [row(*cells)])


def _work(sheet: ShiftSheet, words: Words) -> Table:
    figures = {
        words("Keyed"): sheet.keyed,
        words("Void forms"): sheet.void,
        words("Corrected"): sheet.corrected,
        words("Doubtful"): sheet.doubtful,
        words("Key presses"): sheet.presses,
    }
    columns = [Column(title, Kind.CODE) for title in figures]
    return Table(columns, [row(*(f"{figure:,}" for figure in figures.values()))])


def _duration(seconds: int, words: Words) -> str:
    """In whole minutes: a sheet of paper is no stop-watch."""
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return words("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return words("{minutes} min").format(minutes=minutes)


def _batches(sections: Sections, sheet: ShiftSheet) -> None:
    words = sections.words
    nothing = words("No batch is at this station.")
    sections.part_or(words("Batches of this station"), _batch_table(sheet, words), nothing)


def _batch_table(sheet: ShiftSheet, words: Words) -> Table:
    columns = [
        Column(words("Batch"), Kind.CODE),
        Column(words("Channel"), Kind.NAME),
        Column(words("On the slip")),
        Column(words("Keyed")),
        Column(words("Void forms")),
        Column(words("Left")),
        Column(words("State"), Kind.CODE),
    ]
    rows = [row(*_batch(held, words)) for held in sheet.batches]
    if len(rows) > 1:
        rows.append(row(*_total(sheet, words), strong=True))
    return Table(columns, rows)


def _batch(held: ShiftBatch, words: Words) -> tuple[str, ...]:
    return (
        held.batch,
        printable(held.channel),
        count_text(held.slip),
        str(held.keyed),
        str(held.void),
        count_text(held.left),
        words("closed") if held.closed else words("open"),
    )


def _total(sheet: ShiftSheet, words: Words) -> tuple[str, ...]:
    """Batches without a slip add nothing to what slips say."""
    held = sheet.batches
    closed = words("closed {closed} of {all}")
    return (
        words("Total"),
        "",
        str(sum(batch.slip or 0 for batch in held)),
        str(sum(batch.keyed for batch in held)),
        str(sum(batch.void for batch in held)),
        str(sum(batch.left or 0 for batch in held)),
        closed.format(closed=sum(batch.closed for batch in held), all=len(held)),
    )


def _signatures(sections: Sections, sheet: ShiftSheet) -> None:
    """Nobody signs for a caller there was not."""
    words = sections.words
    people = [words("Entry clerk:"), words("Caller:") if sheet.caller else "", words("Supervisor:")]
    line = words("The package handed over with this sheet ends with the record named above.")
    signed(sections, words("Signatures"), [line], [held for held in people if held])
