"""Ranks of earlier years, as they were published then: shown beside the results, never counted."""

from dataclasses import dataclass

YEARS = range(1900, 3000)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One agency's rank then, None where it had none; `score` a number as printed, or ""."""

    agency: str
    rank: int | None
    score: str = ""
