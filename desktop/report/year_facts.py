"""What an entry of the ledger states, as its rule works it out, in one line."""

from fractions import Fraction

from desktop.assess.ledger import Entry
from desktop.assess.rule_set import Rounding, Rule, RuleKind
from desktop.report.year_parts import one_line, typed
from desktop.tally.numbers import number_text, rounded
from desktop.words import Words

_DECIMALS = 2
_STOPS = "，；,;"
_NUMBER = 8
"""Digits of a line's id that people quote."""


def facts_text(rule: Rule, entry: Entry, words: Words) -> str:
    """How its points come about, so that nobody has to work it out again."""
    facts = entry.facts
    given = {
        "count": facts.count,
        "due": facts.due,
        "unit": rule.unit,
        "points": number_text(rule.points),
        "rate": _number(facts.rate),
        "amount": _number(facts.amount),
        "step": number_text(rule.step),
        "line": number_text(rule.line),
        "band": rule.band,
    }
    return words(_TEXTS[rule.kind]).format(**given) + _rounding(rule, words)


def matter(rule: Rule | None, entry: Entry, words: Words, *, happened: str = "") -> str:
    """The rule's text, its facts, and what was typed beside, a line each.

    `happened`: the unit it happened at, where another one answers for it.
    """
    lines = [rule.text, facts_text(rule, entry, words)] if rule else []
    for text, value in (
        (words("Happened at: {text}"), happened),
        (words("What happened: {text}"), typed(entry.text)),
        (words("Case: {text}"), typed(_case(entry))),
        (words("Source of the rate: {text}"), typed(entry.source)),
        (words("Reason of the amount: {text}"), typed(entry.reason)),
        (words("Approved by: {text}"), typed(entry.approver)),
    ):
        if value.strip():
            lines.append(text.format(text=value.strip()))
    return "\n".join(lines)


def rule_name(rule: Rule) -> str:
    """What the rule is about, without its terms: its text up to the first stop."""
    text = one_line(rule.text)
    end = min((at for stop in _STOPS if (at := text.find(stop)) > 0), default=len(text))
    return text[:end]


def _case(entry: Entry) -> str:
    """Empty where the case is the number of the finding or the complaint it was drafted from."""
    drafted = len(entry.case) == _NUMBER and entry.origin.startswith(entry.case)
    return "" if drafted else entry.case


_TEXTS = {
    RuleKind.OCCURRENCE: "{count} × {points} points (by {unit})",
    RuleKind.STEP: "missed by {rate} percentage points; {points} points for every {step}",
    RuleKind.PROPORTION: "{count} missing of {due}: {points} × {count} ÷ {due}",
    RuleKind.RATE: "rate {rate}%; {points} points for each percentage point below {line}%",
    RuleKind.DISCRETIONARY: "{count} × {amount} points (by {unit}; set by a person)",
    RuleKind.VETO: "veto: no points, the band is forced",
}
_ROUNDINGS = {
    Rounding.WHOLE: ", whole points alone",
    Rounding.PROPORTIONAL: ", in proportion",
    Rounding.STARTED: ", a started point is a whole one",
}


def _rounding(rule: Rule, words: Words) -> str:
    return words(_ROUNDINGS[rule.rounding]) if rule.kind is RuleKind.RATE else ""


def _number(value: Fraction | None) -> str:
    """As it was typed, or to two decimals where it was counted and never ends."""
    if value is None:
        return ""
    text = number_text(value)
    return rounded(value, _DECIMALS) if "/" in text else text
