"""The plan: every convention of a survey, fixed before the first form is keyed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

Denominator = Literal["marks", "marks+dont_know", "forms"]
Combination = Literal["sum", "mean", "pooled"]
ChannelRule = Literal["pooled", "weighted"]
MissingChannel = Literal["renormalise", "zero", "stop"]
TieBreak = Literal["top_grade", "positive", "bottom_grade"]


@dataclass(frozen=True, slots=True)
class Group:
    """Agencies ranked among themselves; `weights` overrides the channels' weights for them."""

    code: str
    name: str
    scored: bool = True
    ranked: bool = True
    published: bool = True
    weights: Mapping[str, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """A row of the form."""

    code: str
    name: str
    group: str
    short: str = ""
    vertical: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A column of the form; `points` is the nominal full mark and only printed."""

    code: str
    name: str
    points: int
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Grade:
    """One of two to six answers; its code is the key that marks it."""

    code: str
    name: str
    value: Fraction
    positive: bool


@dataclass(frozen=True, slots=True)
class Channel:
    """A way forms come back; `issued` is None where nobody counted what went out."""

    code: str
    name: str
    issued: int | None = None
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class VoidReason:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class VoidRule:
    """Voids a form whose share of cells exceeds `share`, for the listed `reason` (RULES.md §3)."""

    share: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Validity:
    """Rules beyond what clerks void by hand; all off by default (RULES.md §3)."""

    max_blank: VoidRule | None = None
    one_grade: str | None = None
    quorum: Fraction | None = None
    returned_above_issued: Literal["warn", "stop"] = "warn"


@dataclass(frozen=True, slots=True)
class Display:
    """How a score is printed; never how it is ranked."""

    scale: Fraction = Fraction(1)
    decimals: int = 4


@dataclass(frozen=True, slots=True)
class Scoring:
    """The conventions of RULES.md §2."""

    denominator: Denominator = "marks"
    dimensions: Combination = "sum"
    channels: ChannelRule = "pooled"
    missing_channel: MissingChannel = "renormalise"
    cap: Fraction | None = None
    display: Display = field(default_factory=Display)
    min_votes: int = 1
    exclude_self: bool = False
    tie_break: tuple[TieBreak, ...] = ()
    trim: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Cut:
    """How many of the best are commended and of the last lose their standing."""

    top: int = 5
    bottom: int = 5


@dataclass(frozen=True, slots=True)
class Band:
    """Printed scores from `lower` (included) to `upper` (excluded); None is without a bound."""

    code: str
    name: str
    lower: Fraction | None
    upper: Fraction | None

    def holds(self, score: Fraction) -> bool:
        above = self.lower is None or score >= self.lower
        return above and (self.upper is None or score < self.upper)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A bonus or deduction line: points added to an agency's score."""

    agency: str
    points: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Veto:
    """一票否决: the score stays, the band is forced."""

    agency: str
    band: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the paper form: how many agencies stand on it, and its check number 校验码."""

    rows: int
    check: str = ""


@dataclass(frozen=True)
class Plan:
    """A whole survey's conventions; made by `plan_reading.read_plan`, which checks them."""

    title: str
    year: int
    groups: tuple[Group, ...]
    agencies: tuple[Agency, ...]
    dimensions: tuple[Dimension, ...]
    grades: tuple[Grade, ...]
    channels: tuple[Channel, ...]
    void_reasons: tuple[VoidReason, ...]
    dont_know: bool = False
    second_keying_percent: int = 10
    scoring: Scoring = field(default_factory=Scoring)
    cut: Cut = field(default_factory=Cut)
    validity: Validity = field(default_factory=Validity)
    bands: tuple[Band, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    pages: tuple[Page, ...] = ()
    offline: bool = False
    """Keying waits while a network is up on the machine."""

    @property
    def cells(self) -> int:
        """Marks on one form."""
        return len(self.agencies) * len(self.dimensions)

    @cached_property
    def mark_codes(self) -> str:
        """Every character a form's marks may hold, grades first."""
        grades = "".join(grade.code for grade in self.grades)
        return grades + ("0?x-" if self.dont_know else "0x-")

    @cached_property
    def group_of(self) -> Mapping[str, Group]:
        """Agency code to its group."""
        groups = {group.code: group for group in self.groups}
        return {agency.code: groups[agency.group] for agency in self.agencies}

    def channel_weight(self, agency: str, channel: Channel) -> Fraction:
        """The channel's weight for this agency: its group's own if it lists them."""
        weights = self.group_of[agency].weights
        return channel.weight if weights is None else weights.get(channel.code, Fraction(0))
