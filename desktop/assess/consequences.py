"""What follows from this year's band and last year's; somebody confirms each line."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desktop.assess.rule_set import ConsequenceRule, RuleSet


@dataclass(frozen=True, slots=True)
class Consequence:
    unit: str
    rule: ConsequenceRule


def last_bands(
    bands: Mapping[str, str], successors: Mapping[str, str], units: Iterable[str]
) -> Mapping[str, str]:
    """Last year's band of today's units; `successors` names what became of merged and renamed ones.

    A unit that several were merged into has their band only if it was one and the same: nobody
    is twice running what only a part of it was.
    """
    found = _bands_of_parts(bands, successors)
    return {unit: min(found[unit]) for unit in units if len(found.get(unit, ())) == 1}


def mixed_units(
    bands: Mapping[str, str], successors: Mapping[str, str], units: Iterable[str]
) -> list[str]:
    """Today's units whose parts were in different bands last year: they have none from it."""
    found = _bands_of_parts(bands, successors)
    return [unit for unit in units if len(found.get(unit, ())) > 1]


def _bands_of_parts(
    bands: Mapping[str, str], successors: Mapping[str, str]
) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for former, band in bands.items():
        found.setdefault(successors.get(former, former), set()).add(band)
    return found


def consequences(
    rules: RuleSet,
    bands: Mapping[str, str],
    last: Mapping[str, str],
    vertical: Collection[str],
) -> list[Consequence]:
    """By unit as `bands` has them, this year's band by unit, then in the order of the rules."""
    return [
        Consequence(unit, rule)
        for unit, band in bands.items()
        for rule in rules.consequences
        if _follows(rule, band, last.get(unit, "")) and (unit in vertical or not rule.vertical)
    ]


def _follows(rule: ConsequenceRule, band: str, before: str) -> bool:
    return rule.band == band and (rule.years == 1 or before == band)
