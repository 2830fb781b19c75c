"""What one entry of the ledger deducts or adds, exact (RULES.md §6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from desktop.assess.rule_set import Rounding, Rule, RuleKind
from desktop.tally.errors import Phrase, PingyiError

_WHOLE = 100


class CountMissingError(PingyiError):
    message = "Rule {rule} counts by {unit}: enter how many, from 1."


class ProportionWrongError(PingyiError):
    message = (
        "Rule {rule} takes a share: enter how many were due, and how many of them are missing."
    )


class RateWrongError(PingyiError):
    message = "Rule {rule} takes a rate: enter it in per cent, from 0 to 100."


class AmountWrongError(PingyiError):
    message = "Rule {rule} leaves the amount to a person: enter {least} to {most} points for each."


class FactUnaskedError(PingyiError):
    message = "Rule {rule} does not ask for {fact}: leave it out, or choose the rule that does."


class MissingBeyondDueError(PingyiError):
    message = "Rule {rule}: {count} are missing of {due} that were due: mend either."


@dataclass(frozen=True, slots=True)
class Facts:
    """What an entry states, as far as its rule asks for it."""

    count: int = 1
    """件次, 人次, 次, 项."""
    due: int = 0
    """How many there should have been; `count` of them are missing."""
    rate: Fraction | None = None
    """In per cent: a rate or, of a step rule, by how many points a target was missed."""
    amount: Fraction | None = None
    """Points for each, where the rule leaves them to a person."""


ASKED: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.OCCURRENCE: ("count",),
    RuleKind.STEP: ("rate",),
    RuleKind.PROPORTION: ("count", "due"),
    RuleKind.RATE: ("rate",),
    RuleKind.DISCRETIONARY: ("count", "amount"),
    RuleKind.VETO: ("count",),
}
"""The facts that a rule of each kind looks at."""
_NAMES = {"count": "how many", "due": "how many were due", "rate": "a rate", "amount": "an amount"}


def check_asked(rule: Rule, facts: Facts) -> None:
    """FactUnaskedError where something is stated that no point would come from."""
    for name, phrase in _NAMES.items():
        stated = getattr(facts, name) != getattr(_NOTHING, name)
        if stated and name not in ASKED[rule.kind]:
            raise FactUnaskedError(rule=rule.section, fact=Phrase(phrase))


def entry_points(rule: Rule, facts: Facts) -> Fraction:
    """Points of one entry, never negative; which way they go, the rule says.

    CountMissingError, ProportionWrongError, MissingBeyondDueError, RateWrongError,
    AmountWrongError.
    """
    match rule.kind:
        case RuleKind.OCCURRENCE:
            return rule.points * _count(rule, facts)
        case RuleKind.STEP:
            return rule.points * (_rate(rule, facts) // rule.step)
        case RuleKind.PROPORTION:
            return _proportion(rule, facts)
        case RuleKind.RATE:
            return rule.points * _below(rule, _rate(rule, facts))
        case RuleKind.DISCRETIONARY:
            return _amount(rule, facts) * _count(rule, facts)
        case RuleKind.VETO:
            return Fraction()


_NOTHING = Facts()


def _count(rule: Rule, facts: Facts) -> int:
    if facts.count < 1:
        raise CountMissingError(rule=rule.section, unit=rule.unit)
    return facts.count


def _proportion(rule: Rule, facts: Facts) -> Fraction:
    if 0 < facts.due < facts.count:
        raise MissingBeyondDueError(rule=rule.section, count=facts.count, due=facts.due)
    if facts.due < 1 or facts.count < 0:
        raise ProportionWrongError(rule=rule.section)
    return rule.points * Fraction(facts.count, facts.due)


def _rate(rule: Rule, facts: Facts) -> Fraction:
    if facts.rate is None or not 0 <= facts.rate <= _WHOLE:
        raise RateWrongError(rule=rule.section)
    return facts.rate


def _amount(rule: Rule, facts: Facts) -> Fraction:
    if facts.amount is None or not rule.least <= facts.amount <= rule.points:
        raise AmountWrongError(rule=rule.section, least=rule.least, most=rule.points)
    return facts.amount


def _below(rule: Rule, rate: Fraction) -> Fraction:
    """Percentage points below the line, as the rule rounds them."""
    below = max(rule.line - rate, Fraction())
    match rule.rounding:
        case Rounding.WHOLE:
            return Fraction(floor(below))
        case Rounding.STARTED:
            return Fraction(ceil(below))
        case Rounding.PROPORTIONAL:
            return below
