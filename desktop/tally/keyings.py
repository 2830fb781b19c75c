"""How a form stands between its keyings: a function of the set of heads, never of their order.

A head is a record that no other record names as the one it replaces (DESIGN.md §3). Newest never
wins: heads of one pass that differ count as nothing until a ruling 裁定 settles them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

NO_PAPER = "-"
"""Stands for a void reason where a ruling says that there is no such paper; no reason's code."""

UNKEYED = " "
"""An emptied cell of a blind copy. It is no mark: `check_marks` refuses a form that has one."""


@dataclass(frozen=True, slots=True)
class Keying:
    """A head of one form: a keying, or a ruling."""

    record: str
    """Record id, 64 hex digits."""
    pass_number: int
    """1 first keying 初录, 2 second keying 复录; 0 for a ruling."""
    station: str
    operator: str
    """Who keyed it; empty for the station itself."""
    void: str
    """The code of a void reason, or empty."""
    marks: str
    against: frozenset[str] = field(default_factory=frozenset)
    """Ids of the second keyings that this blind re-keying was asked for."""

    @property
    def content(self) -> tuple[str, str]:
        """Void reason and marks. The cells of a void form are never counted, so none are here."""
        return (self.void, "") if self.void else ("", self.marks)


class FormStage(StrEnum):
    """Where a form stands on its way into the count."""

    SINGLE = "single"
    """Keyed in one pass, and no comparison asked for: counts."""
    AWAITING = "awaiting"
    """Drawn, and the second keying is not there yet: the first counts until they are compared."""
    AGREED = "agreed"
    """Both keyings are equal: counts."""
    DIFFERING = "differing"
    """The keyings differ: the differing cells go back, blind, to the first keyer."""
    CONFLICT = "conflict"
    """Heads of one pass differ, or a ruling and a head that it did not name."""
    DISPUTED = "disputed"
    """The keyings differ still after the blind re-keying."""
    DOUBTFUL = "doubtful"
    """Somebody flagged the paper 疑难, and nobody has ruled on it."""
    RULED = "ruled"
    """A ruling stands, and every other head says the same: counts."""


OPEN = frozenset({FormStage.DIFFERING, FormStage.CONFLICT, FormStage.DISPUTED, FormStage.DOUBTFUL})
"""Stages that count as nothing and block sealing; AWAITING counts and is listed by itself."""

RULING_QUEUE = OPEN - {FormStage.DIFFERING}
"""Stages that wait for a ruling from the paper."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a form stands; `content`, void reason and marks, is None while it is unsettled."""

    stage: FormStage
    content: tuple[str, str] | None = None
    counted: str | None = None
    """The record whose marks count: the smallest id of those with this content."""
    notice: bool = False
    """The same pass was keyed more than once, alike: counted once, with a notice."""


class FormEvent(StrEnum):
    """What the arrival of a record, or the draw, is to a form.

    ALIKE: every head that then stands says the same, second keyings left aside excepted;
    DIFFERENTLY: not so. A record that was replaced before it came is no head: it is an event only
    where it replaces one itself.
    """

    DRAWN = "drawn"
    """The batch's draw takes the form's number."""
    KEYED = "keyed"
    """No keying and no ruling was there before, of either pass."""
    KEYED_AGAIN_ALIKE = "keyed again alike"
    KEYED_AGAIN_DIFFERENTLY = "keyed again differently"
    """It replaces nothing, though its pass was keyed or a ruling stands."""
    SECOND_KEYED_ALIKE = "second keyed alike"
    SECOND_KEYED_DIFFERENTLY = "second keyed differently"
    """Only the other pass was keyed. Whichever arrives last, a first keying too."""
    SECOND_KEYED_BY_SAME = "second keyed by same"
    """The same, by the person who keyed the other pass: the second keying is left aside."""
    CORRECTED_ALIKE = "corrected alike"
    CORRECTED_DIFFERENTLY = "corrected differently"
    """It replaces a head of its own pass."""
    REKEYED_ALIKE = "rekeyed alike"
    REKEYED_DIFFERENTLY = "rekeyed differently"
    """A first keying stands that was asked for, blind, against every second keying that stands."""
    DOUBTED = "doubted"
    RULED_ALIKE = "ruled alike"
    RULED_DIFFERENTLY = "ruled differently"
    """A ruling arrives; DIFFERENTLY where a head that it does not name says otherwise."""


def _row(**leads: str) -> Mapping[FormEvent, frozenset[FormStage]]:
    """Event to stages, by name; but for the first row a ruling has one effect everywhere."""
    leads = {"ruled_alike": "ruled", "ruled_differently": "conflict"} | leads
    return {
        FormEvent[event.upper()]: frozenset(map(FormStage, stages.split()))
        for event, stages in leads.items()
        if stages
    }


_COUNTS = "single awaiting agreed"
_APART = "differing conflict disputed"
_REPLACED = {
    "corrected_alike": _COUNTS,
    "corrected_differently": _APART,
    "rekeyed_alike": _COUNTS,
    "rekeyed_differently": _APART,
}

