"""Tables and lines that fit the terminal; a wide character takes two of its columns."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_NARROWEST = 10
"""Columns that a text keeps, folded, before its table becomes lines."""

_CLOSING = "，。；：、！？）》”…"
_PIECES = re.compile(rf" |[!-~]+[{_CLOSING}]*|[^ ][{_CLOSING}]*")
"""What stays together on a line: a Latin word, or a wide character with what closes it."""


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; only a longer word is cut."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [part for line in lines for part in _cut(line.strip(), width)]


def _cut(line: str, width: int) -> list[str]:
    from rich.console import Console
    from rich.text import Text

    return [str(part) for part in Text(line).wrap(Console(width=width), width)] or [""]


def table_of(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int, gap: int
) -> "Table":
    """A table whose columns from the `numbers`-th on are figures, which never fold.

    Between columns are `gap` spaces and the one that the box draws.
    """
    # loaded where a table is shown: the window starts without it
    from rich import box
    from rich.table import Table
    from rich.text import Text

    # Text, because rich reads brackets in a plain string as markup
    table = Table(
        title=Text(title),
        box=box.SIMPLE_HEAD,
        title_justify="left",
        padding=(0, gap, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    for at, head in enumerate(heads):
        figures = at >= numbers
        justify = "right" if figures else "left"
        table.add_column(Text(head), justify=justify, no_wrap=figures, overflow="fold")  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def fits(screen: "Console", table: "Table") -> bool:
    """Whether the table stands on the screen with its figures whole and its texts folded."""
    from rich.measure import Measurement

    whole = Measurement.get(screen, screen.options.update(max_width=100_000), table).maximum
    texts = [column for column in table.columns if not column.no_wrap]
    widths = [max(cell_len(str(cell)) for cell in (c.header, *c.cells)) for c in texts]
    return whole - sum(max(0, width - _NARROWEST) for width in widths) <= screen.width


def stacked(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int, width: int
) -> Iterator[str]:
    """Each row as lines of its own: its texts, then its figures with their headings."""
    for row in rows:
        yield from folded("  ".join(row[:numbers]), width)
        pairs = zip(heads[numbers:], row[numbers:], strict=True)
        for line in filled([f"{head} {cell}" for head, cell in pairs if cell], width - 2):
            yield f"  {line}"


def filled(parts: Sequence[str], width: int) -> list[str]:
    """As many parts a line as fit; a part is parted only where it is wider than a line."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + 2 + cell_len(part) <= width:
            lines[-1] += f"  {part}"
        else:
            lines += folded(part, width)
    return lines
