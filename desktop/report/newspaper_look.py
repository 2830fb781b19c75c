"""How the form in a newspaper looks, read from the documents' theme; lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop.report.form_look import FormLook, form_look, lengths
from desktop.report.theme import Paper, theme_table

Format = Sequence[tuple[float, float]]
"""Width and height of one size of paper, upright and across."""


@dataclass(frozen=True, slots=True)
class NewspaperLook:
    """`edge` lies between paper and cutting line, `margin` inside that line."""

    papers: Sequence[Format]
    good_size: float
    edge: float
    margin: float
    blocks: int
    block_gap: float
    pitch_least: float
    cut_weight: float
    cut_dash: Sequence[float]
    form: FormLook
    """The look of the table and of what stands around it, at full size."""

    def paper(self, size: tuple[float, float]) -> Paper:
        """With the room that the cutting line leaves."""
        margins = [self.edge + self.margin] * 4
        return Paper(*size, *margins)

    def block(self, paper: Paper, blocks: int) -> Paper:
        """The paper as its first block has it: the others stand at its right."""
        width = (paper.room - (blocks - 1) * self.block_gap) / blocks
        return replace(paper, right=paper.width - paper.left - width)


@cache
def newspaper_look() -> NewspaperLook:
    """The look of `resources/themes/documents.toml`."""
    read = theme_table("newspaper")
    heading = replace(form_look().heading, **lengths(read["heading"]))
    form = replace(form_look(), heading=heading, **lengths(read["form"]))
    return NewspaperLook(form=form, **lengths(read))
