"""The ledgers of pledges 双优承诺 and requests 诉求: what was promised, and what was asked."""

from collections.abc import Sequence
from functools import partial

from desktop.actions.promises import change_pledge, change_request, enter_pledge, enter_request
from desktop.assess import steps
from desktop.assess.promises import Kept, Pledge, Request
from desktop.models.case_fields import CaseField, CaseStep, FieldKind
from desktop.models.cases import Case
from desktop.models.rows_model import Column, Row
from desktop.views.case_book import BookWords, CaseBook, Fact, Texts


class PledgeBook(CaseBook):
    """A pledge is found kept or broken."""

    line, id, wide = Pledge, "pledges", 1
    enter, change = staticmethod(enter_pledge), staticmethod(change_pledge)

    def written(self) -> BookWords:
        return BookWords(
            self.tr("Pledges"),
            self.tr("Enter a pledge"),
            self.tr("The pledge is on record."),
            self.tr("No pledge yet: enter what the units promised, and by when."),
        )

    def state_names(self) -> dict[str, str]:
        return {
            Kept.OPEN: self.tr("Not yet found"),
            Kept.KEPT: self.tr("Kept"),
            Kept.BROKEN: self.tr("Broken"),
        }

    def columns(self) -> list[Column]:
        titles = (self.tr("Unit"), self.tr("Pledge"), self.tr("Due"), self.tr("State"))
        return [Column(title) for title in titles]

    def row(self, case: Case, day: str) -> Row:
        held: Pledge = case.value
        unit = self.short.get(held.unit, held.unit)
        texts = (unit, held.text, case.by, self.state_text(case, day))
        tone = "bad" if held.kept is Kept.BROKEN else self.tone(case)
        return Row(case.key, texts, (*texts[:2], case.by, texts[3]), ("text", "text", tone, tone))

    def fields(self, cases: Sequence[Case]) -> tuple[CaseField, ...]:
        known = tuple(sorted({case.value.indicator for case in cases}))
        indicator = self.tr("Indicator")
        return (
            CaseField("due", self.tr("To be kept by"), FieldKind.DAY, kept=True),
            CaseField("indicator", indicator, FieldKind.LINE, known=known),
            CaseField("unit", self.tr("Unit"), FieldKind.UNIT),
            CaseField("text", self.tr("Pledge"), FieldKind.TEXT),
        )

    def later_fields(self) -> tuple[CaseField, ...]:
        return (
            CaseField("kept", self.tr("State"), FieldKind.CHOICE, self.state_names()),
            CaseField("on", self.tr("Found on"), FieldKind.DAY, needed=False),
            CaseField("note", self.tr("Note"), FieldKind.LINE, needed=False),
        )

    def steps(self, case: Case, day: str) -> list[CaseStep]:
        on = CaseField("on", self.tr("Found on"), FieldKind.DAY)
        note = CaseField("note", self.tr("Note"), FieldKind.TEXT, needed=False)
        ends = ((Kept.KEPT, self.tr("Kept…")), (Kept.BROKEN, self.tr("Broken…")))
        if not case.is_open:
            return []
        return [
            CaseStep(
                state, title, (on, note),
                partial(_found, state),
                {"on": day},
            )
            for state, title in ends
        ]  # fmt: skip

    def facts(self, case: Case) -> list[Fact]:
        held: Pledge = case.value
        waits = "bad" if case.is_overdue else "text"
        found = f"{held.on}  {held.note}".strip()
        return [
            Fact(self.tr("Indicator"), held.indicator),
            Fact(self.tr("To be kept by"), held.due, waits),
            Fact(self.tr("Found on"), found or "—"),
        ]

    def heading(self, case: Case) -> str:
        return self.tr("Pledge")


class RequestBook(CaseBook):
    """A request is answered, one by one."""

    line, id, wide = Request, "requests", 2
    enter, change = staticmethod(enter_request), staticmethod(change_request)

    def written(self) -> BookWords:
        return BookWords(
            self.tr("Requests"),
            self.tr("Enter a request"),
            self.tr("The request is on record; the next one begins with the same day."),
            self.tr("No request yet: enter what people raised in meetings and letters."),
        )

    def state_names(self) -> dict[str, str]:
        return {"open": self.tr("Not answered"), "answered": self.tr("Answered")}

    def choices(self) -> dict[str, str]:
        """What is open and what is not answered are one thing here."""
        held = super().choices()
        return {value: text for value, text in held.items() if value != "open"} | self.states

    def columns(self) -> list[Column]:
        titles = (
            self.tr("Raised"), self.tr("Unit"), self.tr("Request"), self.tr("State"),
            self.tr("Due"),
        )  # fmt: skip
        return [Column(title) for title in titles]

    def row(self, case: Case, day: str) -> Row:
        held: Request = case.value
        unit, due = self.short.get(held.unit, held.unit), case.by
        texts = (
            held.raised,
            unit,
            held.text,
            self.state_text(case, day),
            due if case.is_open else "",
        )
        tone = self.tone(case)
        sorts = (*texts[:4], case.by or None)
        return Row(case.key, texts, sorts, ("text", "text", "text", tone, tone))

    def fields(self, cases: Sequence[Case]) -> tuple[CaseField, ...]:
        known = tuple(sorted({case.value.by for case in cases}))
        return (
            CaseField("raised", self.tr("Raised on"), FieldKind.DAY, kept=True),
            CaseField("by", self.tr("Raised by"), FieldKind.LINE, known=known, kept=True),
            CaseField("due", self.tr("To be answered by"), FieldKind.DAY, needed=False),
            CaseField("unit", self.tr("Unit"), FieldKind.UNIT),
            CaseField("text", self.tr("Request"), FieldKind.TEXT),
        )

    def later_fields(self) -> tuple[CaseField, ...]:
        return (
            CaseField("answered", self.tr("Answered on"), FieldKind.DAY, needed=False),
            CaseField("answer", self.tr("Answer"), FieldKind.LINE, needed=False),
        )

    def steps(self, case: Case, day: str) -> list[CaseStep]:
        if not case.is_open:
            return []
        on = CaseField("on", self.tr("Answered on"), FieldKind.DAY, after=case.value.raised)
        answer = CaseField("answer", self.tr("Answer"), FieldKind.TEXT)
        return [
            CaseStep(
                "answer", self.tr("Answer…"), (on, answer),
                lambda held, it: steps.replied(held, it["on"], it["answer"]),
                {"on": day},
            )
        ]  # fmt: skip

    def facts(self, case: Case) -> list[Fact]:
        held: Request = case.value
        answer = f"{held.answered}  {held.answer}".strip()
        waits = "bad" if case.is_overdue else "text"
        return [
            Fact(self.tr("Raised by"), held.by),
            Fact(self.tr("To be answered by"), held.due or "—", waits),
            Fact(self.tr("Answered on"), answer or "—"),
        ]

    def heading(self, case: Case) -> str:
        return self.tr("Raised on {0}").format(case.value.raised)


def _found(state: Kept, held: Pledge, texts: Texts) -> Pledge:
    return steps.found(held, state, texts["on"], texts["note"])
