"""零报告: before the first form is keyed, people sign that the file is empty."""

from dataclasses import replace
from pathlib import Path

from desktop.report.figures import hash_line
from desktop.report.fonts import printable
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import document_theme
from desktop.tally.document_rows import ZeroReport
from desktop.words import Words


def write_zero_report(zero: ZeroReport, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path. GlyphMissingError: none.

    Of the first edition always: there is no other before the first form.
    """
    theme, document = document_theme(), words("Zero report")
    imprint = replace(naming, edition=1, results="").imprint(document, words)
    sections = begun(imprint, theme, words)
    sections.notice(words("This file holds no form and no total: every count is 0."))
    sections.part(words("What was found empty"), _facts(zero, naming.survey, words))
    people = (words("Supervisor:"), words("Scrutineer:"), words("Chief scrutineer:"))
    line = words("Seen on the screen by all who sign, before keying and import were opened.")
    signed(sections, words("Signatures"), [line], people)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def _facts(zero: ZeroReport, survey: str, words: Words) -> Table:
    columns = [Column(words("Item"), Kind.TEXT), Column(words("Content"), Kind.NAME)]
    return Table(
        columns,
        [
            row(words("Survey number"), hash_line(survey)),
            row(words("Hash of the plan"), hash_line(zero.plan_hash)),
            row(words("Station"), printable(zero.station)),
            row(words("Agencies on the plan"), str(zero.agencies)),
            row(words("Dimensions on the plan"), str(zero.dimensions)),
            row(words("Forms in the file"), "0"),
            row(words("Totals in the file"), "0"),
        ],
    )
