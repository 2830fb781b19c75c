"""What a 班次单 is printed from: plain rows, every name as it is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShiftBatch:
    """A batch of the station against its slip, in forms, as it stands when the shift ends."""

    batch: str
    channel: str
    """Its name."""
    slip: int | None
    """Forms on the batch cover; None where no cover names them."""
    keyed: int
    """Forms of any standing, void ones too."""
    void: int
    left: int | None
    """Numbers of the slip not keyed yet; None without a slip."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """One person's shift at one station; times are texts as the office writes them."""

    station: str
    code: str
    """The admission code, `ABCD-EFGH-JKLM`."""
    incarnation: int
    last: int
    """Number of the last record of the station's chain; 0 where it has none."""
    record: str
    """Its id, 64 hex digits; empty where there is none."""
    operator: str
    operator_code: str
    began: str
    ended: str
    keyed: int
    """Forms finished in this shift, void ones too."""
    corrected: int
    void: int
    doubtful: int
    presses: int
    worked: int
    """Seconds at work, without idle times and pauses."""
    paused: int
    """Seconds."""
    caller: str = ""
    batches: tuple[ShiftBatch, ...] = ()
