"""Made-up findings and complaints: how each went on until the end of the year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.actions.sample_year_days import Chance
from desktop.actions.sample_year_texts import Texts, sample_round, sample_texts
from desktop.assess.complaints import Complaint, Handling
from desktop.assess.findings import Finding, FindingKind, HalfMonth, InspectorKind
from desktop.assess.steps import sent_back
from desktop.assess.working_days import Term
from desktop.assess.year import TermsTable
from desktop.tally.plan import Plan

_ROUND_FROM = 100
"""Findings of a year from which on the customer's half-month is among them."""
_KINDS = {
    FindingKind.ORDER: 34.0,
    FindingKind.PASTIME: 20.0,
    FindingKind.FIVE_RULES: 16.0,
    FindingKind.DOOR: 12.0,
    FindingKind.FAVOURS: 1.0,
    FindingKind.SERVICE: 17.0,
}
_HANDLING = {Handling.OWN: 25.0, Handling.ASSIGNED: 45.0, Handling.FORWARDED: 30.0}
_ANONYMOUS = 0.18
_LATE = "-09-01"
"""What was left lying is of the last months: older cases were asked after."""


def inspectors() -> list[tuple[str, InspectorKind]]:
    """监督员01 to 监督员10, of four kinds."""
    kinds = [
        InspectorKind(kind)
        for kind, count in sample_texts()["inspectors"].items()
        for _ in range(count)
    ]
    return [(f"监督员{at:02d}", kind) for at, kind in enumerate(kinds, 1)]


def sample_findings(
    plan: Plan, chance: Chance, burdens: Mapping[str, float], count: int
) -> list[Finding]:
    """So many findings by day, half-month by half-month; the customer's round is one of them."""
    held = list(sample_round(plan)) if count >= _ROUND_FROM else []
    taken = HalfMonth.holding(date.fromisoformat(held[0].found)) if held else None
    while len(held) < count:
        day = chance.working_day()
        if taken and taken.holds(day.isoformat()):
            continue
        held.append(_finding(chance, chance.weighed(burdens), day))
    return sorted(held, key=lambda one: (one.found, one.inspector, one.unit, one.text))


def _finding(chance: Chance, unit: str, day: date) -> Finding:
    kind = chance.weighed(_KINDS)
    texts = sample_texts()["findings"][kind]
    name, of = chance.one(inspectors())
    found = Finding(day.isoformat(), name, of, unit, kind, chance.one(texts["texts"]))
    if not chance.happens(0.9):
        return found
    return _followed(chance, found, chance.later(day, 1, 3), texts)


def _followed(chance: Chance, found: Finding, verified: date, texts: Texts) -> Finding:
    """Verified, told at the end of the half-month, mended in time or late or not at all."""
    fed_back = chance.later(HalfMonth.holding(verified).last, 2, 2)
    if not chance.come(fed_back):
        return replace(found, verified=chance.come(verified))
    told = replace(
        found,
        verified=chance.come(verified),
        fed_back=chance.come(fed_back),
        due=chance.later(fed_back, 10, 10).isoformat(),
    )
    in_time = chance.happens(0.88)
    rectified = chance.later(fed_back, *((3, 9) if in_time else (12, 90)))
    if not chance.come(rectified):
        return told
    proof = texts["proofs"][texts["texts"].index(found.text)]
    mended = replace(told, rectified=chance.come(rectified), proof=proof)
    closed = chance.come(chance.later(rectified, 1, 5)) if chance.happens(0.94) else ""
    return replace(mended, closed=closed)


def sample_complaints(
    chance: Chance, burdens: Mapping[str, float], terms: TermsTable, count: int
) -> list[Complaint]:
    """So many complaints by the day they were received."""
    made = (_complaint(chance, burdens, number) for number in range(1, count + 1))
    lived = (_lived(chance, held, terms) for held in made)
    return sorted(lived, key=lambda held: (held.received, held.unit, held.complainant, held.text))


def _complaint(chance: Chance, burdens: Mapping[str, float], number: int) -> Complaint:
    texts = sample_texts()
    channels, kinds = texts["channels"], texts["complaints"]
    channel = chance.weighed({name: float(held["share"]) for name, held in channels.items()})
    kind = chance.weighed({name: float(held["share"]) for name, held in kinds.items()})
    named = not chance.happens(_ANONYMOUS)
    return Complaint(
        received=chance.day().isoformat(),
        channel=channel,
        kind=kind,
        unit=chance.weighed(burdens),
        handling=chance.weighed(_HANDLING),
        text=chance.one(kinds[kind]["texts"]),
        complainant=f"{channels[channel]['from']}{number:04d}" if named else "",
    )


def _lived(chance: Chance, held: Complaint, terms: TermsTable) -> Complaint:
    """Accepted, finished, answered: mostly in time, and not after the year's last day."""
    term = terms.of(held.kind)
    accepted = _within(chance, date.fromisoformat(held.received), term.accept, 0.96)
    if not chance.come(accepted):
        return held
    open_ = replace(held, accepted=chance.come(accepted))
    if _is_left(chance, held, 0.06):
        return open_  # nobody went on with it: it is overdue
    finished = _within(chance, accepted, term.finish, 0.91)
    if chance.happens(0.07):
        by = term.finish.ends(accepted, chance.holidays)
        open_, finished = _extended(chance, open_, by), chance.later(by, 1, 5)
    if not chance.come(finished):
        return open_
    return _ended(chance, replace(open_, finished=chance.come(finished)), term.finish)


def _extended(chance: Chance, held: Complaint, by: date) -> Complaint:
    texts = sample_texts()["handling"]
    why = texts["extension"].format(reason=chance.one(texts["reasons"]))
    until = chance.later(by, 5, 15)
    return replace(held, extended=until.isoformat(), extension=why)


def _ended(chance: Chance, held: Complaint, term: Term) -> Complaint:
    """With its result and its answer; some are sent back and done again."""
    finished = date.fromisoformat(held.finished)
    texts = sample_texts()["complaints"][held.kind]
    done = replace(held, result=texts["results"][texts["texts"].index(held.text)])
    if chance.happens(0.07) and chance.come(back := chance.later(finished, 2, 8)):
        again = _within(chance, back, term, 0.9)
        redo = sample_texts()["handling"]["redo"].format(result=done.result)
        done = sent_back(done, chance.come(back))
        if not chance.come(again):
            return done
        finished = again
        done = replace(done, finished=chance.come(again), result=redo)
    return _answered(chance, done, finished)


def _answered(chance: Chance, held: Complaint, finished: date) -> Complaint:
    """Who gave no name gets no answer."""
    if held.is_anonymous or _is_left(chance, held, 0.02):
        return held
    return replace(held, answered=chance.come(chance.later(finished, 0, 2)))


def _is_left(chance: Chance, held: Complaint, share: float) -> bool:
    return chance.happens(share) and held.received >= f"{chance.year}{_LATE}"


def _within(chance: Chance, begun: date, term: Term, share: float) -> date:
    """A day within the term, in so large a share of all; else some days after it."""
    if not chance.happens(share):
        return chance.later(term.ends(begun, chance.holidays), 1, 10)
    used = max(1, int(term.days * chance.random.random() ** 0.6))
    return Term(used, term.working).ends(begun, chance.holidays)
