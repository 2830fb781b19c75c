"""Which form comes next at a desk, and how it is entered: first keyings, second, blind again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.actions.batch_state import check_keyable
from desktop.actions.entering import Way, enter_form
from desktop.actions.errors import FormKeyedError, FormRuledError, NotDifferingError
from desktop.actions.keying import check_open
from desktop.actions.second_keying import BlindForm, blind_forms, check_second_keying
from desktop.models.notices import Notice
from desktop.models.open_form import OpenForm
from desktop.session import Session
from desktop.store import clerk_queries, form_queries, queries
from desktop.store.clerk_queries import FormLine
from desktop.tally.form import read_form_name, read_form_number
from desktop.tally.keyings import FormStage, Keying, blind_copy, same_person

Place = tuple[str, int]
"""Batch and number."""


class Worklist(Protocol):
    """What a desk works through."""

    @property
    def title(self) -> str: ...

    def read(self, text: str) -> Place:
        """The form that was typed or scanned; the errors of form numbers."""
        ...

    def following(self, after: Place | None) -> Place | None:
        """The form to offer after this one, or None where nothing is left."""
        ...

    def question(self, place: Place) -> Notice | None:
        """What to ask before this form is opened; None where nothing is unusual."""
        ...

    def open(self, place: Place) -> OpenForm:
        """The form, ready for its first mark; the errors that stand against it."""
        ...

    def save(self, form: OpenForm) -> None:
        """Put it on record; the errors of the act."""
        ...


@dataclass(slots=True)
class FirstKeying:
    """A batch's forms keyed for the first time, and one's own reopened."""

    session: Session
    batch: str

    def __post_init__(self) -> None:
        check_open(self.session.opened)
        check_keyable(self.session.opened, self.batch)

    @property
    def title(self) -> str:
        return self.batch

    @property
    def count(self) -> int:
        slip = queries.slip(self.session.opened, self.batch)
        return slip.count if slip else 0

    def lines(self) -> list[FormLine]:
        return clerk_queries.form_lines(self.session.opened, self.batch)

    def read(self, text: str) -> Place:
        return self.batch, read_form_number(text, self.batch)

    def following(self, after: Place | None) -> Place | None:
        """The next number without a form, those below it when the end is reached."""
        keyed = {line.number for line in self.lines()}
        last, count = (after[1] if after else 0), self.count
        numbers = [*range(last + 1, count + 1), *range(1, min(last, count) + 1)]
        return next(((self.batch, number) for number in numbers if number not in keyed), None)

    def question(self, place: Place) -> Notice | None:
        number = place[1]
        if any(line.number == number for line in self.lines()):
            return Notice("number_known", {"form": f"{self.batch}-{number:03d}"})
        if number > self.count:
            return Notice("beyond_slip", {"number": number, "count": self.count})
        return None

    def open(self, place: Place) -> OpenForm:
        plan, (batch, number) = self.session.opened.plan, place
        first = _first(self.session, batch, number)
        if not first:
            return OpenForm(plan, batch, number, Way.NEW)
        return OpenForm(plan, batch, number, Way.CORRECT, marks=first.marks, void=first.void)

    def save(self, form: OpenForm) -> None:
        _save(self.session, form)


@dataclass(slots=True)
class SecondKeying:
    """Forms keyed by somebody else, keyed again without seeing what was keyed."""

    session: Session
    batch: str

    @property
    def title(self) -> str:
        return self.batch

    def read(self, text: str) -> Place:
        return self.batch, read_form_number(text, self.batch)

    def following(self, after: Place | None) -> Place | None:
        due = self.due()
        later = [number for number in due if after and number > after[1]]
        return next(((self.batch, number) for number in [*later, *due]), None)

    def due(self) -> Sequence[int]:
        """Numbers drawn and not keyed a second time yet."""
        return form_queries.awaiting(self.session.opened, self.batch)

    def question(self, place: Place) -> Notice | None:
        if place[1] in self.due():
            return None
        return Notice("not_drawn", {"form": f"{place[0]}-{place[1]:03d}"})

    def open(self, place: Place) -> OpenForm:
        survey, (batch, number) = self.session.opened, place
        form = OpenForm(survey.plan, batch, number, Way.SECOND)
        check_second_keying(survey, batch, number, operator=self.session.code)
        return form

    def save(self, form: OpenForm) -> None:
        _save(self.session, form)


@dataclass(slots=True)
class BlindAgain:
    """One's own forms whose second keying differs: the differing cells, empty."""

    session: Session

    @property
    def title(self) -> str:
        return ""

    def due(self) -> list[BlindForm]:
        """Forms that come back to whoever works now."""
        held = blind_forms(self.session.opened)
        return [form for form in held if self._is_mine(form)]

    def read(self, text: str) -> Place:
        return read_form_name(text)

    def following(self, after: Place | None) -> Place | None:
        places = [(form.batch, form.number) for form in self.due()]
        later = [place for place in places if after and place > after]
        return next(iter([*later, *places]), None)

    def question(self, place: Place) -> Notice | None:
        return None

    def open(self, place: Place) -> OpenForm:
        plan, (batch, number) = self.session.opened.plan, place
        held = next((form for form in self.due() if (form.batch, form.number) == place), None)
        if held is None:
            raise NotDifferingError(form=f"{batch}-{number:03d}")
        if not held.cells:
            return OpenForm(plan, batch, number, Way.AGAIN)
        first = _keyings(self.session, batch, number, 1)[0]
        marks = blind_copy(first.marks, held.cells)
        return OpenForm(plan, batch, number, Way.AGAIN, marks=marks, cells=held.cells)

    def save(self, form: OpenForm) -> None:
        _save(self.session, form)

    def _is_mine(self, form: BlindForm) -> bool:
        first = _keyings(self.session, form.batch, form.number, 1)[0]
        return same_person(first, _me(self.session))


def is_still_open(session: Session, form: OpenForm) -> bool:
    """Whether a form from the journal is not on record yet: a crash may fall between the two."""
    survey, place = session.opened, (form.batch, form.number)
    match form.way:
        case Way.NEW:
            return not _keyings(session, *place, 1)
        case Way.CORRECT:
            return bool(_keyings(session, *place, 1))
        case Way.SECOND:
            return not _keyings(session, *place, 2)
        case Way.AGAIN:
            return form_queries.open_form(survey, *place).stage is FormStage.DIFFERING


def _save(session: Session, form: OpenForm) -> None:
    session.await_check()
    enter_form(
        session.opened,
        form.way,
        form.finished(),
        operator=session.code,
        filled=form.filled_bits,
        doubt=form.doubt,
    )


def _first(session: Session, batch: str, number: int) -> Keying | None:
    """One's own first keying of a form; FormKeyedError where it is another's, FormRuledError."""
    name = f"{batch}-{number:03d}"
    if _keyings(session, batch, number, 0):
        raise FormRuledError(form=name)
    first = _keyings(session, batch, number, 1)
    if any(held.operator not in ("", session.code) for held in first):
        raise FormKeyedError(form=name)
    return first[0] if first else None


def _keyings(session: Session, batch: str, number: int, pass_number: int) -> list[Keying]:
    held = form_queries.keyings(session.opened, batch, number)
    return [keying for keying in held if keying.pass_number == pass_number]


def _me(session: Session) -> Keying:
    return Keying("", 1, str(session.opened.station), session.code, "", "")
