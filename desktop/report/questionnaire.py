"""评议表: the form as people get it, drawn from the plan: blank, or a copy for each number."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.report.fonts import check_glyphs
from desktop.report.form_band import Numbering
from desktop.report.form_layout import FormLayout, lay_out
from desktop.report.form_sheet import FormSheet
from desktop.report.form_stream import FormCanvas
from desktop.report.form_text import form_name
from desktop.report.paper import Writer
from desktop.report.pen import Pen
from desktop.report.sheets import write_pdf
from desktop.report.theme import document_theme
from desktop.tally.plan import Page, Plan
from desktop.tally.print_run import PrintRun, check_run
from desktop.words import Words

Report = Callable[[int, int], None]
"""Is told after each copy how many there are by now, and how many there will be; it may raise."""


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


def write_run(
    plan: Plan,
    run: PrintRun,
    path: Path,
    *,
    words: Words,
    mode: str = "official",
    report: Report | None = None,
) -> Path:
    """Write the forms of a run one after the other; the errors of `check_run` too."""
    write = run_writer(plan, run, words=words, mode=mode, report=report)
    title = words("{form} {first} to {last}")
    name = title.format(form=form_name(words), first=run.name(run.first), last=run.name(run.last))
    return write_pdf(path, name, write)


def questionnaire_writer(
    plan: Plan,
    *,
    words: Words,
    mode: str = "official",
    form_numbers: Sequence[str] | None = None,
) -> Writer:
    """Lay the form out now; what it gives draws it into a file. The same errors, here."""
    layout = lay_out(plan, words)
    if form_numbers is None:
        return _blank(layout, words, drill=mode == "drill")
    for number in form_numbers:
        check_glyphs(number)
    return _numbered(layout, Numbering(form_numbers), words, drill=mode == "drill")


def run_writer(
    plan: Plan,
    run: PrintRun,
    *,
    words: Words,
    mode: str = "official",
    report: Report | None = None,
) -> Writer:
    """As `questionnaire_writer`, for the forms of a run."""
    check_run(plan, run)
    channel = next(held.name for held in plan.channels if held.code == run.channel)
    numbering = Numbering(list(run.names()), channel)
    return _numbered(lay_out(plan, words), numbering, words, drill=mode == "drill", report=report)


def printed_pages(plan: Plan, words: Words) -> tuple[Page, ...]:
    """The pages of the form as it is printed: what a plan without pages may take over."""
    return tuple(Page(len(page.heights), page.check) for page in lay_out(plan, words).pages)


def _blank(layout: FormLayout, words: Words, *, drill: bool) -> Writer:
    sheet = FormSheet(layout, None, drill)

    def write(file: BinaryIO) -> None:
        canvas = _begun(file, layout, words)
        for at in range(len(layout.pages)):
            pen = Pen(canvas, document_theme())
            sheet.draw(pen, at)
            sheet.draw_over(pen, "")
            canvas.showPage()
        canvas.save()

    return write


def _numbered(
    layout: FormLayout,
    numbering: Numbering,
    words: Words,
    *,
    drill: bool,
    report: Report | None = None,
) -> Writer:
    """Each page of the form is drawn once, and every copy shows it under its own number."""
    sheet = FormSheet(layout, numbering, drill)

    def write(file: BinaryIO) -> None:
        canvas = _begun(file, layout, words)
        for at in range(len(layout.pages)):
            canvas.beginForm(_shared(at))
            sheet.draw(Pen(canvas, document_theme()), at)
            canvas.endForm()
        for done, number in enumerate(numbering.names, 1):
            _draw_copy(canvas, sheet, number)
            if report:
                report(done, len(numbering.names))
        canvas.save()

    return write


def _draw_copy(canvas: FormCanvas, sheet: FormSheet, number: str) -> None:
    for at in range(len(sheet.layout.pages)):
        canvas.doForm(_shared(at))
        sheet.draw_over(Pen(canvas, document_theme()), number)
        canvas.showPage()


def _shared(at: int) -> str:
    return f"page{at + 1}"


def _begun(file: BinaryIO, layout: FormLayout, words: Words) -> FormCanvas:
    canvas = FormCanvas(file, layout.columns.paper)
    canvas.setTitle(words(" | ").join((layout.columns.plan.title, form_name(words))))
    return canvas
