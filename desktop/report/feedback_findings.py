"""Findings 明察暗访 on a feedback sheet: what was found, and how far it is put right."""

from collections.abc import Sequence

from desktop.assess.findings import Finding
from desktop.report.feedback_look import feedback_look
from desktop.report.figures import DASH
from desktop.report.fonts import printable
from desktop.report.half_month_tables import finding_state, kind_name
from desktop.report.sections import Sections
from desktop.report.table import Column, Kind, Table, row
from desktop.words import Words


def add_findings(sections: Sections, findings: Sequence[Finding]) -> None:
    """The findings by day, where there are any; who found them is not told."""
    if findings:
        ordered = sorted(findings, key=lambda held: (held.found, held.text))
        sections.part(sections.words("Findings of inspections"), _table(ordered, sections.words))


def _table(findings: Sequence[Finding], words: Words) -> Table:
    columns = [
        Column(words("Date"), Kind.CODE),
        Column(words("Kind"), Kind.TEXT, limit=feedback_look().dimension_room),
        Column(words("What was found"), Kind.NAME),
        Column(words("Rectify by"), Kind.CODE),
        Column(words("State"), Kind.CODE),
    ]
    rows = [
        row(
            held.found,
            kind_name(held.kind, words),
            printable(held.text),
            held.due or DASH,
            finding_state(held.state, words),
        )
        for held in findings
    ]
    return Table(columns, rows)
