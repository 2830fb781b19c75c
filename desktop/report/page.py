"""The frame of every page: what it belongs to above, rule, hash and page number below."""

from desktop.report.figures import hash_groups
from desktop.report.fonts import text_width
from desktop.report.imprint import Imprint
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.theme import Paper, Theme
from desktop.words import Words

_SURVEY_SHOWN = 16


class Frame:
    """Head and foot of one document's pages; their height depends on what is in them."""

    def __init__(
        self, imprint: Imprint, paper: Paper, theme: Theme, words: Words, mark: str = ""
    ) -> None:
        self._imprint, self._paper, self._theme, self._words = imprint, paper, theme, words
        self._plain = theme.styles["frame"]
        self._strong = theme.styles["frame_strong"]
        named = imprint.title.replace("\n", " "), imprint.document, mark
        room = paper.room - self._width(imprint.standing) - theme.rooms.gap
        self._head = self._broken(words(" | ").join(filter(None, named)), room)
        self._rule = self._broken(imprint.rule, paper.room) if imprint.rule else ()

    @property
    def top(self) -> float:
        """Upper edge of the body."""
        return self._paper.height - self._paper.top - self._head_height

    @property
    def room(self) -> float:
        """Height of the body."""
        foot = self._foot_lines * self._plain.leading + self._theme.rooms.frame_gap
        return self.top - self._paper.bottom - foot

    @property
    def _foot_lines(self) -> int:
        return len(self._rule) + (2 if self._imprint.proof else 1)

    @property
    def _head_height(self) -> float:
        return len(self._head) * self._plain.leading + self._theme.rooms.frame_gap

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        self._draw_head(pen)
        self._draw_foot(pen, page, pages)

    def draw_over(self, pen: Pen) -> None:
        """What lies over the body: shading in a table must not hide that this is a drill."""
        if self._imprint.drill:
            style, paper = self._theme.styles["drill"], self._paper
            pen.across(self._words("Drill"), style, paper.width, paper.height)

    def _draw_head(self, pen: Pen) -> None:
        paper, top = self._paper, self._paper.height - self._paper.top
        pen.lines(paper.left, top, paper.room, self._head, self._plain)
        pen.lines(paper.left, top, paper.room, (self._imprint.standing,), self._strong, Align.RIGHT)
        rule = top - len(self._head) * self._plain.leading - 1.5
        pen.rules([(paper.left, rule, paper.left + paper.room, rule)])

    def _draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        paper, plain, words = self._paper, self._plain, self._words
        top = paper.bottom + self._foot_lines * plain.leading
        pen.rules([(paper.left, top + 1.5, paper.left + paper.room, top + 1.5)])
        pen.lines(paper.left, top, paper.room, self._rule, plain)
        top -= len(self._rule) * plain.leading
        if self._imprint.proof:
            self._draw_proof(pen, top, *self._imprint.proof)
            top -= plain.leading
        survey = words("Survey {survey}").format(survey=self._imprint.survey[:_SURVEY_SHOWN])
        pen.lines(paper.left, top, paper.room, (survey,), plain)
        number = words("Page {page} of {pages}").format(page=page, pages=pages)
        pen.lines(paper.left, top, paper.room, (number,), self._strong, Align.RIGHT)

    def _draw_proof(self, pen: Pen, top: float, label: str, digits: str) -> None:
        """In groups at equal distances: what is compared by eye must line up."""
        left, step = self._paper.left, self._theme.rooms.hash_group
        pen.lines(left, top, self._paper.room, (label,), self._plain)
        left += self._width(label) + self._theme.rooms.gap
        for at, group in enumerate(hash_groups(digits) or ["—"]):
            pen.lines(left + at * step, top, step, (group,), self._plain)

    def _broken(self, text: str, room: float) -> tuple[str, ...]:
        return broken(text, room / self._plain.size)

    def _width(self, text: str) -> float:
        return text_width(text, bold=self._strong.bold) * self._strong.size
