"""How a feedback sheet looks, beside what all documents have in common."""

from dataclasses import dataclass
from functools import cache

from desktop.report.theme import theme_table


@dataclass(frozen=True, slots=True)
class FeedbackLook:
    """Widths in hanzi; gaps in points."""

    dimension_room: float
    channel_room: float
    band_room: float
    reason_room: float
    opinion_gap: float
    chart_gap: float


@cache
def feedback_look() -> FeedbackLook:
    return FeedbackLook(**theme_table("feedback"))
