"""Where an agency stands on paper: which page, how many rows are left on it, its check number."""

from dataclasses import dataclass

from desktop.tally.plan import Page, Plan

__all__ = ["Page", "PagePlace", "page_of_row", "pages_of"]


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A row's page: `number` of `count`, from 1; `rows_left` on it behind the row."""

    number: int
    count: int
    rows_left: int
    check: str

    @property
    def is_last_row(self) -> bool:
        """Whether the page ends with this row."""
        return self.rows_left == 0


def pages_of(plan: Plan) -> tuple[Page, ...]:
    """The pages of the plan; one with all rows where it names none."""
    return plan.pages or (Page(len(plan.agencies)),)


def page_of_row(plan: Plan, row: int) -> PagePlace:
    """The place of the agency with this index, from 0; IndexError beyond the form."""
    pages, end = pages_of(plan), 0
    for number, page in enumerate(pages, 1):
        end += page.rows
        if 0 <= row < end:
            return PagePlace(number, len(pages), end - row - 1, page.check)
    raise IndexError(row)
