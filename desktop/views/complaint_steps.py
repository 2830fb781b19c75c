"""The steps of a complaint as forms: accept, finish, answer, extend, send back."""

from PySide6.QtCore import QObject

from desktop.assess import steps
from desktop.assess.complaints import Complaint, ComplaintState
from desktop.models.case_fields import CaseField, CaseStep, FieldKind
from desktop.models.cases import Case


class ComplaintSteps(QObject):
    """Days that are offered are the page's today."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._given: dict[str, str] = {}

    def possible(self, case: Case, day: str) -> list[CaseStep]:
        """The next step first; an anonymous complaint has nobody to answer."""
        held: Complaint = case.value
        self._given = {"on": day}
        match held.state:
            case ComplaintState.RECEIVED:
                return [self._accept(held)]
            case ComplaintState.ACCEPTED:
                return [self._finish(held), self._extend(held)]
            case ComplaintState.FINISHED if not held.is_anonymous:
                return [self._answer(held), self._send_back(held)]
            case _:
                return [self._send_back(held)]

    def _accept(self, held: Complaint) -> CaseStep:
        on = self._on(self.tr("Accepted on"), held.received)
        return CaseStep(
            "accept", self.tr("Accept…"), (on,),
            lambda held, it: steps.accepted(held, it["on"]), self._given,
        )  # fmt: skip

    def _finish(self, held: Complaint) -> CaseStep:
        on = self._on(self.tr("Finished on"), held.accepted)
        result = CaseField("result", self.tr("Result"), FieldKind.TEXT)
        return CaseStep(
            "finish", self.tr("Finish…"), (on, result),
            lambda held, it: steps.finished(held, it["on"], it["result"]),
            self._given | {"result": held.result},
        )  # fmt: skip

    def _answer(self, held: Complaint) -> CaseStep:
        on = self._on(self.tr("Answered on"), held.finished)
        return CaseStep(
            "answer", self.tr("Answer…"), (on,),
            lambda held, it: steps.answered(held, it["on"]), self._given,
        )  # fmt: skip

    def _extend(self, held: Complaint) -> CaseStep:
        until = CaseField("on", self.tr("Extended until"), FieldKind.DAY, after=held.accepted)
        why = CaseField("decision", self.tr("Decided by, and why"), FieldKind.TEXT)
        return CaseStep(
            "extend", self.tr("Extend…"), (until, why),
            lambda held, it: steps.extended(held, it["on"], it["decision"]),
            {"on": held.extended, "decision": held.extension},
        )  # fmt: skip

    def _send_back(self, held: Complaint) -> CaseStep:
        on = self._on(self.tr("Sent back on"), held.finished)
        return CaseStep(
            "send-back", self.tr("Send back…"), (on,),
            lambda held, it: steps.sent_back(held, it["on"]), self._given,
        )  # fmt: skip

    @staticmethod
    def _on(title: str, after: str) -> CaseField:
        return CaseField("on", title, FieldKind.DAY, after=after)
