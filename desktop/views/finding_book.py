"""The ledger of findings 明察暗访: who found what where, fed back, rectified, closed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.actions.findings import change_finding, enter_finding
from desktop.assess import steps
from desktop.assess.findings import Finding, FindingKind, FindingState, InspectorKind
from desktop.assess.ledger import State
from desktop.models.case_fields import CaseField, CaseStep, FieldKind
from desktop.models.cases import Case
from desktop.models.rows_model import Column, Row
from desktop.views.case_book import BookWords, CaseBook, Fact, Texts
from desktop.views.workplace import Workplace

_DAYS = ("found", "verified", "fed_back", "rectified", "closed")


class FindingBook(CaseBook):
    """A finding is verified, fed back with a day it is due, rectified with proof, and closed."""

    line, id, wide = Finding, "findings", 1
    enter, change = staticmethod(enter_finding), staticmethod(change_finding)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(place, parent)
        self.by_origin: Mapping[str, State] = {}
        """States of deductions by the finding that they rest on."""

    def written(self) -> BookWords:
        return BookWords(
            self.tr("Findings"),
            self.tr("Enter a finding"),
            self.tr("The finding is on record; the next one begins with the same inspector."),
            self.tr("No finding yet: enter what the inspectors report, one after the other."),
        )

    def state_names(self) -> dict[str, str]:
        return {
            FindingState.FOUND: self.tr("Found"),
            FindingState.FED_BACK: self.tr("Fed back"),
            FindingState.RECTIFIED: self.tr("Rectified"),
            FindingState.CLOSED: self.tr("Closed"),
        }

    def kinds(self) -> dict[str, str]:
        return {
            FindingKind.ORDER: self.tr("Order in the office"),
            FindingKind.PASTIME: self.tr("Cards, chat, games"),
            FindingKind.FIVE_RULES: self.tr("The five rules"),
            FindingKind.DOOR: self.tr("Hard to enter, rude, unhelpful"),
            FindingKind.FAVOURS: self.tr("Favours asked or taken"),
            FindingKind.SERVICE: self.tr("Attitude and quality of service"),
        }

    def short_kinds(self) -> dict[str, str]:
        """For a column of the list."""
        return {
            FindingKind.ORDER: self.tr("Order"),
            FindingKind.PASTIME: self.tr("Pastimes"),
            FindingKind.FIVE_RULES: self.tr("Five rules"),
            FindingKind.DOOR: self.tr("Manners"),
            FindingKind.FAVOURS: self.tr("Favours"),
            FindingKind.SERVICE: self.tr("Service"),
        }

    def short_inspectors(self) -> dict[str, str]:
        return {
            InspectorKind.VOLUNTEER: self.tr("volunteer"),
            InspectorKind.DEPUTY: self.tr("deputy"),
            InspectorKind.RETIRED: self.tr("retired"),
            InspectorKind.PRESS: self.tr("press"),
        }

    def inspectors(self) -> dict[str, str]:
        return {
            InspectorKind.VOLUNTEER: self.tr("Volunteer"),
            InspectorKind.DEPUTY: self.tr("Deputy, part-time"),
            InspectorKind.RETIRED: self.tr("Retired, full-time"),
            InspectorKind.PRESS: self.tr("Press"),
        }

    def columns(self) -> list[Column]:
        titles = (
            self.tr("Day"), self.tr("Unit"), self.tr("Kind"), self.tr("Inspector"),
            self.tr("State"), self.tr("Due"),
        )  # fmt: skip
        return [Column(title) for title in titles]

    def row(self, case: Case, day: str) -> Row:
        finding: Finding = case.value
        inspector = f"{finding.inspector} · {self.short_inspectors()[finding.inspector_kind]}"
        texts = (
            finding.found,
            self.short.get(finding.unit, finding.unit),
            self.short_kinds()[finding.kind],
            inspector,
            self.state_text(case, day),
            case.by,
        )
        tone = self.tone(case)
        return Row(case.key, texts, (*texts[:5], case.by or None), ("text",) * 4 + (tone, tone))

    def fields(self, cases: Sequence[Case]) -> tuple[CaseField, ...]:
        known = tuple(sorted({case.value.inspector for case in cases}))
        day, line, choice = FieldKind.DAY, FieldKind.LINE, FieldKind.CHOICE
        return (
            CaseField("found", self.tr("Found on"), day, kept=True),
            CaseField("inspector", self.tr("Inspector"), line, known=known, kept=True),
            CaseField("inspector_kind", self.tr("Kind of inspector"), choice, self.inspectors(),
                      kept=True),
            CaseField("kind", self.tr("Kind of finding"), choice, self.kinds()),
            CaseField("unit", self.tr("Unit"), FieldKind.UNIT),
            CaseField("text", self.tr("What was found"), FieldKind.TEXT),
        )  # fmt: skip

    def later_fields(self) -> tuple[CaseField, ...]:
        held = (
            ("verified", self.tr("Verified on"), FieldKind.DAY),
            ("fed_back", self.tr("Fed back on"), FieldKind.DAY),
            ("due", self.tr("To be rectified by"), FieldKind.DAY),
            ("rectified", self.tr("Rectified on"), FieldKind.DAY),
            ("proof", self.tr("Proof"), FieldKind.LINE),
            ("closed", self.tr("Closed on"), FieldKind.DAY),
        )
        return tuple(CaseField(name, title, kind, needed=False) for name, title, kind in held)

    def steps(self, case: Case, day: str) -> list[CaseStep]:
        finding: Finding = case.value
        verify, feed_back, rectify, close = self._every_step(finding, day)
        found: list[CaseStep] = []
        match finding.state:
            case FindingState.FOUND:
                found = [feed_back] if finding.verified else [verify, feed_back]
            case FindingState.FED_BACK:
                found = [rectify]
            case FindingState.RECTIFIED:
                found = [close]
        return found if finding.verified or verify in found else [*found, verify]

    def facts(self, case: Case) -> list[Fact]:
        held: Finding = case.value
        due = self.tr("{0}, to be rectified by {1}").format(held.fed_back, held.due or "—")
        proof = f"{held.rectified}  {held.proof}".strip()
        waits = "bad" if case.is_overdue else "text"
        found = [
            Fact(self.tr("Verified on"), held.verified or "—"),
            Fact(self.tr("Fed back on"), due if held.fed_back else "—", waits),
            Fact(self.tr("Rectified on"), proof or "—"),
            Fact(self.tr("Closed on"), held.closed or "—"),
        ]
        if state := self.by_origin.get(case.key):
            found.append(Fact(self.tr("Deduction"), self.deduction_states()[state]))
        return found

    def deduction_states(self) -> dict[State, str]:
        return {
            State.DRAFT: self.tr("drafted"),
            State.VERIFIED: self.tr("verified"),
            State.CIRCULARISED: self.tr("circularised"),
            State.COUNTED: self.tr("counted"),
        }

    def heading(self, case: Case) -> str:
        finding: Finding = case.value
        kind, inspector = self.kinds()[finding.kind], self.inspectors()[finding.inspector_kind]
        return f"{finding.found} · {kind} · {finding.inspector} ({inspector})"

    def order_fault(self, value: Any) -> str:
        if (value.rectified and not value.fed_back) or (value.closed and not value.rectified):
            return self.tr("A step is missing before a later one: mend the days.")
        days = [held for name in _DAYS if name != "verified" and (held := getattr(value, name))]
        if days != sorted(days):
            return self.tr("A later step lies before an earlier one: mend the days.")
        return ""

    def _every_step(self, finding: Finding, day: str) -> tuple[CaseStep, ...]:
        def on(title: str, after: str) -> CaseField:
            return CaseField("on", title, FieldKind.DAY, after=after)

        given, found = {"on": day}, finding.found
        told, done = finding.fed_back, finding.rectified
        due = CaseField("due", self.tr("To be rectified by"), FieldKind.DAY, after=found)
        proof = CaseField("proof", self.tr("Proof"), FieldKind.TEXT)
        return (
            CaseStep("verify", self.tr("Verify…"), (on(self.tr("Verified on"), found),),
                     lambda held, it: steps.verified(held, it["on"]), given),
            CaseStep("feed-back", self.tr("Feed back…"), (on(self.tr("Fed back on"), found), due),
                     lambda held, it: steps.fed_back(held, it["on"], it["due"]), given),
            CaseStep("rectify", self.tr("Rectified…"), (on(self.tr("Rectified on"), told), proof),
                     _rectified, given),
            CaseStep("close", self.tr("Close…"), (on(self.tr("Closed on"), done),),
                     lambda held, it: steps.closed(held, it["on"]), given),
        )  # fmt: skip


def _rectified(finding: Finding, texts: Texts) -> Finding:
    return steps.rectified(finding, texts["on"], texts["proof"])
