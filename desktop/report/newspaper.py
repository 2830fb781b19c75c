"""报纸版评议表: the form that a newspaper prints, on one page, without a number, to be cut out."""

from pathlib import Path
from typing import BinaryIO

from reportlab.lib.colors import white

from desktop.report.fonts import text_width
from desktop.report.form_foot import draw_opinion
from desktop.report.form_ink import framed
from desktop.report.form_sheet import draw_strips
from desktop.report.form_stream import FormCanvas
from desktop.report.form_table import FormTable
from desktop.report.newspaper_layout import Appeal, NewspaperLayout, lay_out_newspaper
from desktop.report.newspaper_look import newspaper_look
from desktop.report.paper import Writer
from desktop.report.pen import Align, Pen
from desktop.report.sheets import write_pdf
from desktop.report.theme import document_theme
from desktop.tally.plan import Plan
from desktop.words import Words


def write_newspaper(
    plan: Plan,
    path: Path,
    *,
    words: Words,
    mode: str = "official",
    send_to: str = "",
    until: str = "",
) -> Path:
    """Write a PDF of this name, or one into this folder; empty texts leave lines to write on.

    `until` is a day such as 2005-12-31.
    GlyphMissingError, NewspaperCrowdedError: nothing was written.
    """
    write = newspaper_writer(plan, words=words, mode=mode, send_to=send_to, until=until)
    return write_pdf(path, words("Appraisal form for a newspaper"), write)


def newspaper_writer(
    plan: Plan, *, words: Words, mode: str = "official", send_to: str = "", until: str = ""
) -> Writer:
    """Lay the page out now; what it gives draws it into a file. The same errors, here."""
    drill = mode == "drill"
    layout = lay_out_newspaper(plan, words, Appeal(send_to, until, drill))

    def write(file: BinaryIO) -> None:
        canvas = FormCanvas(file, layout.paper)
        title = words("Appraisal form for a newspaper")
        canvas.setTitle(words(" | ").join((plan.title, title)))
        pen = Pen(canvas, document_theme())
        _draw(pen, layout)
        if drill:
            style, paper = pen.theme.styles["drill"], layout.paper
            pen.across(words("Drill"), style, paper.width, paper.height)
        canvas.showPage()
        canvas.save()

    return write


def _draw(pen: Pen, layout: NewspaperLayout) -> None:
    paper, columns = layout.paper, layout.columns
    look = columns.look
    top = draw_strips(pen, layout.head, paper.left, paper.height - paper.top)
    bottom = _draw_blocks(pen, layout, top) - look.gap
    if layout.opinion:
        height = layout.opinion - look.gap
        draw_opinion(pen, look, columns.words, paper.left, bottom, paper.room, height)
        bottom -= layout.opinion
    bottom = draw_strips(pen, layout.foot, paper.left, bottom)
    _draw_cutting_line(pen, layout, bottom - newspaper_look().margin)


def _draw_blocks(pen: Pen, layout: NewspaperLayout, top: float) -> float:
    """Side by side; where the longest ends."""
    table, x = FormTable(layout.columns), layout.paper.left
    ends = []
    for block in layout.blocks:
        ends.append(table.draw(pen, block, x, top))
        x += layout.columns.paper.room + newspaper_look().block_gap
    return min(ends)


def _draw_cutting_line(pen: Pen, layout: NewspaperLayout, bottom: float) -> None:
    """Dashes round all that is used of the page, and in the upper of them what they are for."""
    look, paper, canvas = newspaper_look(), layout.paper, pen.canvas
    top = paper.height - look.edge
    canvas.saveState()
    canvas.setDash(list(look.cut_dash))
    framed(pen, look.edge, bottom, paper.width - 2 * look.edge, top - bottom, look.cut_weight)
    canvas.restoreState()
    text, style = layout.columns.words("Cut out along this line"), look.form.styles["grade"]
    wide = (text_width(text) + 2 * look.form.head.label_gap) * style.size
    upper = top + style.leading / 2
    canvas.setFillColor(white)
    canvas.rect((paper.width - wide) / 2, upper - style.leading, wide, style.leading, 0, 1)
    pen.lines(0, upper, paper.width, (text,), style, Align.CENTRE)
