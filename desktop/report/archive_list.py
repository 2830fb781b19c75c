"""归档目录 (document 10): every file of an archive with its hash, and how anyone checks them."""

from pathlib import Path

from desktop.report.archive_tables import (
    edition_table,
    facts_table,
    file_table,
    head_table,
    waiver_table,
)
from desktop.report.imprint import Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.theme import document_theme
from desktop.tally.document_rows import ArchiveList
from desktop.words import Words


def write_archive_list(
    archive: ArchiveList,
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    Portrait A4; a file's name that no font can print is shown by code points. GlyphMissingError:
    nothing was written.
    """
    theme, document = document_theme(), words("Archive list")
    imprint = naming.imprint(document, words)
    sections = begun(imprint, theme, words)
    _contents(sections, archive, naming.survey)
    _seals(sections, archive)
    _checks(sections)
    _signatures(sections, archive)
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips)], words)
    return write_pdf(path, document, writer)


def _contents(sections: Sections, archive: ArchiveList, survey: str) -> None:
    words = sections.words
    sections.part(words("The archive"), facts_table(archive, survey, words))
    note = words("This list and SHA256SUMS, both made last, are not in it.")
    nothing = words("The archive holds no file.")
    sections.part_or(words("Files"), file_table(archive.files, words), nothing, note)


def _seals(sections: Sections, archive: ArchiveList) -> None:
    words = sections.words
    editions, heads = edition_table(archive.editions, words), head_table(archive.heads, words)
    sections.part_or(words("Editions and seals"), editions, words("Nothing was ever sealed."))
    waivers, none = waiver_table(archive.editions, words), words("Nothing was waived.")
    sections.part_or(words("Waivers"), waivers, none)
    note = words("Each station's last record fixes all records before it.")
    sections.part_or(words("Station heads"), heads, words("No station has a record."), note)


def _checks(sections: Sections) -> None:
    words = sections.words
    texts = [
        words("Files: in the archive folder, `sha256sum -c SHA256SUMS` says OK to every line."),
        words("On Windows, `certutil -hashfile NAME SHA256` gives the hash of one file."),
        words(
            "Records and figures: `python verify_pingyi.py .` ends without naming a fault; "
            "it needs Python and its package cryptography."
        ),
        words("Paper: the signed result sheet bears the hash of the results listed above."),
    ]
    sections.paragraphs(words("How to check this archive"), texts, [])


def _signatures(sections: Sections, archive: ArchiveList) -> None:
    words = sections.words
    line = words("Handed over with {files} files and {records} records, checked as above.")
    line = line.format(files=f"{len(archive.files):,}", records=f"{archive.records:,}")
    people = (words("Handed over by:"), words("Scrutineer:"), words("Received by:"))
    signed(sections, words("Hand-over to the archive"), [line], people)
