"""Numbered tables with their headings, one below the other on the page."""

from collections.abc import Iterable

from desktop.report.boxes import Box, Look, boxed
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.strips import Strip, gap, kept, text_strips
from desktop.report.table import Table
from desktop.report.table_strips import table_strips
from desktop.report.theme import Style, Theme
from desktop.words import Words


class Sections:
    """Collects the strips of a document of tables; tables are numbered as they come."""

    def __init__(self, width: float, theme: Theme, words: Words) -> None:
        self.strips: list[Strip] = []
        self._width, self._theme, self.words = width, theme, words
        self._number = 0

    def title(self, *texts: tuple[str, str]) -> None:
        """Texts and their styles, centred as offices expect."""
        for text, style in texts:
            self.centred(text, self._theme.styles[style])
        self.strips.append(gap(self._theme.rooms.gap, keep=True))

    def table(self, title: str, table: Table, notes: Iterable[str] = ()) -> None:
        """A numbered table below its title and notes."""
        self._number += 1
        number = self.words("Table {number}").format(number=self._number)
        self.part(f"{number}　{title}", table, notes)

    def part(
        self, title: str, table: Table, notes: Iterable[str] = (), theme: Theme | None = None
    ) -> None:
        """A table below a title of its own; the title stands again where the table goes on."""
        self._room()
        above = list(notes)

        def heading(part: int, of: int, again: bool) -> list[Strip]:
            suffix = self._suffix(part, of, again=again)
            first = part == 1 and not again
            return self.heading(title + suffix, above if first else ())

        self.strips += table_strips(table, self._width, theme or self._theme, heading)

    def part_or(
        self, title: str, table: Table, nothing: str, note: str = "", theme: Theme | None = None
    ) -> None:
        """A table, or below its title the sentence that there is nothing to list."""
        if table.blocks:
            self.part(title, table, [note] if note else [], theme)
        else:
            self._room()
            self.strips += self.heading(title)
            self.body(nothing)

    def centred(self, text: str, style: Style) -> None:
        self.strips += centred(text, self._width, style)

    def notice(self, text: str) -> None:
        """What nobody may overlook, large and between two rules."""
        self.strips.append(framed(text, self._width, self._theme))
        self.strips.append(gap(self._theme.rooms.gap))

    def body(self, *texts: str, style: str = "body") -> None:
        for text in texts:
            self.strips += text_strips(text, self._width, self._theme.styles[style])

    def heading(self, title: str, notes: Iterable[str] = ()) -> list[Strip]:
        """A title with lines of explanation, held with what follows."""
        styles = self._theme.styles
        found = text_strips(title, self._width, styles["heading"], keep=True)
        for note in notes:
            found += text_strips(note, self._width, styles["note"], keep=True)
        return [*found, gap(self._theme.rooms.heading_gap, keep=True)]

    def paragraphs(self, title: str, texts: Iterable[str], notes: Iterable[str]) -> None:
        """Sentences with numbers, under a title; on one page if one can hold them."""
        self._room()
        found = self.heading(title, notes)
        for number, text in enumerate(texts, 1):
            found += numbered(number, text, self._width, self._theme)
        self.strips += kept(found)

    def _room(self) -> None:
        self.strips.append(gap(self._theme.rooms.gap))

    def _suffix(self, part: int, of: int, *, again: bool) -> str:
        text = ""
        if of > 1:
            text += self.words(" (part {part} of {of})").format(part=part, of=of)
        return text + (self.words(" (continued)") if again else "")


def centred(text: str, width: float, style: Style) -> list[Strip]:
    lines = broken(text, width / style.size, bold=style.bold)
    return [
        strip
        for line in lines
        for strip in text_strips(line, width, style, Align.CENTRE, keep=True)
    ]


def framed(text: str, width: float, theme: Theme) -> Strip:
    """A line of heading in a box of its own."""
    style = theme.styles["survey"]
    look = Look(style, theme.table.padding_x, theme.rooms.gap / 2, lid=True)
    lines = broken(text, (width - 2 * look.padding_x) / style.size, bold=style.bold)
    height = look.needed(lines)
    return boxed([Box(0.0, 0.0, width, height, lines, Align.CENTRE)], height, look, keep=True)


def numbered(number: int, text: str, width: float, theme: Theme) -> list[Strip]:
    """A sentence with its number hanging to the left."""
    style = theme.styles["body"]
    indent = theme.rooms.number_indent * style.size
    lines = broken(text, (width - indent) / style.size)
    labels = (f"{number}.", *[""] * len(lines))

    def strip(label: str, line: str) -> Strip:
        def draw(pen: Pen, x: float, top: float) -> None:
            pen.lines(x, top, indent, (label,), style)
            pen.lines(x + indent, top, width - indent, (line,), style)

        return Strip(style.leading, draw)

    return kept([strip(label, line) for label, line in zip(labels, lines, strict=False)])
