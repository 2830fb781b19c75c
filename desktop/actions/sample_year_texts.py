"""What the made-up year is told with: its cases, posts and papers, in a file of texts."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from desktop.assess.complaints import Terms
from desktop.assess.findings import Finding
from desktop.assess.ledger_data import from_value
from desktop.assess.working_days import Holidays
from desktop.assess.year import TermsTable
from desktop.assets import resource
from desktop.tally.plan import Plan

Texts = Mapping[str, Any]


@cache
def sample_texts() -> Texts:
    """The tables of `resources/assess/sample-year.toml`."""
    return tomllib.loads(resource("assess", "sample-year.toml").read_text("utf-8"))


@cache
def public_holidays(year: int) -> Holidays:
    """Of the year and of the one that follows, into which terms run; empty where none shipped."""
    held = [_shipped(each) for each in (year, year + 1)]
    free = (day for each in held for day in each.free)
    return Holidays(tuple(free), tuple(day for each in held for day in each.worked))


def sample_terms() -> TermsTable:
    """Terms by kind of complaint: in working days or, for petitions, in days."""
    kinds = sample_texts()["complaints"]
    terms = {
        kind: from_value(Terms, {"accept": held["accept"], "finish": held["finish"]})
        for kind, held in kinds.items()
    }
    return TermsTable(terms["投诉举报"], terms)


_ROUND_YEAR = 2005
"""The days of resources/assess/sample-findings.json are of this year."""


def sample_round(plan: Plan) -> tuple[Finding, ...]:
    """The customer's half-month, in the plan's year: 42 findings on 25 units.

    None where the plan lacks a unit.
    """
    text = resource("assess", "sample-findings.json").read_text("utf-8")
    held = json.loads(text.replace(f'"{_ROUND_YEAR}-', f'"{plan.year}-'))
    findings = tuple(from_value(Finding, each) for each in held)
    known = {agency.code for agency in plan.agencies}
    return findings if known.issuperset(each.unit for each in findings) else ()


def _shipped(year: int) -> Holidays:
    path = resource("assess", f"holidays-{year}.json")
    if not path.is_file():
        return Holidays()
    return from_value(Holidays, json.loads(path.read_text("utf-8")))
