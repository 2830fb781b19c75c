"""A plan while it is written: JSON values at places, sound or not, never changed in place."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from desktop.tally.plan_reading import STANDARD_VOID_REASONS

Value = dict[str, Any]
"""A plan as its file holds it; every edit makes a new one that shares what did not change."""

ROWS: Mapping[str, Value] = {
    "groups": {
        "code": "",
        "name": "",
        "scored": True,
        "ranked": True,
        "published": True,
        "weights": None,
    },
    "agencies": {
        "code": "",
        "name": "",
        "group": "",
        "short": "",
        "vertical": False,
        "parent": None,
    },
    "dimensions": {"code": "", "name": "", "points": 20, "weight": "1"},
    "grades": {"code": "", "name": "", "value": "", "positive": False},
    "channels": {"code": "", "name": "", "issued": None, "weight": "1"},
    "void_reasons": {"code": "", "name": ""},
    "bands": {"code": "", "name": "", "from": None, "to": None},
    "adjustments": {"agency": "", "points": "", "reason": ""},
    "vetoes": {"agency": "", "band": "", "reason": ""},
    "pages": {"rows": 20, "check": ""},
}
"""A new row of each list."""

OBJECTS: Mapping[str, Value] = {
    "second_keying": {"percent": 10},
    "scoring": {
        "denominator": "marks",
        "dimensions": "sum",
        "channels": "pooled",
        "missing_channel": "renormalise",
        "cap": None,
        "display": {"scale": "1", "decimals": 4},
        "min_votes": 1,
        "exclude_self": False,
        "tie_break": [],
        "trim": "0",
    },
    "cut": {"top": 5, "bottom": 5},
    "validity": {
        "max_blank": None,
        "one_grade": None,
        "quorum": None,
        "returned_above_issued": "warn",
    },
}

LETTERS = {
    "groups": ("G", 1),
    "agencies": ("A", 3),
    "dimensions": ("D", 1),
    "channels": ("C", 1),
    "void_reasons": ("V", 1),
    "bands": ("B", 1),
}
"""How the codes of a list begin, and with how many digits they go on."""

_REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "groups": (("agencies", "group"),),
    "agencies": (("agencies", "parent"), ("adjustments", "agency"), ("vetoes", "agency")),
    "bands": (("vetoes", "band"),),
}
"""Where the code of a list's row is named: list and key."""

_STEP = re.compile(r"[^.\[\]]+")


def empty_plan() -> Value:
    """A plan that names nothing yet, with what no plan goes without."""
    reasons = [{"code": held.code, "name": held.name} for held in STANDARD_VOID_REASONS]
    rows: Value = {name: [] for name in ROWS}
    head = {"title": "", "year": "", "dont_know": False, "offline": False}
    return head | rows | deepcopy(dict(OBJECTS)) | {"void_reasons": reasons}


def draft_value(held: Mapping[str, Any]) -> tuple[Value, list[str]]:
    """Anything that calls itself a plan, in the shape of one; places of what had to be left out."""
    base, left = empty_plan(), list[str]()
    for key, value in held.items():
        if key not in base:
            left.append(key)
        elif key in ROWS:
            base[key] = _rows(key, value, left)
        elif key in OBJECTS:
            base[key] = _object(value, OBJECTS[key], left, key)
        else:
            base[key] = _plain(value, base[key], left, key)
    return base, left


def steps(place: str) -> tuple[str | int, ...]:
    """A place such as `agencies[3].name` as the way to it."""
    return tuple(int(s) if s.isdecimal() else s for s in _STEP.findall(place))


def value_at(value: Value, place: str) -> Any:
    """What stands at a place; None where the way ends before it."""
    found: Any = value
    for step in steps(place):
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def with_value(value: Value, place: str, new: Any) -> Value:
    """The plan with something else at a place, whose way is there."""
    changed: Value = _put(value, steps(place), new)
    return changed


