"""What the sheets for hands are printed from: plain rows, every name as it is to be read.

Nothing here is looked up by the documents: whoever builds these rows gives names of stations,
people, agencies, grades and void reasons, never their codes; record ids are given whole.
"""

from dataclasses import dataclass

from desktop.tally.errors import Problem

FIRST, SECOND, RULING = 1, 2, 0
"""Passes of a keying, as `tally.keyings.Keying.pass_number` counts them."""


@dataclass(frozen=True, slots=True)
class RulingKeying:
    """A head of the form: what one keying, or an earlier ruling, said of the paper."""

    pass_number: int
    """1 first keying 初录, 2 second keying 复录, 0 an earlier ruling."""
    station: str
    operator: str
    """Who keyed it; empty where the station itself did."""
    record: str
    """Record id, 64 hex digits; 12 are printed."""
    void: str = ""
    """Name of the void reason; empty where it was keyed as valid."""


@dataclass(frozen=True, slots=True)
class RulingCell:
    """A cell in which the keyings differ."""

    agency: str
    dimension: str
    said: tuple[str, ...]
    """Name of the grade or state in each keying, in the order of `RulingSheet.keyings`;
    empty where that keying voided the form."""
    paper: str = ""
    """What the ruling gives the cell; empty on a form that nobody ruled on."""


@dataclass(frozen=True, slots=True)
class RulingDoubt:
    """A flag 疑难 with its note."""

    station: str
    operator: str
    note: str


@dataclass(frozen=True, slots=True)
class RulingOutcome:
    """A form that the ruling leaves: as a rule one, with the number it had."""

    form: str
    """Its number, `B001-017`."""
    void: str = ""
    """Name of the void reason; empty where it is valid."""
    alike: int | None = None
    """The place in `RulingSheet.keyings`, from 0, of a keying that says the same; None: none."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was ruled, and who answers for it; no outcome means that there is no such paper."""

    outcomes: tuple[RulingOutcome, ...]
    reason: str
    ruled_by: str
    second: str
    record: str


@dataclass(frozen=True, slots=True)
class RulingSheet:
    """One form with everything said of it; without `ruling` an empty form to take to the paper.

    `cells` are all that differ, in paper order; 20 are printed and the rest counted.
    """

    form: str
    batch: str
    channel: str
    keyings: tuple[RulingKeying, ...] = ()
    cells: tuple[RulingCell, ...] = ()
    doubts: tuple[RulingDoubt, ...] = ()
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file of the archive folder."""

    name: str
    """Its path inside the folder, with `/`."""
    size: int
    """Bytes."""
    sha256: str
    """64 hex digits."""
    what: str
    """What it is, in a few words of the reader's language."""


@dataclass(frozen=True, slots=True)
class ArchiveHead:
    """The last record of a station's chain, every branch of a fork."""

    station: str
    code: str
    """The admission code, `ABCD-EFGH-JKLM`."""
    incarnation: int
    last: int
    record: str


@dataclass(frozen=True, slots=True)
class ArchiveWaiver:
    """What was let pass at the seal: where, why, and who answered for it besides."""

    place: str
    reason: str
    second: str


@dataclass(frozen=True, slots=True)
class ArchiveEdition:
    """A sealed edition; `unsealed` is the reason of its unsealing, empty while the seal stands."""

    number: int
    results: str
    """SHA-256 of its results.json."""
    seal: str
    """Id of the record that sealed it."""
    waivers: tuple[ArchiveWaiver, ...] = ()
    unsealed: str = ""
    unsealed_second: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveList:
    """An archive folder: SHA256SUMS is written after the list, and neither stands in `files`."""

    files: tuple[ArchiveFile, ...]
    heads: tuple[ArchiveHead, ...]
    editions: tuple[ArchiveEdition, ...]
    records: int
    plan_hash: str


@dataclass(frozen=True, slots=True)
class StationSheet:
    """A station as its sheet names it."""

    name: str
    code: str
    """The admission code, `ABCD-EFGH-JKLM`."""


@dataclass(frozen=True, slots=True)
class BatchCover:
    """A bundle as its cover names it; `first` to `last` are the numbers written on its papers."""

    code: str
    channel: str
    count: int
    origin: str
    """The unit that filled the forms in, or empty."""
    station: str
    """Who keys it, or empty."""
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A line of the issue register in an office's words."""

    on: str
    channel: str
    way: str
    forms: int
    giver: str
    taker: str
    signed: str
    note: str


@dataclass(frozen=True, slots=True)
class IssueRegister:
    """The whole register, and where it differs from the plan or from itself."""

    rows: tuple[IssueRow, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ZeroReport:
    """An empty survey file as it stands before keying; that it is empty the caller has checked."""

    station: str
    plan_hash: str
    agencies: int
    dimensions: int
