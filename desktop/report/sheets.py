"""What the sheets for hands have in common: head, signatures, and where they are written."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.files import write_whole
from desktop.report.imprint import Imprint
from desktop.report.paper import Writer
from desktop.report.sections import Sections
from desktop.report.signing import blanks, signatures
from desktop.report.strips import gap, kept
from desktop.report.theme import Style, Theme, document_theme
from desktop.words import Words


def begun(imprint: Imprint, theme: Theme, words: Words) -> Sections:
    """A portrait sheet with its titles."""
    sections = Sections(theme.portrait.room, theme, words)
    sections.title(
        (imprint.title, "survey"), (imprint.document, "title"), (imprint.standing, "body")
    )
    return sections


def signed(
    sections: Sections,
    title: str,
    lines: Sequence[str],
    people: Sequence[str],
    *,
    style: str = "body",
    blank: str = "",
    seal: bool = True,
) -> None:
    """Who signs, held below the last of what they sign for: nobody signs a page without it.

    `blank` is the label of a line to be filled in by hand; `seal` leaves room for one.
    """
    theme = document_theme()
    body = Sections(theme.portrait.room, theme, sections.words)
    body.strips += body.heading(title)
    body.body(*lines, style=style)
    body.strips += [blanks([blank], theme.portrait.room, theme)] if blank else []
    hands = signatures(people, theme.portrait.room, theme, sections.words, seal=seal)
    space = gap(theme.rooms.gap)
    *before, last = sections.strips
    sections.strips = [*before, *kept([last, space, *body.strips, space, hands])]


def write_pdf(path: Path, name: str, write: Writer) -> Path:
    """Write `path` where it names a PDF, else `name` inside that folder; the path written."""
    if path.suffix.lower() != ".pdf":
        path.mkdir(parents=True, exist_ok=True)
        path /= f"{name}.pdf"
    write_whole(path, write)
    return path


def airy(theme: Theme) -> Theme:
    """The theme with rows that a pen finds room in."""
    return replace(theme, table=replace(theme.table, padding_y=theme.table.pen_padding_y))


def scaled(style: Style, by: float) -> Style:
    return replace(style, size=style.size * by, leading=style.leading * by)
