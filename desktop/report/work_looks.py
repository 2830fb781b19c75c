"""How the papers of daily work look, read from the documents' theme; lengths in points."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop.report.sheets import scaled
from desktop.report.theme import POINTS_PER_MM, Paper, Style, document_theme, theme_table


@dataclass(frozen=True, slots=True)
class DailyLook:
    """How many hanzi stand on a line of a cell."""

    channel: float
    station: float
    person: float
    list: float


@dataclass(frozen=True, slots=True)
class SlipLook:
    """`row_padding` makes rows for a pen; the rest are hanzi, `…_room` what stays empty."""

    row_padding: float
    channel: float
    origin: float
    count_room: int
    station_room: int
    note_room: int


@dataclass(frozen=True, slots=True)
class CardLook:
    """The error-code card at one size; `label` is the room of a number, in sizes of its type."""

    pages: int
    columns: int
    side_mm: float
    top_mm: float
    bottom_mm: float
    gap: float
    page_room: float
    label: float
    after_message: float
    before_heading: float
    after_heading: float
    largest: float
    least: float
    step: float
    title: Style
    note: Style
    heading: Style
    said: Style
    remedy: Style

    def sizes(self) -> list[float]:
        """From the largest down; at the least everything is printed, whatever pages it takes."""
        count = round((self.largest - self.least) / self.step)
        return [self.largest - at * self.step for at in range(count + 1)]

    def sized(self, by: float) -> "CardLook":
        """Type and the space between messages; the head stays as it is."""
        return replace(
            self,
            heading=scaled(self.heading, by),
            said=scaled(self.said, by),
            remedy=scaled(self.remedy, by),
            after_message=self.after_message * by,
            before_heading=self.before_heading * by,
            after_heading=self.after_heading * by,
        )

    @property
    def paper(self) -> Paper:
        """Landscape A4 with margins of its own: it stands on a desk, never bound."""
        whole = document_theme().landscape
        side, top, bottom = (
            length * POINTS_PER_MM for length in (self.side_mm, self.top_mm, self.bottom_mm)
        )
        return Paper(whole.width, whole.height, side, side, top, bottom)


@cache
def daily_look() -> DailyLook:
    return DailyLook(**_read("daily_report"))


@cache
def slip_look() -> SlipLook:
    return SlipLook(**_read("hand_over_slip"))


@cache
def card_look() -> CardLook:
    """At full size."""
    read = _read("error_card")
    styles = {name: Style(**held) for name, held in read.items() if isinstance(held, dict)}
    return CardLook(**read | styles)


def _read(table: str) -> dict[str, Any]:
    return dict(theme_table(table))
