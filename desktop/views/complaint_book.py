"""The ledger of complaints 投诉件: accepted, finished, answered, each by its last day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from desktop.actions.complaints import change_complaint, enter_complaint
from desktop.assess.complaints import Complaint, ComplaintState, Handling
from desktop.models.case_fields import CaseField, CaseStep, FieldKind
from desktop.models.cases import Case
from desktop.models.rows_model import Column, Row
from desktop.views.case_book import BookWords, CaseBook, Fact
from desktop.views.complaint_steps import ComplaintSteps
from desktop.views.workplace import Workplace


class ComplaintBook(CaseBook):
    """The register: every complaint there is."""

    line, id, wide = Complaint, "complaints", 2
    enter, change = staticmethod(enter_complaint), staticmethod(change_complaint)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(place, parent)
        self._steps = ComplaintSteps(self)

    def written(self) -> BookWords:
        return BookWords(
            self.tr("Complaints"),
            self.tr("Enter a complaint"),
            self.tr("The complaint is on record; the next one begins with the same day."),
            self.tr("No complaint yet: enter what came by telephone, mail and petition."),
        )

    def state_names(self) -> dict[str, str]:
        return {
            ComplaintState.RECEIVED: self.tr("Not accepted"),
            ComplaintState.ACCEPTED: self.tr("In hand"),
            ComplaintState.FINISHED: self.tr("Finished"),
            ComplaintState.ANSWERED: self.tr("Answered"),
        }

    def step_names(self) -> dict[str, str]:
        return {
            "accept": self.tr("Accept"),
            "finish": self.tr("Finish"),
            "answer": self.tr("Answer"),
        }

    def handlings(self) -> dict[str, str]:
        return {
            Handling.OWN: self.tr("Handled here"),
            Handling.ASSIGNED: self.tr("Assigned"),
            Handling.FORWARDED: self.tr("Forwarded"),
        }

    def channels(self) -> dict[str, str]:
        """Kept as they are shown: papers and tables print what is kept."""
        names = (
            self.tr("Hotline"), self.tr("Mailbox"), self.tr("Microblog"),
            self.tr("Petition office"),
        )  # fmt: skip
        return {name: name for name in names}

    def columns(self) -> list[Column]:
        titles = (
            self.tr("Received"), self.tr("Channel"), self.tr("Unit"), self.tr("Kind"),
            self.tr("State"), self.tr("Due"),
        )  # fmt: skip
        return [Column(title) for title in titles]

    def row(self, case: Case, day: str) -> Row:
        held: Complaint = case.value
        texts = (
            held.received,
            held.channel,
            self.short.get(held.unit, held.unit),
            held.kind,
            self.state_text(case, day),
            case.by,
        )
        tone = self.tone(case)
        return Row(case.key, texts, (*texts[:5], case.by or None), ("text",) * 4 + (tone, tone))

    def fields(self, cases: Sequence[Case]) -> tuple[CaseField, ...]:
        kinds = tuple(sorted({case.value.kind for case in cases}))
        day, line, choice = FieldKind.DAY, FieldKind.LINE, FieldKind.CHOICE
        whose = self.tr("Complainant; empty: anonymous")
        return (
            CaseField("received", self.tr("Received on"), day, kept=True),
            CaseField("channel", self.tr("Channel"), choice, self.channels(), kept=True),
            CaseField("kind", self.tr("Kind"), line, known=kinds),
            CaseField("handling", self.tr("Handling"), choice, self.handlings()),
            CaseField("complainant", whose, line, needed=False),
            CaseField("unit", self.tr("Unit"), FieldKind.UNIT),
            CaseField("text", self.tr("Complaint"), FieldKind.TEXT),
        )

    def later_fields(self) -> tuple[CaseField, ...]:
        held = (
            ("accepted", self.tr("Accepted on"), FieldKind.DAY),
            ("finished", self.tr("Finished on"), FieldKind.DAY),
            ("result", self.tr("Result"), FieldKind.LINE),
            ("answered", self.tr("Answered on"), FieldKind.DAY),
            ("extended", self.tr("Extended until"), FieldKind.DAY),
            ("extension", self.tr("Decided by, and why"), FieldKind.LINE),
        )
        return tuple(CaseField(name, title, kind, needed=False) for name, title, kind in held)

    def steps(self, case: Case, day: str) -> list[CaseStep]:
        return self._steps.possible(case, day)

    def facts(self, case: Case) -> list[Fact]:
        held: Complaint = case.value
        who = held.complainant or self.tr("anonymous: not answered")
        finished = f"{held.finished}  {held.result}".strip()
        found = [
            Fact(self.tr("From"), who),
            Fact(self.tr("Accepted on"), held.accepted or "—"),
            Fact(self.tr("Finished on"), finished or "—"),
        ]
        if held.complainant:
            found.append(Fact(self.tr("Answered on"), held.answered or "—"))
        if held.extended:
            found.append(Fact(self.tr("Extended until"), f"{held.extended}  {held.extension}"))
        if held.sent_back:
            found.append(
                Fact(self.tr("Sent back"), "  ".join(back.on for back in held.sent_back), "warn")
            )
        if case.by:
            found.append(Fact(self.tr("Next"), self._next(case), self.tone(case)))
        return found

    def heading(self, case: Case) -> str:
        held: Complaint = case.value
        return f"{held.received} · {held.channel} · {held.kind} · {self.handlings()[held.handling]}"

    def order_fault(self, value: Any) -> str:
        if (value.finished or value.extended) and not value.accepted:
            return self.tr("Enter the day it was accepted first.")
        if value.answered and not value.finished:
            return self.tr("Enter the day it was finished first.")
        days = [held for held in (value.received, value.accepted, value.finished) if held]
        if days != sorted(days) or (value.answered and value.answered < value.received):
            return self.tr("A later step lies before an earlier one: mend the days.")
        return ""

    def _next(self, case: Case) -> str:
        return self.tr("{0} by {1}").format(self.step_names()[case.step], case.by)


class DueBook(ComplaintBook):
    """What is to be done next, by its day: the register's lines, told from that side."""

    id, wide, link = "complaints-due", 3, 2

    def written(self) -> BookWords:
        held = super().written()
        nothing = self.tr("Nothing waits: every complaint is dealt with.")
        return BookWords(self.tr("What is due"), held.enter, held.entered, nothing)

    def columns(self) -> list[Column]:
        titles = (
            self.tr("Due"), self.tr("When"), self.tr("Next step"), self.tr("Unit"),
            self.tr("Kind"), self.tr("Received"),
        )  # fmt: skip
        return [Column(title) for title in titles]

    def row(self, case: Case, day: str) -> Row:
        held: Complaint = case.value
        texts = (
            case.by,
            self._when(case, day),
            self.step_names().get(case.step, "—"),
            self.short.get(held.unit, held.unit),
            held.kind,
            held.received,
        )
        tone = "bad" if case.is_overdue else "warn" if case.by == day else "text"
        sorts = (case.by, case.by, *texts[2:])
        return Row(case.key, texts, sorts, (tone, tone, "accent", *("text",) * 3))

    def _when(self, case: Case, day: str) -> str:
        if case.by == day:
            return self.tr("today")
        if case.is_overdue:
            return self.state_text(case, day)
        left = (date.fromisoformat(case.by) - date.fromisoformat(day)).days
        return self.tr("in {0} d").format(left)