def with_rows(value: Value, name: str, rows: Sequence[Value]) -> Value:
    """The plan with other rows in a list; grades are counted anew."""
    if name == "grades":
        rows = [row | {"code": str(at)} for at, row in enumerate(rows, 1)]
    return value | {name: list(rows)}


def new_row(value: Value, name: str) -> Value:
    """A row to add: under the next free code, in the last row's group, before the last band."""
    row = deepcopy(dict(ROWS[name]))
    if name in LETTERS:
        row["code"] = next_code(value, name)
    if name == "agencies":
        last = value[name][-1:] or value["groups"][:1]
        row["group"] = last[0].get("group", last[0].get("code", "")) if last else ""
    return row


def next_code(value: Value, name: str) -> str:
    """The code after the highest of a list."""
    letter, digits = LETTERS[name]
    codes = (str(row.get("code", "")) for row in value[name])
    numbers = [int(code[1:]) for code in codes if re.fullmatch(rf"{letter}[0-9]{{1,9}}", code)]
    return f"{letter}{max(numbers, default=0) + 1:0{digits}}"


def with_code(value: Value, name: str, row: int, code: str) -> Value:
    """The plan with another code for a row, and with it wherever that row is named."""
    old = value[name][row]["code"]
    codes = [held["code"] for held in value[name]]
    value = with_value(value, f"{name}[{row}].code", code)
    if not old or codes.count(old) > 1 or code in codes:
        return value  # nobody can say which of two was meant
    for where, key in _REFERENCES.get(name, ()):
        rows = [_renamed(held, key, old, code) for held in value[where]]
        value = value | {where: rows}
    if name == "channels":
        value = value | {"groups": [_reweighted(group, old, code) for group in value["groups"]]}
    if name == "void_reasons":
        value = _with_reason(value, old, code)
    return value


def _with_reason(value: Value, old: str, code: str) -> Value:
    for place in ("validity.max_blank.reason", "validity.one_grade"):
        if value_at(value, place) == old:
            value = with_value(value, place, code)
    return value


def _renamed(row: Value, key: str, old: str, code: str) -> Value:
    return row | {key: code} if row.get(key) == old else row


def _reweighted(group: Value, old: str, code: str) -> Value:
    weights = group.get("weights")
    if not isinstance(weights, dict) or old not in weights:
        return group
    return group | {"weights": {code if key == old else key: w for key, w in weights.items()}}


def _put(owner: Any, way: tuple[str | int, ...], new: Any) -> Any:
    if not way:
        return new
    step, *rest = way
    if isinstance(owner, list):
        assert isinstance(step, int)
        return [*owner[:step], _put(owner[step], tuple(rest), new), *owner[step + 1 :]]
    return owner | {step: _put(owner.get(step), tuple(rest), new)}


def _rows(name: str, value: Any, left: list[str]) -> list[Value]:
    if not isinstance(value, list):
        left.append(name)
        return []
    return [_object(row, ROWS[name], left, f"{name}[{at}]") for at, row in enumerate(value)]


def _object(value: Any, base: Value, left: list[str], place: str) -> Value:
    if not isinstance(value, dict):
        left.append(place)
        return deepcopy(base)
    left.extend(f"{place}.{key}" for key in value if key not in base)
    return {
        key: _plain(value[key], held, left, f"{place}.{key}") if key in value else deepcopy(held)
        for key, held in base.items()
    }


def _plain(value: Any, held: Any, left: list[str], place: str) -> Any:
    """A value of the kind that a page can show: what is no text, number or flag is left out."""
    if isinstance(held, dict):
        return _object(value, held, left, place)
    if place.endswith(".weights") and isinstance(value, dict):
        return {key: w for key, w in value.items() if isinstance(w, str)}
    if place.endswith(".max_blank") and isinstance(value, dict):
        return _object(value, {"share": "", "reason": ""}, left, place)
    if place.endswith(".tie_break") and isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    if isinstance(value, dict | list) or (isinstance(held, bool) and not isinstance(value, bool)):
        left.append(place)
        return deepcopy(held)
    return value
