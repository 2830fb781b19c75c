"""Which rows of the form stand on which page, and how high they are."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from desktop.report.form_columns import FormColumns
from desktop.report.form_look import FormLook
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan

_TEN = 10


class FormPageFullError(PingyiError):
    message = (
        "Page {page} of the form has {rows} rows, and a sheet of A4 cannot hold them: "
        "give it fewer rows in the plan's pages."
    )


class FormCrowdedError(PingyiError):
    message = (
        "The form leaves no room for its table: shorten the names of dimensions, grades, agencies "
        "or void reasons in the plan."
    )


@dataclass(frozen=True, slots=True)
class FormPage:
    """Rows from `first` (from 0) with their heights, and the page's check number."""

    first: int
    heights: tuple[float, ...]
    check: str = ""
    opinion: float = 0.0
    """The height of the box for opinions; 0 where this page has none."""

    @property
    def height(self) -> float:
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What a page leaves for rows, on the first page and on the others; `last` is wanted below."""

    first: float
    others: float
    opinion: float
    most_opinion: float

    def of(self, page: int) -> float:
        return self.others if page else self.first


def form_pages(columns: FormColumns, rooms: Rooms) -> list[FormPage] | None:
    """The pages at this size of type, with rows as high as they can be; None if it is too large."""
    given = [page.rows for page in columns.plan.pages]
    found = _highest(columns, rooms, lambda _: given) if given else _dealt(columns, rooms)
    return _pages(columns.plan, *found, rooms) if found else None


Counts = list[int]
"""Rows page by page."""
_Deal = Callable[[Sequence[float]], Counts | None]


def _dealt(columns: FormColumns, rooms: Rooms) -> tuple[list[float], Counts] | None:
    """No more sheets than are needed; pages that end with a tenth row, if rows stay high."""
    mostly = columns.look.rows.mostly
    fewest = _filled(_rows(columns, columns.look.row_least), rooms, 1, mostly)
    if fewest is None:
        return None
    # a sheet has two sides: rows grow into a side that would stay empty
    most = len(fewest) + len(fewest) % 2 if len(fewest) > 1 else 1

    def deal(step: int) -> _Deal:
        def counts(rows: Sequence[float]) -> Counts | None:
            found = _filled(rows, rooms, step, mostly)
            return found if found and len(found) <= most else None

        return counts

    tries = [_highest(columns, rooms, deal(step)) for step in (_TEN, _TEN // 2, 1)]
    found = [held for held in tries if held]
    highest = max((min(rows) for rows, _ in found), default=0.0)
    return next(
        (held for held in found if min(held[0]) >= columns.look.rows.nearly * highest), None
    )


def _highest(columns: FormColumns, rooms: Rooms, deal: _Deal) -> tuple[list[float], Counts] | None:
    """The greatest height of rows at which they go into their pages, and those pages."""
    for least in _heights(columns.look):
        rows = _rows(columns, least)
        counts = deal(rows)
        if counts and _fits(rows, counts, rooms):
            return rows, counts
    return None


def too_full(columns: FormColumns, rooms: Rooms) -> PingyiError:
    """Why there is no layout at the smallest size: a page of the plan, or names."""
    rows, at = _rows(columns, columns.look.row_least), 0
    pages, last = columns.plan.pages, len(columns.plan.pages) - 1
    for number, page in enumerate(pages):
        room = rooms.of(number) - (rooms.opinion if number == last else 0)
        if sum(rows[at : at + page.rows]) > room:
            return FormPageFullError(page=number + 1, rows=page.rows)
        at += page.rows
    return FormCrowdedError()


def _heights(look: FormLook) -> Iterator[float]:
    height = max(look.row_most, look.row_least)
    while height > look.row_least:
        yield height
        height -= look.rows.step
    yield look.row_least


def _rows(columns: FormColumns, least: float) -> list[float]:
    return [columns.row_height(row, least) for row in range(len(columns.plan.agencies))]


def _filled(rows: Sequence[float], rooms: Rooms, step: int, mostly: float) -> Counts | None:
    """Pages one after the other, ending with a row of this step; None: a row has no room."""
    ends = list(accumulate(rows, initial=0.0))
    counts: Counts = []
    at = 0
    while at < len(rows):
        room = rooms.of(len(counts))
        end = bisect_right(ends, ends[at] + room) - 1
        if end == len(rows) > at + 1 and ends[-1] - ends[at] > room - rooms.opinion:
            end -= 1  # no page for opinions alone
        whole = end // step * step
        if end < len(rows) and whole - at >= mostly * (end - at):
            end = whole
        if end == at:
            return None
        counts.append(end - at)
        at = end
    return counts


def _fits(rows: Sequence[float], counts: Sequence[int], rooms: Rooms) -> bool:
    ends = list(accumulate(counts, initial=0))
    last = len(counts) - 1
    return all(
        sum(rows[start:end]) <= rooms.of(page) - (rooms.opinion if page == last else 0)
        for page, (start, end) in enumerate(pairwise(ends))
    )


def _pages(
    plan: Plan, rows: Sequence[float], counts: Sequence[int], rooms: Rooms
) -> list[FormPage]:
    checks = [page.check for page in plan.pages] or [""] * len(counts)
    ends, last = list(accumulate(counts, initial=0)), len(counts) - 1
    found = []
    for page, (start, end) in enumerate(pairwise(ends)):
        heights = tuple(rows[start:end])
        left = rooms.of(page) - sum(heights)
        opinion = min(left, rooms.most_opinion) if page == last else 0.0
        found.append(FormPage(start, heights, checks[page], opinion))
    return found
