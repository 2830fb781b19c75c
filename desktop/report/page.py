"""The frame of every page: what it belongs to above, rule, hash and page number below."""

from desktop.report.fonts import text_width
from desktop.report.lines import broken
from desktop.report.material import Material
from desktop.report.pen import Align, Pen
from desktop.report.rule_text import rule_short
from desktop.report.theme import Paper, Theme
from desktop.words import Words

_HASH_GROUP = 8
_SURVEY_SHOWN = 16


class Frame:
    """Head and foot of one document's pages; their height depends on what is in them."""

    def __init__(
        self, material: Material, title: str, paper: Paper, theme: Theme, words: Words
    ) -> None:
        self._material, self._paper, self._theme, self._words = material, paper, theme, words
        self._plain = theme.styles["frame"]
        self._strong = theme.styles["frame_strong"]
        name = material.results.plan.title.replace("\n", " ")
        self._standing = standing(material, words)
        room = paper.room - self._width(self._standing) - theme.rooms.gap
        self._head = self._broken(f"{name}{words(' | ')}{title}", room)
        rule = words("Rule: {rule}").format(rule=rule_short(material.results.plan, words))
        self._rule = self._broken(rule, paper.room)

    @property
    def top(self) -> float:
        """Upper edge of the body."""
        return self._paper.height - self._paper.top - self._head_height

    @property
    def room(self) -> float:
        """Height of the body."""
        lines = len(self._rule) + 2
        foot = lines * self._plain.leading + self._theme.rooms.frame_gap
        return self.top - self._paper.bottom - foot

    @property
    def _head_height(self) -> float:
        return len(self._head) * self._plain.leading + self._theme.rooms.frame_gap

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        self._draw_head(pen)
        self._draw_foot(pen, page, pages)

    def draw_over(self, pen: Pen) -> None:
        """What lies over the body: shading in a table must not hide that this is a drill."""
        if self._material.results.mode == "drill":
            style, paper = self._theme.styles["drill"], self._paper
            pen.across(self._words("Drill"), style, paper.width, paper.height)

    def _draw_head(self, pen: Pen) -> None:
        paper, top = self._paper, self._paper.height - self._paper.top
        pen.lines(paper.left, top, paper.room, self._head, self._plain)
        pen.lines(paper.left, top, paper.room, (self._standing,), self._strong, Align.RIGHT)
        rule = top - len(self._head) * self._plain.leading - 1.5
        pen.rules([(paper.left, rule, paper.left + paper.room, rule)])

    def _draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        paper, plain, words = self._paper, self._plain, self._words
        top = paper.bottom + (len(self._rule) + 2) * plain.leading
        pen.rules([(paper.left, top + 1.5, paper.left + paper.room, top + 1.5)])
        pen.lines(paper.left, top, paper.room, self._rule, plain)
        top -= len(self._rule) * plain.leading
        label = words("Hash of the results (SHA-256)")
        pen.lines(paper.left, top, paper.room, (label,), plain)
        self._draw_hash(pen, paper.left + self._width(label) + self._theme.rooms.gap, top)
        top -= plain.leading
        survey = words("Survey {survey}").format(
            survey=self._material.results.survey[:_SURVEY_SHOWN]
        )
        pen.lines(paper.left, top, paper.room, (survey,), plain)
        number = words("Page {page} of {pages}").format(page=page, pages=pages)
        pen.lines(paper.left, top, paper.room, (number,), self._strong, Align.RIGHT)

    def _draw_hash(self, pen: Pen, x: float, top: float) -> None:
        """In groups at equal distances: what is compared by eye must line up."""
        step, digits = self._theme.rooms.hash_group, self._material.results.hash or "—"
        for at in range(0, len(digits), _HASH_GROUP):
            left = x + at // _HASH_GROUP * step
            pen.lines(left, top, step, (digits[at : at + _HASH_GROUP],), self._plain)

    def _broken(self, text: str, room: float) -> tuple[str, ...]:
        return broken(text, room / self._plain.size)

    def _width(self, text: str) -> float:
        return text_width(text, bold=self._strong.bold) * self._strong.size


def standing(material: Material, words: Words) -> str:
    """Mode, edition and whether it is sealed."""
    drill = material.results.mode == "drill"
    mode = words("Drill") if drill else words("Official")
    edition = words("Edition {edition}").format(edition=material.edition)
    sealed = words("sealed") if material.sealed else words("not sealed")
    return words(" | ").join((mode, edition, sealed))
