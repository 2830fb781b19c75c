"""The made-up forms on which presses are counted: KEYING.md's three scenarios, 120 × 5 cells.

The generator is the one of the demo and the tests. Where KEYING.md leaves room, it reads:
a row that is blank still takes its turn in the chain of grades; a cell that leaves its row draws
from `p`, so it may come back to the row's grade; forms of one grade have no blanks, forms of
independent cells have them; `bl_cell` empties cells of rows that are not blank. So read, it gives
every figure of KEYING.md's table within 2 % on 3,000 forms; cells that always left for another
grade would take a fifth to a third more presses.
"""

from collections.abc import Iterator, Mapping
from random import Random

from desktop.actions.sample_forms import S1, S2, S3, Scenario, scenario_marks

SCENARIOS: Mapping[str, Scenario] = {"S1": S1, "S2": S2, "S3": S3}
AGENCIES, DIMENSIONS = 120, 5


def papers(scenario: str, count: int, seed: int) -> Iterator[str]:
    """The marks of so many forms of S1, S2 or S3, 600 characters each; equal seeds, equal forms."""
    random = Random(seed)
    for _ in range(count):
        yield scenario_marks(random, SCENARIOS[scenario], AGENCIES, DIMENSIONS)
