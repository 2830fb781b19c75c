"""Whom an opinion is about, as clerks type it: number on the paper, code, part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.store.opinion_queries import WHOLE_SURVEY
from desktop.tally.plan import Agency, Plan
from desktop.tally.texts import folded


@dataclass(frozen=True, slots=True)
class Addressee:
    """An agency by its number on the paper, from 1; the survey as a whole has code "" and none."""

    place: int
    code: str
    name: str


class AgencyFinder:
    """Everything that may be chosen, found as one types."""

    def __init__(self, plan: Plan, whole: str) -> None:
        self.whole = Addressee(0, WHOLE_SURVEY, whole)
        self._agencies = list(enumerate(plan.agencies, 1))

    @property
    def all(self) -> list[Addressee]:
        """The survey as a whole, then the agencies in paper order."""
        return [self.whole, *(_addressee(*held) for held in self._agencies)]

    def of(self, code: str) -> Addressee | None:
        """By code; None where the plan has no such agency."""
        return next((held for held in self.all if held.code == code), None)

    def find(self, typed: str) -> list[Addressee]:
        """What fits, the likeliest first; where nothing is typed everything, in paper order.

        A number means the paper's before it is looked for in codes and names.
        """
        wanted = folded(typed)
        if not wanted:
            return self.all
        ranked = [(_rank(wanted, place, agency), place, agency) for place, agency in self._agencies]
        fitting = sorted((rank, place) for rank, place, _ in ranked if rank is not None)
        agencies = dict(self._agencies)
        return [_addressee(place, agencies[place]) for _, place in fitting]


def _addressee(place: int, agency: Agency) -> Addressee:
    return Addressee(place, agency.code, agency.name)


def _rank(wanted: str, place: int, agency: Agency) -> int | None:
    """How well an agency fits what was typed, 0 best; None where it does not."""
    number = wanted.lstrip("0") if wanted.isdecimal() else ""
    code, names = folded(agency.code), [folded(agency.name), folded(agency.short)]
    tests = (
        number == str(place),
        wanted in (code, *names),
        bool(number) and str(place).startswith(number),
        any(name.startswith(wanted) for name in names),
        any(wanted in name for name in names),
        wanted in code,
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


def listed(found: Sequence[Addressee]) -> list[str]:
    """A line each: number and name."""
    return [f"{held.place}  {held.name}" if held.place else held.name for held in found]
