"""The issue register 领发登记: papers handed out and taken back, beside what the plan states."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from desktop.tally.errors import Problem
from desktop.tally.plan import Plan

WAYS = ("issued", "returned")
"""发放, 收回."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_date(text: str) -> bool:
    """Whether `2005-12-31` is written so, and the calendar has it."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def register_warnings(plan: Plan, entered: Mapping[str, tuple[int, int]]) -> list[Problem]:
    """Where the register, issued and returned by channel, differs from the plan or from itself.

    A channel that nobody entered anything of has no register to compare.
    """
    return [
        problem
        for channel in plan.channels
        if channel.code in entered
        for problem in _differences(channel.name, channel.issued, *entered[channel.code])
    ]


def _differences(name: str, planned: int | None, issued: int, returned: int) -> Iterator[Problem]:
    if planned is not None and issued != planned:
        message = "the register counts {issued} forms issued, the plan states {planned}"
        yield Problem(name, message, {"issued": issued, "planned": planned})
    if returned > issued:
        message = "the register counts more forms returned ({returned}) than issued ({issued})"
        yield Problem(name, message, {"returned": returned, "issued": issued})
