"""Made-up pledges, two of each unit, and requests with their answers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from desktop.actions.sample_year_days import Chance
from desktop.actions.sample_year_texts import sample_texts
from desktop.assess.promises import Kept, Pledge, Request

_DUE = ((6, 30), (9, 30), (11, 30), (12, 31))


def sample_pledges(chance: Chance, units: Iterable[str]) -> Iterator[Pledge]:
    """Two of each unit, for two different things."""
    for unit in units:
        for held in chance.random.sample(sample_texts()["pledges"], 2):
            indicator = held["indicator"].format(share=held["least"])
            due = date(chance.year, *chance.one(_DUE))
            yield _found(chance, Pledge(unit, held["text"], indicator, due.isoformat()), due)


def _found(chance: Chance, pledge: Pledge, due: date) -> Pledge:
    """Kept or not, as was found after its day; a few were not looked at."""
    texts, on = sample_texts()["promised"], chance.come(chance.later(due, 2, 10))
    if not on or chance.happens(0.05):
        return pledge
    if chance.happens(0.9):
        return replace(pledge, kept=Kept.KEPT, on=on, note=texts["kept"])
    note = texts["broken"].format(points=chance.between(1, 8))
    return replace(pledge, kept=Kept.BROKEN, on=on, note=note)


def sample_requests(chance: Chance, units: Iterable[str], count: int) -> list[Request]:
    """What people asked for in meetings and letters, by the day; most of it is answered."""
    known = list(units)
    texts = sample_texts()["requests"][:count]
    made = [_request(chance, chance.one(known), held) for held in texts]
    return sorted(made, key=lambda held: (held.raised, held.unit, held.text))


def _request(chance: Chance, unit: str, held: dict[str, str]) -> Request:
    raised = chance.working_day()
    due = chance.later(raised, 20, 20)
    asked = Request(raised.isoformat(), held["by"], unit, held["text"], due.isoformat())
    answered = chance.come(chance.later(raised, 5, 19 if chance.happens(0.85) else 40))
    if not answered or chance.happens(0.1):
        return asked
    return replace(asked, answered=answered, answer=held["answer"])
