"""The made-up deduction ledger: regular checks, findings and complaints, and single cases."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from desktop.actions.sample_year_days import Chance
from desktop.actions.sample_year_texts import sample_texts
from desktop.assess.complaints import Complaint, was_late
from desktop.assess.findings import Finding
from desktop.assess.ledger import Attachment, Entry, State
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.assess.year import TermsTable
from desktop.tally.plan import Plan

_FULL = 3000
"""Entries of a year in which every regular check is in the ledger."""
_PAPERS = 4
"""Entries that rest on one document."""
_TWINS = 6
"""Cases that two rules are entered for."""
_LATE = "-10-01"
_ENDS = {State.COUNTED: 89.0, State.WITHDRAWN: 8.0, State.VERIFIED: 2.0, State.CIRCULARISED: 1.0}
_LATE_ENDS = {
    State.COUNTED: 57.0,
    State.WITHDRAWN: 6.0,
    State.DRAFT: 15.0,
    State.VERIFIED: 14.0,
    State.CIRCULARISED: 8.0,
}
"""How far an entry has come, of a hundred: much of the last months is still under way."""


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """An entry, and the place in its list of the finding or the complaint that it rests on."""

    entry: Entry
    finding: int | None = None
    complaint: int | None = None


@dataclass(slots=True)
class Cases:
    """What the entries of a year are drawn from."""

    plan: Plan
    rules: RuleSet
    terms: TermsTable
    chance: Chance
    burdens: Mapping[str, float]
    findings: Sequence[Finding]
    complaints: Sequence[Complaint]
    windows: frozenset[str] = field(init=False)
    """Units with a window in the service centre."""
    subordinate: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        codes = [agency.code for agency in self.plan.agencies]
        chosen = self.chance.random.sample(codes, (len(codes) + 1) // 2)
        self.windows = frozenset(chosen)
        self.subordinate = frozenset(held.code for held in self.plan.agencies if held.parent)

    def among(self, kind: str) -> Mapping[str, float]:
        """The units that a rule is for, with their burdens."""
        units = {"windows": self.windows, "subordinate": self.subordinate}.get(kind)
        if units is None:
            return self.burdens
        return {unit: held for unit, held in self.burdens.items() if unit in units}


def sample_entries(cases: Cases, count: int) -> list[SampleEntry]:
    """So many entries by their day, each as far as it has come; every rule where they are many."""
    chance = cases.chance
    checks = list(_checks(cases))
    held = chance.random.sample(checks, min(len(checks), count * len(checks) // _FULL))
    linked = [*_of_findings(cases), *_of_complaints(cases)]
    held += linked[: max(0, count - len(held))]
    held += _single_cases(cases, max(0, count - len(held)))
    ordered = sorted(held, key=lambda one: (one.entry.date, one.entry.unit, one.entry.rule))
    lived = [
        replace(one, entry=_lived(cases, one.entry)) for one in _with_documents(cases, ordered)
    ]
    return _with_twins(cases, lived)


def _checks(cases: Cases) -> Iterator[SampleEntry]:
    """What is looked at in every unit, whether or not anything is deducted for it."""
    for unit in cases.burdens:
        for quarter in range(1, 5):
            yield SampleEntry(_backlog(cases, unit, quarter))
            if unit in cases.windows:
                yield SampleEntry(_approval(cases, unit, quarter))
        for half in range(2):
            yield from (SampleEntry(one) for one in _rates(cases, unit, half))


def _approval(cases: Cases, unit: str, quarter: int) -> Entry:
    due = cases.chance.between(24, 60)
    missing = cases.chance.between(1, 2) if _falls_short(cases, unit, 0.1) else 0
    text = _check_text("approval", quarter, due=due, missing=missing)
    return _entry(cases, "2-1", unit, _checked(cases, 3 * quarter), text, Facts(missing, due))


def _backlog(cases: Cases, unit: str, quarter: int) -> Entry:
    tenths = cases.chance.between(50, 120) if _falls_short(cases, unit, 0.05) else 0
    rate = Fraction(tenths or cases.chance.between(0, 45), 10)
    text = _check_text("backlog", quarter, rate=f"{float(rate):.1f}")
    return _entry(cases, "3-2c", unit, _checked(cases, 3 * quarter), text, Facts(rate=rate))


def _rates(cases: Cases, unit: str, half: int) -> Iterator[Entry]:
    """Key sections and, where there is one, the window."""
    texts = sample_texts()["checks"]
    for section in cases.chance.random.sample(texts["sections"], 3):
        yield _rated(cases, "6-1", unit, half, "section", section)
    if unit in cases.windows:
        yield _rated(cases, "6-2", unit, half, "window", cases.chance.one(texts["windows"]))


def _rated(cases: Cases, rule: str, unit: str, half: int, what: str, name: str) -> Entry:
    texts = sample_texts()["checks"]
    low = _falls_short(cases, unit, 0.07)
    rate = Fraction(cases.chance.between(865, 899) if low else cases.chance.between(901, 985), 10)
    text = texts[what].format(**{what: name}, rate=f"{float(rate):.1f}")
    made = _entry(cases, rule, unit, _checked(cases, 6 + 6 * half), text, Facts(rate=rate))
    return replace(made, source=texts[f"{what}_source"].format(half=texts["halves"][half]))


def _falls_short(cases: Cases, unit: str, share: float) -> bool:
    """As often as `share` in a unit of middling burden."""
    middle = sorted(cases.burdens.values())[len(cases.burdens) // 2]
    return cases.chance.happens(min(0.8, share * cases.burdens[unit] / middle))


def _check_text(what: str, quarter: int, **fields: object) -> str:
    texts = sample_texts()["checks"]
    text: str = texts[what].format(quarter=texts["quarters"][quarter - 1], **fields)
    return text


def _checked(cases: Cases, month: int) -> date:
    """Near the end of the month; December's in time to be decided on."""
    first = date(cases.chance.year, month, 5 if month == 12 else 20)
    return cases.chance.later(first, 1, 6)


