"""评议表: the form as people get it, drawn from the plan and from nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import base_font, check_glyphs
from desktop.report.form_columns import FormColumns, form_columns
from desktop.report.form_look import form_look
from desktop.report.form_pages import FormPage, Rooms, form_pages, too_full
from desktop.report.form_sheet import FormSheet, foot_height
from desktop.report.form_text import first_head, form_name
from desktop.report.paper import Writer
from desktop.report.pen import Pen
from desktop.report.sheets import write_pdf
from desktop.report.strips import Strip
from desktop.report.theme import document_theme
from desktop.tally.plan import Page, Plan
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A whole form, laid out; nothing is drawn yet."""

    columns: FormColumns
    head: Sequence[Strip]
    pages: Sequence[FormPage]


def write_questionnaire(
    plan: Plan,
    path: Path,
    *,
    words: Words,
    mode: str = "official",
    form_numbers: Sequence[str] | None = None,
) -> Path:
    """Write a PDF of this name, or one into this folder: one blank form, or one for each number.

    GlyphMissingError, FormPageFullError, FormCrowdedError: nothing was written.
    """
    write = questionnaire_writer(plan, words=words, mode=mode, form_numbers=form_numbers)
    return write_pdf(path, form_name(words), write)


def questionnaire_writer(
    plan: Plan,
    *,
    words: Words,
    mode: str = "official",
    form_numbers: Sequence[str] | None = None,
) -> Writer:
    """Lay the form out now; what it gives draws it into a file. The same errors, here."""
    layout = lay_out(plan, words)
    numbers = [""] if form_numbers is None else list(form_numbers)
    for number in numbers:
        check_glyphs(number)

    def write(file: BinaryIO) -> None:
        canvas = _canvas(file, layout, words)
        for number in numbers:
            _draw(canvas, layout, number, words, drill=mode == "drill")
        canvas.save()

    return write


def printed_pages(plan: Plan, words: Words) -> tuple[Page, ...]:
    """The pages of the form as it is printed: what a plan without pages may take over."""
    return tuple(Page(len(page.heights), page.check) for page in lay_out(plan, words).pages)


def lay_out(plan: Plan, words: Words) -> FormLayout:
    """At the largest type with which the form keeps to its pages."""
    for look in form_look().sizes():
        columns = form_columns(plan, words, look)
        head = first_head(columns)
        rooms = _rooms(columns, head)
        if pages := form_pages(columns, rooms):
            return FormLayout(columns, head, pages)
    raise too_full(columns, rooms)


def _rooms(columns: FormColumns, head: Sequence[Strip]) -> Rooms:
    look, paper = columns.look, columns.paper
    free = paper.height - paper.top - paper.bottom - look.band - 2 * look.gap
    others = free - columns.head_height - foot_height(columns)
    first = others - sum(strip.height for strip in head)
    return Rooms(first, others, look.opinion_least, look.opinion_most)


def _canvas(file: BinaryIO, layout: FormLayout, words: Words) -> Canvas:
    paper, plan = layout.columns.paper, layout.columns.plan
    canvas = Canvas(
        file,
        pagesize=(paper.width, paper.height),
        initialFontName=base_font(),  # type: ignore[arg-type]
        invariant=1,
        pageCompression=1,
    )
    canvas.setTitle(words(" | ").join((plan.title, form_name(words))))
    return canvas


def _draw(canvas: Canvas, layout: FormLayout, number: str, words: Words, *, drill: bool) -> None:
    theme, paper = document_theme(), layout.columns.paper
    sheet = FormSheet(layout.columns, layout.head, layout.pages, drill=drill)
    for at in range(len(layout.pages)):
        pen = Pen(canvas, theme)
        sheet.draw(pen, at, number)
        if drill:
            pen.across(words("Drill"), theme.styles["drill"], paper.width, paper.height)
        canvas.showPage()
