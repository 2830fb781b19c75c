"""Rule sets as JSON text: read with every mistake named, and written back with every key."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from itertools import pairwise
from typing import Any

from desktop.assess.rule_set import PROPOSALS, ConsequenceRule, Rounding, Rule, RuleKind, RuleSet
from desktop.tally import plan_shape as shape
from desktop.tally.errors import PingyiError, Problem, ProblemsError
from desktop.tally.numbers import number_text
from desktop.tally.plan import Band
from desktop.tally.plan_shape import BAD, Key, Shape, WrongValueError


class RuleSetInvalidError(ProblemsError):
    message = "The rule set is not sound (mistakes: {count}): mend each and read it again."


class RuleSetNotJsonError(PingyiError):
    message = "The rule set is not valid JSON at line {line}, column {column}: mend it there."


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise WrongValueError("must be a list")
    return tuple(shape.text(item) for item in value)


_ZERO = Fraction()
_RULE = {
    "code": Key(shape.code),
    "section": Key(shape.text),
    "text": Key(shape.text),
    "unit": Key(shape.text),
    "kind": Key(shape.choice(*RuleKind)),
    "points": Key(shape.number),
    "least": Key(shape.number, _ZERO),
    "step": Key(shape.number, _ZERO),
    "line": Key(shape.number, _ZERO),
    "rounding": Key(shape.choice(*Rounding), Rounding.WHOLE),
    "adds": Key(shape.flag, False),
    "supervising": Key(shape.flag, False),
    "circular": Key(shape.flag, False),
    "offices": Key(_names, ()),
    "band": Key(shape.text_or_empty, ""),
    "proposed_for": Key(shape.choice(*PROPOSALS), ""),
}
_BAND = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "from": Key(shape.nullable(shape.number), None),
    "to": Key(shape.nullable(shape.number), None),
}
_YEARS, _DAYS = 2, 366
"""The bands of last year and this one are known; a deadline lies within the year."""
_CONSEQUENCE = {
    "code": Key(shape.code),
    "text": Key(shape.text),
    "band": Key(shape.code),
    "years": Key(shape.whole(1, _YEARS), 1),
    "vertical": Key(shape.flag, False),
    "days": Key(shape.whole(0, _DAYS), 0),
}
_SET = Shape(
    {
        "name": Key(shape.text),
        "start": Key(shape.number),
        "least": Key(shape.number, _ZERO),
        "most": Key(shape.nullable(shape.number), None),
        "bands": Key(Shape(_BAND, many=True)),
        "rules": Key(Shape(_RULE, many=True)),
        "consequences": Key(Shape(_CONSEQUENCE, many=True), []),
    }
)


def read_rule_set(text: str) -> RuleSet:
    """RuleSetNotJsonError, or RuleSetInvalidError with every mistake."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise RuleSetNotJsonError(line=error.lineno, column=error.colno) from None
    return rule_set_from_json(value)


def rule_set_from_json(value: Any) -> RuleSet:
    """RuleSetInvalidError with every mistake."""
    problems: list[Problem] = []
    read = shape.read_shape(_SET, value, problems)
    if problems or read is BAD:
        raise RuleSetInvalidError(problems, count=len(problems))
    made = RuleSet(
        read["name"],
        read["start"],
        read["least"],
        read["most"],
        tuple(_rule(item) for item in read["rules"]),
        tuple(Band(item["code"], item["name"], item["from"], item["to"]) for item in read["bands"]),
        tuple(ConsequenceRule(**item) for item in read["consequences"]),
    )
    if found := list(_mistakes(made)):
        raise RuleSetInvalidError(found, count=len(found))
    return made


def rule_set_to_json(rules: RuleSet) -> dict[str, Any]:
    """With every key, numbers as text: what a record and an editable copy hold."""
    return {
        "name": rules.name,
        "start": number_text(rules.start),
        "least": number_text(rules.least),
        "most": _number(rules.most),
        "bands": [
            {
                "code": band.code,
                "name": band.name,
                "from": _number(band.lower),
                "to": _number(band.upper),
            }
            for band in rules.bands
        ],
        "rules": [_plain(rule) for rule in rules.rules],
        "consequences": [asdict(held) for held in rules.consequences],
    }


def _rule(item: dict[str, Any]) -> Rule:
    named = item | {"kind": RuleKind(item["kind"]), "rounding": Rounding(item["rounding"])}
    return Rule(**named)


def _plain(rule: Rule) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _RULE:
        value = getattr(rule, name)
        match value:
            case Fraction():
                found[name] = number_text(value)
            case tuple():
                found[name] = list(value)
            case RuleKind() | Rounding():
                found[name] = value.value
            case _:
                found[name] = value
    return found


def _number(value: Fraction | None) -> str | None:
    return None if value is None else number_text(value)


def _mistakes(rules: RuleSet) -> Iterator[Problem]:
    yield from _twins("rules", [rule.code for rule in rules.rules])
    yield from _twins("bands", [band.code for band in rules.bands])
    most = rules.start if rules.most is None else rules.most
    if not rules.least <= rules.start <= most:
        yield Problem("most", "must not be below the start, nor the start below the least")
    yield from _twins("consequences", [held.code for held in rules.consequences])
    bands = {band.code for band in rules.bands}
    for index, held in enumerate(rules.consequences):
        if held.band not in bands:
            yield Problem(f"consequences[{index}].band", "is not among the bands")
    for index, rule in enumerate(rules.rules):
        for message in _rule_mistakes(rule, bands):
            yield Problem(f"rules[{index}] {rule.code}", message)
    yield from _band_mistakes(rules.bands)


def _twins(place: str, codes: list[str]) -> Iterator[Problem]:
    for code, count in Counter(codes).items():
        if count > 1:
            yield Problem(place, "the code {code} stands there twice", {"code": code})


def _rule_mistakes(rule: Rule, bands: set[str]) -> Iterator[str]:
    if rule.points < 0 or rule.least < 0:
        yield "points are written without a sign; `adds` says that they are added"
    if rule.kind is RuleKind.STEP and rule.step <= 0:
        yield "a step rule needs the percentage points of a step, above 0"
    if rule.kind is RuleKind.RATE and not 0 < rule.line <= 100:
        yield "a rate rule needs the line in per cent, above 0 and up to 100"
    if rule.kind is RuleKind.DISCRETIONARY and not 0 < rule.least <= rule.points:
        yield "a discretionary rule needs a least above 0 and up to its points"
    if rule.proposed_for and rule.kind is not _PROPOSED.get(rule.proposed_for):
        yield "only a rate is proposed from the survey, and only single cases from complaints"
    if (rule.kind is RuleKind.VETO) != bool(rule.band):
        yield "a veto, and nothing else, names the band it forces"
    elif rule.band and rule.band not in bands:
        yield "the band it forces is not among the bands"


_PROPOSED = dict.fromkeys(("survey", "windows"), RuleKind.RATE) | dict.fromkeys(
    ("overdue", "sent-back"), RuleKind.OCCURRENCE
)
"""What a rule that is proposed for something must count."""


def _band_mistakes(bands: Any) -> Iterator[Problem]:
    """Best band first, without gap or overlap, as in a plan."""
    if not bands:
        yield Problem("bands", "must name one band at least")
        return
    if bands[0].upper is not None or bands[-1].lower is not None:
        yield Problem("bands", "the best band has no upper bound, the last one no lower bound")
    for index, (upper, lower) in enumerate(pairwise(bands), 1):
        if upper.lower is None or upper.lower != lower.upper:
            message = "must begin where the band above ends: bands leave no gap and do not overlap"
            yield Problem(f"bands[{index}]", message)
