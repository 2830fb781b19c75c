"""What stands against a plan that is still being written, and in which of its sections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from desktop.tally.errors import Problem
from desktop.tally.plan import Plan
from desktop.tally.plan_checks import plan_warnings
from desktop.tally.plan_draft import Value, steps, with_value
from desktop.tally.plan_reading import PlanInvalidError, plan_from_json

SECTIONS = (
    "title",
    "agencies",
    "dimensions",
    "grades",
    "channels",
    "forms",
    "scoring",
    "standing",
    "pages",
)
"""In the order in which a plan is written."""

_SECTION_OF: Mapping[str, str] = {
    "title": "title",
    "year": "title",
    "groups": "agencies",
    "agencies": "agencies",
    "dimensions": "dimensions",
    "grades": "grades",
    "dont_know": "grades",
    "channels": "channels",
    "void_reasons": "forms",
    "second_keying": "forms",
    "offline": "forms",
    "validity": "forms",
    "scoring": "scoring",
    "cut": "scoring",
    "bands": "standing",
    "adjustments": "standing",
    "vetoes": "standing",
    "pages": "pages",
}

_STAND_INS: Mapping[str, Any] = {
    "year": 2000,
    "weight": "1",
    "points": 1,
    "issued": None,
    "check": "",
    "short": "",
    "min_votes": 1,
    "decimals": 4,
}
_TEXTS = {"title", "name", "reason"}


@dataclass(frozen=True, slots=True)
class Findings:
    """`plan` where nothing is wrong; `warnings` are allowed and probably not meant."""

    plan: Plan | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def of_section(self, section: str) -> list[Problem]:
        return [held for held in self.problems if section_of(held.place) == section]


def look_into(value: Value) -> Findings:
    """Every mistake and every warning of a plan that is being written.

    An empty name or a year that is none keeps no other mistake from being told.
    """
    try:
        plan = plan_from_json(value)
    except PlanInvalidError as error:
        found = _unsound(value, error.problems)
        return Findings(None, tuple(sorted(found, key=_order)))
    return Findings(plan, (), tuple(plan_warnings(plan)))


def section_of(place: str) -> str:
    """The section where a place is written."""
    way = steps(place)
    if way and way[0] == "groups" and "weights" in way:
        return "channels"
    return _SECTION_OF.get(str(way[0]), "title") if way else "title"


def _order(problem: Problem) -> int:
    return SECTIONS.index(section_of(problem.place))


def _unsound(value: Value, problems: list[Problem]) -> list[Problem]:
    """The mistakes told at first, and those that a stand-in for each of them lets be seen."""
    first = {problem.place for problem in problems}
    try:
        plan_from_json(_filled(value, first))
    except _NoStandInError:
        return problems
    except PlanInvalidError as error:
        return problems + [held for held in error.problems if held.place not in first]
    return problems


class _NoStandInError(Exception):
    """Nothing can stand for a value without making mistakes of its own."""


def _filled(value: Value, places: Iterable[str]) -> Value:
    number = count(1)
    for place in places:
        key = str(steps(place)[-1]) if place else ""
        if key in _TEXTS:
            value = with_value(value, place, f"\N{BLACK SQUARE}{next(number)}")
        elif key in _STAND_INS:
            value = with_value(value, place, _STAND_INS[key])
        else:
            raise _NoStandInError
    return value
