"""What a table holds: columns and blocks of text; how it is laid out is said elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """How a column stands: names wrap and take what room is left; figures line up.

    A hash stands in groups at equal distances, as `figures.hash_text` divides it.
    """

    NAME = auto()
    TEXT = auto()
    CODE = auto()
    FIGURE = auto()
    HASH = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """Neighbours with the same `group` share a heading and stay in one part of the table.

    `limit` wraps cells wider than so many hanzi. `tall`: a block's first cell fills the block.
    """

    title: str
    kind: Kind = Kind.FIGURE
    group: str = ""
    limit: float | None = None
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that no page break parts; `band` shades them, `strong` sets them bold."""

    rows: tuple[tuple[str, ...], ...]
    band: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`keys` leading columns stand again in every part when a table is too wide for the page."""

    columns: Sequence[Column]
    blocks: Sequence[Block]
    keys: int = 1


def row(*cells: str, band: bool = False, strong: bool = False) -> Block:
    return Block((cells,), band, strong)
