"""Findings 明察暗访问题: who found what, fed back, due, rectified, closed; by half-months (§7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

_STEPS = ("verified", "fed_back", "rectified", "closed")
_MIDDLE = 15
_NEVER = "9999"


class InspectorKind(StrEnum):
    """群众义务, 人大政协兼职, 离退休专职, 新闻特定."""

    VOLUNTEER = "volunteer"
    DEPUTY = "deputy"
    RETIRED = "retired"
    PRESS = "press"


class FindingKind(StrEnum):
    ORDER = "order"
    """办公秩序."""
    PASTIME = "pastime"
    """打牌闲聊游戏."""
    FIVE_RULES = "five-rules"
    """五项制度."""
    DOOR = "door"
    """门难进、脸难看、话难听、事难办."""
    FAVOURS = "favours"
    """吃拿卡要."""
    SERVICE = "service"
    """服务态度、质量."""


class FindingState(StrEnum):
    FOUND = "found"
    FED_BACK = "fed-back"
    RECTIFIED = "rectified"
    CLOSED = "closed"
    """销号."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Days are written such as 2006-05-31; an empty one has not come."""

    found: str
    inspector: str
    inspector_kind: InspectorKind
    unit: str
    kind: FindingKind
    text: str
    verified: str = ""
    """The day it was verified: only then may a deduction rest on it."""
    fed_back: str = ""
    due: str = ""
    rectified: str = ""
    proof: str = ""
    closed: str = ""

    @property
    def state(self) -> FindingState:
        if self.closed:
            return FindingState.CLOSED
        if self.rectified:
            return FindingState.RECTIFIED
        return FindingState.FED_BACK if self.fed_back else FindingState.FOUND

    def is_overdue(self, today: str) -> bool:
        """Fed back, and not rectified by the day it was due."""
        return self.state is FindingState.FED_BACK and (self.due or _NEVER) < today


def finding_as_of(finding: Finding, day: str) -> Finding | None:
    """What was known of it on that day; None before it was found."""
    if finding.found > day:
        return None
    later = [name for name in _STEPS if getattr(finding, name) > day]
    blank: dict[str, Any] = dict.fromkeys(later, "")
    blank |= {"due": ""} if "fed_back" in blank else {}
    blank |= {"proof": ""} if "rectified" in blank else {}
    return replace(finding, **blank)


@dataclass(frozen=True, slots=True)
class HalfMonth:
    """The 1st to the 15th, or the 16th to the last day of a month."""

    first: date
    last: date

    @classmethod
    def holding(cls, day: date) -> "HalfMonth":
        if day.day <= _MIDDLE:
            return cls(day.replace(day=1), day.replace(day=_MIDDLE))
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return cls(day.replace(day=_MIDDLE + 1), following - timedelta(days=1))

    def holds(self, day: str) -> bool:
        return self.first.isoformat() <= day <= self.last.isoformat()


@dataclass(frozen=True, slots=True)
class HalfMonthReport:
    """What was found in the period, and what is still open of earlier ones."""

    period: HalfMonth
    findings: Sequence[Finding]
    open_before: Sequence[Finding]

    @property
    def units(self) -> int:
        """Units that were told something in the period."""
        return len({held.unit for held in self.findings})


def half_month_report(findings: Iterable[Finding], day: date) -> HalfMonthReport:
    """The report of the half-month that holds the day; findings by day and unit."""
    period = HalfMonth.holding(day)
    ordered = sorted(findings, key=lambda held: (held.found, held.unit, held.text))
    before = period.first.isoformat()
    return HalfMonthReport(
        period,
        [held for held in ordered if period.holds(held.found)],
        [held for held in ordered if held.found < before and held.state is not FindingState.CLOSED],
    )
