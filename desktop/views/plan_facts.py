"""What a frozen plan says, under headings, as an office reads it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.report.figures import hash_line
from desktop.report.rule_parts import cut_text, formula
from desktop.tally.numbers import number_text
from desktop.tally.plan import Plan
from desktop.views.rich_text import RichText, heading, paragraph, scrolled, table
from desktop.views.workplace import Workplace
from desktop.words import words_for

_DASH = "—"


class PlanFacts(QScrollArea):
    """Everything but the list of agencies and the whole rule, which have parts of their own."""

    def __init__(self, plan: Plan, plan_hash: str, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(place.language)
        self.text = RichText(self.tr("What the plan says"), place.theme, self)
        self.text.show_parts(self._parts(plan, plan_hash))
        scrolled(self, self.text, 2 * place.theme.room["step"])

    def _parts(self, plan: Plan, plan_hash: str) -> Iterator[str]:
        yield heading(self.tr("In short"))
        yield table(*self._short(plan, plan_hash), words=2)
        for title, parts in (
            (self.tr("Dimensions"), self._dimensions(plan)),
            (self.tr("Grades"), self._grades(plan)),
            (self.tr("Channels"), self._channels(plan)),
            (self.tr("Agency groups"), self._groups(plan)),
            (self.tr("Reasons that make a form void"), self._void(plan)),
        ):
            yield heading(title)
            yield from parts

    def _short(self, plan: Plan, plan_hash: str) -> tuple[list[str], list[tuple[list[str], bool]]]:
        gap = self.tr(", ")
        groups = self.tr("{0}, in {1} groups").format(len(plan.agencies), len(plan.groups))
        cells = self.tr("{0} × {1} = {2} cells").format(
            len(plan.agencies), len(plan.dimensions), plan.cells
        )
        rows = [
            (self.tr("Year"), str(plan.year)),
            (self.tr("Agencies"), groups),
            (self.tr("A form has"), cells),
            (self.tr("Don't know"), self._allowed(is_allowed=plan.dont_know)),
            (self.tr("Second keying"), self._second_keying(plan.second_keying_percent)),
            (self.tr("Score of a dimension"), formula(plan, self._words)),
            (self.tr("Listed apart"), cut_text(plan, self._words) or self.tr("nobody")),
            (self.tr("Bands"), gap.join(band.name for band in plan.bands) or self.tr("none")),
            (self.tr("Pages of the form"), self._pages(plan)),
            (self.tr("Hash of the plan"), hash_line(plan_hash)),
        ]
        return [], [([name, text], False) for name, text in rows]

    def _allowed(self, *, is_allowed: bool) -> str:
        return self.tr("may be marked") if is_allowed else self.tr("is no answer of this form")

    def _second_keying(self, percent: int) -> str:
        if not percent:
            return self.tr("none is drawn")
        return self.tr("{0} % of the forms of every batch, by another person").format(percent)

    def _pages(self, plan: Plan) -> str:
        if not plan.pages:
            return self.tr("as the printed form falls")
        gap, page = self.tr("; "), self.tr("{0} rows, check number {1}")
        return gap.join(page.format(held.rows, held.check or _DASH) for held in plan.pages)

    def _dimensions(self, plan: Plan) -> Iterable[str]:
        head = [self.tr("Code"), self.tr("Name"), self.tr("Nominal points"), self.tr("Weight")]
        rows = [
            ([held.code, held.name, str(held.points), number_text(held.weight)], False)
            for held in plan.dimensions
        ]
        yield table(head, rows, words=2)

    def _grades(self, plan: Plan) -> Iterable[str]:
        head = [self.tr("Key"), self.tr("Name"), self.tr("Value"), self.tr("Counts as satisfied")]
        rows = [
            ([held.code, held.name, number_text(held.value), self._yes(is_so=held.positive)], False)
            for held in plan.grades
        ]
        yield table(head, rows, words=2)

    def _channels(self, plan: Plan) -> Iterable[str]:
        head = [self.tr("Code"), self.tr("Name"), self.tr("Issued"), self.tr("Weight")]
        rows = [
            ([held.code, held.name, self._count(held.issued), number_text(held.weight)], False)
            for held in plan.channels
        ]
        yield table(head, rows, words=2)
        if plan.scoring.channels == "pooled" and len(plan.channels) > 1:
            text = self.tr("All channels are counted together: their weights do nothing.")
            yield paragraph((text, "quiet"))

    def _groups(self, plan: Plan) -> Iterable[str]:
        head = [self.tr("Code"), self.tr("Name"), self.tr("Agencies"), self.tr("Scored")]
        head += [self.tr("Ranked"), self.tr("Published")]
        rows = []
        for held in plan.groups:
            members = sum(agency.group == held.code for agency in plan.agencies)
            flags = (self._yes(is_so=it) for it in (held.scored, held.ranked, held.published))
            rows.append(([held.code, held.name, str(members), *flags], False))
        yield table(head, rows, words=2)

    def _void(self, plan: Plan) -> Iterable[str]:
        head = [self.tr("Code"), self.tr("Reason")]
        yield table(head, [([held.code, held.name], False) for held in plan.void_reasons], words=2)

    def _yes(self, *, is_so: bool) -> str:
        return self.tr("yes") if is_so else self.tr("no")

    def _count(self, count: int | None) -> str:
        return self.tr("nobody counted") if count is None else QLocale().toString(count)
