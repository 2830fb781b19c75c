"""The whole form, laid out before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.report.form_columns import FormColumns, form_columns
from desktop.report.form_foot import foot_height
from desktop.report.form_look import form_look
from desktop.report.form_pages import FormPage, Rooms, form_pages, too_full
from desktop.report.form_text import first_head
from desktop.report.strips import Strip
from desktop.tally.plan import Plan
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class FormLayout:
    """Columns, what stands above the first table, and the rows of every page."""

    columns: FormColumns
    head: Sequence[Strip]
    pages: Sequence[FormPage]


def lay_out(plan: Plan, words: Words) -> FormLayout:
    """At the largest type with which the form keeps to its pages."""
    for look in form_look().sizes():
        columns = form_columns(plan, words, look)
        head = first_head(columns, columns.paper.room)
        rooms = _rooms(columns, head)
        if pages := form_pages(columns, rooms):
            return FormLayout(columns, head, pages)
    raise too_full(columns, rooms)


def _rooms(columns: FormColumns, head: Sequence[Strip]) -> Rooms:
    look, paper = columns.look, columns.paper
    free = paper.height - paper.top - paper.bottom - look.band - look.band_gap - look.gap
    others = free - columns.head_height - foot_height(columns)
    first = others - sum(strip.height for strip in head)
    return Rooms(first, others, look.opinion_least, look.opinion_most)
