"""Pledges 双优承诺 and requests 诉求: what was promised, and what was asked (RULES.md §7)."""

from dataclasses import dataclass
from enum import StrEnum


class Kept(StrEnum):
    """What became of a pledge."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Pledge:
    """Days are written such as 2006-05-31; an empty one has not come."""

    unit: str
    text: str
    indicator: str
    """By what it is seen whether it was kept."""
    due: str
    kept: Kept = Kept.OPEN
    on: str = ""
    """The day that was found."""
    note: str = ""

    def is_overdue(self, today: str) -> bool:
        """Not yet found kept or broken, and its day has passed."""
        return self.kept is Kept.OPEN and self.due < today


@dataclass(frozen=True, slots=True)
class Request:
    """Raised by people in a meeting or a letter, and answered one by one."""

    raised: str
    by: str
    unit: str
    text: str
    due: str = ""
    answered: str = ""
    answer: str = ""

    @property
    def is_open(self) -> bool:
        return not self.answered

    def is_overdue(self, today: str) -> bool:
        """Not answered, and its day has passed."""
        return self.is_open and bool(self.due) and self.due < today
