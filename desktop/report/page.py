"""The frame of every page: what it belongs to above; rule, hash, its code and page number below."""

from desktop.report.figures import hash_lines
from desktop.report.fonts import text_width
from desktop.report.imprint import Imprint
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.qr import draw_qr
from desktop.report.theme import Paper, Theme
from desktop.words import Words

_SURVEY_SHOWN = 16
_CODE = "proof"


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
        self._label, self._digits = imprint.proof or ("", "")
        self._side = theme.rooms.frame_code if self._digits else 0.0
        self._beside = paper.room - (self._side + theme.rooms.gap if self._side else 0.0)
        self._rule = self._broken(imprint.rule, self._beside) if imprint.rule else ()
        self._groups = hash_lines(self._digits) if self._label else []

    @property
    def top(self) -> float:
        """Upper edge of the body."""
        return self._paper.height - self._paper.top - self._head_height

    @property
    def room(self) -> float:
        """Height of the body."""
        return self.top - self._paper.bottom - self._foot_height - self._theme.rooms.frame_gap

    @property
    def _foot_height(self) -> float:
        """As high as its lines or, where it has a code, as that with white above it."""
        lines = len(self._rule) + len(self._groups) + 1
        code = self._side + self._theme.rooms.frame_white if self._side else 0.0
        return max(lines * self._plain.leading, code)

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
        below = top - len(self._head) * self._plain.leading
        self._draw_rule(pen, below - self._theme.rooms.frame_rule)

    def _draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        paper, plain, words = self._paper, self._plain, self._words
        top = paper.bottom + self._foot_height
        self._draw_rule(pen, top + self._theme.rooms.frame_rule)
        pen.lines(paper.left, top, self._beside, self._rule, plain)
        self._draw_proof(pen, top - len(self._rule) * plain.leading)
        last = paper.bottom + plain.leading
        survey = words("Survey {survey}").format(survey=self._imprint.survey[:_SURVEY_SHOWN])
        pen.lines(paper.left, last, self._beside, (survey,), plain)
        number = words("Page {page} of {pages}").format(page=page, pages=pages)
        pen.lines(paper.left, last, self._beside, (number,), self._strong, Align.RIGHT)

    def _draw_rule(self, pen: Pen, y: float) -> None:
        left = self._paper.left
        pen.rules([(left, y, left + self._paper.room, y)])

    def _draw_proof(self, pen: Pen, top: float) -> None:
        """In groups at equal distances: what is compared by eye must line up."""
        left, rooms = self._paper.left, self._theme.rooms
        pen.lines(left, top, self._beside, (self._label,), self._plain)
        left += self._width(self._label) + rooms.gap
        for line, groups in enumerate(self._groups):
            for at, group in enumerate(groups):
                pen.line(
                    left + at * rooms.hash_group,
                    top - line * self._plain.leading,
                    group,
                    self._plain,
                )
        if self._side:
            self._draw_code(pen)

    def _draw_code(self, pen: Pen) -> None:
        """Drawn once a document: a page that repeats it costs a line."""
        canvas, side = pen.canvas, self._side
        if not canvas.hasForm(_CODE):
            canvas.beginForm(_CODE, 0, 0, side, side)
            draw_qr(pen, self._digits, 0, 0, side)
            canvas.endForm()
        canvas.saveState()
        canvas.translate(self._paper.left + self._paper.room - side, self._paper.bottom)
        canvas.doForm(_CODE)
        canvas.restoreState()

    def _broken(self, text: str, room: float) -> tuple[str, ...]:
        return broken(text, room / self._plain.size)

    def _width(self, text: str) -> float:
        return text_width(text, bold=self._strong.bold) * self._strong.size
