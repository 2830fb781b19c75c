"""How the key card looks, beside what all documents have in common; lengths in points."""

from dataclasses import dataclass
from functools import cache

from desktop.report.theme import theme_table


@dataclass(frozen=True, slots=True)
class CapLook:
    """Key caps: lengths are shares of a cap's side, sizes those of the type on it."""

    stroke: float
    dash: float
    corner: float
    pad: float
    apart: float
    after: float
    below: float
    under: float
    tall: float
    twin_height: float
    twin_width: float
    sign_size: float
    word_size: float
    twin_size: float
    shape_room: float
    shape_stroke: float


@dataclass(frozen=True, slots=True)
class KeyCardLook:
    """`hang` and those below it are sizes of the type beside; sizes are shares of the full one."""

    gap: float
    rule_room: float
    columns: tuple[float, ...]
    reason_columns: int
    hang: float
    point_hang: float
    heading_gap: float
    size_step: float
    least_size: float
    whole_size: float
    caps: CapLook

    def sizes(self) -> list[float]:
        """From the full size down."""
        count = round((1 - self.least_size) / self.size_step)
        return [1 - at * self.size_step for at in range(count + 1)]


@cache
def key_card_look() -> KeyCardLook:
    read = {**theme_table("key_card")}
    caps, columns = CapLook(**read.pop("caps")), tuple(read.pop("columns"))
    return KeyCardLook(**read, caps=caps, columns=columns)
