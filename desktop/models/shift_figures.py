"""What one person did since signing in, over every stretch of it that is on record already."""

from dataclasses import astuple, dataclass
from typing import Self

from desktop.models.work_meter import WorkMeter


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """Counts, and whole seconds; `forms` are all that were finished, void ones too."""

    forms: int = 0
    corrected: int = 0
    void: int = 0
    doubtful: int = 0
    presses: int = 0
    worked: int = 0
    pauses: int = 0
    paused: int = 0

    @classmethod
    def of(cls, meter: WorkMeter) -> Self:
        """What a meter shows now."""
        return cls(
            meter.forms,
            meter.corrected,
            meter.voided,
            meter.doubted,
            meter.presses,
            int(meter.worked),
            meter.pauses,
            int(meter.paused),
        )

    def __add__(self, other: Self) -> Self:
        pairs = zip(astuple(self), astuple(other), strict=True)
        return type(self)(*(one + another for one, another in pairs))
