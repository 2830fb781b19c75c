"""班次单: what a clerk did in a shift, how far the batches are, and the record it all ends with."""

from pathlib import Path

from desktop.report.figures import DASH, count_text, hash_lines, record_text
from desktop.report.fonts import printable
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.pen import Pen
from desktop.report.qr import draw_qr
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.strips import Strip, gap, kept
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import Theme, column_room, document_theme
from desktop.tally.shift import ShiftBatch, ShiftSheet
from desktop.words import Words


def write_shift_sheet(
    sheet: ShiftSheet,
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one named after the station's head into this folder; its path.

    GlyphMissingError: nothing was written.
    """
    document, theme = words("Shift sheet"), document_theme()
    imprint = naming.imprint(document, words)
    sections = begun(imprint, theme, words)
    _station(sections, sheet)
    _head(sections, sheet)
    _shift(sections, sheet)
    _batches(sections, sheet)
    _signatures(sections, sheet)
    part = Part(sections.strips, printable(sheet.station))
    name = f"{document}-{record_text(sheet.record)}" if sheet.record else document
    return write_pdf(path, name, paper_writer(imprint, theme.portrait, [part], words))


def _station(sections: Sections, sheet: ShiftSheet) -> None:
    theme, words = document_theme(), sections.words
    sections.centred(printable(sheet.station), theme.styles["station"])
    sections.centred(words("Admission code"), theme.styles["sign"])
    sections.centred(sheet.code, theme.styles["shift_code"])


def _head(sections: Sections, sheet: ShiftSheet) -> None:
    """The record that fixes all before it, to be read by eye and by a scanner."""
    words, theme = sections.words, document_theme()
    sections.strips.append(gap(theme.rooms.gap))
    heading = sections.heading(words("Last record of this station"))
    if not sheet.record:
        sections.strips += heading
        sections.body(words("The station has no record."))
        return
    sections.strips += kept([*heading, _record(sheet, words, theme)])


def _record(sheet: ShiftSheet, words: Words, theme: Theme) -> Strip:
    """Place in the chain and the whole id in groups at equal distances, its code at the right."""
    style, side, width = theme.styles["sign"], theme.rooms.qr, theme.portrait.room
    step = theme.rooms.hash_group * style.size / theme.styles["frame"].size
    place = words("Incarnation {incarnation}, record number {last}, with the id")
    text = place.format(incarnation=sheet.incarnation, last=f"{sheet.last:,}")
    lines = hash_lines(sheet.record)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, text, style)
        for line, groups in enumerate(lines, 1):
            for at, group in enumerate(groups):
                pen.line(x + at * step, top - line * style.leading, group, style)
        draw_qr(pen, sheet.record, x + width - side, top - side, side)

    return Strip(max(side, (1 + len(lines)) * style.leading), draw)


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
        Column(words("From"), Kind.TEXT, limit=column_room("name")),
        Column(words("To"), Kind.TEXT, limit=column_room("name")),
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
