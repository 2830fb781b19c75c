"""Random histories of one form follow TRANSITIONS, and end alike in whatever order they arrive."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.keyings import (
    OPEN,
    TRANSITIONS,
    FormEvent,
    FormStage,
    Keying,
    Standing,
    own_second_keyings,
    standing,
)

FIRST, SECOND, RULING, DOUBT, DRAW = "first", "second", "ruling", "doubt", "draw"
PASSES = {FIRST: 1, SECOND: 2}
KINDS = [FIRST, FIRST, FIRST, SECOND, SECOND, RULING, DOUBT, DRAW]


@dataclass(frozen=True, slots=True)
class Act:
    """A record that may come to a file, or the draw; `keying.record` is its id."""

    kind: str
    keying: Keying
    replaces: frozenset[str]


@dataclass(slots=True)
class Desk:
    """A file, as far as this form goes: the set of what arrived."""

    acts: list[Act] = field(default_factory=list)

    def heads(self, *kinds: str) -> list[Keying]:
        replaced = frozenset[str]().union(*(act.replaces for act in self.acts))
        return [
            act.keying
            for act in self.acts
            if act.kind in kinds and act.keying.record not in replaced
        ]

    @property
    def passes(self) -> tuple[list[Keying], list[Keying], list[Keying]]:
        return self.heads(FIRST), self.heads(SECOND), self.heads(RULING)

    @property
    def alike(self) -> bool:
        first, second, rulings = self.passes
        aside = () if rulings else own_second_keyings(first, second)
        heard = [head for head in [*first, *second, *rulings] if head not in aside]
        return len({head.content for head in heard}) == 1

    def standing(self) -> Standing | None:
        doubts = [head.record for head in self.heads(DOUBT)]
        if not any(self.passes) and not doubts:
            return None
        return standing(*self.passes, doubts, drawn=bool(self.heads(DRAW)))

    def stage(self) -> FormStage | None:
        found = self.standing()
        return found.stage if found else None


def event_of(before: Desk, after: Desk, act: Act) -> FormEvent | None:
    """What an arrival is, by the words of FormEvent; None for no event."""
    if act.kind in {DRAW, DOUBT, RULING}:
        return told_apart(act, before, after)
    first, second, rulings = before.passes
    own, other = (first, second) if act.kind == FIRST else (second, first)
    replaced = {head.record for head in own} & act.replaces
    if act.keying not in after.heads(act.kind) and not replaced:
        return None
    if not (first or second or rulings):
        return FormEvent.KEYED
    return ended(
        "alike" if after.alike else "differently", kind_of(after, act, own, other, replaced)
    )


def told_apart(act: Act, before: Desk, after: Desk) -> FormEvent | None:
    if act.kind == DRAW:
        return None if before.heads(DRAW) or not before.stage() else FormEvent.DRAWN
    if act.kind == DOUBT:
        return FormEvent.DOUBTED if act.keying in after.heads(DOUBT) else None
    return ended("alike" if after.alike else "differently", "ruled")


def kind_of(after: Desk, act: Act, own, other, replaced) -> str:
    first, second, rulings = after.passes
    asked = {head.record for head in second}
    stands = act.keying in [*first, *second]
    if act.kind == FIRST and stands and second and asked <= act.keying.against:
        return "rekeyed"
    if replaced:
        return "corrected"
    if own or rulings:
        return "keyed again"
    aside = own_second_keyings(first, second)
    left = aside if act.kind == FIRST else [head for head in aside if head == act.keying]
    return "second keyed by same" if left else "second keyed"


def ended(how: str, kind: str) -> FormEvent:
    return FormEvent(kind if kind.endswith("same") else f"{kind} {how}")


def steps(acts: Iterable[Act]):
    """Stage, event and stage of every arrival; no event must change nothing."""
    desk = Desk()
    for act in acts:
        after = Desk([*desk.acts, act])
        stage, event, then = desk.stage(), event_of(desk, after, act), after.stage()
        if event:
            yield stage, event, then
        else:
            assert desk.standing() == after.standing() or act.kind in {DRAW, DOUBT}
            assert stage == then
        desk = after


@st.composite
def histories(draw):
    """Up to eight acts; each may replace and be asked against any that were done before it."""
    wish = st.tuples(st.sampled_from(KINDS), st.randoms(use_true_random=False))
    return history(draw(st.lists(wish, max_size=8)))


def history(wishes: Iterable[tuple[str, Random]]) -> list[Act]:
    acts: list[Act] = []
    for at, (kind, chance) in zip(count(), wishes):
        mine = {RULING: {FIRST, SECOND, RULING, DOUBT}}.get(kind, {kind})
        before = [act.keying.record for act in acts if act.kind in mine - {DRAW}]
        seconds = [act.keying.record for act in acts if act.kind == SECOND]
        void, marks = chance.choice([("", "1"), ("", "1"), ("", "2"), ("V1", ""), ("V1", "2")])
        who, asked = chance.choice("PPQQR"), some(chance, seconds) if kind == FIRST else frozenset()
        keying = Keying(f"{at:02}", PASSES.get(kind, 0), "S", who, void, marks, asked)
        acts.append(Act(kind, keying, some(chance, before) if kind != DOUBT else frozenset()))
    return acts


def some(chance: Random, records: list[str]) -> frozenset[str]:
    """None, all, or some of them."""
    share = chance.choice([0, 1, 0.5])
    return frozenset(record for record in records if chance.random() < share)


@settings(max_examples=400)
@given(histories(), st.randoms(use_true_random=False))
def test_every_arrival_follows_the_table(acts, chance):
    chance.shuffle(acts)
    for stage, event, then in steps(acts):
        assert then in TRANSITIONS[stage].get(event, ()), (stage, event, then)


@settings(max_examples=400)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(acts, chance):
    shuffled = chance.sample(acts, len(acts))
    assert Desk(shuffled).standing() == Desk(acts).standing()


@settings(max_examples=400)
@given(histories())
def test_what_counts_is_said_by_a_head_and_what_is_open_counts_as_nothing(acts):
    desk = Desk(acts)
    found = desk.standing()
    if found is None or found.stage in OPEN:
        assert found is None or (found.content, found.counted, found.notice) == (None, None, False)
        return
    counted = [h for h in desk.heads(FIRST, SECOND, RULING) if h.record == found.counted]
    assert [head.content for head in counted] == [found.content]
    assert found.stage is not FormStage.RULED or desk.heads(RULING)


def keyed(kind: str, record: str, who: str, marks: str, *against: str) -> Act:
    keying = Keying(record, PASSES[kind], "S", who, "", marks, frozenset(against))
    return Act(kind, keying, frozenset())


RARE = [
    # P's own second keying, left aside at first, is heard as soon as Q keys the first pass too
    keyed(FIRST, "a", "P", "1", "b"),
    keyed(SECOND, "b", "Q", "2"),
    keyed(SECOND, "c", "P", "2"),
    keyed(FIRST, "d", "Q", "1", "b", "c"),
]


def test_every_transition_of_the_table_happens():
    """Seeded walks: a line that nothing can follow would be a line too many."""
    chance, seen = Random(4), set(steps(RARE))
    listed = {
        (stage, event, then)
        for stage, row in TRANSITIONS.items()
        for event, leads in row.items()
        for then in leads
    }
    for _ in range(40000):
        acts = history([(chance.choice(KINDS), chance) for _ in range(6)])
        seen |= set(steps(chance.sample(acts, len(acts))))
        if seen >= listed:
            break
    assert seen == listed


def test_every_stage_has_its_row():
    assert set(TRANSITIONS) == {None, *FormStage}
