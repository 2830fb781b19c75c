"""Complaints 投诉件: terms, extensions, answers, and what is overdue today (RULES.md §7)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.assess.working_days import Holidays, Term

_STEPS = ("accepted", "finished", "answered")


class Handling(StrEnum):
    """自办, 交办, 转办."""

    OWN = "own"
    ASSIGNED = "assigned"
    FORWARDED = "forwarded"


class ComplaintState(StrEnum):
    RECEIVED = "received"
    ACCEPTED = "accepted"
    FINISHED = "finished"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Terms:
    """Of one kind of complaint: until it is accepted and, from then on, until it is finished."""

    accept: Term
    finish: Term


@dataclass(frozen=True, slots=True)
class SentBack:
    """退回重办: a handling that was finished, and the day it was not accepted as such."""

    on: str
    finished: str
    extended: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Days are written such as 2006-05-31; an empty one has not come."""

    received: str
    channel: str
    """Hotline, mailbox, microblog, petition office."""
    kind: str
    unit: str
    handling: Handling
    text: str
    complainant: str = ""
    """Empty where nobody gave a name: such a complaint is not answered."""
    accepted: str = ""
    finished: str = ""
    answered: str = ""
    result: str = ""
    extended: str = ""
    """Until when it may be finished, by a decision."""
    extension: str = ""
    """Who decided so, and why."""
    sent_back: tuple[SentBack, ...] = ()
    """In the order of their days; the handling that goes on since is that of the fields above."""

    @property
    def is_anonymous(self) -> bool:
        return not self.complainant

    @property
    def begun(self) -> str:
        """The day the present handling began: when it was accepted, or sent back last."""
        return self.sent_back[-1].on if self.sent_back else self.accepted

    @property
    def state(self) -> ComplaintState:
        if self.finished:
            answered = self.answered >= self.finished
            return ComplaintState.ANSWERED if answered else ComplaintState.FINISHED
        return ComplaintState.ACCEPTED if self.accepted else ComplaintState.RECEIVED

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do."""
        match self.state:
            case ComplaintState.ANSWERED:
                return False
            case ComplaintState.FINISHED:
                return not self.is_anonymous
            case _:
                return True


def complaint_as_of(complaint: Complaint, day: str) -> Complaint | None:
    """What was known of it on that day; None before it was received."""
    if complaint.received > day:
        return None
    for at, back in enumerate(complaint.sent_back):
        if back.on > day:
            then = replace(
                complaint,
                sent_back=complaint.sent_back[:at],
                finished=back.finished,
                extended=back.extended,
                extension=back.extension,
            )
            return _blanked(then, day)
    return _blanked(complaint, day)


def _blanked(complaint: Complaint, day: str) -> Complaint:
    later = [name for name in _STEPS if getattr(complaint, name) > day]
    blank: dict[str, Any] = dict.fromkeys(later, "")
    blank |= {"result": ""} if "finished" in blank else {}
    return replace(complaint, **blank)


@dataclass(frozen=True, slots=True)
class Due:
    """The step that is next, and the last day for it."""

    step: str
    """`accept`, `finish` or `answer`."""
    by: date

    def is_overdue(self, today: date) -> bool:
        return self.by < today


def due(complaint: Complaint, terms: Terms, holidays: Holidays) -> Due | None:
    """What is to be done next and by when; None where nothing is."""
    match complaint.state:
        case ComplaintState.RECEIVED:
            return Due("accept", terms.accept.ends(_day(complaint.received), holidays))
        case ComplaintState.ACCEPTED:
            return Due("finish", _present_by(complaint, terms, holidays))
        case ComplaintState.FINISHED if not complaint.is_anonymous:
            return Due("answer", _present_by(complaint, terms, holidays))
        case _:
            return None


def was_late(
    complaint: Complaint, terms: Terms, holidays: Holidays, today: date | None = None
) -> bool:
    """Whether it was accepted or ever finished after its term: a deduction is proposed.

    With `today`, also whether by that day it ought to be, and is not.
    """
    step = due(complaint, terms, holidays)
    if today and step and step.step != "answer" and step.is_overdue(today):
        return True
    accept_by = terms.accept.ends(_day(complaint.received), holidays)
    if complaint.accepted and _day(complaint.accepted) > accept_by:
        return True
    return any(
        _day(finished) > _finish_by(begun, extended, terms, holidays)
        for begun, extended, finished in _handlings(complaint)
        if finished
    )


def _handlings(complaint: Complaint) -> Iterator[tuple[str, str, str]]:
    """Of every handling the day it began, until when it was extended, and when it was finished."""
    begun = complaint.accepted
    for held in complaint.sent_back:
        yield begun, held.extended, held.finished
        begun = held.on
    yield begun, complaint.extended, complaint.finished


def _present_by(complaint: Complaint, terms: Terms, holidays: Holidays) -> date:
    return _finish_by(complaint.begun, complaint.extended, terms, holidays)


def _finish_by(begun: str, extended: str, terms: Terms, holidays: Holidays) -> date:
    """The term runs from the day a handling began; an extension is later."""
    by = terms.finish.ends(_day(begun), holidays)
    return max(by, _day(extended)) if extended else by


def _day(text: str) -> date:
    return date.fromisoformat(text)
