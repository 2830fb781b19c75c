"""Draws the pages of the form that people fill in: band, table, check number, opinions."""

from collections.abc import Sequence
from itertools import accumulate

from reportlab.lib.colors import HexColor

from desktop.report.fonts import text_width
from desktop.report.form_columns import FormColumns
from desktop.report.form_pages import FormPage
from desktop.report.form_text import form_name
from desktop.report.key_caps import draw_shape
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen, Segment
from desktop.report.sheets import scaled
from desktop.report.strips import Strip

_TEN = 10
_FRAME = 1.1
_ANCHOR = 1.6
_HAIR = 0.3
_BOX = 0.7
_PAD = 4.0
_CODE = 1.8
_TITLE_SIZES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3)


class FormSheet:
    """One page after another, all of one form; y grows upwards."""

    def __init__(
        self,
        columns: FormColumns,
        head: Sequence[Strip],
        pages: Sequence[FormPage],
        *,
        drill: bool,
    ) -> None:
        self._columns, self._head, self._sheets, self._drill = columns, head, pages, drill
        self._look, self._paper, self._words = columns.look, columns.paper, columns.words

    def draw(self, pen: Pen, at: int, number: str) -> None:
        """Page `at`, from 0, of the copy with this form number; an empty one is written by hand."""
        page, paper = self._sheets[at], self._paper
        top = paper.height - paper.top
        self._draw_band(pen, at, top, number)
        top -= self._look.band + self._look.gap
        if not at:
            top = self._draw_head(pen, top)
        self._draw_titles(pen, top)
        lower = top - self._columns.head_height
        self._draw_rows(pen, page, lower)
        self._draw_frame(pen, top, lower - page.height, page)
        if page.opinion:
            self._draw_opinion(pen, lower - page.height - self._look.gap, page.opinion)
        self._draw_foot(pen, at)

    def _draw_head(self, pen: Pen, top: float) -> float:
        for strip in self._head:
            strip.draw(pen, self._paper.left, top)
            top -= strip.height
        return top

    def _draw_band(self, pen: Pen, at: int, top: float, number: str) -> None:
        """The form's number on every page, and from the second on what it is a page of.

        What stands free in the middle is for a bar code.
        """
        look, paper = self._look, self._paper
        text, style = look.styles["text"], look.styles["number"]
        label = self._words("Form number")
        width = look.number + (text_width(label) + 0.6) * text.size
        x, right = paper.left + paper.room - width, paper.left + paper.room
        middle = top - look.band / 2
        pen.line(x, middle + text.leading / 2, label, text)
        self._box(pen, right - look.number, top - look.band, look.number, look.band, _FRAME)
        wide = text_width(number, bold=True) * style.size
        style = scaled(style, min(1.0, (look.number - 2 * _PAD) / wide)) if wide else style
        upper = middle + style.leading / 2
        pen.lines(right - look.number, upper, look.number, (number,), style, Align.CENTRE)
        self._draw_title(pen, at, x - paper.left - 2 * _PAD, middle)

    def _draw_title(self, pen: Pen, at: int, room: float, middle: float) -> None:
        """As large as the band allows: a title may be long."""
        style = self._look.styles["strong" if self._drill else "text"]
        text, band = self._band_text(at), self._look.band
        for size in _TITLE_SIZES:
            held = scaled(style, size)
            lines = broken(text, room / held.size, bold=held.bold)
            if len(lines) * held.leading <= band:
                break
        upper = middle + len(lines) * held.leading / 2
        pen.lines(self._paper.left, upper, room, lines, held)

    def _band_text(self, at: int) -> str:
        """What a page belongs to, and that a drill is one, where boxes hide what lies over them."""
        words = self._words
        named = self._columns.plan.title.replace("\n", " ")
        parts = [words("Drill")] if self._drill else []
        return words(" | ").join([*parts, named, form_name(words)] if at else parts)

    def _draw_titles(self, pen: Pen, top: float) -> None:
        """The head of the table, again on every page."""
        columns, look = self._columns, self._look
        style, small = look.styles["dimension"], look.styles["grade"]
        x, whole = self._paper.left, columns.head_height
        for text, left, width in (
            (self._words("No."), x, columns.number),
            (self._words("Agency"), x + columns.number, columns.name),
        ):
            upper = top - (whole - style.leading) / 2
            pen.lines(left, upper, width, (text,), style, Align.CENTRE)
        for at, heading in enumerate(columns.headings):
            left = x + columns.boxes_left + at * columns.cell
            lines = len(heading.lines) * style.leading
            points = small.leading if heading.points else 0.0
            upper = top - (columns.heading_height - lines - points) / 2
            pen.lines(left, upper, columns.cell, heading.lines, style, Align.CENTRE)
            pen.lines(left, upper - lines, columns.cell, (heading.points,), small, Align.CENTRE)
            self._draw_answers(pen, left, top - columns.heading_height)

    def _draw_answers(self, pen: Pen, x: float, top: float) -> None:
        """Above each box its shape and its words."""
        columns, size = self._columns, self._look.styles["grade"].size
        labels, side = columns.labels, min(size, columns.pitch - 2)
        for at, (answer, lines) in enumerate(zip(columns.answers, labels.lines, strict=True)):
            left = x + at * columns.pitch
            middle = top - 3 - size / 2
            draw_shape(pen, answer.shape, left + (columns.pitch - side) / 2, middle, side)
            upper = top - size - 5
            if labels.turned:
                self._draw_turned(pen, left, upper - labels.height, lines)
            else:
                pen.lines(left, upper, columns.pitch, lines, labels.style, Align.CENTRE)

    def _draw_turned(self, pen: Pen, x: float, low: float, lines: Sequence[str]) -> None:
        """Read from below, the first line at the left."""
        canvas, style = pen.canvas, self._columns.labels.style
        free = self._columns.pitch - len(lines) * style.leading
        canvas.saveState()
        canvas.translate(x + free / 2, low)
        canvas.rotate(90)
        for at, line in enumerate(lines):
            pen.line(0, -at * style.leading, line, style)
        canvas.restoreState()

    def _draw_rows(self, pen: Pen, page: FormPage, top: float) -> None:
        columns, look = self._columns, self._look
        style, name = look.styles["row"], look.styles["name"]
        for at, height in enumerate(page.heights):
            row = page.first + at
            upper = top - (height - style.leading) / 2
            width = columns.number - _PAD
            pen.lines(self._paper.left, upper, width, (str(row + 1),), style, Align.RIGHT)
            lines = columns.names[row]
            upper = top - (height - len(lines) * name.leading) / 2
            left = self._paper.left + columns.number + _PAD
            pen.lines(left, upper, columns.name - 2 * _PAD, lines, name)
            self._draw_boxes(pen, top, height)
            top -= height

    def _draw_boxes(self, pen: Pen, top: float, height: float) -> None:
        """A row's boxes: the digit in the corner says which grade it is, far from the head."""
        columns, look = self._columns, self._look
        wide = min(columns.pitch - look.box_gap, look.box_width)
        high = min(height - look.box_gap, look.box_height)
        left = self._paper.left + columns.boxes_left + (columns.pitch - wide) / 2
        low = top - (height + high) / 2
        code = look.styles["code"]
        for cell in range(len(columns.plan.dimensions)):
            for at, answer in enumerate(columns.answers):
                x = left + cell * columns.cell + at * columns.pitch
                self._box(pen, x, low, wide, high, _BOX)
                pen.line(x + _CODE, low + code.leading + _CODE / 3, answer.digit, code)

    def _draw_frame(self, pen: Pen, top: float, bottom: float, page: FormPage) -> None:
        columns, paper = self._columns, self._paper
        left, right = paper.left, paper.left + paper.room
        head = top - columns.head_height
        answers = top - columns.heading_height
        edges = [left + columns.number, left + columns.boxes_left]
        edges += [edges[1] + at * columns.cell for at in range(1, len(columns.plan.dimensions))]
        ends = list(accumulate((-height for height in page.heights), initial=head))
        tens = [end for at, end in enumerate(ends) if at and not (page.first + at) % _TEN]
        self._rules(pen, _HAIR, [(left, end, right, end) for end in ends])
        self._rules(pen, _HAIR, [(edges[1], answers, right, answers)])
        self._rules(pen, _FRAME, [(edge, top, edge, bottom) for edge in edges])
        self._rules(pen, _FRAME, [(left, head, right, head)])
        self._rules(pen, _ANCHOR, [(left, end, right, end) for end in tens])
        self._box(pen, left, bottom, right - left, top - bottom, _ANCHOR)

    def _draw_opinion(self, pen: Pen, top: float, height: float) -> None:
        """Lines to write on, in a frame as wide as the table."""
        look, paper, style = self._look, self._paper, self._look.styles["strong"]
        height -= look.gap
        text = self._words("Opinions and suggestions (you may leave this empty):")
        self._box(pen, paper.left, top - height, paper.room, height, _FRAME)
        pen.line(paper.left + _PAD, top - look.gap / 2, text, style)
        first = top - look.gap / 2 - style.leading - look.opinion_line * 0.6
        left, right = paper.left + 2 * _PAD, paper.left + paper.room - 2 * _PAD
        lines = []
        while first > top - height + look.gap:
            lines.append((left, first, right, first))
            first -= look.opinion_line
        self._rules(pen, _HAIR, lines)

    def _draw_foot(self, pen: Pen, at: int) -> None:
        look, paper, words = self._look, self._paper, self._words
        style, check = look.styles["text"], self._sheets[at].check
        number = words("Page {page} of {pages}").format(page=at + 1, pages=len(self._sheets))
        top = paper.bottom + foot_height(self._columns)
        upper = top - (foot_height(self._columns) - style.leading) / 2
        pen.lines(paper.left, upper, paper.room, (number,), style, Align.CENTRE)
        if at + 1 < len(self._sheets):
            pen.lines(paper.left, upper, paper.room, (words("Please turn over."),), style)
        if check:
            self._draw_check(pen, check, top)

    def _draw_check(self, pen: Pen, check: str, top: float) -> None:
        """校验码, large: a clerk keys it at the end of the page."""
        style, paper = self._look.styles["check"], self._paper
        label = self._look.styles["text"]
        text = self._words("Check number")
        width = (text_width(check, bold=True) + 1) * style.size
        x = paper.left + paper.room - width
        before = (text_width(text) + 0.5) * label.size
        pen.line(x - before, top - (style.leading - label.leading) / 2, text, label)
        self._box(pen, x, top - style.leading, width, style.leading, _FRAME)
        pen.lines(x, top, width, (check,), style, Align.CENTRE)

    def _box(self, pen: Pen, x: float, y: float, width: float, height: float, rule: float) -> None:
        canvas = pen.canvas
        canvas.setStrokeColor(HexColor(pen.theme.colours["rule"]))
        canvas.setLineWidth(rule)
        canvas.rect(x, y, width, height)

    def _rules(self, pen: Pen, rule: float, segments: Sequence[Segment]) -> None:
        pen.canvas.setLineWidth(rule)
        pen.rules(segments)


def foot_height(columns: FormColumns) -> float:
    """What stands below the table: a check number is large, a page number alone is not."""
    has_check = any(page.check for page in columns.plan.pages)
    return columns.look.styles["check" if has_check else "text"].leading
