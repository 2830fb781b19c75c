"""The deduction ledger 扣分台账: entries, the states they go through, and who is charged."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from itertools import combinations
from operator import attrgetter

from desktop.assess.points import Facts
from desktop.assess.rule_set import Rule, RuleSet
from desktop.tally.errors import Phrase, PingyiError, Problem


class State(StrEnum):
    """RULES.md §6: an entry is never deleted, and only a counted one deducts."""

    DRAFT = "draft"
    VERIFIED = "verified"
    CIRCULARISED = "circularised"
    COUNTED = "counted"
    WITHDRAWN = "withdrawn"


SURVEY = "survey"
"""The origin of what follows from the survey's rates."""

_NEXT: Mapping[State, tuple[State, ...]] = {
    State.DRAFT: (State.VERIFIED, State.WITHDRAWN),
    State.VERIFIED: (State.CIRCULARISED, State.COUNTED, State.WITHDRAWN),
    State.CIRCULARISED: (State.COUNTED, State.WITHDRAWN),
    State.COUNTED: (State.WITHDRAWN,),
    State.WITHDRAWN: (),
}


class StateWrongError(PingyiError):
    message = "An entry that is {state} cannot become {wished}: it can become {possible}."


class CircularMissingError(PingyiError):
    message = "Rule {rule} deducts only after a circular: enter the circular first."


class StateDateError(PingyiError):
    message = "{on} lies before {before}, the day of the entry's state before: mend the day."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept elsewhere: its name and SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; days are written such as 2006-05-31."""

    unit: str
    """Where it happened: an agency's code."""
    rule: str
    facts: Facts
    date: str
    office: str
    """The evidence office 依据提供单位."""
    document: str = ""
    """Number and title of the document it rests on."""
    case: str = ""
    """What happened once may fall under two rules: the name they share."""
    text: str = ""
    reason: str = ""
    approver: str = ""
    source: str = ""
    """Of a typed rate: where it was taken from."""
    origin: str = ""
    """The line of the finding or the complaint that it was drafted from."""
    rules: str = ""
    """By its hash the rule set that it was written under."""
    attachments: tuple[Attachment, ...] = ()
    states: Mapping[State, str] = field(default_factory=dict)
    """The day each state was reached on."""

    @property
    def is_linked(self) -> bool:
        """Whether the survey of the file gave its rate."""
        return self.origin == SURVEY

    def state_on(self, day: str) -> State | None:
        """The last state reached by that day; None before there was one."""
        reached = [state for state in State if state in self.states and self.states[state] <= day]
        return reached[-1] if reached else None

    @property
    def state(self) -> State:
        return self.state_on("9998") or State.DRAFT


def moved(rules: RuleSet, entry: Entry, wished: State, on: str) -> dict[State, str]:
    """The entry's states with one more; StateWrongError, CircularMissingError, StateDateError."""
    possible = _NEXT[entry.state]
    if wished not in possible:
        raise StateWrongError(
            state=entry.state, wished=wished, possible=possible or Phrase("nothing")
        )
    rule = rules.rule(entry.rule)
    if wished is State.COUNTED and rule.circular and State.CIRCULARISED not in entry.states:
        raise CircularMissingError(rule=rule.section)
    before = entry.states.get(entry.state, "")
    if on < before:
        raise StateDateError(on=on, before=before)
    return {**entry.states, wished: on}


def twins(entries: Collection[Entry]) -> Iterator[Problem]:
    """Where one thing stands twice: two laptops entered it apart, and a person decides."""
    standing = [entry for entry in entries if State.WITHDRAWN not in entry.states]
    contents = [content_of(entry) for entry in standing]
    told = dict(zip(contents, standing, strict=True))
    for content, count in Counter(contents).items():
        if count > 1:
            entry = told[content]
            message = 'rule {rule} is entered {count} times for the same: "{text}", {day}'
            fields = {"rule": entry.rule, "count": count, "text": entry.text, "day": entry.date}
            yield Problem(entry.unit, message, fields)


def content_of(entry: Entry) -> Hashable:
    """What was written in it, without its way since: equal for twins."""
    return _CONTENT(entry)


_WAY = ("states", "origin", "rules")
_CONTENT = attrgetter(*(held.name for held in fields(Entry) if held.name not in _WAY))


def charged(rule: Rule, unit: str, parents: Mapping[str, str | None]) -> str:
    """Who answers for it: the unit or, where the rule says so, the one that supervises it."""
    return (parents.get(unit) if rule.supervising else None) or unit


def double_rules(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Where two rules meet on one case: a person decides (RULES.md §6)."""
    cases: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.case and entry.state is not State.WITHDRAWN:
            cases.setdefault((entry.unit, entry.case), []).append(entry)
    for (unit, case), held in cases.items():
        rules = sorted({entry.rule for entry in held})
        for one, other in combinations(rules, 2):
            message = 'rules {one} and {other} are both entered for the case "{case}"'
            yield Problem(unit, message, {"one": one, "other": other, "case": case})
