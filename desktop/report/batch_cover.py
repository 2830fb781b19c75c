"""批次封面 (document 2): what lies on a bundle from the opening to the archive, a page each."""

from collections.abc import Sequence
from pathlib import Path

from desktop.report.barcode import barcode
from desktop.report.figures import DASH
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import airy, begun, signed, write_pdf
from desktop.report.strips import Strip, gap
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import document_theme
from desktop.tally.document_rows import BatchCover
from desktop.words import Words


def write_batch_covers(
    covers: Sequence[BatchCover],
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one into this folder, a page a batch; its path.

    GlyphMissingError: nothing was written.
    """
    document, theme = words("Batch cover"), document_theme()
    imprint = naming.imprint(document, words)
    parts = [Part(_cover(held, imprint, words), held.code) for held in covers]
    writer = paper_writer(imprint, theme.portrait, parts or [_none(imprint, words)], words)
    return write_pdf(path, document, writer)


def _none(imprint: Imprint, words: Words) -> Part:
    sections = begun(imprint, document_theme(), words)
    sections.notice(words("No batch is registered."))
    return Part(sections.strips)


def _cover(cover: BatchCover, imprint: Imprint, words: Words) -> Sequence[Strip]:
    theme = document_theme()
    sections = begun(imprint, theme, words)
    sections.strips.append(gap(theme.rooms.block_gap))
    sections.centred(cover.code, theme.styles["batch_code"])
    sections.strips.append(barcode(cover.code, theme.portrait.room, theme.rooms.bars))
    sections.strips.append(gap(theme.rooms.block_gap))
    sections.part(words("The bundle"), _facts(cover, words), theme=airy(theme))
    sections.part(words("Counted by hand"), _counts(words), theme=airy(theme))
    _steps(sections)
    people = (words("Opened and numbered by:"), words("Keyed by:"), words("Checked by:"))
    line = words("The bundle is whole: every paper bears its number, none is missing.")
    signed(sections, words("Signatures"), [line], people, seal=False)
    return sections.strips


def _facts(cover: BatchCover, words: Words) -> Table:
    columns = [Column(words("Item"), Kind.TEXT), Column(words("Content"), Kind.NAME)]
    numbers = words("{first} to {last}").format(first=cover.first, last=cover.last)
    return Table(
        columns,
        [
            row(words("Channel"), printable(cover.channel)),
            row(words("Origin unit"), printable(cover.origin) or DASH),
            row(words("Forms on the slip"), f"{cover.count:,}", strong=True),
            row(words("Numbers written on the papers"), numbers),
            row(words("Station that keys it"), printable(cover.station) or DASH),
        ],
    )


def _counts(words: Words) -> Table:
    """Boxes for a pen: who counts writes down what he found."""
    heads = ("Valid", "Void forms", "Doubtful forms", "Missing papers", "Total")
    return Table([Column(words(head)) for head in heads], [row(*[""] * len(heads))], keys=0)


def _steps(sections: Sections) -> None:
    words = sections.words
    texts = [
        words("Write the number on every paper, in order, when the bundle is opened."),
        words("Scan the code above, or type it, where the batch is asked for."),
        words("The papers stay in this bundle, in order, until the archive."),
    ]
    sections.paragraphs(words("With this bundle"), texts, [])
