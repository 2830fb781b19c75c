"""What a hand-over slip 交接单 is printed from: the bundles that a station was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandOverBatch:
    """A bundle by names; of what came back already, `known` says whether there is anything."""

    code: str
    channel: str
    origin: str
    """The unit that filled the forms in, or empty."""
    forms: int
    """On the slip."""
    first: str
    last: str
    """Numbers written on its papers, such as `B001-001`."""
    keyed: int = 0
    void: int = 0
    missing: int = 0
    """Numbers of the slip that nobody keyed."""
    closed: bool = False

    @property
    def known(self) -> bool:
        return bool(self.keyed) or self.closed


@dataclass(frozen=True, slots=True)
class HandOverSlip:
    """The bundles of one station, by code; `station` is empty for those that nobody was given."""

    station: str
    batches: tuple[HandOverBatch, ...]
