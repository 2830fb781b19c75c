"""明察暗访半月报: what inspectors found in half a month, and what is still open of earlier ones."""

from collections.abc import Sequence
from pathlib import Path

from desktop.assess.documents import FindingsBook
from desktop.assess.findings import Finding, HalfMonthReport
from desktop.report.half_month_tables import (
    finding_table,
    inspector_table,
    kind_table,
    unit_table,
)
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.theme import document_theme
from desktop.report.year_parts import Told, day_name, dispute_lines, year_imprint
from desktop.words import Words


def write_half_month(held: FindingsBook, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    The half-month is that of the year's day. GlyphMissingError: nothing was written.
    """
    document, theme = words("Half-month report of inspections"), document_theme()
    imprint = year_imprint(naming, held.year, document, words)
    sections = begun(imprint, theme, words)
    report, told = held.half_month(), Told(held.year, words)
    sections.centred(_period(report, words), theme.styles["sign"])
    sections.body(*_sentences(held, report, words))
    _tables(sections, report, told)
    line = _statement([*report.findings, *report.open_before], words)
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Supervisor:"))
    signed(sections, words("Signatures"), [line], people)
    name = f"{document}-{report.period.first.isoformat()}"
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, name, writer)


def _period(report: HalfMonthReport, words: Words) -> str:
    text = words("{first} to {last}")
    days = (report.period.first, report.period.last)
    first, last = (day_name(day.isoformat(), words) for day in days)
    return text.format(first=first, last=last)


def _statement(listed: Sequence[Finding], words: Words) -> str:
    """What the people below sign: nobody signs that he fed back what still waits for it."""
    if listed and all(held.fed_back for held in listed):
        return words("The findings above were fed back to the units they concern.")
    return words("Everything above was checked.")


def _overdue(found: Sequence[Finding], day: str) -> list[Finding]:
    return [held for held in found if held.is_overdue(day)]


def _sentences(held: FindingsBook, report: HalfMonthReport, words: Words) -> list[str]:
    day = held.year.day
    overdue = _overdue([*report.findings, *report.open_before], day)
    return [
        words("Found in this half-month: {items} items, concerning {units} units.").format(
            items=len(report.findings), units=report.units
        ),
        words("Not closed of earlier half-months: {items} items.").format(
            items=len(report.open_before)
        ),
        words("Overdue on {day}: {items} items.").format(
            day=day_name(day, words), items=len(overdue)
        ),
        *dispute_lines(held.rows, words),
    ]


def _tables(sections: Sections, report: HalfMonthReport, told: Told) -> None:
    words, day = sections.words, told.year.day
    found, before = report.findings, report.open_before
    nothing = words("Nothing was found in this half-month.")
    sections.part_or(words("By unit"), unit_table(found, told), nothing)
    if found:
        sections.part(words("By kind"), kind_table(found, words))
        sections.part(words("By inspector"), inspector_table(found, words))
        sections.part(words("Items of this half-month"), finding_table(found, told))
    overdue = _overdue([*before, *found], day)
    sections.part_or(words("Overdue"), finding_table(overdue, told), words("Nothing is overdue."))
    rest = [held for held in before if not held.is_overdue(day)]
    sections.part_or(
        words("Still open of earlier half-months"),
        finding_table(rest, told),
        words("Nothing else is open."),
    )