def _of_findings(cases: Cases) -> Iterator[SampleEntry]:
    """Two verified findings in three lead to a deduction."""
    for at, held in enumerate(cases.findings):
        if held.verified and cases.chance.happens(0.66):
            texts = sample_texts()["findings"][held.kind]
            rule = texts["rules"][texts["texts"].index(held.text)]
            made = _entry(cases, rule, held.unit, date.fromisoformat(held.found), held.text)
            yield SampleEntry(made, finding=at)


def _of_complaints(cases: Cases) -> Iterator[SampleEntry]:
    """What was late or sent back, mostly; the rest waits for somebody to enter it."""
    for at, held in enumerate(cases.complaints):
        late = was_late(held, cases.terms.of(held.kind), cases.chance.holidays)
        if (late or held.sent_back) and cases.chance.happens(0.8):
            rule = "3-1a" if late else "3-1b"
            on = held.begun if not late else held.finished or held.accepted
            made = _entry(cases, rule, held.unit, date.fromisoformat(on), held.text)
            yield SampleEntry(made, complaint=at)


def _single_cases(cases: Cases, count: int) -> Iterator[SampleEntry]:
    """Of every rule one, as far as the count allows, then by the rules' weights."""
    held = sample_texts()["rules"]
    weights = {rule: float(texts["weight"]) for rule, texts in held.items()}
    for at in range(count):
        rule = list(held)[at] if at < len(held) else cases.chance.weighed(weights)
        units = cases.among(held[rule].get("units", ""))
        if units:
            yield SampleEntry(_single_case(cases, rule, cases.chance.weighed(units), at))
        else:
            yield SampleEntry(_single_case(cases, "4-6", cases.chance.weighed(cases.burdens), at))


