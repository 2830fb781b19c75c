"""A PDF document: laid out whole before its first byte is written."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import base_font
from desktop.report.material import Material
from desktop.report.page import Frame
from desktop.report.pen import Pen
from desktop.report.strips import Page, Strip, pages
from desktop.report.theme import Paper, document_theme
from desktop.words import Words

Writer = Callable[[BinaryIO], None]


def paper_writer(
    material: Material, title: str, paper: Paper, strips: Sequence[Strip], words: Words
) -> Writer:
    """Lay the strips out on framed pages; GlyphMissingError comes here, not while writing."""
    theme = document_theme()
    frame = Frame(material, title, paper, theme, words)
    laid = pages(strips, frame.room)

    def write(file: BinaryIO) -> None:
        canvas = _canvas(file, paper)
        canvas.setTitle(words(" | ").join((material.results.plan.title, title)))
        canvas.setSubject(material.results.hash)
        for number, page in enumerate(laid, 1):
            pen = Pen(canvas, theme)
            frame.draw(pen, number, len(laid))
            _stack(pen, page, paper.left, frame.top)
            frame.draw_over(pen)
            canvas.showPage()
        canvas.save()

    return write


def _canvas(file: BinaryIO, paper: Paper) -> Canvas:
    """invariant: the same results give the same bytes, without clock or machine in them."""
    return Canvas(
        file,
        pagesize=(paper.width, paper.height),
        initialFontName=base_font(),  # type: ignore[arg-type]
        invariant=1,
        pageCompression=1,
    )


def _stack(pen: Pen, page: Page, x: float, top: float) -> None:
    for strip in page:
        strip.draw(pen, x, top)
        top -= strip.height
