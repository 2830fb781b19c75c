"""What stands below the table of the form: room for opinions, page number, check number."""

from desktop.report.fonts import text_width
from desktop.report.form_columns import FormColumns
from desktop.report.form_ink import framed, ruled
from desktop.report.form_look import FormLook
from desktop.report.form_pages import FormPage
from desktop.report.pen import Align, Pen
from desktop.words import Words


def foot_height(columns: FormColumns) -> float:
    """What stands below the table: a check number is large, a page number alone is not."""
    has_check = any(page.check for page in columns.plan.pages)
    return columns.look.styles["check" if has_check else "text"].leading


def draw_opinion(
    pen: Pen, look: FormLook, words: Words, x: float, top: float, room: float, height: float
) -> None:
    """Lines to write on, in a frame."""
    text = words("Opinions and suggestions (you may leave this empty):")
    style, first = look.styles["strong"], top - look.gap / 2
    framed(pen, x, top - height, room, height, look.rules.frame)
    pen.line(x + look.pad, first, text, style)
    level = first - style.leading - look.opinion_line * look.opinion_first
    lines = []
    while level > top - height + look.gap:
        lines.append((x + 2 * look.pad, level, x + room - 2 * look.pad, level))
        level -= look.opinion_line
    ruled(pen, look.rules.hair, lines)


def draw_foot(pen: Pen, columns: FormColumns, page: FormPage, at: int, pages: int) -> None:
    """The place of page `at`, from 0, and its check number."""
    paper, words, high = columns.paper, columns.words, foot_height(columns)
    style = columns.look.styles["text"]
    number = words("Page {page} of {pages}").format(page=at + 1, pages=pages)
    top = paper.bottom + high
    upper = top - (high - style.leading) / 2
    pen.lines(paper.left, upper, paper.room, (number,), style, Align.CENTRE)
    if at + 1 < pages:
        pen.lines(paper.left, upper, paper.room, (words("Please turn over."),), style)
    if page.check:
        _draw_check(pen, columns, page.check, top)


def _draw_check(pen: Pen, columns: FormColumns, check: str, top: float) -> None:
    """校验码, large: a clerk keys it at the end of the page."""
    look, paper = columns.look, columns.paper
    style, label = look.styles["check"], look.styles["text"]
    text = columns.words("Check number")
    width = (text_width(check, bold=True) + 1) * style.size
    x = paper.left + paper.room - width
    before = (text_width(text) + look.head.label_gap) * label.size
    pen.line(x - before, top - (style.leading - label.leading) / 2, text, label)
    framed(pen, x, top - style.leading, width, style.leading, look.rules.frame)
    pen.lines(x, top, width, (check,), style, Align.CENTRE)