def _single_case(cases: Cases, rule: str, unit: str, number: int) -> Entry:
    chance, texts = cases.chance, sample_texts()
    persons = cases.rules.rule(rule).unit == "人次"
    facts = Facts(2) if persons and chance.happens(0.12) else Facts()
    text = chance.one(texts["rules"][rule]["texts"])
    made = _entry(cases, rule, unit, chance.working_day(), text, facts)
    if not chance.happens(0.25):
        return made
    case = texts["entries"]["case"].format(year=chance.year, number=number + 1)
    return replace(made, case=case)


def _entry(
    cases: Cases, code: str, unit: str, day: date, text: str, facts: Facts | None = None
) -> Entry:
    """A draft of what happened, with what its rule asks for besides."""
    chance, rule = cases.chance, cases.rules.rule(code)
    made = Entry(unit, code, facts or Facts(), day.isoformat(), chance.one(rule.offices), text=text)
    return _discretionary(chance, rule, made) if rule.kind is RuleKind.DISCRETIONARY else made


def _discretionary(chance: Chance, rule: Rule, made: Entry) -> Entry:
    texts = sample_texts()
    return replace(
        made,
        facts=Facts(amount=Fraction(chance.between(int(rule.least), int(rule.points)))),
        reason=chance.one(texts["rules"][rule.code]["reasons"]),
        approver=chance.one(texts["entries"]["approvers"]),
    )


def _with_documents(cases: Cases, held: Iterable[SampleEntry]) -> Iterator[SampleEntry]:
    """Numbered office by office as the year goes on; a document names several entries."""
    numbers: Counter[str] = Counter()
    for one in held:
        office = one.entry.office
        letters = sample_texts()["documents"][office]
        document = f"{letters}〔{cases.chance.year}〕{1 + numbers[office] // _PAPERS}号"
        numbers[office] += 1
        yield replace(one, entry=replace(one.entry, document=document))


def _lived(cases: Cases, entry: Entry) -> Entry:
    """The entry as far as it has come by the end of the year, with what is attached to it."""
    chance = cases.chance
    attached = _attachment(chance, entry) if chance.happens(0.12) else ()
    late = entry.date >= f"{chance.year}{_LATE}"
    end = chance.weighed(_LATE_ENDS if late else _ENDS)
    states = dict(_steps(chance, cases.rules.rule(entry.rule), date.fromisoformat(entry.date), end))
    return replace(entry, attachments=attached, states=states)


def _attachment(chance: Chance, entry: Entry) -> tuple[Attachment, ...]:
    name = chance.one(sample_texts()["entries"]["attachments"])
    text = f"{entry.unit} {entry.date} {entry.document} {name}"
    return (Attachment(name, hashlib.sha256(text.encode()).hexdigest()),)


def _steps(chance: Chance, rule: Rule, day: date, end: State) -> Iterator[tuple[State, str]]:
    """The days of its states, in the order they are reached; none after the year."""
    path = [State.DRAFT, State.VERIFIED]
    if rule.circular or end is State.CIRCULARISED or chance.happens(0.15):
        path.append(State.CIRCULARISED)
    path.append(State.COUNTED)
    if end is State.WITHDRAWN:
        path = [*path[: chance.between(2, len(path))], State.WITHDRAWN]
    else:
        path = path[: path.index(end) + 1]
    for state in path:
        day = chance.later(day, 1, 4)
        if not chance.come(day) and state is not State.DRAFT:
            return
        yield state, min(day, chance.last).isoformat()


def _with_twins(cases: Cases, held: list[SampleEntry]) -> list[SampleEntry]:
    """A few cases are told of twice, under two rules: a person has to decide."""
    pairs: dict[str, list[int]] = {}
    for at, one in enumerate(held):
        if one.entry.case and State.WITHDRAWN not in one.entry.states:
            pairs.setdefault(one.entry.unit, []).append(at)
    two = [at for at in pairs.values() if len(at) > 1]
    for first, second, *_ in two[:_TWINS]:
        if held[first].entry.rule != held[second].entry.rule:
            case = held[first].entry.case
            held[second] = replace(held[second], entry=replace(held[second].entry, case=case))
    return held
