"""A rule set 考评细则: what is deducted or added for what, who gives the evidence, which bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.tally.plan import Band


class RuleKind(StrEnum):
    """How a rule comes to its points (RULES.md §6)."""

    OCCURRENCE = "occurrence"
    """Points for each, times the count."""
    STEP = "step"
    """Points for each whole step of percentage points that a target was missed by."""
    PROPORTION = "proportion"
    """The most, times missing ÷ due."""
    RATE = "rate"
    """Points for each percentage point that a rate stays below a line."""
    DISCRETIONARY = "discretionary"
    """An amount between the least and the most, with a reason and an approver."""
    VETO = "veto"
    """一票否决: no points; the unit's band is forced."""


class Rounding(StrEnum):
    """What becomes of a part of a percentage point under a rate rule."""

    WHOLE = "whole"
    """Whole points alone: 2.6 below is 2."""
    PROPORTIONAL = "proportional"
    STARTED = "started"
    """A started point is a whole one: 2.6 below is 3."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table; points are positive, `adds` says which way they go."""

    code: str
    section: str
    """Where it stands in the document, such as 四.3."""
    text: str
    unit: str
    """What is counted: 件次, 人次, 次, 项."""
    kind: RuleKind
    points: Fraction
    """For each, or the most where the kind is proportion or discretionary."""
    least: Fraction = Fraction()
    """Of a discretionary amount."""
    step: Fraction = Fraction()
    """Percentage points to a step."""
    line: Fraction = Fraction()
    """The rate in per cent from which nothing is deducted."""
    rounding: Rounding = Rounding.WHOLE
    adds: bool = False
    supervising: bool = False
    """Charged to the unit that supervises the one where it happened."""
    circular: bool = False
    """Counts only after a circular 通报 named it."""
    offices: tuple[str, ...] = ()
    """Names of the evidence offices."""
    band: str = ""
    """The band that a veto forces."""
    proposed_for: str = ""
    """One of PROPOSALS: what this rule is proposed for without anybody choosing it."""


PROPOSALS = ("", "overdue", "sent-back", "survey", "windows")
"""Overdue complaints, those sent back 退回重办, the survey's rates, those of service windows."""


@dataclass(frozen=True, slots=True)
class ConsequenceRule:
    """What follows from a band, reached in so many years running."""

    code: str
    text: str
    band: str
    years: int = 1
    vertical: bool = False
    """For vertically managed units alone."""
    days: int = 0
    """Within how many days something must be done; 0 without a deadline."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules with their bands; `most` caps what added points can lift a score to."""

    name: str
    start: Fraction
    least: Fraction
    most: Fraction | None
    rules: tuple[Rule, ...]
    bands: Sequence[Band]
    consequences: tuple[ConsequenceRule, ...] = ()

    def rule(self, code: str) -> Rule:
        """KeyError where there is none of this code."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        raise KeyError(code)

    def proposed(self, purpose: str) -> Rule | None:
        """The first rule that is proposed for this purpose, one of PROPOSALS."""
        return next((rule for rule in self.rules if rule.proposed_for == purpose), None)
