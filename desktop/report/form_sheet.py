"""The pages of the form that people fill in: what all copies share, and what each has alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.report.form_band import FormBand, Numbering
from desktop.report.form_foot import draw_foot, draw_opinion
from desktop.report.form_layout import FormLayout
from desktop.report.form_table import FormTable
from desktop.report.pen import Pen
from desktop.report.strips import Strip


@dataclass(frozen=True)
class FormSheet:
    """One page after another, all of one form; y grows upwards."""

    layout: FormLayout
    numbering: Numbering | None
    drill: bool

    def draw(self, pen: Pen, at: int) -> None:
        """Page `at`, from 0, without a number."""
        columns, page = self.layout.columns, self.layout.pages[at]
        look, paper = columns.look, columns.paper
        self._band.draw(pen, at, self._top)
        top = self._top - look.band - look.band_gap
        if not at:
            top = draw_strips(pen, self.layout.head, paper.left, top)
        bottom = FormTable(columns).draw(pen, page, paper.left, top) - look.gap
        if page.opinion:
            height = page.opinion - look.gap
            draw_opinion(pen, look, columns.words, paper.left, bottom, paper.room, height)
        draw_foot(pen, columns, page, at, len(self.layout.pages))

    def draw_over(self, pen: Pen, number: str) -> None:
        """What a copy bears on each of its pages: its number, and that it is a drill."""
        columns = self.layout.columns
        if number:
            self._band.draw_number(pen, self._top, number)
        if self.drill:
            style, paper = pen.theme.styles["drill"], columns.paper
            pen.across(columns.words("Drill"), style, paper.width, paper.height)

    @property
    def _top(self) -> float:
        paper = self.layout.columns.paper
        return paper.height - paper.top

    @cached_property
    def _band(self) -> FormBand:
        return FormBand(self.layout.columns, self.numbering, self.drill)


def draw_strips(pen: Pen, strips: Sequence[Strip], x: float, top: float) -> float:
    """Below one another; where the last one ends."""
    for strip in strips:
        strip.draw(pen, x, top)
        top -= strip.height
    return top
