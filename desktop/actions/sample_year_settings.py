"""Made-up settings of the year: components of the composite, and the bands of the year before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from desktop.actions.sample_year_days import Chance
from desktop.actions.sample_year_texts import sample_texts
from desktop.assess.composite import Component, ComponentKind
from desktop.assess.year import CompositeSetting, LastBands
from desktop.tally.plan import Plan

_OWN = (ComponentKind.SURVEY, ComponentKind.ASSESSMENT)
"""Computed from the survey file itself."""
_LACKING = 3
"""Units that an imported component has no figure for."""
_AS_BEFORE = 0.6
"""How often a unit had the same band a year ago."""


def sample_components(plan: Plan, chance: Chance, burdens: Mapping[str, float]) -> CompositeSetting:
    """Six components; the four that are imported come with a figure for nearly every unit."""
    made = (_component(plan, chance, burdens, held) for held in sample_texts()["components"])
    return CompositeSetting(tuple(made))


def _component(
    plan: Plan, chance: Chance, burdens: Mapping[str, float], held: Mapping[str, str]
) -> Component:
    made = Component(
        code=held["code"],
        name=held["name"],
        kind=ComponentKind(held["kind"]),
        full=Fraction(held["full"]),
        weight=Fraction(held["weight"]),
        weights={},
        figures={},
        source=held["source"],
    )
    if made.kind in _OWN:
        return made
    return replace(
        made,
        date=f"{plan.year}-11-{chance.between(10, 28):02d}",
        sample=int(held["sample"]),
        weights=_weights(plan, made),
        figures=_figures(chance, burdens, made.full),
    )


def _weights(plan: Plan, component: Component) -> Mapping[str, Fraction]:
    """On-site meetings weigh more for the last group: it serves the public."""
    if component.kind is not ComponentKind.ON_SITE or len(plan.groups) == 1:
        return {}
    return {plan.groups[-1].code: 2 * component.weight}


def _figures(
    chance: Chance, burdens: Mapping[str, float], full: Fraction
) -> Mapping[str, Fraction]:
    """Between three quarters and nearly all of the full mark, less where the burden is heavy."""
    order = sorted(burdens, key=burdens.__getitem__)
    lacking = set(chance.random.sample(list(burdens), min(_LACKING, len(burdens) - 1)))
    return {
        unit: full * _share(chance, order, unit) / 1000 for unit in burdens if unit not in lacking
    }


def _share(chance: Chance, order: Sequence[str], unit: str) -> int:
    sunk = 160 * order.index(unit) // len(order)
    return min(995, max(700, 950 - sunk + round(chance.random.gauss(0, 22))))


def sample_bands(plan: Plan, seed: int, bands: Mapping[str, str]) -> LastBands:
    """Last year's bands of the units, near to `bands`, this year's by unit from the best on.

    The first and the last of every band had the same one, so that each consequence occurs. One
    unit has another name since, and one was merged into another that had another band.
    """
    random = Random(f"year bands {seed}")  # noqa: S311  nothing secret
    kinds = list(dict.fromkeys(bands.values()))
    edges = {held[at] for held in _by_band(bands).values() for at in (0, -1)}
    last = {
        unit: band if unit in edges or random.random() < _AS_BEFORE else random.choice(kinds)
        for unit, band in bands.items()
    }
    year = plan.year - 1
    source = sample_texts()["bands"]["source"].format(year=year)
    return LastBands(year, source, *_with_changes(last, edges, kinds))


def _with_changes(
    last: dict[str, str], edges: set[str], kinds: Sequence[str]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Under the codes of that year: one renamed, one merged."""
    inner = [unit for unit in last if unit not in edges]
    if len(inner) < 2:
        return last, {}
    renamed, merged = inner[0], inner[1]
    last["F901"] = last.pop(renamed)
    last["F902"] = next((kind for kind in kinds if kind != last[merged]), last[merged])
    return last, {"F901": renamed, "F902": merged}


def _by_band(bands: Mapping[str, str]) -> Mapping[str, list[str]]:
    held: dict[str, list[str]] = {}
    for unit, band in bands.items():
        held.setdefault(band, []).append(unit)
    return held
