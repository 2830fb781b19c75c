"""A letter on paper: the type of official documents, the receivers at the foot of the last page."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.report.circular_foot import colophon_strip
from desktop.report.circular_look import LetterLook, letter_look
from desktop.report.circular_parts import (
    Colophon,
    Composed,
    Listing,
    Opening,
    Paragraph,
    Part,
    Role,
    Signature,
)
from desktop.report.fonts import text_width
from desktop.report.lines import broken, narrowest
from desktop.report.page import Frame
from desktop.report.paper import Part as PaperPart
from desktop.report.paper import Writer, paper_writer
from desktop.report.pen import Align, Pen
from desktop.report.signing import blanks
from desktop.report.strips import Strip, gap, kept, pages, text_strips
from desktop.report.table_strips import table_strips
from desktop.report.theme import Style
from desktop.words import Words

_CENTRED = {Role.NUMBER, Role.TITLE, Role.ALERT}
_ROUNDING = 0.01
_COMPANY = 2
_HELD = {*_CENTRED, Role.ADDRESS, Role.HEADING}


def letter_pdf(letter: Composed, words: Words) -> Writer:
    """GlyphMissingError before anything is written."""
    look = letter_look()
    drawn = _Drawn(look, words)
    strips = [
        strip
        for part, after in zip(letter.parts, [*letter.parts[1:], None], strict=True)
        for strip in _held(drawn.strips(part), before=after)
    ]
    foot = [colophon_strip(part, look) for part in letter.parts if isinstance(part, Colophon)]
    room = Frame(letter.imprint, look.paper, look.theme, words).room
    return paper_writer(letter.imprint, look.paper, [PaperPart(_ended(strips, foot, room))], words)


def _held(strips: list[Strip], *, before: Part | None) -> list[Strip]:
    """The last lines before the signature stay with it: a seal needs a page with text."""
    if not isinstance(before, Signature):
        return strips
    return [*strips[:-_COMPANY], *(replace(strip, keep=True) for strip in strips[-_COMPANY:])]


def _ended(strips: Sequence[Strip], foot: Sequence[Strip], room: float) -> list[Strip]:
    """The last strips at the foot of the last page, wherever the text before them ends."""
    if not foot:
        return list(strips)
    last = pages([*strips, *kept(foot)], room)[-1]
    free = room - sum(strip.height for strip in last) - _ROUNDING
    # unlike a gap it stays at the head of a page
    spring = Strip(max(free, 0.0), _nothing, keep=True)
    return [*strips, spring, *kept(foot)]


class _Drawn:
    """The parts of a letter as strips."""

    def __init__(self, look: LetterLook, words: Words) -> None:
        self._look, self._words, self._width = look, words, look.paper.room

    def strips(self, part: Part) -> list[Strip]:
        match part:
            case Paragraph():
                return self._paragraph(part)
            case Listing():
                return self._listing(part)
            case Opening():
                return self._opening(part)
            case Signature():
                return self._signature(part)
            case Colophon():
                return []

    def _paragraph(self, part: Paragraph) -> list[Strip]:
        style, held = self._look.style(part.role), part.role in _HELD
        if part.role in _CENTRED:
            return [*self._centred(part.text, style), self._gap(keep=True)]
        text = part.text if part.role is Role.ADDRESS else self._indented(part.text)
        return text_strips(text, self._width, style, keep=held)

    def _centred(self, text: str, style: Style) -> list[Strip]:
        """Lines of about one length: a title that leaves a sign on its last line looks torn."""
        lines = len(broken(text, self._width / style.size, bold=style.bold))
        room = narrowest(text, lines, bold=style.bold)
        return [
            strip
            for line in broken(text, room, bold=style.bold)
            for strip in text_strips(line, self._width, style, Align.CENTRE, keep=True)
        ]

    def _indented(self, text: str) -> str:
        return "　" * self._look.indent + text

    def _listing(self, part: Listing) -> list[Strip]:
        def heading(at: int, of: int, again: bool) -> list[Strip]:
            words, caption = self._words, part.caption
            if of > 1:
                caption += words(" (part {part} of {of})").format(part=at, of=of)
            return self._centred(
                caption + (words(" (continued)") if again else ""), self._look.style("caption")
            )

        strips = table_strips(part.table, self._width, self._look.theme, heading)
        # a heading above must not be left behind: the gap keeps it with the table
        return [gap(self._look.gap / 2, keep=True), *strips, gap(self._look.gap)]

    def _opening(self, part: Opening) -> list[Strip]:
        prompt = self._indented(part.prompt)
        text = text_strips(prompt, self._width, self._look.style("colophon"), keep=True)
        lines = blanks([""] * self._look.lines, self._width, self._look.theme)
        return kept([*text, lines, self._gap()])

    def _signature(self, part: Signature) -> list[Strip]:
        """Held below the closing words: no seal on a page that says nothing."""
        style, room = self._look.style("body"), self._width * self._look.signed
        lines = [
            line for text in (part.office, part.date) for line in broken(text, room / style.size)
        ]
        height = max(self._look.seal, (len(lines) + 1) * style.leading)
        wide = max(text_width(line) for line in lines) * style.size
        left = self._width - max(wide, self._look.seal) - self._look.indent * style.size
        left = max(left, 0.0)
        above = (height - len(lines) * style.leading) / 2

        def draw(pen: Pen, x: float, top: float) -> None:
            box = self._width - left - self._look.indent * style.size
            pen.lines(x + left, top - above, box, lines, style, Align.CENTRE)

        closing = text_strips(self._indented(part.closing), self._width, style)
        return kept([*closing, Strip(height, draw)])

    def _gap(self, *, keep: bool = False) -> Strip:
        return gap(self._look.gap, keep=keep)


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    pass
