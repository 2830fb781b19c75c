"""A PDF document: laid out whole before its first byte is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import base_font
from desktop.report.imprint import Imprint
from desktop.report.page import Frame
from desktop.report.pen import Pen
from desktop.report.strips import Page, Strip, pages
from desktop.report.theme import Paper, document_theme
from desktop.words import Words

Writer = Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own; `mark` stands in the head of its pages, such as a form."""

    strips: Sequence[Strip]
    mark: str = ""
    alone: bool = False
    """Its pages count by themselves: it is taken out of the stack and goes its own way."""


def paper_writer(imprint: Imprint, paper: Paper, parts: Sequence[Part], words: Words) -> Writer:
    """Lay the parts out on framed pages; GlyphMissingError comes here, not while writing."""
    theme = document_theme()
    laid = [
        (frame, page, (at, len(held)) if part.alone else None)
        for part in parts
        for frame in (Frame(imprint, paper, theme, words, part.mark),)
        for held in (pages(part.strips, frame.room),)
        for at, page in enumerate(held, 1)
    ]

    def write(file: BinaryIO) -> None:
        canvas = _canvas(file, paper)
        canvas.setTitle(words(" | ").join((imprint.title, imprint.document)))
        canvas.setSubject(imprint.proof[1] if imprint.proof else imprint.survey)
        for number, (frame, page, own) in enumerate(laid, 1):
            pen = Pen(canvas, theme)
            frame.draw(pen, *(own or (number, len(laid))))
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
