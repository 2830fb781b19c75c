"""Plans as JSON text: read with every mistake named, and written back with every key."""

import json
from collections.abc import Iterable
from typing import Any

from desktop.tally import plan_shape as shape
from desktop.tally.errors import PingyiError, Problem, ProblemsError
from desktop.tally.numbers import number_text
from desktop.tally.plan import (
    Adjustment,
    Agency,
    Band,
    Channel,
    Cut,
    Dimension,
    Display,
    Grade,
    Group,
    Page,
    Plan,
    Scoring,
    Validity,
    Veto,
    VoidReason,
    VoidRule,
)
from desktop.tally.plan_checks import check_plan
from desktop.tally.plan_shape import Key, Shape

STANDARD_VOID_REASONS = (
    VoidReason("V1", "答案系复印"),
    VoidReason("V2", "原件系复印"),
    VoidReason("V3", "逾期"),
    VoidReason("V4", "全空"),
    VoidReason("V5", "非本次表"),
    VoidReason("V6", "污损"),
    VoidReason("V7", "规则性填写"),
    VoidReason("V8", "其他"),
)
"""Offered where a plan lists none (RULES.md §3)."""


class PlanInvalidError(ProblemsError):
    message = "The plan is not sound (mistakes: {count}): run `pingyi plan check` and mend each."


class PlanNotJsonError(PingyiError):
    message = "The plan is not valid JSON at line {line}, column {column}: mend it there."


class PlanKeyTwiceError(PingyiError):
    message = 'The plan names the key "{key}" twice in one object: remove one.'


_GROUP = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "scored": Key(shape.flag, True),
    "ranked": Key(shape.flag, True),
    "published": Key(shape.flag, True),
    "weights": Key(shape.nullable(shape.mapping(shape.number)), None),
}
_AGENCY = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "group": Key(shape.code),
    "short": Key(shape.text_or_empty, ""),
    "vertical": Key(shape.flag, False),
    "parent": Key(shape.nullable(shape.code), None),
}
_DIMENSION = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "points": Key(shape.whole(0, 10000)),
    "weight": Key(shape.number, shape.number("1")),
}
_GRADE = {
    "code": Key(shape.choice("1", "2", "3", "4", "5", "6")),
    "name": Key(shape.text),
    "value": Key(shape.number),
    "positive": Key(shape.flag),
}
_CHANNEL = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "issued": Key(shape.nullable(shape.whole(0, 10**9)), None),
    "weight": Key(shape.number, shape.number("1")),
}
_VOID_REASON = {"code": Key(shape.code), "name": Key(shape.text)}
_VOID_RULE = {"share": Key(shape.number), "reason": Key(shape.code)}
_VALIDITY = {
    "max_blank": Key(Shape(_VOID_RULE, nullable=True), None),
    "one_grade": Key(shape.nullable(shape.code), None),
    "quorum": Key(shape.nullable(shape.number), None),
    "returned_above_issued": Key(shape.choice("warn", "stop"), "warn"),
}
_DISPLAY = {
    "scale": Key(shape.number, shape.number("1")),
    "decimals": Key(shape.whole(0, 10), 4),
}
_SCORING = {
    "denominator": Key(shape.choice("marks", "marks+dont_know", "forms"), "marks"),
    "dimensions": Key(shape.choice("sum", "mean", "pooled"), "sum"),
    "channels": Key(shape.choice("pooled", "weighted"), "pooled"),
    "missing_channel": Key(shape.choice("renormalise", "zero", "stop"), "renormalise"),
    "cap": Key(shape.nullable(shape.number), None),
    "display": Key(Shape(_DISPLAY), {}),
    "min_votes": Key(shape.whole(1, 10**9), 1),
    "exclude_self": Key(shape.flag, False),
    "tie_break": Key(shape.choices("top_grade", "positive", "bottom_grade"), ()),
    "trim": Key(shape.number, shape.number("0")),
}
_CUT = {"top": Key(shape.whole(0, 1000), 5), "bottom": Key(shape.whole(0, 1000), 5)}
_BAND = {
    "code": Key(shape.code),
    "name": Key(shape.text),
    "from": Key(shape.nullable(shape.number), None),
    "to": Key(shape.nullable(shape.number), None),
}
_ADJUSTMENT = {
    "agency": Key(shape.code),
    "points": Key(shape.number),
    "reason": Key(shape.text),
}
_VETO = {"agency": Key(shape.code), "band": Key(shape.code), "reason": Key(shape.text)}
_PAGE = {"rows": Key(shape.whole(1, 999)), "check": Key(shape.check_number, "")}
_PLAN = Shape(
    {
        "title": Key(shape.text),
        "year": Key(shape.whole(1900, 2999)),
        "groups": Key(Shape(_GROUP, many=True)),
        "agencies": Key(Shape(_AGENCY, many=True)),
        "dimensions": Key(Shape(_DIMENSION, many=True)),
        "grades": Key(Shape(_GRADE, many=True)),
        "dont_know": Key(shape.flag, False),
        "channels": Key(Shape(_CHANNEL, many=True)),
        "void_reasons": Key(Shape(_VOID_REASON, many=True), None),
        "second_keying": Key(Shape({"percent": Key(shape.whole(0, 100), 10)}), {"percent": 10}),
        "scoring": Key(Shape(_SCORING), {}),
        "cut": Key(Shape(_CUT), {}),
        "validity": Key(Shape(_VALIDITY), {}),
        "bands": Key(Shape(_BAND, many=True), []),
        "adjustments": Key(Shape(_ADJUSTMENT, many=True), []),
        "vetoes": Key(Shape(_VETO, many=True), []),
        "pages": Key(Shape(_PAGE, many=True), []),
        "offline": Key(shape.flag, False),
    }
)


