"""差错代码卡: every numbered message with what to do, to stand on the desk beside the key card."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop.messages import Told, groups
from desktop.report.fonts import base_font, text_width
from desktop.report.key_caps import beside, height
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.sheets import write_pdf
from desktop.report.strips import Strip, gap, text_strips
from desktop.report.theme import document_theme
from desktop.report.work_looks import CardLook, card_look
from desktop.tally.plan import Plan
from desktop.words import Words

_OPEN = re.compile(" *… *")

Page = Sequence[Sequence[Strip]]
"""The columns of a page."""


def write_error_card(path: Path, *, plan: Plan, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    As few pages as the theme allows, at the largest size that they hold. GlyphMissingError:
    nothing was written.
    """
    document = words("Error-code card")
    card = _fitting(plan, words)
    pages = card.pages()

    def write(file: BinaryIO) -> None:
        paper = card.look.paper
        # a card has no frame: it belongs to no edition, and to whatever survey has this plan
        canvas = Canvas(
            file,
            (paper.width, paper.height),
            initialFontName=base_font(),  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
        )
        canvas.setTitle(words(" | ").join((plan.title, document)))
        for number, columns in enumerate(pages, 1):
            card.draw(Pen(canvas, document_theme()), columns, number, len(pages))
            canvas.showPage()
        canvas.save()

    return write_pdf(path, document, write)


def _fitting(plan: Plan, words: Words) -> "_Card":
    """The card at the largest size that its pages hold, or else at the least."""
    look = card_look()

    def fits(size: float) -> bool:
        return len(_Card(plan, look.sized(size), words).pages()) <= look.pages

    sizes = look.sizes()
    return _Card(plan, look.sized(sizes[bisect_left(sizes[:-1], True, key=fits)]), words)


class _Card:
    """The card at one size: columns of messages under a head, which is shorter on later pages."""

    def __init__(self, plan: Plan, look: CardLook, words: Words) -> None:
        self.look, self._plan, self._words = look, plan, words
        self._width = (look.paper.room - look.gap * (look.columns - 1)) / look.columns
        self._heads = self._head(first=True), self._head(first=False)

    def pages(self) -> list[Page]:
        """Every page's columns, filled one after the other; no message is parted."""
        columns: list[list[Strip]] = [[]]
        for held in self._blocks():
            free = self._room(len(columns)) - height(columns[-1])
            if columns[-1] and height(held) > free + self.look.after_message:
                columns.append([])
            columns[-1] += held if columns[-1] else held[1:]
        step = self.look.columns
        return [columns[at : at + step] for at in range(0, len(columns), step)]

    def draw(self, pen: Pen, columns: Page, number: int, pages: int) -> None:
        paper = self.look.paper
        top = paper.height - paper.top
        placed = self._words("Page {page} of {pages}").format(page=number, pages=pages)
        pen.lines(paper.left, top, paper.room, (placed,), self.look.note, Align.RIGHT)
        head = self._heads[number > 1]
        beside([(0.0, head)]).draw(pen, paper.left, top)
        step = self._width + self.look.gap
        stacks = [(at * step, column) for at, column in enumerate(columns)]
        beside(stacks).draw(pen, paper.left, top - height(head))

    def _room(self, column: int) -> float:
        """How high this column is, counted from 1."""
        paper = self.look.paper
        head = self._heads[column > self.look.columns]
        return paper.height - paper.top - paper.bottom - height(head)

    def _head(self, *, first: bool) -> list[Strip]:
        words, look = self._words, self.look
        room, document = look.paper.room, words("Error-code card")
        if not first:
            return [*text_strips(document, room, look.note, Align.CENTRE), self._rule()]
        note = words(
            "The number stands in the window before the sentence. F: refused, W: only told. For __ "
            "the window names the form, the batch or the file."
        )
        return [
            *self._named(self._plan.title.replace("\n", " ")),
            *text_strips(document, room, look.title, Align.CENTRE),
            *text_strips(note, room, look.note, Align.CENTRE),
            self._rule(),
        ]

    def _named(self, title: str) -> list[Strip]:
        """The survey's name in the middle; at the right stands the number of the page."""
        look, room = self.look, self.look.paper.room
        lines = broken(title, (room - 2 * look.page_room) / look.note.size)
        return [
            strip for line in lines for strip in text_strips(line, room, look.note, Align.CENTRE)
        ]

    def _rule(self) -> Strip:
        high, room = self.look.gap / 2, self.look.paper.room

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.rules([(x, top - high / 2, x + room, top - high / 2)])

        return Strip(high, draw)

    def _blocks(self) -> Iterator[list[Strip]]:
        """Messages, the first of each group with its heading; a column drops the space above."""
        for title, told in groups(self._words("en")).items():
            heading = text_strips(title, self._width, self.look.heading)
            above = [*heading, gap(self.look.after_heading)]
            for at, message in enumerate(told):
                space = gap(0.0 if at else self.look.before_heading)
                yield [space, *(() if at else above), *self._message(message)]

    def _message(self, told: Told) -> Iterator[Strip]:
        """The number hangs to the left; what happened is bold, and what to do goes on behind it."""
        look, said = self.look, self._shown(told.sentence)
        indent = look.label * look.said.size
        whole = self._words(" ").join((said, self._shown(told.remedy)))
        # bold is never narrower, so that what is not bold fits too
        lines = broken(whole, (self._width - indent) / look.said.size, bold=True)
        parts = _parted(lines, len(said))

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.line(x, top, told.number, look.said)
            for bold, plain in parts:
                pen.line(x + indent, top, bold, look.said)
                beyond = text_width(bold, bold=True) * look.said.size
                pen.line(x + indent + beyond, top, plain, look.remedy)
                top -= look.said.leading

        yield Strip(len(lines) * look.said.leading + look.after_message, draw)

    def _shown(self, text: str) -> str:
        """With what an office writes for a name that is left open, and the quotes of its print."""
        mark = self._words("__")
        if mark == "__":
            # the font's curly ones are as wide as a hanzi
            return text.replace("…", mark).replace("“", '"').replace("”", '"')
        return _OPEN.sub(mark, text)


def _parted(lines: Sequence[str], bold: int) -> list[tuple[str, str]]:
    """Each line in what belongs to the first `bold` characters of all, and what does not."""
    ends = accumulate(map(len, lines))
    cuts = [max(bold - (end - len(line)), 0) for line, end in zip(lines, ends, strict=True)]
    return [(line[:cut], line[cut:]) for line, cut in zip(lines, cuts, strict=True)]
