"""Rule sets and entries that the tests of the ledger share."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rounding, Rule, RuleSet
from desktop.assess.rule_set_reading import read_rule_set

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "assess"


def shipped(name: str) -> RuleSet:
    return read_rule_set((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def hundred_points() -> RuleSet:
    return shipped("hundred-points")


def other_rounding(rule: Rule, how: Rounding) -> Rule:
    return replace(rule, rounding=how)


def counted(unit: str, rule: str, on: str = "2006-06-01", **facts: Any) -> Entry:
    """An entry that deducts from that day on."""
    named: dict[str, Any] = {
        name: Fraction(x) if name in ("rate", "amount") else x for name, x in facts.items()
    }
    states = {State.DRAFT: on, State.VERIFIED: on, State.CIRCULARISED: on, State.COUNTED: on}
    return Entry(unit, rule, Facts(**named), on, "监察局", states=states)
