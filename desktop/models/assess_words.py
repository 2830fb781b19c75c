"""States, kinds of rules and fields of an entry in words, as the assessment page says them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.assess.ledger import Entry, State
from desktop.assess.rule_set import Rule, RuleKind
from desktop.store.ledger_queries import Line

STATE_TONES: Mapping[State, str] = {
    State.DRAFT: "warn",
    State.VERIFIED: "accent",
    State.CIRCULARISED: "accent",
    State.COUNTED: "good",
    State.WITHDRAWN: "quiet",
}


class AssessWords(QObject):
    """Short enough for a cell of a table."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._disputed = self.tr("disputed")
        self.states: Mapping[State, str] = {
            State.DRAFT: self.tr("draft"),
            State.VERIFIED: self.tr("verified"),
            State.CIRCULARISED: self.tr("circularised"),
            State.COUNTED: self.tr("counted"),
            State.WITHDRAWN: self.tr("withdrawn"),
        }

    def state(self, line: Line[Entry], state: State) -> tuple[str, str]:
        """How a line stands that has come as far as this state, and the tone of it."""
        if line.is_disputed:
            return self._disputed, "bad"
        return self.states[state], STATE_TONES[state]

    def acts(self) -> Mapping[State, str]:
        """What takes an entry to a state."""
        return {
            State.VERIFIED: self.tr("Verify"),
            State.CIRCULARISED: self.tr("Circularise"),
            State.COUNTED: self.tr("Count"),
            State.WITHDRAWN: self.tr("Withdraw…"),
        }

    def kind(self, rule: Rule) -> str:
        """How a rule comes to its points."""
        words = {
            RuleKind.OCCURRENCE: self.tr("each"),
            RuleKind.STEP: self.tr("by steps"),
            RuleKind.PROPORTION: self.tr("in proportion"),
            RuleKind.RATE: self.tr("by rate"),
            RuleKind.DISCRETIONARY: self.tr("by gravity"),
            RuleKind.VETO: self.tr("veto"),
        }
        return words[rule.kind]

    def fields(self) -> Mapping[str, str]:
        """What an entry says, by the name of its field."""
        return {
            "unit": self.tr("Unit"),
            "rule": self.tr("Rule"),
            "facts": self.tr("Facts"),
            "date": self.tr("Day"),
            "office": self.tr("Evidence office"),
            "document": self.tr("Document"),
            "case": self.tr("Case"),
            "text": self.tr("What happened"),
            "reason": self.tr("Reason"),
            "approver": self.tr("Approved by"),
            "source": self.tr("Source of the rate"),
            "origin": self.tr("Drafted from"),
            "attachments": self.tr("Attachments"),
            "states": self.tr("State"),
        }
