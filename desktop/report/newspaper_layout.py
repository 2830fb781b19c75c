"""The form on one page: which paper, how many blocks of rows, and how large its type can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from desktop.report.form_columns import FormColumns, columns_on
from desktop.report.form_look import FormLook
from desktop.report.form_pages import FormPage
from desktop.report.form_text import first_head
from desktop.report.newspaper_look import Format, newspaper_look
from desktop.report.newspaper_text import sending, warned
from desktop.report.strips import Strip
from desktop.report.theme import Paper
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.words import Words

_STEPS = (10, 5, 1)


class NewspaperCrowdedError(PingyiError):
    message = (
        "The form does not fit on one page of a newspaper in a type that can be read: "
        "print the form of several pages, or shorten the plan's names."
    )


@dataclass(frozen=True, slots=True)
class Appeal:
    """What a reader is told beside the form; an empty text leaves a line to write on.

    `until` is a day such as 2005-12-31.
    """

    send_to: str = ""
    until: str = ""
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Extras:
    """What is left out where the form does not fit with it."""

    opinion: bool = True
    instructions: bool = True


@dataclass(frozen=True, slots=True)
class NewspaperLayout:
    """Everything on the page, from above; the columns are those of the first block."""

    paper: Paper
    columns: FormColumns
    head: Sequence[Strip]
    blocks: Sequence[FormPage]
    foot: Sequence[Strip]
    opinion: float
    """The height of the box for opinions; 0 where there is none."""

    @property
    def size(self) -> float:
        return self.columns.look.size

    @property
    def row(self) -> float:
        """The lowest row."""
        return min(min(block.heights) for block in self.blocks)


def lay_out_newspaper(plan: Plan, words: Words, appeal: Appeal) -> NewspaperLayout:
    """With the largest type; on the smaller paper if its type is good. NewspaperCrowdedError."""
    look = newspaper_look()
    for extras in (Extras(), Extras(opinion=False), Extras(opinion=False, instructions=False)):
        found = [largest(paper, plan, words, appeal, extras) for paper in look.papers]
        fitting = [held for held in found if held]
        for held in fitting:
            if held.size >= look.good_size:
                return held
        if fitting:
            return max(fitting, key=lambda held: held.size)
    raise NewspaperCrowdedError


def largest(
    papers: Format, plan: Plan, words: Words, appeal: Appeal, extras: Extras
) -> NewspaperLayout | None:
    """On this format, upright or across: of the layouts in the largest type the highest rows."""
    sizes = newspaper_look().form.sizes()

    def fitting(look: FormLook) -> list[NewspaperLayout]:
        sheets = map(newspaper_look().paper, papers)
        return [
            held for sheet in sheets for held in _fits(sheet, plan, words, look, appeal, extras)
        ]

    # one look at the smallest type spares a search that ends there
    found = next(filter(None, map(fitting, sizes)), []) if fitting(sizes[-1]) else []
    if not found:
        return None
    high = found[0].columns.look.rows.nearly * max(held.row for held in found)
    return next(held for held in found if held.row >= high)


def _fits(
    paper: Paper, plan: Plan, words: Words, look: FormLook, appeal: Appeal, extras: Extras
) -> Iterator[NewspaperLayout]:
    """Every way in which the rows find room on this paper, fewest blocks and whole tens first."""
    held = newspaper_look()
    for blocks in range(1, held.blocks + 1):
        columns = columns_on(held.block(paper, blocks), plan, words, look)
        if columns.pitch < held.pitch_least:
            continue
        head = [
            *warned(columns, paper.room, drill=appeal.drill),
            *first_head(columns, paper.room, short=not extras.instructions),
        ]
        foot = sending(columns, paper.room, appeal.send_to, appeal.until)
        layout = NewspaperLayout(paper, columns, head, (), foot, 0.0)
        for counts in _shares(len(plan.agencies), blocks):
            if found := _filled(layout, counts, opinion=extras.opinion):
                yield found


def _shares(rows: int, blocks: int) -> Iterator[Sequence[int]]:
    """Rows of each block: all but the last end with a tenth row, a fifth, or anywhere."""
    for step in _STEPS:
        each = -(-rows // (blocks * step)) * step
        last = rows - each * (blocks - 1)
        if last > 0:
            yield [each] * (blocks - 1) + [last]


def _filled(
    layout: NewspaperLayout, counts: Sequence[int], *, opinion: bool
) -> NewspaperLayout | None:
    """With rows as high as they can be, and the rest for opinions; None where they cannot be."""
    columns, look = layout.columns, layout.columns.look
    wanted = look.opinion_least if opinion else 0.0
    free = _free(layout)

    def left(blocks: Sequence[FormPage]) -> float:
        return free - max(block.height for block in blocks)

    if left(_blocks(columns, counts, look.row_least)) < wanted:
        return None
    tried = (_blocks(columns, counts, least) for least in _heights(look))
    blocks = next(held for held in tried if left(held) >= wanted)
    height = min(left(blocks), look.opinion_most) if opinion else 0.0
    return replace(layout, blocks=blocks, opinion=height)


def _free(layout: NewspaperLayout) -> float:
    """What head, foot and the head of the table leave of the page."""
    paper, columns = layout.paper, layout.columns
    taken = sum(strip.height for strip in (*layout.head, *layout.foot))
    inside = paper.height - paper.top - paper.bottom
    return inside - taken - columns.head_height - 2 * columns.look.gap


def _blocks(columns: FormColumns, counts: Sequence[int], least: float) -> Sequence[FormPage]:
    heights = [columns.row_height(row, least) for row in range(sum(counts))]
    ends = accumulate(counts, initial=0)
    return [FormPage(start, tuple(heights[start:end])) for start, end in pairwise(ends)]


def _heights(look: FormLook) -> Iterator[float]:
    height = look.row_most
    while height > look.row_least:
        yield height
        height -= look.rows.step
    yield look.row_least
