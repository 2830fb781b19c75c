"""What no line of a ledger may say, whoever wrote it: days, units, amounts of text."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from typing import Any

from desktop.assess.complaints import Complaint, SentBack
from desktop.assess.findings import Finding
from desktop.assess.ledger import Entry
from desktop.assess.ledger_data import LineWrongError
from desktop.assess.promises import Pledge, Request
from desktop.assess.year import Annulment, Confirmation
from desktop.tally.errors import Phrase
from desktop.tally.issuing import is_date
from desktop.tally.texts import character_fault

_HASH = re.compile(r"[0-9a-f]{64}")
LONGEST = 2000
"""Characters of one text."""

_NEEDED: Mapping[type, tuple[str, ...]] = {
    Entry: ("rule", "office"),
    Finding: ("inspector", "text"),
    Complaint: ("channel", "kind", "text"),
    Pledge: ("text", "indicator"),
    Request: ("by", "text"),
    Confirmation: ("rule",),
    Annulment: ("reason", "second"),
}
_FIRST, _AFTER = "1900", "2200"
_DAYS: Mapping[type, tuple[str, ...]] = {
    Entry: ("date",),
    Finding: ("found", "verified", "fed_back", "due", "rectified", "closed"),
    Complaint: ("received", "accepted", "finished", "answered", "extended"),
    Pledge: ("due", "on"),
    Request: ("raised", "due", "answered"),
    Confirmation: ("on", "deadline", "done", "withdrawn"),
    Annulment: ("on", "withdrawn"),
}
"""The first of them must be there; the others may be empty."""


def check_line(units: Collection[str], line: Any) -> None:
    """Raise LineWrongError for the first field that is wrong; `units` are the plan's codes."""
    for field in _faults(units, line):
        raise LineWrongError(field=Phrase(field))


def _faults(units: Collection[str], line: Any) -> Iterator[str]:
    kind = type(line)
    if kind not in _DAYS:
        return
    if line.unit not in units:
        yield "unit"
    yield from (name for name in _NEEDED[kind] if not getattr(line, name).strip())
    first, *others = _DAYS[kind]
    yield from (name for name in (first,) if not _is_day(getattr(line, name)))
    yield from (name for name in others if not _is_day_or_empty(getattr(line, name)))
    texts = (held.name for held in fields(line) if isinstance(getattr(line, held.name), str))
    yield from (name for name in texts if _is_odd(getattr(line, name)))
    yield from _MORE.get(kind, lambda held: iter(()))(line)


def _is_day(text: str) -> bool:
    """Of these centuries: no term counted from it leaves the calendar."""
    return is_date(text) and _FIRST <= text < _AFTER


def _is_day_or_empty(text: str) -> bool:
    return text == "" or _is_day(text)


def _is_odd(text: str) -> bool:
    """Longer than a page, or with a character that nobody can see."""
    return len(text) > LONGEST or bool(character_fault(text.replace("\n", " ")))


def _entry_faults(entry: Entry) -> Iterator[str]:
    if not all(map(_is_day, entry.states.values())):
        yield "states"
    if not all(_HASH.fullmatch(held.sha256) for held in entry.attachments):
        yield "attachments"
    if entry.facts.count < 0 or entry.facts.due < 0:
        yield "facts"


def _complaint_faults(complaint: Complaint) -> Iterator[str]:
    later = complaint.finished or complaint.answered or complaint.extended or complaint.sent_back
    if later and not complaint.accepted:
        yield "accepted"
    if not all(map(_is_sound, complaint.sent_back)):
        yield "sent_back"


def _is_sound(held: SentBack) -> bool:
    days = _is_day(held.on) and _is_day(held.finished) and _is_day_or_empty(held.extended)
    return days and not _is_odd(held.extension)


_MORE: Mapping[type, Callable[[Any], Iterator[str]]] = {
    Entry: _entry_faults,
    Complaint: _complaint_faults,
}
