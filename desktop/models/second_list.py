"""Second keying as one person sees it: papers that others keyed first, and what of them is done."""

from collections.abc import Mapping

from desktop.models.worklists import Place, SecondKeying
from desktop.session import Session
from desktop.store import clerk_queries, form_queries
from desktop.tally.keyings import Keying, same_person


class OthersForms(SecondKeying):
    """Second keying that never offers what whoever works keyed first.

    Such a number may still be typed: the act refuses it with its own words.
    """

    def following(self, after: Place | None) -> Place | None:
        numbers = numbers_due(self.session, self.batch)
        later = [number for number in numbers if after and number > after[1]]
        return next(((self.batch, number) for number in [*later, *numbers]), None)


def work_due(session: Session) -> Mapping[str, tuple[int, ...]]:
    """Numbers that whoever works may key a second time, by batch; batches with none are out."""
    found = clerk_queries.second_keying_due(session.opened)
    mine = {batch: _of_others(session, batch, numbers) for batch, numbers in found.items()}
    return {batch: numbers for batch, numbers in mine.items() if numbers}


def numbers_due(session: Session, batch: str) -> tuple[int, ...]:
    """Numbers of one batch that whoever works may key a second time."""
    return _of_others(session, batch, form_queries.awaiting(session.opened, batch))


def numbers_done(session: Session, batch: str) -> tuple[int, ...]:
    """Drawn numbers with a second keying; how it compares with the first is not asked."""
    survey = session.opened
    waiting = set(form_queries.awaiting(survey, batch))
    return tuple(
        number
        for number in form_queries.drawn(survey, batch)
        if number not in waiting and _keyings(session, batch, number, 2)
    )


def _of_others(session: Session, batch: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
    me = Keying("", 2, str(session.opened.station), session.code, "", "")
    return tuple(
        number
        for number in numbers
        if not any(same_person(first, me) for first in _keyings(session, batch, number, 1))
    )


def _keyings(session: Session, batch: str, number: int, pass_number: int) -> list[Keying]:
    held = form_queries.keyings(session.opened, batch, number)
    return [keying for keying in held if keying.pass_number == pass_number]
