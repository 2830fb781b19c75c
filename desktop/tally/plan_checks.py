"""What is wrong with a whole plan: codes, references, weights, bands, pages, rules that clash."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from desktop.tally.errors import Problem
from desktop.tally.plan import Band, Plan


def check_plan(plan: Plan) -> list[Problem]:
    """Every mistake of a well-formed plan, in the order of its keys."""
    return [problem for check in _CHECKS for problem in check(plan)]


def plan_warnings(plan: Plan) -> list[Problem]:
    """What is allowed and probably not meant."""
    return [*_overlap(plan), *_idle_weights(plan)]


def _overlap(plan: Plan) -> Iterator[Problem]:
    ranked = sum(group.ranked for group in (plan.group_of[a.code] for a in plan.agencies))
    if plan.cut.top + plan.cut.bottom > ranked:
        message = "the top {top} and the bottom {bottom} overlap: only {ranked} agencies are ranked"
        fields = {"top": plan.cut.top, "bottom": plan.cut.bottom, "ranked": ranked}
        yield Problem("cut", message, fields)


def _idle_weights(plan: Plan) -> Iterator[Problem]:
    differ = len({channel.weight for channel in plan.channels}) > 1
    own = any(group.weights is not None for group in plan.groups)
    if plan.scoring.channels == "pooled" and (differ or own):
        message = "is pooled, so the weights of channels do nothing: write weighted to use them"
        yield Problem("scoring.channels", message)


def _lists(plan: Plan) -> dict[str, Sequence[Any]]:
    return {
        "groups": plan.groups,
        "agencies": plan.agencies,
        "dimensions": plan.dimensions,
        "grades": plan.grades,
        "channels": plan.channels,
        "void_reasons": plan.void_reasons,
        "bands": plan.bands,
    }


def _sizes(plan: Plan) -> Iterator[Problem]:
    limits = {
        "groups": (1, 99),
        "agencies": (1, 999),
        "dimensions": (1, 10),
        "grades": (2, 6),
        "channels": (1, 99),
        "void_reasons": (1, 99),
    }
    for name, (low, high) in limits.items():
        count = len(_lists(plan)[name])
        if not low <= count <= high:
            message = "must list {low} to {high}, not {count}"
            yield Problem(name, message, {"low": low, "high": high, "count": count})


def _codes(plan: Plan) -> Iterator[Problem]:
    for name, items in _lists(plan).items():
        codes = [item.code for item in items]
        yield from _twins(name, "code", codes, str.casefold)
        yield from _twins(name, "name", [item.name for item in items], str)
    yield from _twins("vetoes", "agency", [veto.agency for veto in plan.vetoes], str)


def _twins(
    place: str, key: str, values: Iterable[str], fold: Callable[[str], str]
) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, value in enumerate(values):
        first = seen.setdefault(fold(value), index)
        if first != index:
            message = '"{value}" stands already at {place}[{first}]: every {key} once'
            fields = {"value": value, "place": place, "first": first, "key": key}
            yield Problem(f"{place}[{index}].{key}", message, fields)


def _references(plan: Plan) -> Iterator[Problem]:
    groups = {group.code for group in plan.groups}
    agencies = {agency.code for agency in plan.agencies}
    channels = {channel.code for channel in plan.channels}
    reasons = {reason.code for reason in plan.void_reasons}
    bands = {band.code for band in plan.bands}
    for index, agency in enumerate(plan.agencies):
        yield from _known(f"agencies[{index}].group", agency.group, groups)
        yield from _known(f"agencies[{index}].parent", agency.parent, agencies)
    for index, group in enumerate(plan.groups):
        for code in group.weights or ():
            yield from _known(f"groups[{index}].weights", code, channels)
    for index, line in enumerate(plan.adjustments):
        yield from _known(f"adjustments[{index}].agency", line.agency, agencies)
    for index, veto in enumerate(plan.vetoes):
        yield from _known(f"vetoes[{index}].agency", veto.agency, agencies)
        yield from _known(f"vetoes[{index}].band", veto.band, bands)
    rule = plan.validity.max_blank
    yield from _known("validity.max_blank.reason", rule.reason if rule else None, reasons)
    yield from _known("validity.one_grade", plan.validity.one_grade, reasons)


def _known(place: str, code: str | None, codes: set[str]) -> Iterator[Problem]:
    if code is not None and code not in codes:
        yield Problem(place, 'names "{code}", which the plan does not list', {"code": code})


def _parents(plan: Plan) -> Iterator[Problem]:
    parents = {agency.code: agency.parent for agency in plan.agencies}
    for index, agency in enumerate(plan.agencies):
        seen: set[str] = set()
        code: str | None = agency.code
        while code is not None and code not in seen:
            seen.add(code)
            code = parents.get(code)
        if code == agency.code:
            message = "is its own supervising unit by way of others: end the circle"
            yield Problem(f"agencies[{index}].parent", message)


def _grades(plan: Plan) -> Iterator[Problem]:
    for index, grade in enumerate(plan.grades):
        if grade.code != str(index + 1):
            message = 'must be "{code}": grades are coded 1, 2, 3 … from the best down'
            yield Problem(f"grades[{index}].code", message, {"code": index + 1})
    for index, (better, worse) in enumerate(pairwise(plan.grades), 1):
        if worse.value >= better.value:
            message = "must be below the value of the grade before it: values fall strictly"
            yield Problem(f"grades[{index}].value", message)
        if worse.positive and not better.positive:
            message = "cannot be positive below a grade that is not"
            yield Problem(f"grades[{index}].positive", message)
    if not any(grade.positive for grade in plan.grades):
        yield Problem("grades", "no grade is positive: the satisfaction rate would mean nothing")


def _groups(plan: Plan) -> Iterator[Problem]:
    for index, group in enumerate(plan.groups):
        if group.ranked and not group.scored:
            yield Problem(f"groups[{index}].ranked", "a group that is not scored cannot be ranked")


def _weights(plan: Plan) -> Iterator[Problem]:
    for index, dimension in enumerate(plan.dimensions):
        if dimension.weight <= 0:
            yield Problem(f"dimensions[{index}].weight", "must be above 0")
    weights = {"channels": [channel.weight for channel in plan.channels]}
    for index, group in enumerate(plan.groups):
        if group.weights is not None:
            weights[f"groups[{index}].weights"] = list(group.weights.values())
    for place, values in weights.items():
        if any(value < 0 for value in values):
            yield Problem(place, "a weight is below 0")
        elif sum(values) == 0:
            yield Problem(place, "every weight is 0: nothing would count")


def _scoring(plan: Plan) -> Iterator[Problem]:
    rule = plan.scoring
    if rule.cap is not None and rule.cap <= 0:
        yield Problem("scoring.cap", "must be above 0, or null for none")
    if rule.display.scale <= 0:
        yield Problem("scoring.display.scale", "must be above 0")
    if not 0 <= rule.trim < Fraction(1, 2):
        yield Problem("scoring.trim", "must be from 0 to below 1/2: it is taken from either end")
    if rule.trim and rule.denominator != "marks":
        yield Problem("scoring.trim", 'goes with the denominator "marks" alone')
    if rule.dimensions == "pooled":
        yield from _pooled(plan)


def _pooled(plan: Plan) -> Iterator[Problem]:
    if len({dimension.weight for dimension in plan.dimensions}) > 1:
        yield Problem("scoring.dimensions", "pooled dimensions need equal weights")
    if plan.scoring.cap is not None:
        yield Problem("scoring.cap", "pooled dimensions cannot be capped one by one")
    if plan.scoring.trim:
        yield Problem("scoring.trim", "pooled dimensions cannot be trimmed one by one")


def _validity(plan: Plan) -> Iterator[Problem]:
    rule, quorum = plan.validity.max_blank, plan.validity.quorum
    if rule and not 0 <= rule.share < 1:
        yield Problem("validity.max_blank.share", "must be from 0 to below 1")
    if quorum is not None and not 0 < quorum <= 1:
        yield Problem("validity.quorum", "must be above 0, up to 1")


def _bands(plan: Plan) -> Iterator[Problem]:
    if not plan.bands:
        return
    if plan.bands[0].upper is not None:
        yield Problem("bands[0].to", "the best band has no upper bound: leave it null")
    if plan.bands[-1].lower is not None:
        place = f"bands[{len(plan.bands) - 1}].from"
        yield Problem(place, "the last band has no lower bound: leave it null")
    for index, (upper, lower) in enumerate(pairwise(plan.bands), 1):
        yield from _seam(index, upper, lower)


def _seam(index: int, upper: Band, lower: Band) -> Iterator[Problem]:
    if upper.lower is None or upper.lower != lower.upper:
        message = "must be where the band above begins: bands leave no gap and do not overlap"
        yield Problem(f"bands[{index}].to", message)
    if lower.lower is not None and lower.upper is not None and lower.lower >= lower.upper:
        yield Problem(f"bands[{index}].from", "must be below its upper bound")


def _pages(plan: Plan) -> Iterator[Problem]:
    rows, agencies = sum(page.rows for page in plan.pages), len(plan.agencies)
    if plan.pages and rows != agencies:
        message = "have {rows} rows together, and the plan lists {agencies} agencies: mend either"
        yield Problem("pages", message, {"rows": rows, "agencies": agencies})


_CHECKS: tuple[Callable[[Plan], Iterator[Problem]], ...] = (
    _sizes,
    _codes,
    _references,
    _parents,
    _grades,
    _groups,
    _weights,
    _scoring,
    _validity,
    _bands,
    _pages,
)
