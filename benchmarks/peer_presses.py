"""Presses the same form takes in other programs, computed from their sources and manuals.

Nobody pressed these keys. A chord counts two; a slip costs the peer what it costs in Pingyi.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.press_plans import LATE, SLIPS_PER_MILLE
from desktop.tally.marks import BLANK
from desktop.tally.plan import Plan

HEADER = 6
"""Number, start and end of a form: KEYING.md counts six for each of them."""
AT_ONCE, ONE_LATER = 2, 4
"""Presses a slip costs beyond the right ones.

Noticed at once: the wrong key, and one back (the arrow, in a spreadsheet Backspace). Noticed one
key later: both keys, and twice back; with value and Tab the wrong value, Shift+Tab, a Tab more.
"""

Rows = Sequence[str]


class Cells(NamedTuple):
    """Presses for a form's cells, and how many of them may slip."""

    presses: int
    may_slip: int


def peer_presses(
    peer: str, plan: Plan, marks: str, random: Random, per_mille: float = SLIPS_PER_MILLE
) -> int:
    """Presses for one form in a program of PEERS, whose clerk slips as often as Pingyi's."""
    width = len(plan.dimensions)
    cells = PEERS[peer]([marks[at : at + width] for at in range(0, len(marks), width)])
    return HEADER + cells.presses + _mending(cells.may_slip, random, per_mille / 1000)


def _mending(keys: int, random: Random, rate: float) -> int:
    slips = sum(random.random() < rate for _ in range(keys))
    return sum(ONE_LATER if random.random() < LATE else AT_ONCE for _ in range(slips))


def _cspro(rows: Rows) -> Cells:
    """A field of one digit moves on by itself, Enter passes over a blank one.

    In a roster `/` of the numeric pad ends the row, Ctrl+/ the whole of it: End Group Occurrence
    and End Group in csprousers/cspro, cspro/CSEntry/CSEntry.rc of 8.0.1.
    """
    marked = max((place for place, row in enumerate(rows, 1) if row.strip(BLANK)), default=0)
    presses = sum(min(len(row), len(row.rstrip(BLANK)) + 1) for row in rows[:marked])
    presses += min(2, len(rows) - marked)
    return Cells(presses, presses)


def _epidata(rows: Rows) -> Cells:
    """A full field moves on, Enter passes over a blank one; it knows fields, not rows.

    So its makers: lists.umanitoba.ca/pipermail/epidata-list/2011q1/001683.html.
    """
    presses = sum(map(len, rows))
    return Cells(presses, presses)


def _value_and_tab(rows: Rows) -> Cells:
    """A key and Tab for each mark, Tab for each blank; Tab never slips, in the peers' favour."""
    cells = sum(map(len, rows))
    values = cells - sum(row.count(BLANK) for row in rows)
    return Cells(cells + values, values)


PEERS: Mapping[str, Callable[[Rows], Cells]] = {
    "CSPro 8 as shipped": _cspro,
    "EpiData 4": _epidata,
    "value and Tab (Excel, Abacus, Tally-Ho)": _value_and_tab,
}
