"""What a merge did, or would do: everything a supervisor must know before he lets it."""

from dataclasses import dataclass

from desktop.tally.errors import PingyiError


@dataclass(frozen=True, slots=True)
class Gap:
    """Records that a station is known to have signed and that never came; both numbers count."""

    station: str
    incarnation: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Fork:
    """Two records of one station with one number: its folder was copied; both count."""

    station: str
    incarnation: int
    seq: int


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One package or station file: counts of records, and forms that it left unsettled."""

    path: str
    name: str = ""
    refused: PingyiError | None = None
    new: int = 0
    present: int = 0
    replacing: int = 0
    conflicts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    forks: tuple[Fork, ...] = ()
    unassigned: tuple[str, ...] = ()
    sha256: str = ""
    """Of the file's bytes that were verified."""


@dataclass(frozen=True, slots=True)
class BatchChange:
    """A batch before and after, in forms; `slip` is what its cover says."""

    batch: str
    channel: str
    slip: int
    before: int
    after: int
    valid: int
    void: int
    unsettled: int
    missing: int
    extra: int


@dataclass(frozen=True, slots=True)
class MergeReport:
    """A whole merge; `identity` is the import's record, or None where nothing was recorded."""

    sources: tuple[SourceReport, ...]
    batches: tuple[BatchChange, ...]
    identity: str | None = None
    dry: bool = False
    notices: tuple[str, ...] = ()
    """Forms that were keyed more than once, alike, since this merge: each is counted once."""

    @property
    def taken(self) -> bool:
        return any(source.refused is None for source in self.sources)
