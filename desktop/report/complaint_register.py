"""投诉件登记册: what is overdue on the day first, then every complaint with its deadlines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from desktop.assess.complaints import ComplaintState, Handling
from desktop.assess.documents import ComplaintLine, ComplaintsBook, complaint_lines
from desktop.report.figures import DASH
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import signed, write_pdf
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import document_theme
from desktop.report.year_look import landscape, year_room
from desktop.report.year_parts import Told, begun_year, day_name, dispute_lines, said, year_imprint
from desktop.words import Words

_STATES = {
    ComplaintState.RECEIVED: "not yet accepted",
    ComplaintState.ACCEPTED: "in hand",
    ComplaintState.FINISHED: "case finished",
    ComplaintState.ANSWERED: "replied",
}
_HANDLINGS = {
    Handling.OWN: "handled by the office",
    Handling.ASSIGNED: "assigned",
    Handling.FORWARDED: "forwarded",
}
_STEPS = {"accept": "to be accepted", "finish": "to be finished", "answer": "to be answered"}


def write_complaint_register(
    held: ComplaintsBook, path: Path, *, naming: Naming, words: Words
) -> Path:
    """Write a PDF of this name, or one into this folder; its path. GlyphMissingError: none."""
    document, theme = words("Register of complaints"), landscape(document_theme())
    imprint = year_imprint(naming, held.year, document, words)
    sections = begun_year(imprint, held.year, theme, words)
    told, lines = Told(held.year, words), complaint_lines(held)
    today = held.year.today
    late = sorted(
        (it for it in lines if it.is_overdue(today)), key=lambda it: it.due.by if it.due else today
    )
    nothing, day = words("Nothing is overdue."), day_name(held.year.day, words)
    overdue_title = words("Complaints overdue on {day}").format(day=day)
    sections.part_or(overdue_title, overdue_table(late, told), nothing)
    notes = dispute_lines(held.rows, words)
    sections.part(words("Complaints by state"), sums_table(lines, today, words), notes)
    table, none = register_table(lines, told), words("No complaint is registered.")
    note = words(
        "Below a deadline stands the day it was met on, below the state the day of the answer."
    )
    sections.part_or(words("All complaints"), table, none, note)
    line = words("Every complaint received is in this register.")
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Supervisor:"))
    signed(sections, words("Signatures"), [line], people)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def state_of(line: ComplaintLine, words: Words) -> str:
    return words(_STATES[line.row.value.state])


def handling_of(line: ComplaintLine, words: Words) -> str:
    return words(_HANDLINGS[line.row.value.handling])


def step_of(line: ComplaintLine, words: Words) -> str:
    """What is to be done next, or a dash."""
    return words(_STEPS[line.due.step]) if line.due else DASH


def sums_table(lines: Sequence[ComplaintLine], today: date, words: Words) -> Table:
    """By channel: how many came, how far they are, how many are overdue."""
    columns = [
        Column(words("Channel of the complaint"), Kind.NAME),
        Column(words("Complaints")),
        *(Column(words(name), group=words("Of these")) for name in _STATES.values()),
        Column(words("overdue"), group=words("Of these")),
        Column(words("sent back"), group=words("Of these")),
        Column(words("late before"), group=words("Of these")),
    ]
    channels = dict.fromkeys(line.row.value.channel for line in lines)
    rows = [
        row(said(name), *_counts([it for it in lines if it.row.value.channel == name], today))
        for name in channels
    ]
    return Table(columns, [*rows, row(words("Total"), *_counts(lines, today), strong=True)])


def _counts(lines: Sequence[ComplaintLine], today: date) -> list[str]:
    states = Counter(line.row.value.state for line in lines)
    counts = [
        len(lines),
        *(states[state] for state in _STATES),
        sum(line.is_overdue(today) for line in lines),
        sum(bool(line.row.value.sent_back) for line in lines),
        sum(line.late for line in lines),
    ]
    return [str(count) for count in counts]


def overdue_table(lines: Sequence[ComplaintLine], told: Told) -> Table:
    """The longest first."""
    words, today = told.words, told.year.today
    columns = [
        Column(words("No."), Kind.CODE),
        Column(words("Received on"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        Column(words("Handling"), Kind.TEXT, limit=year_room("kind")),
        Column(words("Complaint"), Kind.NAME, limit=year_room("matter")),
        Column(words("Next step"), Kind.TEXT, limit=year_room("kind")),
        Column(words("Due"), Kind.CODE),
        Column(words("Days overdue")),
    ]
    blocks = [
        row(
            str(at),
            line.row.value.received,
            told.unit(line.row.value.unit),
            handling_of(line, words),
            said(line.row.value.text),
            step_of(line, words),
            line.due.by.isoformat(),
            str((today - line.due.by).days),
        )
        for at, line in enumerate(lines, 1)
        if line.due
    ]
    return Table(columns, blocks)


def register_table(lines: Sequence[ComplaintLine], told: Told) -> Table:
    """All that concerns a complaint stands on its own lines: nobody looks it up on another page."""
    words = told.words
    columns = [
        Column(words("No."), Kind.CODE),
        Column(words("Received on"), Kind.CODE),
        Column(words("Channel and kind"), Kind.TEXT, limit=year_room("kind")),
        Column(words("Agency"), Kind.TEXT, limit=year_room("unit")),
        Column(words("Complaint"), Kind.TEXT, limit=year_room("complaint")),
        Column(words("Complainant, handling"), Kind.TEXT, limit=year_room("office")),
        Column(words("Accept by"), Kind.CODE),
        Column(words("Finish by"), Kind.CODE),
        Column(words("State"), Kind.TEXT, limit=year_room("office")),
        Column(words("Result and remarks"), Kind.TEXT, limit=year_room("result")),
    ]
    return Table(columns, [_line(at, line, told) for at, line in enumerate(lines, 1)])


def _line(at: int, line: ComplaintLine, told: Told) -> Block:
    words, held = told.words, line.row.value
    state = words("overdue") if line.is_overdue(told.year.today) else state_of(line, words)
    finish = line.finish_by.isoformat() if line.finish_by else DASH
    complainant = words("anonymous") if held.is_anonymous else said(held.complainant)
    return row(
        str(at),
        held.received,
        f"{said(held.channel)}\n{said(held.kind)}",
        told.unit(held.unit),
        said(held.text),
        f"{complainant}\n{handling_of(line, words)}",
        f"{line.accept_by.isoformat()}\n{held.accepted or DASH}",
        f"{finish}\n{held.finished or DASH}",
        f"{state}\n{held.answered}" if held.answered else state,
        "\n".join(remarks_of(line, words)) or DASH,
    )


def remarks_of(line: ComplaintLine, words: Words) -> Iterator[str]:
    """Result, extension, sendings back, lateness, dispute: a line each."""
    held = line.row.value
    if held.result.strip():
        yield said(held.result)
    if held.extended:
        text = words("extended to {day}: {why}")
        yield text.format(day=held.extended, why=said(held.extension))
    if held.sent_back:
        text = words("sent back on {days}")
        yield text.format(days=words(", ").join(back.on for back in held.sent_back))
    if line.late:
        yield words("accepted or finished late")
    if line.row.is_disputed:
        yield words("in dispute, line {number}").format(number=line.row.number)