def read_plan(text: str) -> Plan:
    """The plan in JSON text; PlanNotJsonError, PlanKeyTwiceError or PlanInvalidError."""
    try:
        value = json.loads(text, object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        raise PlanNotJsonError(line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        raise PlanNotJsonError(line=1, column=1) from None
    return plan_from_json(value)


def plan_from_json(value: Any) -> Plan:
    """The plan in a JSON value; PlanInvalidError lists every mistake."""
    problems: list[Problem] = []
    read = shape.read_shape(_PLAN, value, problems)
    if not problems:
        plan = _build(read)
        problems = check_plan(plan)
    if problems:
        raise PlanInvalidError(problems, count=len(problems))
    return plan


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Every key of the plan, defaults included: what is hashed and put on record.

    But for `pages` and `offline`, which stand only where they say something: the hash of a plan
    that was written before there were these keys is the same as ever.
    """
    late = {"pages": [_plain(page, _PAGE) for page in plan.pages], "offline": plan.offline}
    return {
        "title": plan.title,
        "year": plan.year,
        "groups": [_plain(group, _GROUP) for group in plan.groups],
        "agencies": [_plain(agency, _AGENCY) for agency in plan.agencies],
        "dimensions": [_plain(dimension, _DIMENSION) for dimension in plan.dimensions],
        "grades": [_plain(grade, _GRADE) for grade in plan.grades],
        "dont_know": plan.dont_know,
        "channels": [_plain(channel, _CHANNEL) for channel in plan.channels],
        "void_reasons": [_plain(reason, _VOID_REASON) for reason in plan.void_reasons],
        "second_keying": {"percent": plan.second_keying_percent},
        "scoring": _plain(plan.scoring, _SCORING),
        "cut": _plain(plan.cut, _CUT),
        "validity": _plain(plan.validity, _VALIDITY),
        "bands": [_plain(band, _BAND) for band in plan.bands],
        "adjustments": [_plain(line, _ADJUSTMENT) for line in plan.adjustments],
        "vetoes": [_plain(veto, _VETO) for veto in plan.vetoes],
    } | {key: value for key, value in late.items() if value}


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise PlanKeyTwiceError(key=key)
        found[key] = value
    return found


def _build(read: dict[str, Any]) -> Plan:
    reasons = read["void_reasons"]
    return Plan(
        title=read["title"],
        year=read["year"],
        groups=_all(Group, read["groups"]),
        agencies=_all(Agency, read["agencies"]),
        dimensions=_all(Dimension, read["dimensions"]),
        grades=_all(Grade, read["grades"]),
        channels=_all(Channel, read["channels"]),
        void_reasons=STANDARD_VOID_REASONS if reasons is None else _all(VoidReason, reasons),
        dont_know=read["dont_know"],
        second_keying_percent=read["second_keying"]["percent"],
        scoring=_scoring(read["scoring"]),
        cut=Cut(**read["cut"]),
        validity=_validity(read["validity"]),
        bands=tuple(
            Band(item["code"], item["name"], item["from"], item["to"]) for item in read["bands"]
        ),
        adjustments=_all(Adjustment, read["adjustments"]),
        vetoes=_all(Veto, read["vetoes"]),
        pages=_all(Page, read["pages"]),
        offline=read["offline"],
    )


def _all(kind: type, items: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**item) for item in items)


def _scoring(read: dict[str, Any]) -> Scoring:
    display = Display(**read.pop("display", {}))
    return Scoring(**read, display=display)


def _validity(read: dict[str, Any]) -> Validity:
    rule = read.pop("max_blank", None)
    return Validity(**read, max_blank=rule and VoidRule(**rule))


_RENAMED = {"from": "lower", "to": "upper"}


def _plain(item: Any, keys: dict[str, Key]) -> dict[str, Any]:
    return {name: _value(getattr(item, _RENAMED.get(name, name)), keys[name]) for name in keys}


def _value(value: Any, key: Key) -> Any:
    if value is None:
        return None
    if isinstance(key.kind, Shape):
        return _plain(value, dict(key.kind.keys))
    if isinstance(value, dict):
        return {name: number_text(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, (bool, int, str)) else number_text(value)
