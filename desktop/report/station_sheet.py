"""站点准入单: a station's code, large enough to be compared across a table."""

from collections.abc import Sequence
from pathlib import Path

from desktop.report.figures import hash_groups
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.strips import Strip, gap
from desktop.report.theme import document_theme
from desktop.tally.document_rows import StationSheet
from desktop.words import Words


def write_station_sheets(
    sheets: Sequence[StationSheet],
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one into this folder, a page a station; its path.

    No sheets make one page that says so. GlyphMissingError: nothing was written.
    """
    document, theme = words("Station admission sheet"), document_theme()
    imprint = naming.imprint(document, words)
    parts = [Part(_sheet(held, imprint, words), printable(held.name)) for held in sheets]
    writer = paper_writer(imprint, theme.portrait, parts or [_none(imprint, words)], words)
    return write_pdf(path, document, writer)


def _none(imprint: Imprint, words: Words) -> Part:
    sections = begun(imprint, document_theme(), words)
    sections.notice(words("No station has joined."))
    return Part(sections.strips)


def _sheet(sheet: StationSheet, imprint: Imprint, words: Words) -> Sequence[Strip]:
    theme, sections = document_theme(), begun(imprint, document_theme(), words)
    sections.strips.append(gap(2 * theme.rooms.block_gap))
    sections.centred(printable(sheet.name), theme.styles["station"])
    sections.strips.append(gap(theme.rooms.block_gap))
    sections.centred(words("Admission code"), theme.styles["survey"])
    sections.centred(sheet.code, theme.styles["admission_code"])
    sections.strips.append(gap(theme.rooms.block_gap))
    _survey(sections, imprint)
    _steps(sections)
    people = (words("At the station:"), words("Supervisor:"))
    line = words("Compared letter by letter, at the station's screen and at the supervisor's.")
    signed(sections, words("Signatures"), [line], people)
    return sections.strips


def _survey(sections: Sections, imprint: Imprint) -> None:
    """The whole id: the station must have joined this survey and no other."""
    groups, style = hash_groups(imprint.survey), document_theme().styles["sign"]
    sections.centred(sections.words("Survey number"), style)
    sections.centred("  ".join(groups[:4]), style)
    sections.centred("  ".join(groups[4:]), style)


def _steps(sections: Sections) -> None:
    words = sections.words
    texts = [
        words("The station's screen shows the same code, or this sheet is another station's."),
        words("The supervisor admits the station only by a code brought or read by a person."),
        words("Packages of a station that was not admitted are refused."),
    ]
    sections.paragraphs(words("How to compare"), texts, [])