TRANSITIONS: Mapping[FormStage | None, Mapping[FormEvent, frozenset[FormStage]]] = {
    None: _row(
        keyed="single awaiting",
        doubted="doubtful",
        ruled_differently="",
    ),
    FormStage.SINGLE: _row(
        drawn="single awaiting",
        keyed_again_alike="single agreed",
        keyed_again_differently=_APART,
        second_keyed_alike="agreed",
        second_keyed_differently="differing disputed",
        second_keyed_by_same="single awaiting agreed differing disputed",
        doubted="doubtful",
        **_REPLACED | {"corrected_alike": "single agreed"},
    ),
    FormStage.AWAITING: _row(
        keyed_again_alike="awaiting agreed",
        keyed_again_differently=_APART,
        second_keyed_alike="agreed",
        second_keyed_differently="differing disputed",
        second_keyed_by_same="awaiting",
        doubted="doubtful",
        **_REPLACED | dict.fromkeys(("corrected_alike", "rekeyed_alike"), "awaiting agreed"),
    ),
    FormStage.AGREED: _row(
        drawn="agreed",
        keyed_again_alike="agreed",
        keyed_again_differently="conflict",
        doubted="doubtful",
        **_REPLACED | {"rekeyed_differently": "conflict disputed"},
    ),
    FormStage.DIFFERING: _row(
        drawn="differing",
        keyed_again_differently="differing conflict",
        doubted="doubtful",
        **_REPLACED,
    ),
    FormStage.CONFLICT: _row(
        drawn="conflict",
        keyed_again_differently="conflict",
        second_keyed_differently="conflict",
        second_keyed_by_same=f"single awaiting agreed {_APART}",
        doubted="conflict doubtful",
        **_REPLACED | dict.fromkeys(("corrected_alike", "rekeyed_alike"), f"{_COUNTS} ruled"),
    ),
    FormStage.DISPUTED: _row(
        drawn="disputed",
        keyed_again_differently=_APART,
        doubted="doubtful",
        **_REPLACED,
    ),
    FormStage.DOUBTFUL: _row(
        **{
            event.name.lower(): "doubtful"
            for event in FormEvent
            if event not in {FormEvent.RULED_ALIKE, FormEvent.RULED_DIFFERENTLY}
        }
    ),
    FormStage.RULED: _row(
        drawn="ruled",
        keyed_again_alike="ruled",
        keyed_again_differently="conflict",
        corrected_alike="ruled",
        corrected_differently="conflict",
        rekeyed_alike="ruled",
        rekeyed_differently="conflict",
        doubted="ruled",
    ),
}
"""Where each event can lead from each stage; None is a form of which nothing is known.

Several stages stand where more than the stage decides: who keyed, which heads were replaced, and
what arrived before what it answers. The tests walk it, and ARCHITECTURE.md draws it.
"""


def standing(
    first: Sequence[Keying],
    second: Sequence[Keying],
    rulings: Sequence[Keying],
    doubts: Collection[str],
    *,
    drawn: bool,
) -> Standing:
    """How the form with these heads stands; ValueError where it has none and nobody doubts it.

    `doubts` are the ids of the flags 疑难 that no ruling names, `drawn` says whether the form is
    one of those to be keyed twice. A ruling leaves no doubt: it was read from the paper.
    """
    if not rulings:
        aside = own_second_keyings(first, second)
        second = [head for head in second if head not in aside]
    stage = _stage(first, second, rulings, doubts, drawn=drawn)
    heads = [*rulings, *first, *second]
    if stage in OPEN:
        return Standing(stage)
    notice = any(len({head.record for head in alike}) > 1 for alike in (first, second, rulings))
    return Standing(stage, heads[0].content, min(head.record for head in heads), notice)


def own_second_keyings(first: Sequence[Keying], second: Sequence[Keying]) -> tuple[Keying, ...]:
    """Second keyings by whoever keyed first: kept, listed and left aside, for they settle nothing.

    The same person's second keying catches 69 % of errors, another's 88 % (RULES.md §4).
    """
    return tuple(
        head for head in second if first and all(same_person(other, head) for other in first)
    )


def same_person(first: Keying, second: Keying) -> bool:
    """The same operator, or one station at which nobody signed in for either."""
    if first.operator or second.operator:
        return first.operator == second.operator
    return first.station == second.station


def _stage(
    first: Sequence[Keying],
    second: Sequence[Keying],
    rulings: Sequence[Keying],
    doubts: Collection[str],
    *,
    drawn: bool,
) -> FormStage:
    if rulings:
        return FormStage.RULED if _alike([*rulings, *first, *second]) else FormStage.CONFLICT
    if doubts:
        return FormStage.DOUBTFUL
    if not first and not second:
        raise ValueError("no head and no doubt")
    if not (_alike(first) and _alike(second)):
        return FormStage.CONFLICT
    if first and second:
        return _compared(first, second)
    # a second keying whose first never arrived is one keying of the paper, and counts; AWAITING
    # would put it on the list of papers that wait for a second keyer
    return FormStage.AWAITING if drawn and first else FormStage.SINGLE


def _compared(first: Sequence[Keying], second: Sequence[Keying]) -> FormStage:
    if _alike([*first, *second]):
        return FormStage.AGREED
    asked = {head.record for head in second}
    blind = all(asked <= head.against for head in first)
    return FormStage.DISPUTED if blind else FormStage.DIFFERING


def _alike(heads: Iterable[Keying]) -> bool:
    return len({head.content for head in heads}) <= 1


def differing_cells(first_marks: str, second_marks: str) -> tuple[int, ...]:
    """Cells, counted from 0, whose marks differ; a cell that only one of them has differs.

    Forms that differ in their void reason alone have no such cell: their reason is asked again.
    """
    pairs = zip_longest(first_marks, second_marks)
    return tuple(cell for cell, (first, second) in enumerate(pairs) if first != second)


def blind_copy(marks: str, cells: Collection[int]) -> str:
    """The first keyer's own marks with these cells UNKEYED: nobody sees the other value.

    People who see it copy it (Barchard 2019, RULES.md §4).
    """
    kept = list(marks.ljust(max(cells, default=-1) + 1, UNKEYED))
    for cell in cells:
        kept[cell] = UNKEYED
    return "".join(kept)
