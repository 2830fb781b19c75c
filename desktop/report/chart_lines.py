"""What charts are drawn from: a line for every agency or dimension, and columns by name."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.report.chart_rows import Head


@dataclass(frozen=True, slots=True)
class ScoreLine:
    head: Head
    score: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class ShareLine:
    """Shares of the votes by grade, best first; they add up to 1. `texts` are those shares."""

    head: Head
    shares: tuple[Fraction, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """The score by all channels, and each channel's own."""

    head: Head
    score: Fraction
    channels: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class HeatLine:
    head: Head
    values: tuple[Fraction | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeanLine:
    """One value against a mean; `texts` are the value and what it is above or below."""

    head: Head
    own: Fraction
    mean: Fraction
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A column: its name and one line below it."""

    name: str
    below: str = ""
