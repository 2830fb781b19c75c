"""Draws the table of the form: its head, and a row of boxes for each agency."""

from collections.abc import Sequence
from itertools import accumulate

from desktop.report.form_columns import FormColumns
from desktop.report.form_ink import framed, ruled
from desktop.report.form_pages import FormPage
from desktop.report.key_caps import draw_shape
from desktop.report.pen import Align, Pen

_TEN = 10


class FormTable:
    """The same columns, whatever rows stand in them; y grows upwards."""

    def __init__(self, columns: FormColumns) -> None:
        self._columns, self._look, self._words = columns, columns.look, columns.words

    def draw(self, pen: Pen, rows: FormPage, x: float, top: float) -> float:
        """These rows below the head of the table, from its upper left; where the table ends."""
        lower = top - self._columns.head_height
        self._draw_titles(pen, x, top)
        self._draw_rows(pen, rows, x, lower)
        self._draw_frame(pen, rows, x, top)
        return lower - rows.height

    def _draw_titles(self, pen: Pen, x: float, top: float) -> None:
        """The head of the table, again above every page's rows."""
        columns, look = self._columns, self._look
        style, small = look.styles["dimension"], look.styles["grade"]
        for text, left, width in (
            (self._words("No."), x, columns.number),
            (self._words("Agency"), x + columns.number, columns.name),
        ):
            upper = top - (columns.head_height - style.leading) / 2
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
        labels, heading = columns.labels, self._look.heading
        side = min(size, columns.pitch - heading.under)
        for at, (answer, lines) in enumerate(zip(columns.answers, labels.lines, strict=True)):
            left = x + at * columns.pitch
            middle = top - heading.over - size / 2
            draw_shape(pen, answer.shape, left + (columns.pitch - side) / 2, middle, side)
            upper = top - columns.labels_top
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

    def _draw_rows(self, pen: Pen, rows: FormPage, x: float, top: float) -> None:
        columns, look = self._columns, self._look
        style, name = look.styles["row"], look.styles["name"]
        for row, height in enumerate(rows.heights, rows.first):
            upper = top - (height - style.leading) / 2
            width = columns.number - look.pad
            pen.lines(x, upper, width, (str(row + 1),), style, Align.RIGHT)
            lines = columns.names[row]
            upper = top - (height - len(lines) * name.leading) / 2
            left = x + columns.number + look.pad
            pen.lines(left, upper, columns.name - 2 * look.pad, lines, name)
            self._draw_boxes(pen, x, top, height)
            top -= height

    def _draw_boxes(self, pen: Pen, x: float, top: float, height: float) -> None:
        """A row's boxes: the digit in the corner says which grade it is, far from the head."""
        columns, look = self._columns, self._look
        wide = min(columns.pitch - look.box_gap, look.box_width)
        high = min(height - look.box_gap, look.box_height)
        first = x + columns.boxes_left + (columns.pitch - wide) / 2
        low = top - (height + high) / 2
        code, pad = look.styles["code"], look.code_pad
        for cell in range(len(columns.plan.dimensions)):
            for at, answer in enumerate(columns.answers):
                left = first + cell * columns.cell + at * columns.pitch
                framed(pen, left, low, wide, high, look.rules.box)
                pen.line(left + pad, low + code.leading + pad / 3, answer.digit, code)

    def _draw_frame(self, pen: Pen, rows: FormPage, left: float, top: float) -> None:
        columns, weights = self._columns, self._look.rules
        right, head = left + columns.paper.room, top - columns.head_height
        bottom, answers = head - rows.height, top - columns.heading_height
        edges = [left + columns.number, left + columns.boxes_left]
        edges += [edges[1] + at * columns.cell for at in range(1, len(columns.plan.dimensions))]
        ends = list(accumulate((-height for height in rows.heights), initial=head))
        tens = [end for at, end in enumerate(ends) if at and not (rows.first + at) % _TEN]
        ruled(pen, weights.hair, [(left, end, right, end) for end in ends])
        ruled(pen, weights.hair, [(edges[1], answers, right, answers)])
        ruled(pen, weights.frame, [(edge, top, edge, bottom) for edge in edges])
        ruled(pen, weights.frame, [(left, head, right, head)])
        ruled(pen, weights.anchor, [(left, end, right, end) for end in tens])
        framed(pen, left, bottom, right - left, top - bottom, weights.anchor)
