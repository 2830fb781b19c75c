"""What the daily report 日报 is printed from: one day of work, and how things stand that evening.

Plain rows, every name as it is to be read: nothing is looked up by whoever prints them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.tally.error_rates import Rates
from desktop.tally.forecast import Forecast, Pace


@dataclass(frozen=True, slots=True)
class DayReason:
    """A void reason; its code stands in a heading too narrow for the name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DayChannel:
    """The papers of a channel, in forms; but for `today` all stand as on the evening."""

    name: str
    issued: int | None
    """By the issue register, else by the plan; None where nobody counted."""
    returned: int | None
    """By the issue register."""
    registered: int
    """On the slips."""
    keyed: int
    today: int
    """Of those keyed: first of anything known of the form came on this day."""
    valid: int
    void: tuple[int, ...]
    """In the order of `DailyReport.reasons`."""
    unsettled: int
    left: int
    """Numbers of slips that nobody keyed, in batches that are not closed."""


@dataclass(frozen=True, slots=True)
class DaySecond:
    """Second keying 复录; but for `today` as on the evening, in forms."""

    done: int
    today: int
    """Second keyings that were made on this day, corrections not among them."""
    due: int
    ahead: int
    """The plan's share of batches whose second keying is not drawn yet."""
    differing: int
    """Back with the first keyer."""
    rates: Rates


@dataclass(frozen=True, slots=True)
class DayRulings:
    made: int
    today: int
    waiting: int


@dataclass(frozen=True, slots=True)
class DayBatches:
    """Codes of batches by what was done with them on this day; runs are drawn together.

    A run is a pair of codes, or one code twice, of batches that follow on in order of code.
    """

    registered: tuple[tuple[str, str], ...]
    begun: tuple[tuple[str, str], ...]
    closed: tuple[tuple[str, str], ...]
    counts: tuple[int, int, int]
    """How many these are."""
    all: int
    all_closed: int


@dataclass(frozen=True, slots=True)
class DayUneven:
    """A batch that does not agree with its slip: closed short, or with numbers beyond it."""

    code: str
    channel: str
    registered: int
    keyed: int
    missing: int
    extra: int
    closed: bool


@dataclass(frozen=True, slots=True)
class DayPerson:
    """What one person keyed at one station on this day, by what is here of its records."""

    station: str
    name: str
    """Empty where nobody signed in."""
    first: int
    second: int
    again: int
    """Corrections and blind re-keyings."""
    pace: Pace | None
    """The stretches of work that began on this day; None where none is on record."""


@dataclass(frozen=True, slots=True)
class DayStation:
    """A station of which nothing came that was made on this day; `last` is its last record."""

    name: str
    last: datetime | None


@dataclass(frozen=True, slots=True)
class DayImport:
    """A merge, or the revocation of one, by its time on this machine; `records` were new."""

    at: datetime
    packages: int
    stations: tuple[str, ...]
    records: int
    operator: str
    revoked: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayNetwork:
    """A network that was up on a machine."""

    at: datetime
    station: str
    operator: str
    interfaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayObstacle:
    """What stands against the seal, by one of `actions.sealing.OBSTACLE_KINDS`."""

    kind: str
    count: int
    places: tuple[str, ...]
    """Batches, forms or stations, each once."""


@dataclass(frozen=True, slots=True)
class DailyReport:
    """Days and times are those of the machine that made it, `zone` such as `+08:00`."""

    day: date
    last: datetime | None
    """The day's last record; None where nothing was recorded."""
    zone: str
    channels: tuple[DayChannel, ...]
    reasons: tuple[DayReason, ...]
    """The plan's."""
    second: DaySecond
    rulings: DayRulings
    batches: DayBatches
    uneven: tuple[DayUneven, ...]
    people: tuple[DayPerson, ...]
    silent: tuple[DayStation, ...]
    imports: tuple[DayImport, ...]
    offline: bool
    """Whether the plan allows no network while forms are keyed."""
    networks: tuple[DayNetwork, ...]
    sealed: bool
    obstacles: tuple[DayObstacle, ...]
    today: Pace | None
    """Everybody's work of this day together; None where none is on record."""
    clerks: int
    """Whose work that is."""
    forecast: Forecast
    """As of the next morning: this day is measured whole."""
