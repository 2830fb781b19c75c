"""Does it matter: whether slips nobody saw could change who is first and who is last (RULES.md §4).

Most forms are keyed once. Second keying measures how often such a cell is wrong, and how. Here the
cells keyed once are redrawn so, many times over, and each time everything is scored and ranked
again by the plan. What is assumed:

- Forms keyed once err as the first keyings of the forms keyed twice, which were drawn by lot.
- Each cell errs by itself. Slips of a whole row, or a wrong fill, err many at once: the truth
  varies more, so the shares of changed rounds are lower bounds.
- What both people keyed wrong, and what is wrong on the paper, no second keying sees.
- Forms keyed twice and settled, rulings, counts from outside, and which forms are void, are right.
  Forms that are open count as nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from heapq import nlargest, nsmallest
from itertools import pairwise

from desktop.tally.chance import Chance
from desktop.tally.confusion import Confusion
from desktop.tally.plan import Plan
from desktop.tally.ranking import Strength
from desktop.tally.rescoring import Rescoring, Tallies
from desktop.tally.slips import UnseenSlips

DOUBT = Fraction(5, 100)
"""A pair of neighbours is within doubt where more rounds than this share order it otherwise."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Rounds in which an agency is among the top, and among the bottom."""

    top: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Neighbours in the ranking, and the rounds in which their order is another."""

    upper: str
    lower: str
    changed: int


@dataclass(frozen=True, slots=True)
class Stability:
    """What so many rounds made of one ranking; `top` and `bottom` are as they were counted."""

    rounds: int
    top: frozenset[str]
    bottom: frozenset[str]
    top_changed: int
    """Rounds in which other agencies are the top ones."""
    bottom_changed: int
    order: tuple[str, ...]
    """The ranked agencies, the best first."""
    edges: Mapping[str, Edges]
    pairs: tuple[Pair, ...]

    @property
    def near(self) -> tuple[str, ...]:
        """Who is, or in some round was, among the top or the bottom; and the first outside."""
        places = range(len(self.order))
        top = [at for at in places if self._is_near(at, self.top, self.edges[self.order[at]].top)]
        bottom = [
            at for at in places if self._is_near(at, self.bottom, self.edges[self.order[at]].bottom)
        ]
        chosen = {*top, *bottom}
        if top:
            chosen.add(max(top) + 1)
        if bottom:
            chosen.add(min(bottom) - 1)
        return tuple(code for at, code in enumerate(self.order) if at in chosen)

    def _is_near(self, at: int, members: frozenset[str], rounds: int) -> bool:
        return self.order[at] in members or rounds > 0

    @property
    def in_doubt(self) -> tuple[Pair, ...]:
        """Neighbours whose order changed in more than `DOUBT` of the rounds."""
        return tuple(pair for pair in self.pairs if pair.changed > DOUBT * self.rounds)


def stability(
    plan: Plan,
    counted: Tallies,
    once: Tallies,
    found: Confusion,
    chance: Chance,
    rounds: int,
    report: Callable[[int, int], None],
) -> Stability:
    """Redraw what is `once` in what is `counted`, so many rounds; the same chance, the same answer.

    `once` are the tallies of the forms keyed once alone. `report` is called before each round with
    how many are done, and of how many.
    """
    assert found.marks == plan.mark_codes
    ranking = Rescoring(plan, counted)
    slips = UnseenSlips(found, ranking.cells_of(once))
    seen = _Seen(plan, ranking.strengths({}))
    for done in range(rounds):
        report(done, rounds)
        seen.add(ranking.strengths(slips.draw(chance)))
    report(rounds, rounds)
    return seen.told(rounds)


class _Seen:
    """What the rounds so far made of the ranking."""

    def __init__(self, plan: Plan, real: Mapping[str, Strength | None]) -> None:
        self._plan = plan
        scored = {code: held for code, held in real.items() if held is not None}
        self._order = sorted(scored, key=lambda code: scored[code], reverse=True)
        self._top, self._bottom = self._edges(scored)
        self._ties = {
            (upper, lower): scored[upper] == scored[lower] for upper, lower in pairwise(self._order)
        }
        self._in_top, self._in_bottom = dict.fromkeys(real, 0), dict.fromkeys(real, 0)
        self._changed = dict.fromkeys(self._ties, 0)
        self._top_changed = self._bottom_changed = 0

    def add(self, strengths: Mapping[str, Strength | None]) -> None:
        """One more round."""
        scored = {code: held for code, held in strengths.items() if held is not None}
        top, bottom = self._edges(scored)
        self._top_changed += top != self._top
        self._bottom_changed += bottom != self._bottom
        for code in top:
            self._in_top[code] += 1
        for code in bottom:
            self._in_bottom[code] += 1
        for (upper, lower), tied in self._ties.items():
            stands = _stands(scored.get(upper), scored.get(lower), tied=tied)
            self._changed[upper, lower] += not stands

    def told(self, rounds: int) -> Stability:
        return Stability(
            rounds,
            self._top,
            self._bottom,
            self._top_changed,
            self._bottom_changed,
            tuple(self._order),
            {code: Edges(self._in_top[code], self._in_bottom[code]) for code in self._order},
            tuple(Pair(*pair, changed) for pair, changed in self._changed.items()),
        )

    def _edges(self, scored: Mapping[str, Strength]) -> tuple[frozenset[str], frozenset[str]]:
        """Top and bottom as `ranking.cut_off` has them, a tie at the edge whole."""
        cut, none = self._plan.cut, frozenset[str]()
        top = nlargest(cut.top, scored.values())
        bottom = nsmallest(cut.bottom, scored.values())
        return (
            frozenset(code for code, held in scored.items() if held >= top[-1]) if top else none,
            frozenset(code for code, held in scored.items() if held <= bottom[-1])
            if bottom
            else none,
        )


def _stands(upper: Strength | None, lower: Strength | None, *, tied: bool) -> bool:
    """Whether the order of two is what it was; `tied` says that it was a tie."""
    if upper is None or lower is None:
        return False
    return upper == lower if tied else upper > lower
