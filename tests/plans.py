"""Small plans, forms and tallies that the tests of the rules share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from desktop.tally.counting import Source, Totals, channel_tallies, count_forms
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_from_json, read_plan
from desktop.tally.results import AgencyResult, agency_results

PLANS = Path(__file__).resolve().parents[1] / "resources" / "plans"


Objects = list[dict[str, Any]]


def plan_value(
    agencies: int | Objects = 3, dimensions: int | Objects = 2, **changes: Any
) -> dict[str, Any]:
    """A plan as JSON holds it: three grades 22, 17, 11 and the channels C1 and C2."""
    grades = (("满意", "22", True), ("基本满意", "17", True), ("不满意", "11", False))
    return {
        "title": "评议",
        "year": 2005,
        "groups": [{"code": "G1", "name": "政府部门"}],
        "agencies": _listed(agencies, "A", "单位", group="G1"),
        "dimensions": _listed(dimensions, "D", "内容", points=20),
        "grades": [
            {"code": str(code), "name": name, "value": value, "positive": positive}
            for code, (name, value, positive) in enumerate(grades, 1)
        ],
        "channels": [
            {"code": "C1", "name": "单位互评", "issued": 100},
            {"code": "C2", "name": "报纸读者评议"},
        ],
    } | changes


def small_plan(agencies: int | Objects = 3, dimensions: int | Objects = 2, **changes: Any) -> Plan:
    """The plan of `plan_value`; `changes` replace its keys."""
    return plan_from_json(plan_value(agencies, dimensions, **changes))


DROP = object()
"""Stands for a key taken away."""


def plan_value_with(place: str, wrong: Any, **given: Any) -> dict[str, Any]:
    """The value of a sound plan but for one thing, at a place such as `grades[0].value`."""
    value = deepcopy(plan_value(**given))
    *way, last = [int(key) if key.isdigit() else key for key in re.findall(r"\w+", place)]
    owner: Any = value
    for key in way:
        owner = owner.setdefault(key, {}) if isinstance(key, str) else owner[key]
    if wrong is DROP:
        del owner[last]
    else:
        owner[last] = wrong
    return value


def shipped_plan(name: str) -> Plan:
    return read_plan((PLANS / f"{name}.json").read_text(encoding="utf-8"))


def grade_values(*values: str) -> Objects:
    """Grades of these values, the first of them positive."""
    return [
        {"code": str(code), "name": f"等次{code}", "value": value, "positive": code == 1}
        for code, value in enumerate(values, 1)
    ]


def votes(*counts: int) -> str:
    """One cell's marks form by form: so many of grade 1, of grade 2 …"""
    return "".join(str(code) * count for code, count in enumerate(counts, 1))


def stacked(*cells: str, forms: int = 0) -> list[str]:
    """Forms whose cells hold these marks, blank where a cell has fewer than there are forms."""
    height = max(forms, *map(len, cells))
    return [
        "".join(form) for form in zip(*(cell.ljust(height, "0") for cell in cells), strict=True)
    ]


def tallied(
    plan: Plan,
    forms: Mapping[str | Source, Iterable[str]] | Iterable[str],
    totals: Iterable[Totals] = (),
) -> list[AgencyResult]:
    """Results of forms by channel (or by channel and origin); a plain list came by C1."""
    by_source = forms if isinstance(forms, Mapping) else {"C1": forms}
    counters = count_forms(plan, _with_sources(by_source))
    return list(agency_results(plan, channel_tallies(plan, counters, totals)))


def only(plan: Plan, forms: Any, totals: Iterable[Totals] = ()) -> AgencyResult:
    """The result of a plan's first agency."""
    return next(r for r in tallied(plan, forms, totals) if r.code == plan.agencies[0].code)


def _listed(wanted: int | Objects, letter: str, name: str, **more: Any) -> Objects:
    if not isinstance(wanted, int):
        return wanted
    numbers = range(1, wanted + 1)
    return [{"code": f"{letter}{n}", "name": f"{name}{n}"} | more for n in numbers]


def _with_sources(forms: Mapping[Any, Iterable[str]]) -> Iterator[tuple[Source, bytes]]:
    for source, sheets in forms.items():
        whole = source if isinstance(source, tuple) else (source, None)
        for marks in sheets:
            yield whole, marks.encode("ascii")


def keyed_once(**changes: Any) -> Plan:
    """A small plan that asks for no second keying, so that batches need not be closed."""
    return small_plan(second_keying={"percent": 0}, **changes)
