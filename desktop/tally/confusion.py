"""Which mark was keyed for which: first keying against what was settled (RULES.md §4)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.tally.error_rates import Comparison


@dataclass(frozen=True, slots=True)
class Confusion:
    """`counts[i][j]` cells were keyed as `marks[i]` and settled as `marks[j]`."""

    marks: str
    """`plan.mark_codes`: grades, then blank, don't know where the plan has it, `x`, `-`."""
    counts: tuple[tuple[int, ...], ...]

    @property
    def trials(self) -> int:
        return sum(map(sum, self.counts))

    @property
    def errors(self) -> int:
        return self.trials - sum(row[at] for at, row in enumerate(self.counts))

    def keyed(self, mark: str) -> int:
        """Cells compared that were keyed as this mark."""
        return sum(self.counts[self.marks.index(mark)])

    def wrong(self, mark: str) -> int:
        """Those of them that were something else on the paper."""
        at = self.marks.index(mark)
        return self.keyed(mark) - self.counts[at][at]


def confusion(marks: str, comparisons: Iterable[Comparison]) -> Confusion:
    """Cells of the forms that are settled and void in neither keying, by mark.

    The same cells as in the error rate by cell. A void form says nothing of marks.
    """
    found: Counter[tuple[str, str]] = Counter()
    for one in comparisons:
        if one.settled is not None and not one.settled[0] and not one.first[0]:
            found.update(zip(one.first[1], one.settled[1], strict=True))
    return Confusion(marks, tuple(tuple(found[keyed, true] for true in marks) for keyed in marks))
